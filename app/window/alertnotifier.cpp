// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/alertnotifier.h"

#include "app/session/session.h"
#include "app/settings/notifysettings.h"
#include "app/window/mainwindow.h"
#include "models/incident/alertdesk.h"
#include "widgets/alert/alerttext.h"

#include <QDBusConnection>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

const BoardCard *cardOf(const BoardSnapshot &board, int incident)
{
    const auto found = std::ranges::find_if(
        board.cards, [&](const BoardCard &card) { return card.incident && card.incident->id == incident; });
    return found == board.cards.end() ? nullptr : &*found;
}

} // namespace

bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + u"/bus"_s);
}

AlertNotifier::AlertNotifier(Session &session, MainWindow &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
    connect(&session, &Session::alertNotice, this, &AlertNotifier::tell);
    connect(&session.alerts(), &AlertDesk::boardChanged, this, &AlertNotifier::takeBoard);
    setSettings(session.options().notify);
}

AlertNotifier::~AlertNotifier() = default;

void AlertNotifier::setSettings(const NotifySettings &settings)
{
    if (!settings.onDesktop || !hasSessionBus())
        m_desktop.reset();
    else if (m_desktop)
        m_desktop->setSettings(settings.toasts());
    else
        openDesktop(settings);
}

void AlertNotifier::openDesktop(const NotifySettings &settings)
{
    m_desktop =
        std::make_unique<DesktopNotifier>(QDBusConnection::sessionBus(), m_session.clock(), settings.toasts());
    connect(m_desktop.get(), &DesktopNotifier::acknowledge, this, &AlertNotifier::acknowledge);
    connect(m_desktop.get(), &DesktopNotifier::silenceOneHour, this, &AlertNotifier::silenceOneHour);
    connect(m_desktop.get(), &DesktopNotifier::open, this, &AlertNotifier::open);
}

void AlertNotifier::tell(const NoticeMessage &notice)
{
    if (m_desktop)
        m_desktop->tell(notice);
    if (m_desktop && m_desktop->isComplete())
        return;
    const Severity worst = worstOf(notice);
    if (!notice.isFiring() || isWorse(Severity::P1, worst))
        return;
    const Labels &labels = notice.alerts.front().labels;
    //: What has just fired: P0, the name of an alert, what it is about
    m_window.showMessage(tr("%1 %2: %3").arg(toWord(worst), alertTitle(labels), alertPlace(labels)));
}

void AlertNotifier::acknowledge(int incident)
{
    const BoardCard *card = cardOf(m_session.alerts().board(), incident);
    if (!card)
        return;
    AlertCommand command;
    command.labels = card->alert.labels;
    m_session.alerts().command(command, m_session.clock().now());
}

void AlertNotifier::silenceOneHour(int incident)
{
    const BoardCard *card = cardOf(m_session.alerts().board(), incident);
    if (!card)
        return;
    AlertCommand command;
    command.kind = AlertCommand::Kind::Suppress;
    command.window.kind = SuppressorKind::Silence;
    command.window.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.window.pattern = card->alert.labels;
    command.window.to = m_session.clock().now() + std::chrono::hours(1);
    m_session.alerts().command(command, m_session.clock().now());
}

void AlertNotifier::open(int incident)
{
    m_window.comeToFront();
    m_window.openPage(u"alerts"_s);
    if (const BoardCard *card = cardOf(m_session.alerts().board(), incident))
        m_window.showAlert(*card);
}

/// What somebody has taken care of, here or elsewhere, leaves the desktop.
void AlertNotifier::takeBoard()
{
    if (!m_desktop)
        return;
    for (const BoardCard &card : m_session.alerts().board().cards) {
        if (card.incident && card.alert.handling == Handling::Acked)
            m_desktop->setAcknowledged(card.incident->id);
    }
}

} // namespace stratadeck
