// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/PlanDocument.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace wherewithal::app {

/// Name and notes of the plan. Accepting it makes one step of undo for each that is another.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PlanDialog(PlanDocument& document, QWidget* parent = nullptr);

    void accept() override;

private:
    PlanDocument& m_document;
    QLineEdit* m_name;
    QPlainTextEdit* m_notes;
};

} // namespace wherewithal::app
