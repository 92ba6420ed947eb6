// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PrintReport.h"

#include "app/report/Renderers.h"

#include <QGuiApplication>

#include <array>
#include <memory>

namespace wherewithal::app {

namespace {

/// Fonts for a program without a window. The offscreen platform asks for no display and takes the system's
/// fonts.
class FontProvider
{
public:
    FontProvider()
    {
        if (QCoreApplication::instance() == nullptr) {
            // Qt remarks on a session without a runtime folder; a report needs none.
            const QtMessageHandler before =
                qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
            m_application = std::make_unique<QGuiApplication>(m_count, m_words.data());
            qInstallMessageHandler(before);
        }
    }

private:
    int m_count = 3;
    std::array<char, 12> m_name{"wherewithal"};
    std::array<char, 10> m_option{"-platform"};
    std::array<char, 10> m_platform{"offscreen"};
    std::array<char*, 4> m_words{m_name.data(), m_option.data(), m_platform.data(), nullptr};
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace

model::Result<void>
printReport(const ReportInput& input, const ReportSettings& settings, const std::string& path)
{
    const FontProvider fonts;
    return writeReport(buildReport(input, settings), input.comparison, path);
}

} // namespace wherewithal::app
