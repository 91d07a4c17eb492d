// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/alertactions.h"

#include "widgets/alert/acknowledgedialog.h"
#include "widgets/alert/alerttext.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/alert/suppressdialog.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QUuid>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool isOpen(const BoardCard &card)
{
    return card.incident && !card.incident->resolvedAt;
}

bool isAcknowledged(const BoardCard &card)
{
    return card.alert.handling == Handling::Acked;
}

} // namespace

AlertActions::AlertActions(AlertDesk &desk, const Clock &clock, QWidget &window)
    : QObject(&window)
    , m_desk(desk)
    , m_clock(clock)
    , m_window(window)
    , m_acknowledge(make(u"alertAck"_s, u"running"_s, tr("&Acknowledge"),
                         tr("You take care of the selected alerts."), Qt::Key_A, &AlertActions::acknowledge))
    , m_acknowledgeWithNote(make(u"alertAckNote"_s, u"bookmark"_s, tr("Acknowledge with &note…"),
                                 tr("The same, with a note and for as long as you say."),
                                 QKeySequence(Qt::SHIFT | Qt::Key_A), &AlertActions::acknowledgeWithNote))
    , m_takeBack(make(u"alertUnack"_s, u"back"_s, tr("&Take back"),
                      tr("Takes the acknowledgement back: the time to respond runs on."), Qt::Key_U,
                      &AlertActions::takeBack))
    , m_silenceAnHour(make(u"alertSilenceHour"_s, u"pause"_s, tr("Silence &1 hour"),
                           tr("Nobody is told of the selected alerts for an hour."), Qt::Key_S,
                           &AlertActions::silenceAnHour))
    , m_silence(make(u"alertSilence"_s, u"paused"_s, tr("&Silence…"),
                     tr("Silence more than this, or for longer."), QKeySequence(Qt::SHIFT | Qt::Key_S),
                     &AlertActions::silence))
    , m_hold(make(u"alertHold"_s, u"changing"_s, tr("Put on &hold…"),
                  tr("The time to respond stands still, for a reason that you give."), Qt::Key_H,
                  &AlertActions::hold))
    , m_chart(make(u"alertChart"_s, u"monitor"_s, tr("Show the &chart"),
                   tr("The figures a quarter of an hour before and after it fired."), Qt::Key_C,
                   &AlertActions::chart))
    , m_copy(make(u"alertCopy"_s, u"copy"_s, tr("C&opy"), tr("Copy the selected alerts as text."),
                  QKeySequence::Copy, &AlertActions::copy))
{
    refresh();
}

QAction *AlertActions::make(const QString &name, const QString &icon, const QString &text,
                            const QString &toolTip, const QKeySequence &shortcut, void (AlertActions::*act)())
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    return action;
}

QList<QAction *> AlertActions::actions() const
{
    return {m_acknowledge, m_acknowledgeWithNote, m_takeBack, m_silenceAnHour, m_silence, m_hold, m_chart,
            m_copy};
}

void AlertActions::setSelection(std::vector<BoardCard> cards)
{
    m_cards = std::move(cards);
    refresh();
}

void AlertActions::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    refresh();
}

void AlertActions::refresh()
{
    const bool anyOpen = std::ranges::any_of(m_cards, &isOpen);
    const bool anyNew = std::ranges::any_of(
        m_cards, [](const BoardCard &card) { return isOpen(card) && !isAcknowledged(card); });
    const auto allow = [&](QAction *action, bool possible, const QString &why) {
        action->setEnabled(possible && !m_readOnly);
        action->setStatusTip(m_readOnly ? tr("This console only looks: read-only mode is on.")
                             : possible ? QString()
                                        : why);
    };
    const QString nothing = tr("Select an open alert first.");
    allow(m_acknowledge, anyNew, nothing);
    allow(m_acknowledgeWithNote, anyOpen, nothing);
    allow(m_takeBack, std::ranges::any_of(m_cards, &isAcknowledged),
          tr("None of the selected is acknowledged."));
    allow(m_silenceAnHour, !m_cards.empty(), nothing);
    allow(m_silence, m_cards.size() == 1, tr("Select one alert."));
    allow(m_hold, m_cards.size() == 1 && anyOpen, tr("Select one open alert."));
    m_chart->setEnabled(m_cards.size() == 1);
    m_chart->setStatusTip(m_cards.size() == 1 ? QString() : tr("Select one alert."));
    m_copy->setEnabled(!m_cards.empty());
}

QString AlertActions::namesOf() const
{
    if (m_cards.size() == 1)
        return u"%1 – %2"_s.arg(alertTitle(m_cards.front().alert.labels),
                                alertPlace(m_cards.front().alert.labels));
    return tr("%n alerts", nullptr, static_cast<int>(m_cards.size()));
}

void AlertActions::give(const AlertCommand &command)
{
    m_desk.command(command, m_clock.now());
}

void AlertActions::acknowledgeAll(std::optional<Milliseconds> length, const QString &note, bool sticky)
{
    std::vector<Labels> acknowledged;
    for (const BoardCard &card : m_cards) {
        if (!isOpen(card))
            continue;
        AlertCommand command;
        command.labels = card.alert.labels;
        if (length)
            command.until = m_clock.now() + *length;
        command.note = note;
        command.isSticky = sticky;
        give(command);
        acknowledged.push_back(card.alert.labels);
    }
    Q_EMIT done(tr("You take care of %n alert(s).", nullptr, static_cast<int>(acknowledged.size())),
                [this, acknowledged] {
                    for (const Labels &labels : acknowledged) {
                        AlertCommand command;
                        command.kind = AlertCommand::Kind::Unacknowledge;
                        command.labels = labels;
                        give(command);
                    }
                });
}

void AlertActions::acknowledge()
{
    acknowledgeAll({}, {}, false);
}

void AlertActions::acknowledgeWithNote()
{
    auto *dialog = new AcknowledgeDialog(namesOf(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { acknowledgeAll(dialog->length(), dialog->note(), dialog->isSticky()); });
    dialog->open();
}

void AlertActions::takeBack()
{
    for (const BoardCard &card : m_cards) {
        if (!isAcknowledged(card))
            continue;
        AlertCommand command;
        command.kind = AlertCommand::Kind::Unacknowledge;
        command.labels = card.alert.labels;
        give(command);
    }
}

void AlertActions::silenceAnHour()
{
    std::vector<QString> ids;
    for (const BoardCard &card : m_cards) {
        AlertCommand command;
        command.kind = AlertCommand::Kind::Suppress;
        command.window.kind = SuppressorKind::Silence;
        command.window.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        command.window.pattern = card.alert.labels;
        command.window.to = m_clock.now() + std::chrono::hours(1);
        give(command);
        ids.push_back(command.window.id);
    }
    Q_EMIT done(tr("%n alert(s) silenced for an hour.", nullptr, static_cast<int>(ids.size())), [this, ids] {
        for (const QString &id : ids) {
            AlertCommand command;
            command.kind = AlertCommand::Kind::EndSuppression;
            command.id = id;
            give(command);
        }
    });
}

void AlertActions::silence()
{
    askToSuppress(SuppressorKind::Silence, m_cards.front().alert.labels);
}

void AlertActions::hold()
{
    askToSuppress(SuppressorKind::Hold, m_cards.front().alert.labels);
}

void AlertActions::askToSuppress(SuppressorKind kind, const Labels &labels)
{
    auto *dialog = new SuppressDialog(kind, labels, m_clock.now(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        AlertCommand command;
        command.kind = AlertCommand::Kind::Suppress;
        command.window = dialog->request();
        give(command);
        AlertCommand undo;
        undo.kind = AlertCommand::Kind::EndSuppression;
        undo.id = command.window.id;
        //: %1 is what is suppressed, %2 until when
        Q_EMIT done(tr("No notices of %1 until %2.")
                        .arg(scopeText(command.window.pattern), timeText(*command.window.to, QLocale())),
                    [this, undo] { give(undo); });
    });
    dialog->open();
}

void AlertActions::copy()
{
    QStringList lines;
    for (const BoardCard &card : m_cards)
        lines.append(cardText(card, card.view(m_clock.now(), BoardModel::kP0Grace), QLocale()));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void AlertActions::chart()
{
    Q_EMIT chartWanted(m_cards.front());
}

} // namespace stratadeck
