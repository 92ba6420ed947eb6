// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/dialogs/ImportParts.h"
#include "app/gui/models/TableModel.h"
#include "app/report/Format.h"
#include "app/session/SheetJob.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TypedLabel;

/// Counts of what a sheet changes, as bars, and the largest changes.
class ChangesSection : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesSection(QWidget* parent = nullptr);
    void clear();
    /// `against` empty: there was nothing to compare with.
    void show(const providers::ChangeSummary& changes, const QString& against, const QString& title = {});
    [[nodiscard]] QString text() const;

private:
    Format m_format;
    TypedLabel* m_title = nullptr;
    TypedLabel* m_against = nullptr;
    TableModel* m_counts = nullptr;
    RuledTable* m_countsTable = nullptr;
    SectionTitle* m_largestTitle = nullptr;
    TableModel* m_largest = nullptr;
    RuledTable* m_largestTable = nullptr;
};

/// What the check found: rows left out or doubtful, and what the sheet changes.
class CheckSection : public QWidget
{
    Q_OBJECT

public:
    explicit CheckSection(QWidget* parent = nullptr);
    void clear();
    /// `today`: from when rows hold that have no day, if the sheet has none either.
    void show(const ImportCheck& check, bool isTable, const QString& today);
    [[nodiscard]] int issues() const { return m_model->rowCount(); }

signals:
    void fixWanted(ImportFix fix);

private:
    Format m_format;
    SectionTitle* m_title = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    ChangesSection* m_changes = nullptr;
};

/// What the import did, and what that means for the plan.
class DoneSection : public QWidget
{
    Q_OBJECT

public:
    explicit DoneSection(QWidget* parent = nullptr);
    void clear();
    void show(const ImportDone& done, const QString& today);
    /// How many prices of the plan are others now.
    void showPlanPrices(int changed);

signals:
    void catalogueWanted();

private:
    Format m_format;
    TypedLabel* m_answer = nullptr;
    TypedLabel* m_rest = nullptr;
    TypedLabel* m_plan = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
};

/// Rows of the issues table: errors first, then warnings, notices, and what was left out on purpose by
/// reason.
[[nodiscard]] std::vector<TableRow>
issueRows(const Format& format, const providers::ImportOutcome& outcome, bool isTable, const QString& today);

/// "12 offers name no day: they hold from ..."; empty if all name one.
[[nodiscard]] QString
undatedText(const Format& format, const providers::ImportOutcome& outcome, const QString& today);

} // namespace wherewithal::app
