// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"

#include "app/settings/language.h"
#include "app/window/mainwindow.h"
#include "app/window/settingsdialog.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QFileDialog>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

ThemeChoice themeChoice(const QString &word)
{
    if (word == "light"_L1)
        return ThemeChoice::Light;
    return word == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

} // namespace

Console::Console(QApplication &application, const Clock &clock, Options options)
    : m_application(application)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_settings(m_options.settingsFile.isEmpty() ? std::make_unique<Settings>()
                                                  : std::make_unique<Settings>(m_options.settingsFile))
    , m_language(m_settings->get(settings::language))
{
    installLanguage(application, m_language);
    applyTheme(application, themeChoice(m_settings->get(settings::theme)));
    openSession();
    openWindow();
}

Console::~Console()
{
    m_window.reset(); // before the session whose models it shows
}

SessionOptions Console::sessionOptions() const
{
    SessionOptions options;
    options.databasePath =
        m_options.databasePath.isEmpty() ? m_settings->databasePath() : m_options.databasePath;
    options.sources = m_options.sources.isEmpty() ? m_settings->get(settings::sources) : m_options.sources;
    options.period = Milliseconds(m_settings->get(settings::periodMs));
    options.readOnly = m_settings->get(settings::readOnly);
    options.retention.raw = std::chrono::days(m_settings->get(settings::retentionDays));
    return options;
}

void Console::openSession()
{
    m_session = std::make_unique<Session>(sessionOptions(), m_clock);
}

void Console::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
    connect(m_window.get(), &MainWindow::settingsWanted, this, &Console::showSettings);
    connect(m_window.get(), &MainWindow::otherDatabaseWanted, this, &Console::chooseOtherDatabase);
    // The window asks from inside one of its own signals: answer when it has returned.
    connect(
        m_window.get(), &MainWindow::retryWanted, this, [this] { applySettings(); }, Qt::QueuedConnection);
    m_window->show();
}

void Console::showSettings()
{
    auto *dialog = new SettingsDialog(*m_settings, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &Console::applySettings, Qt::QueuedConnection);
    dialog->open();
}

void Console::applySettings()
{
    applyTheme(m_application, themeChoice(m_settings->get(settings::theme)));
    const SessionOptions wanted = sessionOptions();
    const bool otherFile = wanted.databasePath != m_session->options().databasePath;
    const bool otherLanguage = m_settings->get(settings::language) != m_language;
    if (otherFile || m_session->storeState() == Session::StoreState::Failed) {
        m_window->saveLayout();
        m_window.reset();
        m_session.reset();
        openSession();
    } else {
        m_session->setPeriod(wanted.period);
        m_session->setRetention(wanted.retention);
        m_session->setReadOnly(wanted.readOnly);
        if (wanted.sources != m_session->options().sources)
            m_session->setSources(wanted.sources);
    }
    if (otherLanguage) {
        m_language = m_settings->get(settings::language);
        installLanguage(m_application, m_language);
    }
    // Every word of the window is made when it is built.
    if (!m_window || otherLanguage) {
        if (m_window)
            m_window->saveLayout();
        m_window.reset();
        openWindow();
    }
}

void Console::chooseOtherDatabase()
{
    auto *dialog = new QFileDialog(m_window.get(), tr("History file"), m_settings->databasePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // an existing history is opened, never overwritten
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [this](const QString &file) {
            m_settings->set(settings::database, file);
            m_options.databasePath.clear();
            applySettings();
        },
        Qt::QueuedConnection);
    dialog->open();
}

} // namespace stratadeck
