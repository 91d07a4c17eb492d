// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/deliverypage.h"

#include "app/session/channeltest.h"
#include "app/window/channeltext.h"
#include "app/window/secretedit.h"
#include "app/window/testrow.h"
#include "models/notify/alertmanager/tokenvault.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

enum Column { UrlColumn, StateColumn };
enum Role {
    KeptRole = Qt::UserRole, ///< a token lies in the vault for the URL of KeptUrlRole
    KeptUrlRole,
    TokenRole, ///< that has been typed
};

constexpr int kListRows = 4;
constexpr int kHighestPort = 65'535;
constexpr int kPortOfTls = 465;
constexpr int kPortOfStartTls = 587;
constexpr int kPortOfNone = 25;

bool isWebUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
           && url.userInfo().isEmpty();
}

QStringList addressesIn(const QString &text)
{
    QStringList addresses;
    for (const QString &part : text.split(u',')) {
        if (!part.trimmed().isEmpty())
            addresses.append(part.trimmed());
    }
    return addresses;
}

} // namespace

DeliveryPage::DeliveryPage(TokenVault &vault, Notifying *notifying, QWidget *parent)
    : NotifyPage(parent)
    , m_vault(vault)
    , m_notifying(notifying)
    , m_isFollowing(!notifying)
    , m_webs(new QTreeWidget(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_token(new SecretEdit(tr("Token of the webhook"), this))
    , m_testWeb(
          new TestRow(tr("&Send a test"), tr("Send a test to the webhook"), tr("It was delivered."), this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_security(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new SecretEdit(tr("Password of the mail server"), this))
    , m_mailState(new QLabel(this))
    , m_testMail(new TestRow(tr("Send a &test"), tr("Send a test mail"), tr("The server took the mail."), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buildWebs());
    layout->addWidget(buildMail());
    layout->addStretch(1);
    if (notifying)
        connect(notifying, &Notifying::changed, this, &DeliveryPage::showStates);
}

QGroupBox *DeliveryPage::buildWebs()
{
    auto *group = new QGroupBox(tr("Webhooks"), this);
    m_webs->setObjectName(u"webhooks"_s);
    m_webs->setAccessibleName(tr("Webhooks"));
    m_webs->setHeaderLabels({tr("Address"), tr("State")});
    m_webs->setRootIsDecorated(false);
    m_webs->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_webs->header()->setSectionResizeMode(UrlColumn, QHeaderView::Interactive);
    m_webs->setColumnWidth(UrlColumn, fontMetrics().horizontalAdvance(u'0') * 40);
    m_webs->setFixedHeight(fontMetrics().height() * (kListRows + 2));
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_add->setObjectName(u"addWebhook"_s);
    m_token->setObjectName(u"webhookToken"_s);
    m_testWeb->setObjectName(u"testWebhook"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *hint =
        new QLabel(tr("They get what Alertmanager's webhooks send, version 4. The token goes as a bearer "
                      "token, and is kept in the keyring."),
                   group);
    hint->setWordWrap(true);
    auto *form = new QFormLayout(group);
    form->addRow(m_webs);
    form->addRow(buttons);
    form->addRow(tr("T&oken:"), m_token);
    form->addRow(hint);
    form->addRow(m_testWeb);
    connect(m_add, &QPushButton::clicked, this, [this] {
        QTreeWidgetItem *item = addWeb({u"https://"_s, false});
        m_webs->setCurrentItem(item);
        m_webs->editItem(item, UrlColumn);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        delete m_webs->currentItem();
        showWeb();
    });
    // The state is not for editing.
    const auto edit = [this](QTreeWidgetItem *item) { m_webs->editItem(item, UrlColumn); };
    connect(m_webs, &QTreeWidget::itemActivated, this, edit);
    connect(m_webs, &QTreeWidget::currentItemChanged, this, &DeliveryPage::showWeb);
    connect(m_webs, &QTreeWidget::itemChanged, this, &DeliveryPage::showWeb);
    connect(m_token, &SecretEdit::changed, this, &DeliveryPage::keepToken);
    connect(m_testWeb, &TestRow::wanted, this, &DeliveryPage::testWebhook);
    return group;
}

QGroupBox *DeliveryPage::buildMail()
{
    auto *group = new QGroupBox(tr("E-mail"), this);
    m_host->setObjectName(u"mailHost"_s);
    m_host->setPlaceholderText(tr("No mail is sent"));
    m_port->setRange(1, kHighestPort);
    m_port->setAccessibleName(tr("Port of the mail server"));
    m_security->setObjectName(u"mailSecurity"_s);
    m_security->setAccessibleName(tr("Encryption"));
    m_security->addItem(tr("none"));
    m_security->addItem(u"STARTTLS"_s);
    m_security->addItem(u"TLS"_s);
    m_from->setObjectName(u"mailFrom"_s);
    m_to->setObjectName(u"mailTo"_s);
    m_to->setPlaceholderText(tr("Several are separated by commas"));
    m_user->setObjectName(u"mailUser"_s);
    m_user->setPlaceholderText(tr("Without a login"));
    m_password->setObjectName(u"mailPassword"_s);
    m_testMail->setObjectName(u"testMail"_s);
    m_mailState->setObjectName(u"mailState"_s);
    m_mailState->setWordWrap(true);
    m_mailState->setTextFormat(Qt::PlainText);
    auto *server = new QHBoxLayout;
    server->addWidget(m_host, 1);
    server->addWidget(m_port);
    server->addWidget(m_security);
    auto *form = new QFormLayout(group);
    auto *label = new QLabel(tr("&Mail server:"), group);
    label->setBuddy(m_host);
    m_host->setAccessibleName(tr("Mail server"));
    form->addRow(label, server);
    form->addRow(tr("&From:"), m_from);
    form->addRow(tr("To:"), m_to);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(tr("State:"), m_mailState);
    form->addRow(m_testMail);
    // The usual port follows, one of another number stays.
    connect(m_security, &QComboBox::activated, this, &DeliveryPage::showSecurity);
    connect(m_testMail, &TestRow::wanted, this, &DeliveryPage::testMailServer);
    return group;
}

void DeliveryPage::showSecurity()
{
    const int port = m_port->value();
    if (port != kPortOfNone && port != kPortOfStartTls && port != kPortOfTls)
        return;
    switch (static_cast<MailServer::Security>(m_security->currentIndex())) {
    case MailServer::Security::None:
        m_port->setValue(kPortOfNone);
        break;
    case MailServer::Security::StartTls:
        m_port->setValue(kPortOfStartTls);
        break;
    case MailServer::Security::Tls:
        m_port->setValue(kPortOfTls);
        break;
    }
}

void DeliveryPage::load(const NotifySettings &notify)
{
    m_loaded = notify;
    for (const NotifySettings::Web &web : notify.webs)
        addWeb(web);
    if (!notify.webs.empty())
        m_webs->setCurrentItem(m_webs->topLevelItem(0));
    m_host->setText(notify.mail.host);
    m_port->setValue(notify.mail.port);
    m_security->setCurrentIndex(static_cast<int>(notify.mail.security));
    m_from->setText(notify.mail.from);
    m_to->setText(notify.mail.to.join(u", "_s));
    m_user->setText(notify.mail.user);
    m_password->setKept(!notify.mail.host.isEmpty() && !notify.mail.user.isEmpty());
    showWeb();
    showStates();
}

QTreeWidgetItem *DeliveryPage::addWeb(const NotifySettings::Web &web)
{
    auto *item = new QTreeWidgetItem(m_webs, {web.url});
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setData(UrlColumn, KeptRole, web.hasToken);
    item->setData(UrlColumn, KeptUrlRole, web.url);
    return item;
}

/// A token is of one URL: another gets it only when somebody types it.
NotifySettings::Web DeliveryPage::webOf(const QTreeWidgetItem &item) const
{
    NotifySettings::Web web{item.text(UrlColumn).trimmed(), false};
    const bool isKept =
        item.data(UrlColumn, KeptRole).toBool() && item.data(UrlColumn, KeptUrlRole).toString() == web.url;
    web.hasToken = isKept || !item.data(UrlColumn, TokenRole).toString().isEmpty();
    return web;
}

void DeliveryPage::showWeb()
{
    const QTreeWidgetItem *item = m_webs->currentItem();
    m_remove->setEnabled(item);
    m_token->setEnabled(item);
    m_testWeb->setReady(item);
    const QString typed = item ? item->data(UrlColumn, TokenRole).toString() : QString();
    m_token->setKept(item && typed.isEmpty() && webOf(*item).hasToken);
    m_token->setText(typed);
}

void DeliveryPage::keepToken()
{
    QTreeWidgetItem *item = m_webs->currentItem();
    if (!item)
        return;
    const QSignalBlocker blocker(m_webs); // the edit has it already
    item->setData(UrlColumn, TokenRole, m_token->text());
    item->setData(UrlColumn, KeptRole, m_token->isKept());
}

NotifySettings::Mail DeliveryPage::mail() const
{
    return {m_host->text().trimmed(),
            m_port->value(),
            static_cast<MailServer::Security>(m_security->currentIndex()),
            m_from->text().trimmed(),
            addressesIn(m_to->text()),
            m_user->text().trimmed()};
}

QString DeliveryPage::mailProblem() const
{
    const NotifySettings::Mail wanted = mail();
    if (wanted.host.isEmpty())
        return {};
    if (!isMailAddress(wanted.from))
        return tr("“%1” is not an address that a mail can come from.").arg(wanted.from.left(100));
    if (wanted.to.isEmpty())
        return tr("Say whom mails should go to.");
    for (const QString &address : wanted.to) {
        if (!isMailAddress(address))
            return tr("“%1” is not an address that a mail can go to.").arg(address.left(100));
    }
    const bool isKept = m_password->isKept() && passwordName(wanted) == passwordName(m_loaded.mail);
    if (!wanted.user.isEmpty() && !isKept && m_password->text().isEmpty())
        return tr("The mail server needs the password of “%1”.").arg(wanted.user.left(100));
    return {};
}

QString DeliveryPage::problem() const
{
    QStringList seen;
    for (int row = 0; row < m_webs->topLevelItemCount(); ++row) {
        const QString url = webOf(*m_webs->topLevelItem(row)).url;
        if (!isWebUrl(url))
            return tr("“%1” is not the address of a webhook. It begins with https:// or http:// and has no "
                      "password "
                      "in it.")
                .arg(url.left(100));
        if (seen.contains(url))
            return tr("The webhook “%1” is there twice.").arg(url.left(100));
        seen.append(url);
    }
    return mailProblem();
}

void DeliveryPage::save(NotifySettings &notify) const
{
    notify.webs.clear();
    for (int row = 0; row < m_webs->topLevelItemCount(); ++row)
        notify.webs.push_back(webOf(*m_webs->topLevelItem(row)));
    notify.mail = mail();
}

std::vector<SecretChange> DeliveryPage::secrets() const
{
    std::vector<SecretChange> changes;
    QStringList kept;
    for (int row = 0; row < m_webs->topLevelItemCount(); ++row) {
        const QTreeWidgetItem &item = *m_webs->topLevelItem(row);
        const NotifySettings::Web web = webOf(item);
        if (web.hasToken)
            kept.append(tokenName(web));
        const QString typed = item.data(UrlColumn, TokenRole).toString();
        if (!typed.isEmpty())
            changes.push_back({tokenName(web), typed});
    }
    for (const NotifySettings::Web &web : m_loaded.webs) {
        if (web.hasToken && !kept.contains(tokenName(web)))
            changes.push_back({tokenName(web), {}});
    }
    const bool hadPassword = !m_loaded.mail.host.isEmpty() && !m_loaded.mail.user.isEmpty();
    const bool isSame = passwordName(m_loaded.mail) == passwordName(mail());
    if (!mail().host.isEmpty() && !mail().user.isEmpty() && !m_password->text().isEmpty())
        changes.push_back({passwordName(mail()), m_password->text()});
    if (hadPassword && (!isSame || mail().host.isEmpty()))
        changes.push_back({passwordName(m_loaded.mail), {}});
    return changes;
}

void DeliveryPage::showStates()
{
    const Notifying *notifying = m_isFollowing ? nullptr : m_notifying.data();
    if (!m_isFollowing && !notifying)
        return; // the session has ended
    const QSignalBlocker blocker(m_webs);
    for (int row = 0; row < m_webs->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_webs->topLevelItem(row);
        const QString text = channelText(notifying, ChannelState::Kind::Web, item->text(UrlColumn));
        item->setText(StateColumn, text);
        item->setToolTip(StateColumn, text.toHtmlEscaped());
    }
    const NotifySettings::Mail &mail = m_loaded.mail;
    m_mailState->setText(
        channelText(notifying, ChannelState::Kind::Mail, u"%1:%2"_s.arg(mail.host).arg(mail.port)));
}

void DeliveryPage::testWebhook()
{
    const QTreeWidgetItem *item = m_webs->currentItem();
    if (!item)
        return;
    const NotifySettings::Web web = webOf(*item);
    if (!isWebUrl(web.url)) {
        m_testWeb->showProblem(tr("This is not the address of a webhook."));
        return;
    }
    const QString typed = item->data(UrlColumn, TokenRole).toString();
    const auto run = [this, web](const QString &token) {
        m_testWeb->run([web, token](const std::stop_token &stop) { return testWeb(web, token, stop); });
    };
    if (!typed.isEmpty() || !web.hasToken) {
        run(typed);
        return;
    }
    m_vault.read(tokenName(web), m_testWeb, [this, run](const Result<TokenVault::Secret> &secret) {
        if (secret)
            run(secret->text);
        else
            m_testWeb->showProblem(channelErrorText(secret.error()));
    });
}

void DeliveryPage::testMailServer()
{
    const NotifySettings::Mail wanted = mail();
    const QString wrong = wanted.host.isEmpty() ? tr("There is no mail server.") : mailProblem();
    if (!wrong.isEmpty()) {
        m_testMail->showProblem(wrong);
        return;
    }
    const auto run = [this, wanted](const QString &password) {
        m_testMail->run(
            [wanted, password](const std::stop_token &stop) { return testMail(wanted, password, stop); });
    };
    if (wanted.user.isEmpty() || !m_password->text().isEmpty()) {
        run(m_password->text());
        return;
    }
    m_vault.read(passwordName(wanted), m_testMail, [this, run](const Result<TokenVault::Secret> &secret) {
        if (secret)
            run(secret->text);
        else
            m_testMail->showProblem(channelErrorText(secret.error()));
    });
}

} // namespace stratadeck
