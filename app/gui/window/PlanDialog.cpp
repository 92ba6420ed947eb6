// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/PlanDialog.h"

#include "app/gui/theme/Metrics.h"
#include "app/report/Format.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace wherewithal::app {

PlanDialog::PlanDialog(PlanDocument& document, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_name(new QLineEdit(fromEngine(document.plan().name), this))
    , m_notes(new QPlainTextEdit(fromEngine(document.plan().notes), this))
{
    setObjectName(QStringLiteral("planDialog"));
    setWindowTitle(tr("Name and notes of the plan"));
    m_name->setObjectName(QStringLiteral("planName"));
    m_name->setAccessibleName(tr("Name of the plan"));
    m_notes->setObjectName(QStringLiteral("planNotes"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMinimumSize(px(420), px(160));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(px(16), px(16), px(16), px(16));
    form->setSpacing(px(8));
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("N&otes"), m_notes);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PlanDialog::reject);
    // A plan without a name would be an empty line in every list.
    const auto check = [this, buttons] {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_name->text().trimmed().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    m_name->selectAll();
}

void PlanDialog::accept()
{
    const QString name = m_name->text().trimmed();
    m_document.change<std::string>(
        QStringLiteral("/name"),
        tr("name of the plan %1 → %2").arg(fromEngine(m_document.plan().name), name),
        [](model::Plan& plan) -> std::string& { return plan.name; },
        name.toStdString());
    m_document.change<std::string>(
        QStringLiteral("/notes"),
        tr("notes of the plan"),
        [](model::Plan& plan) -> std::string& { return plan.notes; },
        m_notes->toPlainText().toStdString());
    QDialog::accept();
}

} // namespace wherewithal::app
