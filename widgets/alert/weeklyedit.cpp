// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/weeklyedit.h"

#include "models/base/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHours = 8;
const QString kTimeOfDay = u"HH:mm"_s;

} // namespace

WeeklyEdit::WeeklyEdit(TimePoint now, QWidget *parent)
    : QWidget(parent)
    , m_from(new QTimeEdit(this))
    , m_to(new QTimeEdit(this))
    , m_zone(new QComboBox(this))
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMillis(now));
    const QLocale locale;
    auto *days = new QHBoxLayout;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const int day = static_cast<int>(i) + 1;
        m_days[i] = new QCheckBox(locale.dayName(day, QLocale::ShortFormat), this);
        m_days[i]->setObjectName(u"day%1"_s.arg(day));
        m_days[i]->setAccessibleName(locale.dayName(day));
        m_days[i]->setChecked(day == local.date().dayOfWeek());
        days->addWidget(m_days[i]);
        connect(m_days[i], &QCheckBox::toggled, this, &WeeklyEdit::changed);
    }
    days->addStretch(1);
    const QTime hour(local.time().hour(), 0);
    m_from->setTime(hour);
    m_to->setTime(hour.addSecs(kHours * 3600));
    m_from->setObjectName(u"weeklyFrom"_s);
    m_to->setObjectName(u"weeklyTo"_s);
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("Until"));
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(kTimeOfDay);
        connect(edit, &QTimeEdit::timeChanged, this, &WeeklyEdit::changed);
    }
    m_zone->setObjectName(u"zone"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    connect(m_zone, &QComboBox::currentTextChanged, this, &WeeklyEdit::changed);
    auto *times = new QHBoxLayout;
    times->addWidget(m_from);
    times->addWidget(new QLabel(u"–"_s, this));
    times->addWidget(m_to);
    times->addWidget(m_zone, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(days);
    layout->addLayout(times);
    setFocusProxy(m_days.front());
}

Weekly WeeklyEdit::weekly() const
{
    Weekly weekly{m_zone->currentText().toLatin1(), {}, m_from->time(), m_to->time()};
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        if (m_days[i]->isChecked())
            weekly.days.insert(static_cast<int>(i) + 1);
    }
    return weekly;
}

QString weeklyText(const Weekly &weekly)
{
    const QLocale locale;
    QStringList days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (weekly.days.contains(day))
            days.append(locale.dayName(day, QLocale::ShortFormat));
    }
    return u"%1 %2–%3 (%4)"_s.arg(days.join(u", "_s), weekly.from.toString(kTimeOfDay),
                                  weekly.to.toString(kTimeOfDay),
                                  plainText(QString::fromLatin1(weekly.zone), 60));
}

} // namespace stratadeck
