// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/EvidencePopover.h"

#include "app/gui/widgets/Parts.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostFacts = 3; ///< the rest is counted

bool isWebAddress(const QString& url)
{
    return url.startsWith(QStringLiteral("https://")) || url.startsWith(QStringLiteral("http://"));
}

TypedLabel* wrapped(Type type, const QString& text, Ink ink, QWidget* parent)
{
    auto* label = new TypedLabel(type, text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setInk(ink);
    return label;
}

} // namespace

QString EvidenceDetail::toText() const
{
    QStringList lines{QStringLiteral("%1: %2 — %3").arg(letter, question, answer), counts};
    for (const EvidenceFact& fact : facts) {
        lines.append(fact.finding);
        lines.append(QStringList{fact.url, fact.date, fact.confidence}.join(QStringLiteral(" · ")));
    }
    lines.append(effect);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

EvidencePopover::EvidencePopover(const EvidenceDetail& detail, QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("evidencePopover"));
    setAccessibleName(tr("%1, answer for %2").arg(detail.question, detail.letter));
    setAccessibleDescription(detail.toText());
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFixedWidth(px(520));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(12), px(12));
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    auto* tag = new LetterTag(this);
    tag->setLetter(detail.letter);
    auto* close = makeButton(tr("Close"), QStringLiteral("popoverClose"), this);
    head->addWidget(tag, 0, Qt::AlignTop);
    head->addWidget(wrapped(Type::Section, detail.question, Ink::Text, this), 1);
    column->addLayout(head);
    auto* answer = new QHBoxLayout;
    answer->addWidget(new TypedLabel(Type::Strong, detail.answer, this));
    auto* counts = new TypedLabel(Type::Body, detail.counts, this);
    counts->setInk(Ink::Text2);
    answer->addWidget(counts, 1);
    column->addLayout(answer);
    QString address;
    for (std::size_t index = 0; index < std::min(kMostFacts, detail.facts.size()); ++index) {
        const EvidenceFact& fact = detail.facts[index];
        column->addWidget(wrapped(Type::Body, fact.finding, Ink::Text, this));
        const QString date = fact.date.isEmpty() ? tr("⚠ date not stated") : fact.date;
        column->addWidget(wrapped(Type::Note, tr("%1, %2").arg(fact.confidence, date), Ink::Text2, this));
        if (!fact.url.isEmpty()) {
            column->addWidget(wrapped(Type::Small, fact.url, Ink::Muted, this));
        }
        if (address.isEmpty() && isWebAddress(fact.url)) {
            address = fact.url;
        }
    }
    if (detail.facts.size() > kMostFacts) {
        column->addWidget(wrapped(
            Type::Note,
            tr("%n more facts speak of it.", nullptr, static_cast<int>(detail.facts.size() - kMostFacts)),
            Ink::Muted,
            this));
    }
    if (detail.facts.empty()) {
        column->addWidget(
            wrapped(Type::Body,
                    tr("Nobody answered this yet: ask the vendor, or answer it from what you know."),
                    Ink::Text2,
                    this));
    }
    if (!detail.effect.isEmpty()) {
        column->addWidget(wrapped(Type::Body, detail.effect, Ink::Text, this));
    }
    auto* buttons = new QHBoxLayout;
    auto* open = makeButton(tr("Open source"), QStringLiteral("popoverOpen"), this);
    auto* copy = makeButton(tr("Copy as text"), QStringLiteral("popoverCopy"), this);
    open->setEnabled(!address.isEmpty());
    open->setToolTip(address);
    auto* own = makeButton(tr("Own answer…"), QStringLiteral("popoverOwn"), this);
    own->setToolTip(
        tr("Answer it from what you know; the answer is kept in the plan and marked as your own"));
    connect(own, &QPushButton::clicked, this, [this] {
        QWidget::close();
        emit answerRequested();
    });
    buttons->addWidget(own);
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, [address] { QDesktopServices::openUrl(QUrl(address)); });
    connect(copy, &QPushButton::clicked, this, [text = detail.toText()] {
        QGuiApplication::clipboard()->setText(text);
    });
    connect(close, &QPushButton::clicked, this, &QWidget::close);
}

void EvidencePopover::openBeside(const QRect& globalCell)
{
    adjustSize();
    const QScreen* screen = QGuiApplication::screenAt(globalCell.center());
    const QRect room = (screen != nullptr ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const bool isBelow = globalCell.bottom() + px(4) + height() <= room.bottom();
    const int top = isBelow ? globalCell.bottom() + px(4) : globalCell.top() - px(4) - height();
    const int left = std::clamp(
        globalCell.center().x() - width() / 2, room.left(), std::max(room.left(), room.right() - width()));
    move(left, std::max(room.top(), top));
    show();
    setFocus();
}

void EvidencePopover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        event->accept();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace wherewithal::app
