// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"
#include "app/report/ReportBuilder.h"
#include "app/session/Background.h"

#include <QTimer>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace wherewithal::app {

class PagePreview;
class PagedReport;

/// The decision record: which parts, in which language, on which paper; what it will look like; and the file.
///
/// It is built and written on a worker thread; the last pages stay in view until the new ones are there.
class ReportPage : public Page
{
    Q_OBJECT

public:
    /// Asks where to save; `suggested` is a file name with suffix. Empty: cancelled.
    using AskPath = std::function<QString(QWidget* parent, const QString& suggested)>;

    explicit ReportPage(Workspace& workspace, QWidget* parent = nullptr);
    ~ReportPage() override;

    /// Tests answer the question themselves.
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }
    /// Writes the report as soon as it is built; the suffix says the format. saved() or the verdict tells the
    /// end.
    void saveTo(const QString& path);
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] bool isBusy() const override { return m_builder.isRunning(); }

signals:
    void reportBuilt(int pages);
    void saved(const QString& path);
    void saveFailed(const QString& path);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;
    void showStale(bool isStale) override;

private:
    /// What a build gives: the value, and the value cut into pages.
    struct Built
    {
        RunResultPtr result;
        std::shared_ptr<const ReportDocument> document;
        std::shared_ptr<PagedReport> pages;
    };

    QWidget* buildChoices();
    QWidget* buildPreview();
    QWidget* buildProgress();
    void addParts(QLayout& column);
    void addForm(QLayout& column);
    void chooseExtent(int index);
    void showExtent();
    void rebuild();
    void take(const Built& built);
    void write(const QString& path);
    void ask(const QString& suffix);
    void cancel();
    void turnPage(int step);
    void showWork(const QString& text);
    void hideWork();
    void showVerdict();
    [[nodiscard]] ReportSettings settings() const;

    AskPath m_askPath;
    QComboBox* m_extent = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_paper = nullptr;
    QLineEdit* m_status = nullptr;
    QLineEdit* m_audience = nullptr;
    QList<QCheckBox*> m_parts;
    QWidget* m_work = nullptr;
    TypedLabel* m_workText = nullptr;
    PagePreview* m_preview = nullptr;
    Built m_built;
    QString m_pendingPath; ///< to be written when the build under way ends
    int m_page = 0;
    Background m_builder;
    Background m_writer;
    QTimer m_slow; ///< shows the work when it takes longer than a moment
};

} // namespace wherewithal::app
