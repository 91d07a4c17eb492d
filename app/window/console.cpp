// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"

#include "app/settings/language.h"
#include "app/window/alertnotifier.h"
#include "app/window/entityname.h"
#include "app/window/mainwindow.h"
#include "app/window/settingsdialog.h"
#include "app/window/tray.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QFileDialog>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Sources have been asked and answered, or failed, by then.
constexpr std::chrono::seconds kShowPatience{10};

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
    , m_vault(m_settings->secretsFolder())
    , m_language(m_settings->get(settings::language))
{
    installLanguage(application, m_language);
    applyTheme(application, themeChoice(m_settings->get(settings::theme)));
    m_showPatience.setSingleShot(true);
    connect(&m_showPatience, &QTimer::timeout, this,
            [this] { comeToFront(std::exchange(m_toShow, QString())); });
    openSession();
    openWindow();
}

Console::~Console()
{
    m_tray.reset();
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
    options.retention = retentionPolicy(*m_settings);
    options.notify = notifySettings(*m_settings);
    options.secretsFolder = m_settings->secretsFolder();
    return options;
}

void Console::openSession()
{
    m_session = std::make_unique<Session>(sessionOptions(), m_clock);
    connect(m_session.get(), &Session::updated, this, &Console::tryToShow);
}

void Console::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
    connect(m_window.get(), &MainWindow::settingsWanted, this, &Console::showSettings);
    connect(m_window.get(), &MainWindow::otherDatabaseWanted, this, &Console::chooseOtherDatabase);
    // The window asks from inside one of its own signals: answer when it has returned.
    connect(
        m_window.get(), &MainWindow::retryWanted, this, [this] { applySettings(); }, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::quitWanted, this, &Console::quit);
    openTray();
    m_notifier = new AlertNotifier(*m_session, *m_window); // of the window
    m_window->show();
}

void Console::openTray()
{
    m_tray = std::make_unique<Tray>(*m_session);
    connect(m_tray.get(), &Tray::showWanted, this, [this] { m_window->comeToFront(); });
    connect(m_tray.get(), &Tray::quitWanted, this, &Console::quit);
    connect(m_tray.get(), &Tray::entityWanted, this, [this](EntityId entity) {
        m_window->comeToFront();
        m_window->openEntity(entity);
    });
    applyTray();
}

void Console::applyTray()
{
    // Where no tray can be seen, closing must end the program: nobody could bring the window back.
    const bool keep =
        m_options.tray && m_settings->get(settings::keepInTray) && QSystemTrayIcon::isSystemTrayAvailable();
    m_tray->setVisible(keep);
    m_window->setKeptWhenClosed(keep);
    QApplication::setQuitOnLastWindowClosed(!keep);
}

void Console::quit()
{
    m_window->saveLayout();
    QApplication::quit();
}

QString Console::comeToFront(const QString &entity)
{
    m_window->comeToFront();
    if (entity.isEmpty())
        return {};
    const NamedEntity named = findEntity(m_session->inventory(), entity);
    if (named.entity)
        m_window->openEntity(*named.entity);
    else
        m_window->showMessage(named.problem);
    return named.problem;
}

void Console::showWhenKnown(const QString &entity)
{
    m_toShow = entity;
    m_showPatience.start(kShowPatience);
    tryToShow();
}

void Console::tryToShow()
{
    if (m_toShow.isEmpty() || !findEntity(m_session->inventory(), m_toShow).entity)
        return;
    m_showPatience.stop();
    comeToFront(std::exchange(m_toShow, QString()));
}

void Console::showSettings()
{
    auto *dialog = new SettingsDialog(*m_settings, m_vault, *m_session, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::secretsChanged, this, [this] { m_hasNewSecrets = true; });
    connect(dialog, &SettingsDialog::secretsKeptInFiles, m_window.get(), [window = m_window.get()] {
        window->showMessage(
            tr("There is no keyring: passwords and tokens are kept in files that only you may read."));
    });
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
        m_tray.reset();
        m_window.reset();
        m_session.reset();
        openSession();
        Q_EMIT databaseChanged(wanted.databasePath);
    } else {
        m_session->setPeriod(wanted.period);
        m_session->setRetention(wanted.retention);
        m_session->setReadOnly(wanted.readOnly);
        m_session->setNotify(wanted.notify, std::exchange(m_hasNewSecrets, false));
        m_notifier->setSettings(wanted.notify);
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
        m_tray.reset();
        m_window.reset();
        openWindow();
    }
    applyTray();
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
