// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace stratadeck {

class Settings;

/// Sources, history, language and look. Nothing changes before OK; what is wrong is said beside it.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    void accept() override;

private:
    QWidget *buildSources();
    QWidget *buildHistory();
    QWidget *buildLook();
    void load();
    void addSource(const QString &uri);
    void chooseDatabase();
    QStringList listedSources() const;
    QString problem() const;
    void showSourcesEnabled();

    Settings &m_settings;
    QCheckBox *m_automatic;
    QCheckBox *m_readOnly;
    QListWidget *m_sources;
    QPushButton *m_add;
    QPushButton *m_remove;
    QSpinBox *m_period;
    QSpinBox *m_retention;
    QSpinBox *m_minutes;
    QSpinBox *m_size;
    QLineEdit *m_database;
    QComboBox *m_language;
    QComboBox *m_theme;
    QCheckBox *m_tray;
    QLabel *m_problem;
};

} // namespace stratadeck
