// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/alertdetails.h"

#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/alert/alerttext.h"
#include "widgets/alert/boardmodel.h"

#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 10;
constexpr int kMostLabels = 32;

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString labelLines(const Labels &labels)
{
    QStringList lines;
    for (const auto &[name, value] : labels) {
        if (lines.size() == kMostLabels) {
            lines.append(u"…"_s);
            break;
        }
        lines.append(u"%1 = %2"_s.arg(plainText(name, 60), plainText(value)));
    }
    return lines.join(u'\n');
}

QString ownerText(const BoardCard &card, const QLocale &locale)
{
    const Incident &incident = *card.incident;
    if (card.alert.handling != Handling::Acked)
        return incident.ackedAt ? AlertDetails::tr("Nobody now") : AlertDetails::tr("Nobody");
    QString text = plainText(incident.ackedBy);
    if (card.alert.ackEnds)
        //: A person, then until when they take care of it
        text = AlertDetails::tr("%1, until %2").arg(text, timeText(*card.alert.ackEnds, locale));
    return incident.note.isEmpty() ? text : text + u'\n' + plainText(incident.note);
}

QString firedText(const Incident &incident, const QLocale &locale)
{
    QString text = timeText(incident.firedAt, locale);
    if (incident.reopenCount > 0)
        text += u'\n' + AlertDetails::tr("Reopened %n time(s)", nullptr, incident.reopenCount);
    if (incident.breachAt)
        //: %1 is a time
        text += u'\n' + AlertDetails::tr("Overdue since %1").arg(timeText(*incident.breachAt, locale));
    if (incident.resolvedAt)
        //: %1 is a time
        text += u'\n' + AlertDetails::tr("Resolved at %1").arg(timeText(*incident.resolvedAt, locale));
    return text;
}

} // namespace

AlertDetails::AlertDetails(AlertDesk &desk, const Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    setObjectName(u"alertDetails"_s);
    setAccessibleName(tr("About the selected alert"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_title = makeText(content);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    layout->addWidget(m_title);
    m_form = new QFormLayout;
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    m_summary = addRow(tr("What:"));
    m_place = addRow(tr("Where:"));
    m_clockText = addRow(tr("Clock:"));
    m_fired = addRow(tr("Fired:"));
    m_owner = addRow(tr("Who has it:"));
    m_reasons = addRow(tr("Why shown:"));
    m_labels = addRow(tr("Labels:"));
    m_log = new QListWidget(content);
    m_log->setObjectName(u"alertLog"_s);
    m_log->setAccessibleName(tr("What became of it"));
    m_log->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_log->setWordWrap(true);
    layout->addWidget(m_log, 1);
    setWidget(content);
    showNothing();
}

QLabel *AlertDetails::addRow(const QString &name)
{
    QLabel *text = makeText(widget() ? widget() : this);
    auto *label = new QLabel(name, text->parentWidget());
    label->setBuddy(text);
    label->setAlignment(Qt::AlignTop); // at the first of several lines
    m_form->addRow(label, text);
    return text;
}

void AlertDetails::showNothing()
{
    m_title->setText(tr("Select an alert to see all about it."));
    for (int row = 0; row < m_form->rowCount(); ++row)
        m_form->setRowVisible(row, false);
    m_log->hide();
    m_log->clear();
    m_loggedIncident = 0;
}

void AlertDetails::showCard(const BoardCard &card, int others)
{
    const AlertView view = card.view(m_clock.now(), BoardModel::kP0Grace);
    const QString title = u"%1  %2"_s.arg(toWord(view.severity), alertTitle(card.alert.labels));
    m_title->setText(others > 0 ? title + u'\n' + tr("and %n more selected", nullptr, others) : title);
    for (int row = 0; row < m_form->rowCount(); ++row)
        m_form->setRowVisible(row, true);
    showFacts(card, view);
    m_log->setVisible(card.incident.has_value());
    if (card.incident)
        showLog(card.incident->id);
}

void AlertDetails::showFacts(const BoardCard &card, const AlertView &view)
{
    const QLocale locale;
    m_form->setRowVisible(m_summary, !card.texts.summary.isEmpty());
    m_summary->setText(card.texts.summary
                       + (card.texts.description.isEmpty() ? QString() : u'\n' + card.texts.description));
    m_place->setText(alertPlace(card.alert.labels));
    QString clock = clockText(view, locale);
    if (view.due && card.incident)
        //: What the clock says, then by when
        clock = tr("%1 (due %2)").arg(clock, timeText(*view.due, locale));
    const QString badge = badgeWording(view).text;
    m_clockText->setText(clock.isEmpty() ? badge : badge + u", "_s + clock);
    m_fired->setText(card.incident ? firedText(*card.incident, locale) : tr("Not yet"));
    m_owner->setText(card.incident ? ownerText(card, locale) : tr("Nobody"));
    m_reasons->setText(reasonTexts(card, view, m_desk.board().windows, locale).join(u'\n'));
    m_labels->setText(labelLines(card.alert.labels));
}

void AlertDetails::showLog(int incident)
{
    if (incident == m_loggedIncident && m_desk.board().revision == m_loggedRevision)
        return;
    m_loggedIncident = incident;
    m_loggedRevision = m_desk.board().revision;
    m_desk.log(incident, this, [this, incident](const Result<std::vector<AlertLogEntry>> &log) {
        if (incident != m_loggedIncident)
            return; // another one is selected by now
        m_log->clear();
        if (!log) {
            m_log->addItem(errorText(log.error()));
            return;
        }
        const QLocale locale;
        for (const AlertLogEntry &entry : *log)
            m_log->addItem(u"%1  %2"_s.arg(timeText(entry.at, locale), logText(entry)));
    });
}

} // namespace stratadeck
