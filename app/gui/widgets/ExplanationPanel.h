// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QTreeView;
class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace wherewithal::app {

class FigureInputsModel;
class FigureTreeModel;
class LetterTag;
class RuledTable;
class SectionTitle;
class TypedLabel;

/// Opens the selected number down to its sources: object, figure, number, the lines it is made of, and of the
/// line that is open the formula, the inputs with their origin and the sources with date and age.
class ExplanationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExplanationPanel(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] bool isPinned() const;
    void setPinned(bool isPinned);
    /// The whole tree as text.
    [[nodiscard]] QString plainText() const;

    void focusContent();

signals:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setWide(bool isWide);
    void buildHead(QVBoxLayout* layout);
    void buildLines();
    void buildDetail();
    void buildButtons(QVBoxLayout* layout);
    void request();
    void showRoot(const QString& option, const QString& figure, const model::FigurePtr& root);
    void showHead(const QString& option);
    /// A figure that belongs to no option; null gives the panel back to the selection.
    void showOffered(const QString& object, const model::FigurePtr& root);
    void showFigure(const model::FigurePtr& figure);
    void showSources(const model::FigurePtr& figure);
    void showError(const model::Error& error);
    void fitTree();
    void showNumber(const QString& figure, const model::FigurePtr& root);
    void showSpread(const QString& figure, const simulator::OptionResult* result);
    /// The limit that a figure is about; null for other figures.
    [[nodiscard]] const simulator::Limit* limitOf(const QString& figure,
                                                  const simulator::OptionResult* result) const;
    [[nodiscard]] QString formulaText(const model::Figure& figure) const;
    /// What the figure, or one of its inputs, does to the total; empty if nobody looked or nothing moves.
    [[nodiscard]] QString sensitivityOf(const model::Figure& figure) const;
    void activateInput(const QModelIndex& index);

    Workspace& m_workspace;
    Format m_format;
    model::FigurePtr m_root;
    model::FigurePtr m_figure;
    QString m_option;
    bool m_isOffered = false; ///< what is shown belongs to no option
    QString m_figureName;     ///< of the engine
    ExaminationPtr m_examination;

    bool m_isWide = false;

    QBoxLayout* m_top = nullptr;  ///< object, name, number, spread
    QBoxLayout* m_body = nullptr; ///< lines, detail
    QHBoxLayout* m_headRow = nullptr;
    QWidget* m_lines = nullptr;
    QWidget* m_linesRule = nullptr;
    QWidget* m_buttons = nullptr;
    QWidget* m_buttonsRule = nullptr;
    QToolButton* m_pin = nullptr;
    LetterTag* m_tag = nullptr;
    TypedLabel* m_object = nullptr;
    TypedLabel* m_name = nullptr;
    TypedLabel* m_number = nullptr;
    TypedLabel* m_unit = nullptr;
    TypedLabel* m_spread = nullptr;
    SectionTitle* m_linesTitle = nullptr;
    QTreeView* m_tree = nullptr;
    FigureTreeModel* m_treeModel = nullptr;
    TypedLabel* m_help = nullptr;
    QWidget* m_detail = nullptr;
    TypedLabel* m_detailTitle = nullptr;
    QLabel* m_formula = nullptr;
    SectionTitle* m_inputsTitle = nullptr;
    RuledTable* m_inputs = nullptr;
    FigureInputsModel* m_inputsModel = nullptr;
    TypedLabel* m_note = nullptr;
    SectionTitle* m_sourcesTitle = nullptr;
    QLabel* m_sources = nullptr;
    QPushButton* m_jump = nullptr;
};

} // namespace wherewithal::app
