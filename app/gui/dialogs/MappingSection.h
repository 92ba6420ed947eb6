// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SheetJob.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace wherewithal::app {

class SectionTitle;

/// The mapping of a table: which column is what, units, notation. Proposed, to be changed, saved and used
/// again.
class MappingSection : public QWidget
{
    Q_OBJECT

public:
    explicit MappingSection(QWidget* parent = nullptr);
    /// Of a format whose columns are known there is nothing to map, and the section says so.
    void show(const SheetFinding& finding, const providers::CsvMapping& mapping);
    void setSaved(std::vector<SavedMapping> saved);
    [[nodiscard]] providers::CsvMapping mapping() const;
    /// Why nothing can be imported with this mapping; empty: it can.
    [[nodiscard]] QString problem() const;
    /// "7 of 23 columns"
    [[nodiscard]] QString summary() const;
    void showSaveResult(const QString& text);

signals:
    void changed();
    void saveWanted(const QString& name);

private:
    QComboBox* addTarget(QGridLayout* grid, int place, providers::Target target);
    void addNotation(QGridLayout* grid);
    void fill(const providers::CsvMapping& mapping);
    void showSamples();

    SheetFinding m_finding;
    providers::CsvMapping m_base;
    std::vector<SavedMapping> m_saved;
    bool m_isFilling = false;
    SectionTitle* m_title = nullptr;
    QLabel* m_fixed = nullptr;
    QWidget* m_editor = nullptr;
    QHash<int, QComboBox*> m_columns;
    QHash<int, QLabel*> m_samples;
    QComboBox* m_unit = nullptr;
    QComboBox* m_memoryUnit = nullptr;
    QComboBox* m_notation = nullptr;
    QComboBox* m_purchase = nullptr;
    QLineEdit* m_region = nullptr;
    QComboBox* m_reuse = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_saveResult = nullptr;
};

} // namespace wherewithal::app
