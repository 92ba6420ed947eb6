// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/SettingsDialog.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/window/Language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSpinBox>

#include <cmath>

namespace wherewithal::app {

namespace {

constexpr int kMostPaths = 100'000; ///< as the plan allows

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    buildLanguage();
    buildPalette();
    buildTextSize();
    buildPlans();
    auto* form = new QFormLayout(this);
    form->setContentsMargins(px(16), px(16), px(16), px(16));
    form->setSpacing(px(8));
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Colours"), m_palette);
    form->addRow(tr("&Text size"), m_textSize);
    form->addRow(tr("Sampled &paths of new plans"), m_paths);
    form->addRow(QString(), m_reduced);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

void SettingsDialog::buildLanguage()
{
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->setCurrentIndex(
        std::max(0, m_language->findData(m_settings.get(Setting::Language).toString())));
    connect(m_language, &QComboBox::activated, this, [this] {
        if (m_settings.get(Setting::Language).toString() != m_language->currentData().toString()) {
            m_settings.set(Setting::Language, m_language->currentData());
            emit languageChanged();
        }
    });
}

void SettingsDialog::buildPalette()
{
    m_palette = new QComboBox(this);
    m_palette->setObjectName(QStringLiteral("palette"));
    m_palette->setAccessibleName(tr("Colours"));
    m_palette->addItem(tr("As the system"), QStringLiteral("system"));
    m_palette->addItem(tr("Light"), QStringLiteral("light"));
    m_palette->addItem(tr("Dark"), QStringLiteral("dark"));
    m_palette->setCurrentIndex(std::max(0, m_palette->findData(m_settings.get(Setting::Palette).toString())));
    connect(m_palette, &QComboBox::activated, this, [this] {
        m_settings.set(Setting::Palette, m_palette->currentData());
        setPaletteChoice(parsePaletteChoice(m_palette->currentData().toString()));
    });
}

void SettingsDialog::buildTextSize()
{
    m_textSize = new QSpinBox(this);
    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_textSize->setAccessibleName(tr("Text size"));
    m_textSize->setRange(100, 200);
    m_textSize->setSingleStep(25);
    m_textSize->setSuffix(tr(" %"));
    m_textSize->setKeyboardTracking(false); // "150" is not first 1, then 15
    m_textSize->setValue(static_cast<int>(std::lround(m_settings.get(Setting::FontScale).toDouble() * 100)));
    connect(m_textSize, &QSpinBox::valueChanged, this, [this](int percent) {
        m_settings.set(Setting::FontScale, percent / 100.0);
        setFontScale(percent / 100.0);
    });
}

void SettingsDialog::buildPlans()
{
    m_paths = new QSpinBox(this);
    m_paths->setObjectName(QStringLiteral("standardPaths"));
    m_paths->setAccessibleName(tr("Sampled paths of new plans"));
    m_paths->setRange(0, kMostPaths);
    m_paths->setSingleStep(256);
    m_paths->setGroupSeparatorShown(true);
    m_paths->setToolTip(tr("More paths make the ranges steadier and take longer. 0: the base case alone."));
    m_paths->setValue(m_settings.get(Setting::StandardPaths).toInt());
    connect(m_paths, &QSpinBox::valueChanged, this, [this](int paths) {
        m_settings.set(Setting::StandardPaths, paths);
    });
    m_reduced = new QCheckBox(tr("&Nothing moves by itself"), this);
    m_reduced->setObjectName(QStringLiteral("reducedAnimation"));
    m_reduced->setChecked(m_settings.get(Setting::ReducedAnimation).toBool());
    connect(m_reduced, &QCheckBox::toggled, this, [this](bool isReduced) {
        m_settings.set(Setting::ReducedAnimation, isReduced);
        setReducedAnimation(isReduced);
    });
}

} // namespace wherewithal::app
