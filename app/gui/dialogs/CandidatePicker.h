// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/models/TableModel.h"
#include "app/report/Format.h"
#include "app/session/Background.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;

namespace wherewithal::app {

class RuledTable;
class TypedLabel;

/// Finds a machine of the catalogue by words and hands it over as a candidate.
///
/// The search runs in the background over all prices; without a catalogue to look into it goes over the part
/// that the plan was computed with.
class CandidatePicker : public QDialog
{
    Q_OBJECT

public:
    explicit CandidatePicker(Workspace& workspace, QWidget* parent = nullptr);

signals:
    void picked(const wherewithal::model::Candidate& candidate, const QString& name);

private:
    void search();
    void searchSlice(const QString& words);
    void take();
    void addRow(std::vector<TableRow>& rows,
                const model::Candidate& candidate,
                const QString& provider,
                const QString& region,
                const QString& price,
                std::optional<double> raw);
    void setRows(std::vector<TableRow> rows, const QString& note);

    Workspace& m_workspace;
    Format m_format;
    Background m_searching;
    QTimer m_delay; ///< a search waits until the typing pauses
    std::vector<model::Candidate> m_found;
    QLineEdit* m_words;
    TypedLabel* m_note;
    TableModel* m_model;
    RuledTable* m_table;
    QPushButton* m_add;
};

} // namespace wherewithal::app
