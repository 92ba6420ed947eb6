// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

/// What QPdfWriter of Qt 6.4 leaves out: links within the document, bookmarks, the language, and a date that
/// does not come from the clock. Works on the bytes it wrote: objects are copied, a few are amended, the
/// cross-reference table is written anew.
namespace wherewithal::app {

struct PdfPlace
{
    int page = 0;     ///< index
    double top = 0.0; ///< points from the upper edge

    bool operator==(const PdfPlace&) const = default;
};

struct PdfBookmark
{
    QString title;
    int level = 1; ///< 1 or 2
    PdfPlace place;
};

struct PdfExtras
{
    QMap<QString, PdfPlace> anchors; ///< where "#anchor" links lead
    std::vector<PdfBookmark> bookmarks;
    QString language;          ///< "en"
    model::Day date;           ///< written as the day of creation
    double pageHeight = 842.0; ///< points
};

/// Internal if the bytes are not what QPdfWriter writes (one revision, a plain cross-reference table).
[[nodiscard]] model::Result<QByteArray> finishPdf(const QByteArray& pdf, const PdfExtras& extras);

} // namespace wherewithal::app
