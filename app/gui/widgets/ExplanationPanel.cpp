// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/ExplanationPanel.h"

#include "app/gui/models/FigureInputsModel.h"
#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/PanelTree.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

QWidget* section(QVBoxLayout* layout)
{
    auto* widget = new QWidget;
    auto* inner = new QVBoxLayout(widget);
    inner->setContentsMargins(px(16), px(10), px(16), px(10));
    inner->setSpacing(px(6));
    layout->addWidget(widget);
    return widget;
}

QVBoxLayout* layoutOf(QWidget* widget)
{
    return qobject_cast<QVBoxLayout*>(widget->layout());
}

/// "x" between spaces is a multiplication sign on screen, "-" a minus.
QString typographic(QString formula)
{
    formula.replace(QStringLiteral(" x "), QStringLiteral(" × "));
    formula.replace(QStringLiteral(" / "), QStringLiteral(" ÷ "));
    formula.replace(QStringLiteral(" - "), QStringLiteral(" − "));
    return formula;
}

} // namespace

ExplanationPanel::ExplanationPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("explanationPanel"));
    setAccessibleName(tr("Explanation"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    buildHead(outer);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildLines(layout);
    buildDetail(layout);
    layout->addStretch(1);
    scroll->setWidget(body);
    outer->addWidget(scroll, 1);
    buildButtons(outer);

    connect(&workspace.selection(), &Selection::figureChanged, this, [this] {
        if (!isPinned()) {
            m_isOffered = false;
            request();
        }
    });
    connect(&workspace, &Workspace::figureOffered, this, &ExplanationPanel::showOffered);
    connect(&workspace.runner(), &SimulationRunner::resultReady, this, [this] {
        if (!m_isOffered) {
            request();
        }
    });
    connect(&workspace.runner(),
            &SimulationRunner::explained,
            this,
            [this](const QString& option, const QString& figure, const model::FigurePtr& root) {
                if (!m_isOffered) {
                    showRoot(option, figure, root);
                }
            });
    connect(&workspace.runner(),
            &SimulationRunner::explainFailed,
            this,
            [this](const QString& option, const QString&, const model::Error& error) {
                if (!m_isOffered) {
                    showHead(option);
                    showError(error);
                }
            });
    request();
}

bool ExplanationPanel::isPinned() const
{
    return m_pin->isChecked();
}

void ExplanationPanel::focusContent()
{
    QWidget* target = m_tree->isVisible()     ? static_cast<QWidget*>(m_tree)
                      : m_inputs->isVisible() ? static_cast<QWidget*>(m_inputs)
                                              : m_pin;
    target->setFocus(Qt::TabFocusReason);
}

QString ExplanationPanel::plainText() const
{
    return fromEngine(model::plainText(m_root));
}

void ExplanationPanel::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().window);
}

void ExplanationPanel::buildHead(QVBoxLayout* layout)
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), px(8), px(10), px(4));
    row->addWidget(new TypedLabel(Type::Section, tr("Explanation")), 1);
    m_pin = new QToolButton(head);
    m_pin->setObjectName(QStringLiteral("pinExplanation"));
    m_pin->setText(tr("Pin"));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setToolTip(tr("Keep this explanation while the selection moves"));
    auto* close = new QToolButton(head);
    close->setObjectName(QStringLiteral("closeExplanation"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the explanation"));
    connect(close, &QToolButton::clicked, this, &ExplanationPanel::closeRequested);
    connect(m_pin, &QToolButton::toggled, this, [this](bool isOn) {
        if (!isOn) {
            request();
        }
    });
    row->addWidget(m_pin);
    row->addWidget(close);
    layout->addWidget(head);

    auto* top = section(layout);
    layoutOf(top)->setContentsMargins(px(16), px(4), px(16), px(12));
    auto* object = new QHBoxLayout;
    object->setSpacing(px(8));
    m_tag = new LetterTag;
    m_object = new TypedLabel(Type::Strong);
    m_object->setObjectName(QStringLiteral("explainedObject"));
    m_object->setWordWrap(true);
    object->addWidget(m_tag);
    object->addWidget(m_object, 1);
    m_name = new TypedLabel(Type::Body);
    m_name->setObjectName(QStringLiteral("explainedName"));
    m_name->setInk(Ink::Text2);
    m_name->setWordWrap(true);
    auto* number = new QHBoxLayout;
    number->setSpacing(px(8));
    m_number = new TypedLabel(Type::Figure);
    m_number->setObjectName(QStringLiteral("explainedNumber"));
    m_unit = new TypedLabel(Type::Note);
    m_unit->setInk(Ink::Text2);
    number->addWidget(m_number);
    number->addWidget(m_unit, 1, Qt::AlignBottom);
    m_unit->setContentsMargins(0, 0, 0, px(5));
    m_spread = new TypedLabel(Type::Note);
    m_spread->setInk(Ink::Text2);
    m_spread->setWordWrap(true);
    layoutOf(top)->addLayout(object);
    layoutOf(top)->addWidget(m_name);
    layoutOf(top)->addLayout(number);
    layoutOf(top)->addWidget(m_spread);
    layout->addWidget(new Rule);
}

void ExplanationPanel::buildLines(QVBoxLayout* layout)
{
    auto* box = section(layout);
    layoutOf(box)->setContentsMargins(px(16), px(8), px(8), px(10));
    m_linesTitle = new SectionTitle(QString());
    m_linesTitle->alignNoteRight();
    m_linesTitle->row()->setContentsMargins(0, 0, px(8), 0);
    m_treeModel = new FigureTreeModel(this);
    m_tree = new PanelTree(box);
    m_tree->setObjectName(QStringLiteral("figureTree"));
    m_tree->setAccessibleName(tr("What the number is made of"));
    m_tree->setModel(m_treeModel);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layoutOf(box)->addWidget(m_linesTitle);
    layoutOf(box)->addWidget(m_tree);
    connect(m_tree->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& current) {
                showFigure(current.isValid() ? m_treeModel->figure(current) : m_root);
            });
    connect(m_tree, &QTreeView::expanded, this, &ExplanationPanel::fitTree);
    connect(m_tree, &QTreeView::collapsed, this, &ExplanationPanel::fitTree);
}

void ExplanationPanel::buildDetail(QVBoxLayout* layout)
{
    layout->addWidget(new Rule);
    m_detail = section(layout);
    m_detailTitle = new TypedLabel(Type::Section);
    m_detailTitle->setWordWrap(true);
    m_formula = new FormulaBox;
    m_formula->setObjectName(QStringLiteral("formula"));
    m_inputsTitle = new SectionTitle(tr("Inputs"));
    m_inputsModel = new FigureInputsModel(this);
    m_inputs = new RuledTable;
    m_inputs->setObjectName(QStringLiteral("figureInputs"));
    m_inputs->setAccessibleName(tr("Inputs of the formula"));
    m_inputs->setOnPanel(true);
    m_inputs->horizontalHeader()->hide();
    m_inputs->setModel(m_inputsModel);
    m_inputs->setGrowing(true);
    m_inputs->setFlush(true);
    m_inputs->setStretch({1, 0, 0, 0, 0});
    connect(m_inputs, &RuledTable::linkActivated, this, [this](const QModelIndex& index) {
        const QString place = index.data(PlaceRole).toString();
        if (index.column() == static_cast<int>(FigureInputsModel::Column::Jump) && !place.isEmpty()) {
            m_workspace.jumpTo(place);
        } else {
            showFigure(m_inputsModel->input(index.row()));
        }
    });
    connect(m_inputs, &RuledTable::explainRequested, this, [this](const QModelIndex& index) {
        showFigure(m_inputsModel->input(index.row()));
    });
    m_note = new TypedLabel(Type::Small);
    m_note->setInk(Ink::Text2);
    m_note->setWordWrap(true);
    m_sourcesTitle = new SectionTitle(tr("Sources"));
    auto* sources = new TypedLabel(Type::Note);
    sources->setObjectName(QStringLiteral("figureSources"));
    sources->setWordWrap(true);
    sources->setTextFormat(Qt::RichText);
    sources->setOpenExternalLinks(false);
    sources->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sources = sources;
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_detailTitle, m_formula, m_inputsTitle, m_inputs, m_note, m_sourcesTitle, m_sources}) {
        layoutOf(m_detail)->addWidget(part);
    }
}

void ExplanationPanel::buildButtons(QVBoxLayout* layout)
{
    layout->addWidget(new Rule);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), px(9), px(16), px(9));
    row->setSpacing(px(8));
    m_jump = makeButton(tr("&Jump to input"), QStringLiteral("jumpToInput"), this);
    auto* copy = makeButton(tr("Copy as &text"), QStringLiteral("copyExplanation"), this);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(plainText()); });
    connect(m_jump, &QPushButton::clicked, this, [this] {
        if (m_figure && !m_figure->place.empty()) {
            m_workspace.jumpTo(fromEngine(m_figure->place));
        }
    });
    row->addWidget(m_jump);
    row->addWidget(copy);
    row->addStretch(1);
    layout->addLayout(row);
}

void ExplanationPanel::request()
{
    const Selection& selection = m_workspace.selection();
    const QString option = isPinned() && !m_option.isEmpty() ? m_option : selection.option();
    if (m_workspace.comparison() == nullptr || option.isEmpty()) {
        m_tag->setLetter(QString());
        m_object->setText(tr("Select a number to see how it was computed."));
        m_detail->hide();
        m_jump->setEnabled(false);
        return;
    }
    m_workspace.runner().explain(option, selection.figure());
}

void ExplanationPanel::showHead(const QString& option)
{
    const simulator::Comparison* comparison = m_workspace.comparison();
    const auto* result = comparison != nullptr ? comparison->findOption(option.toStdString()) : nullptr;
    m_option = option;
    m_tag->setLetter(option);
    m_object->setText(result != nullptr ? tr("%1, %2").arg(m_format.optionTitle(result->spec),
                                                           m_format.optionDetail(result->spec))
                                        : QString());
}

void ExplanationPanel::showOffered(const QString& object, const model::FigurePtr& root)
{
    if (isPinned() || m_workspace.comparison() == nullptr) {
        return;
    }
    const bool wasOffered = m_isOffered;
    m_isOffered = root != nullptr;
    if (m_isOffered) {
        showRoot(QString(), QString(), root);
        m_object->setText(object);
    } else if (wasOffered) {
        request();
    }
}

void ExplanationPanel::showRoot(const QString& option, const QString& figure, const model::FigurePtr& root)
{
    m_root = root;
    showHead(option);
    m_name->setText(m_format.wording().engineText(root->name));
    if (isMoneyUnit(root->unit)) {
        const bool isTotal = figure == QLatin1String("cost") || figure == QLatin1String("present-value");
        const Scale scale = isTotal ? costScale(*m_workspace.comparison())
                                    : scaleFor(std::max(1.0, std::abs(root->value.value_or(1.0))));
        m_number->setText(m_format.scaled(root->value, scale));
        m_unit->setText(m_format.scaleUnit(scale, root->unit));
    } else if (root->unit == "fraction") {
        m_number->setText(m_format.percent(root->value, 1));
        m_unit->clear();
    } else {
        m_number->setText(figureNumber(m_format, root->value));
        m_unit->setText(m_format.unit(root->unit));
    }
    const auto* result = m_workspace.comparison()->findOption(option.toStdString());
    const bool hasSpread = figure == QLatin1String("cost") && result != nullptr && result->cost.range;
    if (hasSpread) {
        const auto& range = *result->cost.range;
        const Scale scale = costScale(*m_workspace.comparison());
        m_spread->setText(tr("P10 %1 · P50 %2 · P90 %3 · %4 paths")
                              .arg(m_format.scaled(range.p10, scale),
                                   m_format.scaled(range.p50, scale),
                                   m_format.scaled(range.p90, scale),
                                   m_format.integer(m_workspace.comparison()->paths)));
    } else if (result != nullptr && !result->cost.isComplete && figure == QLatin1String("cost")) {
        m_spread->setText(tr("At least: a cost part is unknown."));
    } else {
        m_spread->clear();
    }
    m_spread->setVisible(hasSpread || !m_spread->text().isEmpty());
    m_treeModel->setRoot(root);
    m_linesTitle->setTitle(m_treeModel->commonUnit().isEmpty()
                               ? tr("Made of %n figures", nullptr, m_treeModel->rowCount())
                               : tr("Sum of %n lines", nullptr, m_treeModel->rowCount()));
    m_linesTitle->setNote(m_treeModel->commonUnit());
    fitTree();
    if (m_treeModel->rowCount() > 0 && !m_treeModel->commonUnit().isEmpty()) {
        m_tree->setCurrentIndex(m_treeModel->index(0, 0));
    } else {
        showFigure(root);
    }
}

void ExplanationPanel::fitTree()
{
    int rows = 0;
    for (QModelIndex index = m_treeModel->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        ++rows;
    }
    m_tree->setFixedHeight(std::min(rows, 14) * px(23) + 2);
    m_tree->setVisible(rows > 0);
}

void ExplanationPanel::showFigure(const model::FigurePtr& figure)
{
    if (!figure) {
        return;
    }
    m_figure = figure;
    m_detail->show();
    m_detailTitle->setText(m_format.wording().engineText(figure->name));
    const QString result = QStringLiteral("<b>= %1</b>").arg(figureText(m_format, *figure).toHtmlEscaped());
    const QString words = typographic(m_format.wording().engineText(figure->formula));
    m_formula->setText(words.isEmpty() ? result : words.toHtmlEscaped() + QStringLiteral("<br>") + result);
    m_inputsModel->setFigure(figure);
    m_inputsTitle->setVisible(!figure->inputs.empty());
    m_inputs->setVisible(!figure->inputs.empty());
    QStringList notes;
    if (figure->isAssumption) {
        notes.append(tr("Assumed; you can change it."));
    }
    if (!figure->range.empty()) {
        notes.append(tr("Range: %1").arg(fromEngine(figure->range)));
    }
    if (!figure->note.empty()) {
        notes.append(m_format.wording().engineText(figure->note));
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    m_jump->setEnabled(!figure->place.empty());
    showSources(figure);
}

void ExplanationPanel::showSources(const model::FigurePtr& figure)
{
    QStringList lines;
    int number = 0;
    const simulator::Comparison* comparison = m_workspace.comparison();
    for (const model::Source& source : m_inputsModel->sources()) {
        QString line =
            QStringLiteral("<a>%1</a>&nbsp; %2").arg(++number).arg(fromEngine(source.title).toHtmlEscaped());
        if (!source.date.empty()) {
            QString age = fromEngine(source.date);
            if (const auto day = model::parseDay(source.date); day && comparison != nullptr) {
                age = tr("read %1, %n days ago", nullptr, model::daysBetween(*day, comparison->asOf))
                          .arg(fromEngine(source.date));
            }
            line += QStringLiteral("<br><span style='color:%1'>%2</span>")
                        .arg(tokens().muted.name(), age.toHtmlEscaped());
        }
        if (!source.url.empty()) {
            line += QStringLiteral("<br><span style='color:%1'>%2</span>")
                        .arg(tokens().muted.name(), fromEngine(source.url).toHtmlEscaped());
        }
        lines.append(line);
    }
    const bool hasAssumption =
        figure->isAssumption || std::ranges::any_of(figure->inputs, [](const model::FigurePtr& input) {
            return input->isAssumption;
        });
    if (hasAssumption) {
        lines.append(
            QStringLiteral("<span style='color:%1'>⚠</span> %2")
                .arg(tokens().warn.name(), tr("No source: what is marked assumed is listed in the report.")));
    }
    m_sources->setText(lines.join(QStringLiteral("<br>")));
    m_sourcesTitle->setVisible(!lines.isEmpty());
    m_sources->setVisible(!lines.isEmpty());
}

void ExplanationPanel::showError(const model::Error& error)
{
    m_root.reset();
    m_figure.reset();
    m_treeModel->setRoot(nullptr);
    m_tree->hide();
    m_linesTitle->setTitle(QString());
    m_linesTitle->setNote(QString());
    m_name->setText(fromEngine(error.message));
    m_number->setText(m_format.unknown());
    m_unit->clear();
    m_spread->setText(fromEngine(error.hint));
    m_detail->hide();
    m_jump->setEnabled(false);
}

} // namespace wherewithal::app
