// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/alertmanagerpage.h"

#include "app/session/channeltest.h"
#include "app/window/channeltext.h"
#include "app/window/secretedit.h"
#include "app/window/testrow.h"
#include "models/notify/alertmanager/tokenvault.h"
#include "widgets/alert/alerttext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFormLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLowestPort = 1024;
constexpr int kHighestPort = 65'535;

QStringList wordsIn(const QString &text)
{
    QStringList words;
    for (const QString &part : text.split(u',')) {
        if (!part.trimmed().isEmpty())
            words.append(part.trimmed().toLower());
    }
    return words;
}

QLabel *stateLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AlertmanagerPage::AlertmanagerPage(TokenVault &vault, Notifying *notifying, QWidget *parent)
    : NotifyPage(parent)
    , m_vault(vault)
    , m_notifying(notifying)
    , m_isFollowing(!notifying)
    , m_url(new QLineEdit(this))
    , m_token(new SecretEdit(tr("Token of Alertmanager"), this))
    , m_pushes(new QCheckBox(tr("Show it our alerts and &silences"), this))
    , m_pulls(new QCheckBox(tr("Show its alerts on our &board"), this))
    , m_mirrors(
          new QCheckBox(tr("Silence there what is ac&knowledged here, a quarter of an hour at a time"), this))
    , m_state(stateLabel(u"alertmanagerState"_s, this))
    , m_test(new TestRow(tr("Send a &test"), tr("Send a test to Alertmanager"), tr("It answers."), this))
    , m_receives(new QCheckBox(tr("Take its &webhooks at port"), this))
    , m_port(new QSpinBox(this))
    , m_copy(new QPushButton(tr("&Copy configuration"), this))
    , m_receiverState(stateLabel(u"receiverState"_s, this))
    , m_testReceiver(
          new TestRow(tr("Send a t&est"), tr("Send a test to the receiver"), tr("It answers."), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buildLink());
    layout->addWidget(buildReceiver());
    layout->addWidget(buildSeverities());
    layout->addStretch(1);
    if (notifying)
        connect(notifying, &Notifying::changed, this, &AlertmanagerPage::showStates);
}

QGroupBox *AlertmanagerPage::buildLink()
{
    auto *group = new QGroupBox(tr("Alertmanager"), this);
    m_url->setObjectName(u"alertmanagerUrl"_s);
    m_url->setPlaceholderText(tr("None, or its address: http://127.0.0.1:9093"));
    m_token->setObjectName(u"alertmanagerToken"_s);
    m_pushes->setObjectName(u"alertmanagerPush"_s);
    m_pulls->setObjectName(u"alertmanagerPull"_s);
    m_mirrors->setObjectName(u"alertmanagerMirror"_s);
    m_test->setObjectName(u"testAlertmanager"_s);
    auto *form = new QFormLayout(group);
    form->addRow(tr("&Address:"), m_url);
    form->addRow(tr("T&oken:"), m_token);
    form->addRow(m_pushes);
    form->addRow(m_pulls);
    form->addRow(m_mirrors);
    form->addRow(tr("State:"), m_state);
    form->addRow(m_test);
    connect(m_url, &QLineEdit::textChanged, this, &AlertmanagerPage::showEnabled);
    connect(m_test, &TestRow::wanted, this, &AlertmanagerPage::test);
    return group;
}

QGroupBox *AlertmanagerPage::buildReceiver()
{
    auto *group = new QGroupBox(tr("Webhooks of Alertmanager"), this);
    m_receives->setObjectName(u"receives"_s);
    m_port->setObjectName(u"receiverPort"_s);
    m_port->setRange(kLowestPort, kHighestPort);
    m_port->setAccessibleName(tr("Port of the receiver"));
    m_copy->setObjectName(u"copyConfiguration"_s);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("What alertmanager.yml has to say, with the token."));
    m_testReceiver->setObjectName(u"testReceiver"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_receives);
    row->addWidget(m_port);
    row->addStretch(1);
    row->addWidget(m_copy);
    auto *form = new QFormLayout(group);
    form->addRow(row);
    form->addRow(tr("State:"), m_receiverState);
    form->addRow(m_testReceiver);
    connect(m_receives, &QCheckBox::toggled, this, &AlertmanagerPage::showEnabled);
    connect(m_copy, &QPushButton::clicked, this, &AlertmanagerPage::copyConfiguration);
    connect(m_testReceiver, &TestRow::wanted, this, &AlertmanagerPage::testReceiving);
    return group;
}

QGroupBox *AlertmanagerPage::buildSeverities()
{
    auto *group = new QGroupBox(tr("What severities of others mean"), this);
    auto *form = new QFormLayout(group);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const auto severity = static_cast<Severity>(i);
        m_words[i] = new QLineEdit(group);
        m_words[i]->setObjectName(u"words%1"_s.arg(i));
        //: %1 is a severity: P0, P1, P2 or P3
        m_words[i]->setAccessibleName(tr("Words that mean %1").arg(toWord(severity)));
        form->addRow(u"%1 – %2:"_s.arg(toWord(severity), severityName(severity)), m_words[i]);
    }
    auto *hint =
        new QLabel(tr("Words of the label “severity”, separated by commas. What is in no list is P2, and "
                      "said to be a guess."),
                   group);
    hint->setWordWrap(true);
    form->addRow(hint);
    return group;
}

QString AlertmanagerPage::configuration(int port, const QString &token)
{
    return u"receivers:\n"
           "- name: stratadeck\n"
           "  webhook_configs:\n"
           "  - url: http://127.0.0.1:%1/webhook\n"
           "    send_resolved: true\n"
           "    http_config:\n"
           "      authorization:\n"
           "        type: Bearer\n"
           "        credentials: %2\n"_s.arg(QString::number(port), token);
}

void AlertmanagerPage::load(const NotifySettings &notify)
{
    m_loaded = notify;
    m_url->setText(notify.alertmanager.url);
    m_token->setKept(notify.alertmanager.hasToken);
    m_pushes->setChecked(notify.alertmanager.pushes);
    m_pulls->setChecked(notify.alertmanager.pulls);
    m_mirrors->setChecked(notify.alertmanager.mirrorsAcks);
    m_receives->setChecked(notify.receives);
    m_port->setValue(notify.receiverPort);
    std::array<QStringList, 4> words;
    for (const auto &[word, severity] : notify.words)
        words[static_cast<std::size_t>(severity)].append(word);
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i]->setText(words[i].join(u", "_s));
    if (notify.receives) {
        m_vault.read(receiverTokenName(), this, [this](const Result<TokenVault::Secret> &secret) {
            m_isTokenNew = !secret;
            m_receiverToken = secret ? secret->text : TokenVault::newToken();
            showEnabled();
        });
    } else {
        m_isTokenNew = true;
        m_receiverToken = TokenVault::newToken();
    }
    showEnabled();
    showStates();
}

void AlertmanagerPage::showEnabled()
{
    const bool any = !m_url->text().trimmed().isEmpty();
    m_token->setEnabled(any);
    m_pushes->setEnabled(any);
    m_pulls->setEnabled(any);
    m_mirrors->setEnabled(any);
    m_test->setReady(any);
    m_port->setEnabled(m_receives->isChecked());
    m_copy->setEnabled(m_receives->isChecked() && !m_receiverToken.isEmpty());
    m_testReceiver->setReady(m_receives->isChecked() && m_loaded.receives);
}

NotifySettings::Alertmanager AlertmanagerPage::wanted() const
{
    NotifySettings::Alertmanager wanted{m_url->text().trimmed(), false, m_pushes->isChecked(),
                                        m_pulls->isChecked(), m_mirrors->isChecked()};
    while (wanted.url.endsWith(u'/'))
        wanted.url.chop(1);
    const bool isKept = m_token->isKept() && wanted.url == m_loaded.alertmanager.url;
    wanted.hasToken = !wanted.url.isEmpty() && (isKept || !m_token->text().isEmpty());
    return wanted;
}

QString AlertmanagerPage::problem() const
{
    const QString address = wanted().url;
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    if (!address.isEmpty() && (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()))
        return tr("“%1” is not the address of an Alertmanager. It begins with https:// or http:// and has no "
                  "password "
                  "in it.")
            .arg(address.left(100));
    QStringList seen;
    for (const QLineEdit *edit : m_words) {
        for (const QString &word : wordsIn(edit->text())) {
            if (word.contains(u'='))
                return tr("“%1” is not a word of a severity.").arg(word.left(100));
            if (seen.contains(word))
                return tr("The severity “%1” is there twice.").arg(word.left(100));
            seen.append(word);
        }
    }
    if (seen.isEmpty())
        return tr("Say for at least one word which severity it means.");
    return {};
}

void AlertmanagerPage::save(NotifySettings &notify) const
{
    notify.alertmanager = wanted();
    notify.receives = m_receives->isChecked();
    notify.receiverPort = m_port->value();
    notify.words.clear();
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        for (const QString &word : wordsIn(m_words[i]->text()))
            notify.words.emplace(word, static_cast<Severity>(i));
    }
}

std::vector<SecretChange> AlertmanagerPage::secrets() const
{
    std::vector<SecretChange> changes;
    const NotifySettings::Alertmanager now = wanted();
    if (!now.url.isEmpty() && !m_token->text().isEmpty())
        changes.push_back({tokenName(now), m_token->text()});
    const bool isKept = now.hasToken && tokenName(now) == tokenName(m_loaded.alertmanager);
    if (m_loaded.alertmanager.hasToken && !isKept)
        changes.push_back({tokenName(m_loaded.alertmanager), {}});
    if (m_receives->isChecked() && m_isTokenNew && !m_receiverToken.isEmpty())
        changes.push_back({receiverTokenName(), m_receiverToken});
    return changes;
}

void AlertmanagerPage::showStates()
{
    const Notifying *notifying = m_isFollowing ? nullptr : m_notifying.data();
    if (!m_isFollowing && !notifying)
        return; // the session has ended
    m_state->setText(channelText(notifying, ChannelState::Kind::Alertmanager, m_loaded.alertmanager.url));
    m_receiverState->setText(
        channelText(notifying, ChannelState::Kind::Receiver, QString::number(m_loaded.receiverPort)));
}

void AlertmanagerPage::test()
{
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        m_test->showProblem(wrong);
        return;
    }
    const auto run = [this, asked = wanted()](const QString &token) {
        m_test->run(
            [asked, token](const std::stop_token &stop) { return testAlertmanager(asked, token, stop); });
    };
    if (!m_token->text().isEmpty() || !wanted().hasToken) {
        run(m_token->text());
        return;
    }
    m_vault.read(tokenName(wanted()), m_test, [this, run](const Result<TokenVault::Secret> &secret) {
        if (secret)
            run(secret->text);
        else
            m_test->showProblem(channelErrorText(secret.error()));
    });
}

void AlertmanagerPage::testReceiving()
{
    m_testReceiver->run([port = m_loaded.receiverPort, token = m_receiverToken](const std::stop_token &stop) {
        return testReceiver(port, token, stop);
    });
}

void AlertmanagerPage::copyConfiguration()
{
    QGuiApplication::clipboard()->setText(configuration(m_port->value(), m_receiverToken));
}

} // namespace stratadeck
