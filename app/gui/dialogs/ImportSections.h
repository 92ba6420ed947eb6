// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/dialogs/ImportParts.h"
#include "app/gui/models/TableModel.h"
#include "app/report/Format.h"
#include "app/session/SheetJob.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

/// What the wizard's steps show. Each section takes values and gives back what the user set.
namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TypedLabel;

/// The chosen files, and room to drop more.
class FilesSection : public QWidget
{
    Q_OBJECT

public:
    explicit FilesSection(QWidget* parent = nullptr);
    void setPaths(const QStringList& paths);
    [[nodiscard]] const QStringList& paths() const { return m_paths; }

signals:
    void pathsChanged();
    void addFilesWanted();
    void addFolderWanted();

private:
    void removeCurrent();

    Format m_format;
    QStringList m_paths;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    QPushButton* m_remove = nullptr;
};

/// What was found in the content, each value to be overruled.
class DetectedSection : public QWidget
{
    Q_OBJECT

public:
    explicit DetectedSection(QWidget* parent = nullptr);
    void show(const SheetFinding& finding, const ImportRequest& request);
    void showSheet(const providers::PriceSheet& sheet);
    /// Puts what the user set into the request.
    void fill(ImportRequest& request) const;
    /// What is wrong with a value set by hand; empty: nothing.
    [[nodiscard]] QString problem() const;
    /// Puts the focus where the fix is made.
    void focusOn(ImportFix fix);

signals:
    /// Something was set by hand.
    void overruled();

private:
    QComboBox* addChoice(QGridLayout* grid, int row, int column, const QString& label, const char* name);
    void fillChoices(const SheetFinding& finding, const ImportRequest& request);

    bool m_isFilling = false;
    bool m_isTable = false;
    providers::CsvMapping m_base; ///< what the overrulings of a table start from
    bool m_isTableOverruled = false;
    QString m_detectedFormat;
    QComboBox* m_formats = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_separator = nullptr;
    QSpinBox* m_headerLine = nullptr;
    QComboBox* m_currency = nullptr;
    QLineEdit* m_provider = nullptr;
    QLineEdit* m_day = nullptr;
    QComboBox* m_worksheet = nullptr;
    QString m_readWorksheet;
    QList<QWidget*> m_tableOnly;
    QList<QWidget*> m_workbookOnly;
};

/// The first lines of the file as they are.
class HeadSection : public QWidget
{
    Q_OBJECT

public:
    explicit HeadSection(QWidget* parent = nullptr);
    void show(const SheetFinding& finding);

private:
    SectionTitle* m_title = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
};

/// The first offers as they will be stored.
class PreviewSection : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewSection(QWidget* parent = nullptr);
    void show(const ImportPreview& preview);
    void clear();
    [[nodiscard]] int rows() const { return m_model->rowCount(); }

private:
    /// Columns, with the unit that all prices have; empty: each price says its own.
    void setUnit(const QString& unit);
    /// "USD/h"
    [[nodiscard]] static QString unitOf(const providers::PriceRow& price);

    Format m_format;
    SectionTitle* m_title = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
};

} // namespace wherewithal::app
