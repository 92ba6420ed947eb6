// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

namespace wherewithal::app {

/// One fact behind an answer, as text.
struct EvidenceFact
{
    QString finding; ///< in our words
    QString url;
    QString date;       ///< empty: not stated
    QString confidence; ///< "provider's document"
};

/// What the popover tells about one cell of the evidence table.
struct EvidenceDetail
{
    QString letter;
    QString question;
    QString answer;
    QString counts; ///< "counts 50 of 100, weight 1.4 %"
    QString effect; ///< what another answer would do; empty: nothing to say
    std::vector<EvidenceFact> facts;

    /// The same as text, for the clipboard and screen readers.
    [[nodiscard]] QString toText() const;
};

/// Stands beside a cell, never over its row; Escape, a click elsewhere or the cross closes it.
class EvidencePopover : public QFrame
{
    Q_OBJECT

public:
    explicit EvidencePopover(const EvidenceDetail& detail, QWidget* parent);

    /// Shows itself below the cell, or above it where there is no room.
    void openBeside(const QRect& globalCell);

signals:
    /// The user knows an answer of their own; the popover is closed by then.
    void answerRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace wherewithal::app
