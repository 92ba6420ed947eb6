// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Settings.h"

#include <QFileInfo>
#include <QSettings>

#include <array>

namespace wherewithal::app {

namespace {

constexpr qsizetype kRecentPlans = 10;

struct Row
{
    Setting setting;
    const char* key;
    QVariant standard;
};

const Row& rowOf(Setting setting)
{
    static const std::array<Row, 14> rows{{
        {Setting::Palette, "window/palette", QStringLiteral("system")},
        {Setting::FontScale, "window/font-scale", 1.0},
        {Setting::Language, "window/language", QString()},
        {Setting::WindowGeometry, "window/geometry", QByteArray()},
        {Setting::PanelVisible, "window/panel-visible", true},
        {Setting::PanelWidth, "window/panel-width", 304},
        {Setting::Page, "window/page", QStringLiteral("compare")},
        {Setting::RecentPlans, "plans/recent", QStringList()},
        {Setting::SheetFiles, "catalogue/sheet-files", QVariantMap()},
        {Setting::RecentNames, "plans/recent-names", QVariantMap()},
        {Setting::WindowLayout, "window/layout", QVariantMap()},
        {Setting::ReducedAnimation, "window/reduced-animation", false},
        {Setting::StandardPaths, "plans/paths", 1024},
        {Setting::HiddenCompareColumns, "compare/hidden-columns", QStringList()},
    }};
    return rows[static_cast<std::size_t>(setting)];
}

} // namespace

Settings::Settings()
    : m_store(std::make_unique<QSettings>(QSettings::IniFormat,
                                          QSettings::UserScope,
                                          QStringLiteral("wherewithal"),
                                          QStringLiteral("wherewithal")))
{}

Settings::Settings(const QString& file)
    : m_store(file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

Settings::~Settings() = default;

QVariant Settings::get(Setting setting) const
{
    const Row& row = rowOf(setting);
    const QString key = QString::fromLatin1(row.key);
    return m_store ? m_store->value(key, row.standard) : m_memory.value(key, row.standard);
}

void Settings::set(Setting setting, const QVariant& value)
{
    const QString key = QString::fromLatin1(rowOf(setting).key);
    if (m_store) {
        m_store->setValue(key, value);
    } else {
        m_memory.insert(key, value);
    }
}

void Settings::addRecent(const QString& path, const QString& name)
{
    QStringList recent = get(Setting::RecentPlans).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    recent = recent.mid(0, kRecentPlans);
    const QVariantMap old = get(Setting::RecentNames).toMap();
    QVariantMap names;
    for (const QString& each : recent) {
        names.insert(each, each == path && !name.isEmpty() ? name : old.value(each));
    }
    set(Setting::RecentPlans, recent);
    set(Setting::RecentNames, names);
}

QString Settings::folder() const
{
    return m_store ? QFileInfo(m_store->fileName()).absolutePath() : QString();
}

void Settings::rememberSheetFile(const QString& sheet, const QString& path)
{
    QVariantMap files = get(Setting::SheetFiles).toMap();
    files.insert(sheet, path);
    set(Setting::SheetFiles, files);
}

QString Settings::sheetFile(const QString& sheet) const
{
    return get(Setting::SheetFiles).toMap().value(sheet).toString();
}

} // namespace wherewithal::app
