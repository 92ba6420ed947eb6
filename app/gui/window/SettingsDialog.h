// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace wherewithal::app {

/// Language, colours, size of text and what new plans begin with. Each change holds at once; there is nothing
/// to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

signals:
    void languageChanged();

private:
    void buildLanguage();
    void buildPalette();
    void buildTextSize();
    void buildPlans();

    Settings& m_settings;
    QComboBox* m_language = nullptr;
    QComboBox* m_palette = nullptr;
    QSpinBox* m_textSize = nullptr;
    QSpinBox* m_paths = nullptr;
    QCheckBox* m_reduced = nullptr;
};

} // namespace wherewithal::app
