// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/suppressdialog.h"

#include "models/base/plaintext.h"
#include "widgets/alert/alerttext.h"
#include "widgets/alert/weeklyedit.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestReason = 500;
constexpr int kWidth = 480;
constexpr int kCustom = -1; // minutes: the person says when

QDateTime localTime(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at));
}

QString titleOf(SuppressorKind kind)
{
    if (kind == SuppressorKind::Silence)
        return SuppressDialog::tr("Silence");
    return kind == SuppressorKind::Hold ? SuppressDialog::tr("Put on hold") : SuppressDialog::tr("Maintenance");
}

QString adviceOf(SuppressorKind kind)
{
    if (kind == SuppressorKind::Silence)
        return SuppressDialog::tr("Nobody is told of it meanwhile. The time to respond runs on.");
    if (kind == SuppressorKind::Hold)
        return SuppressDialog::tr("Nobody is told of it meanwhile, and the time to respond stands still.");
    return SuppressDialog::tr("Planned work: nobody is told, and the time to respond stands still.");
}

} // namespace

QString scopeText(const Labels &pattern)
{
    if (pattern.empty())
        return SuppressDialog::tr("all alerts");
    QStringList parts;
    for (const auto &[name, value] : pattern)
        parts.append(u"%1=%2"_s.arg(plainText(name, 40), plainText(value, 80)));
    return parts.join(u", "_s);
}

SuppressDialog::SuppressDialog(SuppressorKind kind, const Labels &labels, TimePoint now, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_now(now)
    , m_scope(new QComboBox(this))
    , m_form(new QFormLayout(this))
    , m_repeat(new QComboBox(this))
    , m_weekly(new WeeklyEdit(now, this))
    , m_length(new QComboBox(this))
    , m_from(new QDateTimeEdit(localTime(now), this))
    , m_end(new QDateTimeEdit(localTime(now), this))
    , m_why(new QLineEdit(this))
    , m_advice(new QLabel(adviceOf(kind), this))
{
    setObjectName(u"suppressDialog"_s);
    setWindowTitle(titleOf(kind));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_scope->setObjectName(u"scope"_s);
    m_length->setObjectName(u"length"_s);
    m_end->setObjectName(u"end"_s);
    m_why->setObjectName(u"why"_s);
    addScopes(labels);
    m_length->addItem(tr("15 minutes"), 15);
    m_length->addItem(tr("1 hour"), 60);
    m_length->addItem(tr("4 hours"), 240);
    m_length->addItem(tr("8 hours"), 480);
    m_length->addItem(tr("24 hours"), 1440);
    m_length->addItem(tr("until a time"), kCustom);
    m_length->setCurrentIndex(1);
    for (QDateTimeEdit *edit : {m_from, m_end}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    }
    m_why->setMaxLength(kLongestReason);
    m_why->setPlaceholderText(kind == SuppressorKind::Hold ? tr("Required: why it waits") : tr("Why"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(titleOf(kind), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"confirm"_s);
    m_act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_repeat->setObjectName(u"repeat"_s);
    m_repeat->addItems({tr("once"), tr("every week, until it is ended")});
    connect(m_repeat, &QComboBox::currentIndexChanged, this, &SuppressDialog::showRepeat);
    connect(m_weekly, &WeeklyEdit::changed, this, &SuppressDialog::showReady);
    connect(m_length, &QComboBox::currentIndexChanged, this, &SuppressDialog::showEnd);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &SuppressDialog::showEnd);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &SuppressDialog::showReady);
    connect(m_why, &QLineEdit::textChanged, this, &SuppressDialog::showReady);
    m_form->addRow(m_advice);
    m_form->addRow(tr("What:"), m_scope);
    m_form->addRow(tr("When:"), m_repeat);
    m_form->addRow(tr("Each week:"), m_weekly);
    m_form->addRow(tr("From:"), m_from);
    m_form->addRow(tr("For:"), m_length);
    m_form->addRow(tr("Until:"), m_end);
    m_form->addRow(tr("Reason:"), m_why);
    m_form->addRow(buttons);
    m_form->setRowVisible(m_repeat, kind != SuppressorKind::Hold);
    showRepeat();
    showEnd();
    resize(kWidth, sizeHint().height());
}

void SuppressDialog::addScopes(const Labels &labels)
{
    const auto add = [&](const QString &text, const Labels &pattern) {
        m_scope->addItem(text, static_cast<int>(m_scopes.size()));
        m_scope->setItemData(m_scope->count() - 1, scopeText(pattern), Qt::ToolTipRole);
        m_scopes.push_back(pattern);
    };
    const auto only = [&](const QStringList &names) {
        Labels pattern;
        for (const QString &name : names) {
            if (labels.contains(name))
                pattern.emplace(name, labels.at(name));
        }
        return pattern;
    };
    if (!labels.empty())
        add(tr("only this alert"), labels);
    if (const Labels thing = only({u"name"_s, u"host"_s}); labels.contains(u"name"_s))
        //: %1 is a VM, a container or a host
        add(tr("everything about %1").arg(plainText(labels.at(u"name"_s), 60)), thing);
    if (const Labels host = only({u"host"_s}); !host.empty())
        //: %1 is a host
        add(tr("everything on host %1").arg(plainText(labels.at(u"host"_s), 60)), host);
    if (const Labels rule = only({u"alertname"_s}); !rule.empty())
        //: %1 is the name of a rule
        add(tr("every alert named %1").arg(plainText(labels.at(u"alertname"_s), 60)), rule);
    if (m_kind == SuppressorKind::Maintenance || labels.empty())
        add(tr("all alerts"), {});
}

bool SuppressDialog::isWeekly() const
{
    return m_repeat->currentIndex() == 1;
}

void SuppressDialog::showRepeat()
{
    m_form->setRowVisible(m_weekly, isWeekly());
    m_form->setRowVisible(m_from, !isWeekly() && m_kind == SuppressorKind::Maintenance);
    m_form->setRowVisible(m_length, !isWeekly());
    m_form->setRowVisible(m_end, !isWeekly());
    showReady();
}

void SuppressDialog::showEnd()
{
    const int minutes = m_length->currentData().toInt();
    m_end->setEnabled(minutes == kCustom);
    if (minutes != kCustom)
        m_end->setDateTime(m_from->dateTime().addSecs(qint64(minutes) * 60));
    showReady();
}

void SuppressDialog::showReady()
{
    if (isWeekly()) {
        const bool isTime = m_weekly->weekly().isValid();
        m_act->setEnabled(isTime);
        m_act->setToolTip(isTime ? QString() : tr("Choose at least one day."));
        return;
    }
    const bool endsLater = m_end->dateTime() > m_from->dateTime() && m_end->dateTime() > localTime(m_now);
    const bool isReasoned = m_kind != SuppressorKind::Hold || !m_why->text().trimmed().isEmpty();
    m_act->setEnabled(endsLater && isReasoned);
    m_act->setToolTip(!endsLater ? tr("It would end before it begins.")
                                 : (isReasoned ? QString() : tr("Say why it waits.")));
}

WindowRequest SuppressDialog::request() const
{
    WindowRequest request;
    request.kind = m_kind;
    request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.pattern = m_scopes[static_cast<std::size_t>(m_scope->currentData().toInt())];
    request.why = m_why->text().trimmed();
    if (isWeekly()) {
        request.weekly = m_weekly->weekly();
        return request;
    }
    if (m_kind == SuppressorKind::Maintenance)
        request.from = fromMillis(m_from->dateTime().toMSecsSinceEpoch());
    request.to = fromMillis(m_end->dateTime().toMSecsSinceEpoch());
    return request;
}

} // namespace stratadeck
