// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Format.h"
#include "app/session/SheetJob.h"

#include <QAbstractButton>
#include <QProgressBar>

class QGridLayout;
class QLabel;
class QPushButton;

/// Small parts of the import wizard.
namespace wherewithal::app {

/// The steps of an import, in order.
enum class ImportStep
{
    Files,
    Detect,
    Preview,
    Map,
    Check,
    Commit,
};
inline constexpr int kImportSteps = 6;
[[nodiscard]] QString importStepName(ImportStep step);

/// One step of the wizard's rail: number or mark, name, what it found.
class StepButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class State
    {
        Waiting,
        Running,
        Done,
        Failed,
    };

    StepButton(int number, const QString& name, QWidget* parent);
    void setState(State state);
    void setNote(const QString& note);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    int m_number;
    State m_state = State::Waiting;
    QString m_note;
};

/// The wizard's strip of steps.
class StepRail : public QWidget
{
    Q_OBJECT

public:
    explicit StepRail(QWidget* parent = nullptr);
    [[nodiscard]] StepButton* step(ImportStep step) const { return m_steps[static_cast<std::size_t>(step)]; }
    void setCurrent(ImportStep step);

signals:
    void chosen(ImportStep step);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<StepButton*, kImportSteps> m_steps{};
};

/// What the wizard can do about an issue at a click.
enum class ImportFix
{
    None,
    Currency,  ///< nothing says which: to be set
    Mapping,   ///< which column means what, or how its values are written
    Encoding,  ///< bytes were no text
    Separator, ///< rows fall apart into another number of cells than the header
    Day,       ///< rows without a day: the sheet's can be set
};
/// `isTable`: the file goes through a mapping.
[[nodiscard]] ImportFix fixFor(const providers::RowIssue& issue, bool isTable);
/// "Set the currency"; empty for none.
[[nodiscard]] QString name(ImportFix fix);

/// A strip that says what is wrong, in place: where, what, how to fix. Hidden without an error.
class ErrorStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorStrip(QWidget* parent = nullptr);
    void showError(const model::Error& error);
    void showText(const QString& title, const QString& text);
    /// Offers to do something about it, beside the text.
    void offer(ImportFix fix);
    void clear();
    [[nodiscard]] QString text() const;

signals:
    void fixWanted(ImportFix fix);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_fix;
    ImportFix m_fixing = ImportFix::None;
};

/// A thin bar in the accent colour; with an empty range it is full and hatched: how much is not known.
class ThinProgress : public QProgressBar
{
    Q_OBJECT

public:
    explicit ThinProgress(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// How an import's issue is shown: kept or left out, and the advice.
[[nodiscard]] QString fixText(const providers::RowIssue& issue);
/// "12.3 MB in 0.8 s, 412 MB/s, about 2 s left"
[[nodiscard]] QString progressText(const Format& format, const ImportProgress& progress);
/// "on demand", "reserved 3 y, partial"
[[nodiscard]] QString purchaseOf(const Format& format, const providers::PriceRow& row);
/// The reason of a skip as a sentence.
[[nodiscard]] QString skipText(const std::string& reason);

} // namespace wherewithal::app
