// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settingsdialog.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/alertmanagerpage.h"
#include "app/window/deliverypage.h"
#include "app/window/desktoppage.h"
#include "models/base/errortext.h"
#include "models/collect/sourceuri.h"
#include "models/notify/alertmanager/tokenvault.h"
#include "widgets/kit/lineeditbuttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <memory>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPeriodStep = 250;
constexpr int kWidth = 620;

void select(QComboBox *box, const QString &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, TokenVault &vault, Session &session, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_vault(vault)
    , m_tabs(new QTabWidget(this))
    , m_general(new QWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_automatic(new QCheckBox(tr("&Find engines on this machine by itself"), this))
    , m_readOnly(new QCheckBox(tr("&Only look: start, stop and change nothing"), this))
    , m_sources(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_period(new QSpinBox(this))
    , m_retention(new QSpinBox(this))
    , m_minutes(new QSpinBox(this))
    , m_size(new QSpinBox(this))
    , m_database(new QLineEdit(this))
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_tray(new QCheckBox(tr("Keep in the &tray when closed"), this))
    , m_problem(new QLabel(this))
{
    m_tabs->setAccessibleName(tr("Pages of the settings"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    setWindowTitle(tr("Settings"));
    setObjectName(u"settingsDialog"_s);
    setMinimumWidth(kWidth);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *general = new QVBoxLayout(m_general);
    general->addWidget(buildSources());
    general->addWidget(buildHistory());
    general->addWidget(buildLook());
    buildPages(session);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    load();
}

void SettingsDialog::buildPages(Session &session)
{
    m_tabs->setObjectName(u"settingsTabs"_s);
    auto *desktop = new DesktopPage(this);
    auto *delivery = new DeliveryPage(m_vault, session.notifying(), this);
    auto *alertmanager = new AlertmanagerPage(m_vault, session.notifying(), this);
    m_pages = {desktop, delivery, alertmanager};
    m_tabs->addTab(m_general, tr("General"));
    m_tabs->addTab(desktop, tr("Notifications"));
    m_tabs->addTab(delivery, tr("Web and e-mail"));
    m_tabs->addTab(alertmanager, tr("Alertmanager"));
}

QWidget *SettingsDialog::buildSources()
{
    auto *group = new QGroupBox(tr("Sources"), this);
    m_automatic->setObjectName(u"automatic"_s);
    m_readOnly->setObjectName(u"readOnly"_s);
    m_sources->setObjectName(u"sources"_s);
    m_sources->setAccessibleName(tr("Source URIs"));
    m_sources->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    auto *hint = new QLabel(tr("Examples: host:  qemu:///system  qemu+ssh://user@server/system  "
                               "podman:///run/podman/podman.sock  docker:///var/run/docker.sock"),
                            group);
    hint->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_automatic);
    layout->addWidget(m_sources);
    layout->addLayout(buttons);
    layout->addWidget(hint);
    layout->addWidget(m_readOnly);
    connect(m_automatic, &QCheckBox::toggled, this, &SettingsDialog::showSourcesEnabled);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addSource(u"qemu:///system"_s);
        m_sources->setCurrentRow(m_sources->count() - 1);
        m_sources->editItem(m_sources->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { delete m_sources->currentItem(); });
    return group;
}

QWidget *SettingsDialog::buildHistory()
{
    auto *group = new QGroupBox(tr("History"), this);
    m_period->setRange(settings::periodMs.minimum, settings::periodMs.maximum);
    m_period->setSingleStep(kPeriodStep);
    m_period->setSuffix(tr(" ms"));
    m_period->setObjectName(u"period"_s);
    m_retention->setRange(settings::retentionDays.minimum, settings::retentionDays.maximum);
    m_retention->setSpecialValueText(tr("For ever"));
    m_retention->setSuffix(tr(" days"));
    m_retention->setObjectName(u"retention"_s);
    m_minutes->setRange(settings::minuteDays.minimum, settings::minuteDays.maximum);
    m_minutes->setSpecialValueText(tr("For ever"));
    m_minutes->setSuffix(tr(" days"));
    m_minutes->setObjectName(u"minutes"_s);
    m_minutes->setToolTip(
        tr("Minimum, maximum and mean of each minute. Those of each hour are kept for ever."));
    m_size->setRange(settings::sizeLimit.minimum, settings::sizeLimit.maximum);
    m_size->setSpecialValueText(tr("No limit"));
    m_size->setSuffix(tr(" GB"));
    m_size->setObjectName(u"size"_s);
    m_size->setToolTip(tr("When the history needs more, the oldest samples go first."));
    m_database->setObjectName(u"database"_s);
    m_database->setPlaceholderText(Settings::standardDatabasePath());
    addClearButton(*m_database);
    auto *browse = new QPushButton(tr("&Browse…"), group);
    connect(browse, &QPushButton::clicked, this, &SettingsDialog::chooseDatabase);
    auto *file = new QHBoxLayout;
    file->addWidget(m_database, 1);
    file->addWidget(browse);
    auto *layout = new QFormLayout(group);
    layout->addRow(tr("Read &every:"), m_period);
    layout->addRow(tr("&Keep samples:"), m_retention);
    layout->addRow(tr("Keep mi&nutes:"), m_minutes);
    layout->addRow(tr("Size li&mit:"), m_size);
    layout->addRow(tr("File:"), file);
    m_database->setAccessibleName(tr("History file"));
    return group;
}

QWidget *SettingsDialog::buildLook()
{
    auto *group = new QGroupBox(tr("Look"), this);
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("As the desktop"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the desktop"), QString());
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    auto *layout = new QFormLayout(group);
    layout->addRow(tr("&Language:"), m_language);
    layout->addRow(tr("&Theme:"), m_theme);
    m_tray->setObjectName(u"keepInTray"_s);
    m_tray->setToolTip(tr("Closing the window leaves an icon that brings it back; recording goes on."));
    layout->addRow(m_tray);
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray->setEnabled(false);
        m_tray->setToolTip(tr("This desktop shows no tray."));
        m_tray->setAccessibleDescription(m_tray->toolTip());
        layout->addRow(new QLabel(m_tray->toolTip(), group));
    }
    return group;
}

void SettingsDialog::load()
{
    const QStringList sources = m_settings.get(settings::sources);
    m_automatic->setChecked(sources.isEmpty());
    m_readOnly->setChecked(m_settings.get(settings::readOnly));
    for (const QString &uri : sources)
        addSource(uri);
    m_period->setValue(m_settings.get(settings::periodMs));
    m_retention->setValue(m_settings.get(settings::retentionDays));
    m_minutes->setValue(m_settings.get(settings::minuteDays));
    m_size->setValue(m_settings.get(settings::sizeLimit));
    m_database->setText(m_settings.get(settings::database));
    select(m_language, m_settings.get(settings::language));
    select(m_theme, m_settings.get(settings::theme));
    m_tray->setChecked(m_settings.get(settings::keepInTray));
    const NotifySettings notify = notifySettings(m_settings);
    for (NotifyPage *page : m_pages)
        page->load(notify);
    showSourcesEnabled();
}

void SettingsDialog::addSource(const QString &uri)
{
    auto *item = new QListWidgetItem(uri, m_sources);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void SettingsDialog::showSourcesEnabled()
{
    const bool byHand = !m_automatic->isChecked();
    m_sources->setEnabled(byHand);
    m_add->setEnabled(byHand);
    m_remove->setEnabled(byHand);
}

void SettingsDialog::chooseDatabase()
{
    auto *dialog = new QFileDialog(this, tr("History file"), m_settings.databasePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // an existing history is opened, never overwritten
    dialog->setDefaultSuffix(u"db"_s);
    connect(dialog, &QFileDialog::fileSelected, m_database, &QLineEdit::setText);
    dialog->open();
}

QStringList SettingsDialog::listedSources() const
{
    QStringList uris;
    for (int row = 0; row < m_sources->count(); ++row) {
        const QString uri = m_sources->item(row)->text().trimmed();
        if (!uri.isEmpty())
            uris.append(uri);
    }
    return uris;
}

QString SettingsDialog::problem() const
{
    if (m_automatic->isChecked())
        return {};
    if (listedSources().isEmpty())
        return tr("Add at least one source, or let them be found by itself.");
    for (const QString &uri : listedSources()) {
        if (!SourceUri::parse(uri))
            return tr("“%1” is not a source. It should look like one of the examples.").arg(uri.left(100));
    }
    return {};
}

void SettingsDialog::accept()
{
    if (showProblem(problem(), m_general))
        return;
    for (NotifyPage *page : m_pages) {
        if (showProblem(page->problem(), page))
            return;
    }
    saveSecrets();
}

/// Whether there is one: then its page is shown.
bool SettingsDialog::showProblem(const QString &wrong, QWidget *page)
{
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    if (wrong.isEmpty())
        return false;
    m_tabs->setCurrentWidget(page);
    return true;
}

/// Before the settings, which say that they are there. A keyring may take seconds to answer.
void SettingsDialog::saveSecrets()
{
    std::vector<SecretChange> kept;
    for (const NotifyPage *page : m_pages) {
        for (const SecretChange &change : page->secrets()) {
            if (change.text.isEmpty())
                m_vault.forget(change.name);
            else
                kept.push_back(change);
            Q_EMIT secretsChanged();
        }
    }
    if (kept.empty()) {
        save();
        return;
    }
    m_buttons->setEnabled(false);
    const auto left = std::make_shared<std::size_t>(kept.size());
    for (const SecretChange &change : kept) {
        m_vault.write(change.name, change.text, this, [this, left](const Result<TokenVault::Place> &place) {
            if (!place) {
                m_buttons->setEnabled(true);
                showProblem(errorText(place.error()), m_tabs->currentWidget());
                return;
            }
            if (*place == TokenVault::Place::File)
                Q_EMIT secretsKeptInFiles();
            if (--*left == 0)
                save();
        });
    }
}

void SettingsDialog::save()
{
    NotifySettings notify;
    for (const NotifyPage *page : m_pages)
        page->save(notify);
    saveNotifySettings(m_settings, notify);
    m_settings.set(settings::readOnly, m_readOnly->isChecked());
    m_settings.set(settings::sources, m_automatic->isChecked() ? QStringList() : listedSources());
    m_settings.set(settings::periodMs, m_period->value());
    m_settings.set(settings::retentionDays, m_retention->value());
    m_settings.set(settings::minuteDays, m_minutes->value());
    m_settings.set(settings::sizeLimit, m_size->value());
    m_settings.set(settings::database, m_database->text().trimmed());
    m_settings.set(settings::language, m_language->currentData().toString());
    m_settings.set(settings::theme, m_theme->currentData().toString());
    m_settings.set(settings::keepInTray, m_tray->isChecked());
    QDialog::accept();
}

} // namespace stratadeck
