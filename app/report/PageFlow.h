// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/PdfFinish.h"
#include "app/report/ReportDocument.h"
#include "app/report/TextBox.h"

#include <QMap>
#include <QSizeF>

#include <functional>
#include <vector>

class QPainter;

/// Cuts a document into pages: measures blocks, breaks between them, repeats table heads, notes where
/// sections stand.
namespace wherewithal::app {

/// Draws one thing at its place on the page. The painter's unit is a dot (1/1200 inch).
using DrawCommand = std::function<void(QPainter&)>;

struct FlowResult
{
    std::vector<std::vector<DrawCommand>> pages;
    QMap<QString, PdfPlace> anchors;
    std::vector<PdfBookmark> bookmarks;
};

/// @param size of the paper, points
[[nodiscard]] FlowResult layOutPages(const ReportDocument& document, QSizeF size);

} // namespace wherewithal::app
