// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

namespace wherewithal::app {

/// Everything that the program remembers between two starts. The table in Settings.cpp gives key and default.
enum class Setting
{
    Palette,        ///< "system", "light", "dark"
    FontScale,      ///< 1.0, 1.25, 1.5
    Language,       ///< "", "en", "de"; empty: of the system
    WindowGeometry, ///< QByteArray
    PanelVisible,
    PanelWidth,       ///< design pixels at 100 %
    Page,             ///< id of the page shown last
    RecentPlans,      ///< QStringList, newest first
    SheetFiles,       ///< QVariantMap: name of an imported sheet -> file it came from
    RecentNames,      ///< QVariantMap: path -> name of the plan
    WindowLayout,     ///< QVariantMap: object name of a splitter or header -> its state
    ReducedAnimation, ///< bool: nothing moves by itself
    StandardPaths,    ///< sampled paths of plans made from a template
    HiddenCompareColumns, ///< QStringList: keys of columns that the user has taken out
};

class Settings
{
public:
    /// The user's own file.
    Settings();
    /// Another file (tests); empty: memory only.
    explicit Settings(const QString& file);
    ~Settings();
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    [[nodiscard]] QVariant get(Setting setting) const;
    void set(Setting setting, const QVariant& value);

    /// Puts a plan at the head of the recent ones; at most ten are kept.
    void addRecent(const QString& path, const QString& name = {});
    /// Where an imported sheet came from, to open it again; empty if it is not known.
    void rememberSheetFile(const QString& sheet, const QString& path);
    [[nodiscard]] QString sheetFile(const QString& sheet) const;
    /// The folder of the settings file; empty: nothing is kept between two starts.
    [[nodiscard]] QString folder() const;

private:
    std::unique_ptr<QSettings> m_store;
    QVariantMap m_memory;
};

} // namespace wherewithal::app
