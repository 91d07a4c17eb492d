// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/notifypage.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QDialogButtonBox;
class QSpinBox;
class QTabWidget;

namespace stratadeck {

class Session;
class Settings;
class TokenVault;

/// Sources, history, language and look; how people and other programs are told of alerts. Nothing changes
/// before OK; what is wrong is said beside it.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Settings &settings, TokenVault &vault, Session &session, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    /// Passwords or tokens in the vault are others than before.
    void secretsChanged();
    /// No keyring took them: they lie in files that only the user may read.
    void secretsKeptInFiles();

private:
    void buildPages(Session &session);
    bool showProblem(const QString &wrong, QWidget *page);
    void saveSecrets();
    void save();
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
    TokenVault &m_vault;
    QTabWidget *m_tabs;
    std::vector<NotifyPage *> m_pages;
    QWidget *m_general;
    QDialogButtonBox *m_buttons;
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
