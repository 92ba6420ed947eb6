// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/ExplanationPanel.h"

#include "app/gui/models/FigureInputsModel.h"
#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/models/SensitivityRows.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/PanelTree.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/window/HelpTopics.h"
#include "model/explain/Formula.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

QWidget* section(QBoxLayout* layout)
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

QString termText(const Format& format, const model::FormulaTerm& term)
{
    using Kind = model::FormulaTerm::Kind;
    switch (term.kind) {
    case Kind::Input:
        return figureText(format, *term.input);
    case Kind::Number:
        return format.plain(term.number);
    case Kind::Times:
        return QString(QChar(0xD7));
    case Kind::Over:
        return QString(QChar(0xF7));
    case Kind::Minus:
        return QString(QChar(0x2212));
    case Kind::Plus:
    case Kind::Open:
    case Kind::Close:
        break;
    }
    return fromEngine(term.text);
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
    m_body = new QBoxLayout(QBoxLayout::TopToBottom, body);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    buildLines();
    buildDetail();
    m_body->addStretch(1);
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
        m_examination.reset(); // it was of the answer before
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
    connect(&workspace.selection(), &Selection::pinRequested, this, [this] { setPinned(true); });
    connect(&workspace.runner(),
            &SimulationRunner::examined,
            this,
            [this](const QString& letter, const ExaminationPtr& examination) {
                const bool isKept = isPinned() && !m_option.isEmpty();
                const QString wanted = isKept ? m_option : m_workspace.selection().option();
                if (letter == wanted) {
                    m_examination = examination;
                    showFigure(m_figure);
                } else if (!m_examination) {
                    m_workspace.runner().examine(wanted); // a page asked about another option after us
                }
            });
    request();
}

void ExplanationPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr double kWide = 620;
    setWide(width() >= px(kWide));
}

/// Below the page the panel is wide and low: what is above each other beside the page stands side by side.
void ExplanationPanel::setWide(bool isWide)
{
    if (isWide == m_isWide) {
        return;
    }
    m_isWide = isWide;
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_top->setDirection(direction);
    m_top->setSpacing(px(isWide ? 24 : 4));
    m_top->setContentsMargins(px(16), px(isWide ? 0 : 4), px(16), px(isWide ? 6 : 12));
    m_body->setDirection(direction);
    m_body->setStretchFactor(m_lines, isWide ? 1 : 0);
    m_body->setStretchFactor(m_detail, isWide ? 1 : 0);
    m_body->setAlignment(m_lines, isWide ? Qt::AlignTop : Qt::Alignment());
    m_body->setAlignment(m_detail, isWide ? Qt::AlignTop : Qt::Alignment());
    m_body->setStretch(m_body->count() - 1, isWide ? 0 : 1); // what is left over stays below, not beside
    const int above = px(isWide ? 2 : 9);
    m_buttons->layout()->setContentsMargins(px(16), above, px(16), above);
    m_headRow->setContentsMargins(px(16), px(isWide ? 2 : 8), px(10), px(isWide ? 0 : 4));
    m_linesRule->setVisible(!isWide);
    m_buttonsRule->setVisible(!isWide);
    if (isWide) {
        m_headRow->insertWidget(1, m_buttons);
    } else {
        layout()->addWidget(m_buttons);
    }
}

void ExplanationPanel::setPinned(bool isPinned)
{
    m_pin->setChecked(isPinned);
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
    m_headRow = new QHBoxLayout(head);
    QHBoxLayout* row = m_headRow;
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

    auto* top = new QWidget(this);
    m_top = new QBoxLayout(QBoxLayout::TopToBottom, top);
    m_top->setContentsMargins(px(16), px(4), px(16), px(12));
    m_top->setSpacing(px(4));
    layout->addWidget(top);
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
    m_top->addLayout(object, 4);
    m_top->addWidget(m_name, 2);
    m_top->addLayout(number);
    m_top->addWidget(m_spread, 3);
    layout->addWidget(new Rule);
}

void ExplanationPanel::buildLines()
{
    m_lines = section(m_body);
    QWidget* box = m_lines;
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

void ExplanationPanel::buildDetail()
{
    m_linesRule = new Rule;
    m_body->addWidget(m_linesRule);
    m_detail = section(m_body);
    m_detailTitle = new TypedLabel(Type::Section);
    m_detailTitle->setWordWrap(true);
    m_formula = new FormulaBox;
    m_formula->setObjectName(QStringLiteral("formula"));
    m_help =
        new TypedLabel(Type::Note, QStringLiteral("<a href='help'>%1</a>").arg(tr("How this is computed")));
    m_help->setObjectName(QStringLiteral("formulaHelp"));
    m_help->setTextFormat(Qt::RichText);
    m_help->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_help->setFocusPolicy(Qt::TabFocus);
    m_help->setAccessibleName(tr("How this is computed, in the help"));
    connect(m_help, &QLabel::linkActivated, this, [this] {
        m_workspace.openHelp(helpTopicOfFigure(m_figureName));
    });
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
    connect(m_inputs, &RuledTable::linkActivated, this, &ExplanationPanel::activateInput);
    connect(m_inputs, &RuledTable::explainRequested, this, &ExplanationPanel::activateInput);
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
             m_detailTitle, m_formula, m_help, m_inputsTitle, m_inputs, m_note, m_sourcesTitle, m_sources}) {
        layoutOf(m_detail)->addWidget(part);
    }
}

void ExplanationPanel::buildButtons(QVBoxLayout* layout)
{
    m_buttonsRule = new Rule;
    layout->addWidget(m_buttonsRule);
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
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
    layout->addWidget(m_buttons);
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
    const bool isKept = isPinned() && !m_figureName.isEmpty();
    m_workspace.runner().explain(option, isKept ? m_figureName : selection.figure());
    if (!m_examination || m_examination->letter != option.toStdString()) {
        m_examination.reset();
        m_workspace.runner().examine(option);
    }
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

/// The arrow jumps to the field; the row of folded inputs unfolds; all else opens the input.
void ExplanationPanel::activateInput(const QModelIndex& index)
{
    if (m_inputsModel->isFold(index.row())) {
        m_inputsModel->unfold();
        return;
    }
    const QString place = index.data(PlaceRole).toString();
    if (index.column() == static_cast<int>(FigureInputsModel::Column::Jump) && !place.isEmpty()) {
        m_workspace.jumpTo(place);
    } else {
        showFigure(m_inputsModel->input(index.row()));
    }
}

const simulator::Limit* ExplanationPanel::limitOf(const QString& figure,
                                                  const simulator::OptionResult* result) const
{
    std::size_t index = 0;
    QString name = figure;
    if (name.startsWith(QLatin1String("workload-"))) {
        const qsizetype dash = name.indexOf(QLatin1Char('-'), 9);
        index = static_cast<std::size_t>(std::max(1, name.mid(9, dash - 9).toInt())) - 1;
        name = name.mid(dash + 1);
    }
    if (result == nullptr || index >= result->workloads.size()) {
        return nullptr;
    }
    const auto& workload = result->workloads[index];
    if (name == QLatin1String("first-limit")) {
        return workload.firstLimit ? &*workload.firstLimit : nullptr;
    }
    if (!name.startsWith(QLatin1String("limit-"))) {
        return nullptr;
    }
    const auto found = std::ranges::find(workload.limits, name.mid(6).toStdString(), &simulator::Limit::key);
    return found == workload.limits.end() ? nullptr : &*found;
}

/// Months count from the plan's first: dates say more.
void ExplanationPanel::showNumber(const QString& figure, const model::FigurePtr& root)
{
    const simulator::Comparison& comparison = *m_workspace.comparison();
    const auto* result = comparison.findOption(m_option.toStdString());
    const model::Month last = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    m_unit->clear();
    if (const simulator::Limit* limit = limitOf(figure, result); limit != nullptr) {
        m_name->setText(tr("%1, reached in the base case").arg(m_format.wording().engineText(limit->name)));
        m_number->setText(m_format.limitMonth(limit->hitBase, last));
    } else if (figure == QLatin1String("break-even") && result != nullptr) {
        m_name->setText(tr("Break-even with %1").arg(fromEngine(result->breakEven.against)));
        m_number->setText(result->breakEven.base ? m_format.month(result->breakEven.base) : tr("never"));
    } else if (isMoneyUnit(root->unit)) {
        const bool isTotal = figure == QLatin1String("cost") || figure == QLatin1String("present-value");
        const bool isOfCost = result != nullptr && figure == QLatin1String("committed");
        const Scale scale = isTotal    ? costScale(comparison)
                            : isOfCost ? scaleFor(std::max(1.0, result->cost.base.toDouble()))
                                       : scaleFor(std::max(1.0, std::abs(root->value.value_or(1.0))));
        m_number->setText(m_format.scaled(root->value, scale));
        m_unit->setText(m_format.scaleUnit(scale, root->unit));
    } else if (figure == QLatin1String("equivalent-annual") && result != nullptr) {
        const Scale scale = scaleFor(std::max(1.0, result->cost.base.toDouble()));
        m_number->setText(m_format.scaled(root->value, scale));
        m_unit->setText(tr("%1/year").arg(m_format.scaleUnit(scale, comparison.currency.code())));
    } else if (root->unit == "fraction") {
        const bool isWhole = figure == QLatin1String("idle") || figure == QLatin1String("cheapest");
        m_number->setText(m_format.percent(root->value, isWhole ? 0 : 1));
    } else {
        m_number->setText(figureNumber(m_format, root->value));
        m_unit->setText(m_format.unit(root->unit));
    }
}

void ExplanationPanel::showSpread(const QString& figure, const simulator::OptionResult* result)
{
    const simulator::Comparison& comparison = *m_workspace.comparison();
    const QString paths = tr("%1 paths").arg(m_format.integer(comparison.paths));
    const QString separator = QStringLiteral(" · ");
    QStringList parts;
    if (result == nullptr) {
        m_spread->clear();
    } else if (const simulator::Limit* limit = limitOf(figure, result); limit != nullptr) {
        const model::Month last = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
        if (comparison.paths > 0) {
            parts = {tr("P10 %1").arg(m_format.limitMonth(limit->hitP10, last)),
                     tr("P90 %1").arg(m_format.limitMonth(limit->hitP90, last)),
                     paths};
        }
    } else if (figure == QLatin1String("break-even") && comparison.paths > 0) {
        if (result->breakEven.p10 && result->breakEven.p90) {
            parts = {tr("P10 %1").arg(m_format.month(result->breakEven.p10)),
                     tr("P90 %1").arg(m_format.month(result->breakEven.p90))};
        }
        parts.append(tr("on %1 of %2").arg(m_format.percent(result->breakEven.probability), paths));
    } else if (figure == QLatin1String("cost") && !result->cost.isComplete) {
        parts = {tr("At least: a cost part is unknown.")};
    } else if (figure == QLatin1String("cost") && result->cost.range) {
        const auto& range = *result->cost.range;
        const Scale scale = costScale(comparison);
        parts = {tr("P10 %1").arg(m_format.scaled(range.p10, scale)),
                 tr("P50 %1").arg(m_format.scaled(range.p50, scale)),
                 tr("P90 %1").arg(m_format.scaled(range.p90, scale)),
                 paths};
    } else if (figure.endsWith(QLatin1String("sustained")) && !result->workloads.empty()
               && !figure.startsWith(QLatin1String("workload-")) && result->workloads.front().sustainedLow) {
        const auto& workload = result->workloads.front();
        parts = {tr("80 % of such predictions: %1–%2")
                     .arg(m_format.significant(workload.sustainedLow),
                          m_format.significant(workload.sustainedHigh))};
    }
    m_spread->setText(parts.join(separator));
    m_spread->setVisible(!parts.isEmpty());
}

void ExplanationPanel::showRoot(const QString& option, const QString& figure, const model::FigurePtr& root)
{
    m_root = root;
    m_figureName = figure;
    showHead(option);
    m_name->setText(m_format.wording().engineText(root->name));
    showNumber(figure, root);
    showSpread(figure, m_workspace.comparison()->findOption(option.toStdString()));
    m_treeModel->setRoot(root);
    m_linesTitle->setTitle(m_treeModel->commonUnit().isEmpty()
                               ? tr("Made of %n figures", nullptr, m_treeModel->rowCount())
                               : tr("Sum of %n lines", nullptr, m_treeModel->rowCount()));
    m_linesTitle->setNote(m_treeModel->commonUnit());
    m_linesTitle->setVisible(m_treeModel->rowCount() > 0);
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
    m_formula->setText(formulaText(*figure));
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
    if (const QString words = sensitivityOf(*figure); !words.isEmpty()) {
        notes.append(words);
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    m_jump->setEnabled(!figure->place.empty());
    showSources(figure);
}

/// The formula in words, then with the values of its inputs where they are proved to give the result.
QString ExplanationPanel::formulaText(const model::Figure& figure) const
{
    QStringList lines;
    if (const QString words = Format::typographic(m_format.wording().engineText(figure.formula));
        !words.isEmpty()) {
        lines.append(words.toHtmlEscaped());
    }
    if (const auto bound = model::boundFormula(figure)) {
        QStringList parts;
        for (const model::FormulaTerm& term : *bound) {
            parts.append(termText(m_format, term));
        }
        QString values = parts.join(QLatin1Char(' '));
        values.replace(QStringLiteral("( "), QStringLiteral("("))
            .replace(QStringLiteral(" )"), QStringLiteral(")"));
        lines.append(QStringLiteral("<span style='color:%1'>%2</span>")
                         .arg(tokens().text2.name(), values.toHtmlEscaped()));
    }
    lines.append(QStringLiteral("<b>= %1</b>").arg(figureText(m_format, figure).toHtmlEscaped()));
    return lines.join(QStringLiteral("<br>"));
}

QString ExplanationPanel::sensitivityOf(const model::Figure& figure) const
{
    if (!m_examination || m_workspace.comparison() == nullptr
        || fromEngine(m_examination->letter) != m_option) {
        return {};
    }
    const auto isMeant = [&figure](const simulator::Swing& swing) {
        const std::string& place = swing.input.place;
        return !place.empty()
               && (figure.place == place
                   || std::ranges::any_of(
                       figure.inputs, [&](const model::FigurePtr& input) { return input->place == place; }));
    };
    const auto swing = std::ranges::find_if(m_examination->swings, isMeant); // the greatest of them
    if (swing == m_examination->swings.end()) {
        return {};
    }
    const Scale scale = scaleFor(std::max(1.0, m_examination->base));
    return swingSentence(m_format,
                         *swing,
                         m_examination->base,
                         scale,
                         m_format.scaleUnit(scale, m_workspace.comparison()->currency.code()));
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
