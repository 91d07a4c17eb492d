// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeticks.h"

#include <QDateTime>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

enum class Every { Second, Day, Month };

struct Step {
    Every every;
    int count; // seconds, days or months
};

constexpr int kMinute = 60;
constexpr int kHour = 3600;
constexpr std::array kSteps{Step{Every::Second, 1},
                            Step{Every::Second, 2},
                            Step{Every::Second, 5},
                            Step{Every::Second, 10},
                            Step{Every::Second, 15},
                            Step{Every::Second, 30},
                            Step{Every::Second, kMinute},
                            Step{Every::Second, 2 * kMinute},
                            Step{Every::Second, 5 * kMinute},
                            Step{Every::Second, 10 * kMinute},
                            Step{Every::Second, 15 * kMinute},
                            Step{Every::Second, 30 * kMinute},
                            Step{Every::Second, kHour},
                            Step{Every::Second, 2 * kHour},
                            Step{Every::Second, 3 * kHour},
                            Step{Every::Second, 6 * kHour},
                            Step{Every::Second, 12 * kHour},
                            Step{Every::Day, 1},
                            Step{Every::Day, 2},
                            Step{Every::Day, 7},
                            Step{Every::Day, 14},
                            Step{Every::Month, 1},
                            Step{Every::Month, 2},
                            Step{Every::Month, 3},
                            Step{Every::Month, 6},
                            Step{Every::Month, 12},
                            Step{Every::Month, 24},
                            Step{Every::Month, 60},
                            Step{Every::Month, 120},
                            Step{Every::Month, 600}};

constexpr double kDaysInMonth = 30.44;

double secondsOf(Step step)
{
    switch (step.every) {
    case Every::Second:
        return step.count;
    case Every::Day:
        return step.count * 86400.0;
    case Every::Month:
        return step.count * kDaysInMonth * 86400.0;
    }
    return 1;
}

QString clockFormat(const QLocale &locale, bool seconds)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (seconds && !format.contains(u's'))
        format.replace("mm"_L1, "mm:ss"_L1);
    return format;
}

// "3 Mar", "Mar 3" or the CJK form, in the order the locale writes dates.
QString dayFormat(const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::Chinese:
    case QLocale::Japanese:
        return u"M月d日"_s;
    case QLocale::Korean:
        return u"M월 d일"_s;
    default:
        break;
    }
    const QString numeric = locale.dateFormat(QLocale::ShortFormat);
    return numeric.indexOf(u'M') < numeric.indexOf(u'd') ? u"MMM d"_s : u"d MMM"_s;
}

QString labelOf(const QDateTime &time, Step step, bool &major, const QLocale &locale)
{
    const QDate date = time.date();
    major = false;
    if (step.every == Every::Month) {
        major = date.month() == 1;
        return major ? locale.toString(date, u"yyyy"_s) : locale.toString(date, u"MMM"_s);
    }
    if (step.every == Every::Day) {
        major = date.dayOfYear() <= step.count && date.month() == 1;
        return locale.toString(date, dayFormat(locale));
    }
    major = time.time() == QTime(0, 0);
    return major ? locale.toString(date, dayFormat(locale))
                 : locale.toString(time.time(), clockFormat(locale, step.count < kMinute));
}

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

QDateTime inZone(TimePoint at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), zone);
}

// Calls visit() for each tick in order until it returns false.
template<typename Visit>
void walkSeconds(TimeRange range, qint64 stepMs, const QTimeZone &zone, Visit visit)
{
    const auto offsetAt = [&zone](qint64 ms) {
        return qint64(1000) * zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
    };
    qint64 offset = offsetAt(toMillis(range.from));
    qint64 at = floorTo(toMillis(range.from) + offset, stepMs) - offset;
    while (at < toMillis(range.to)) {
        if (at >= toMillis(range.from) && !visit(fromMillis(at)))
            return;
        at += stepMs;
        // Where summer time begins or ends, long steps fall back onto round local hours.
        const qint64 now = offsetAt(at);
        if (now == offset)
            continue;
        at = floorTo(at + now, stepMs) - now;
        if (offsetAt(at) != now) // that round hour lies before the change
            at += stepMs;
        offset = now;
    }
}

template<typename Visit>
void walkDates(TimeRange range, Step step, const QTimeZone &zone, Visit visit)
{
    QDate date = inZone(range.from, zone).date();
    if (step.every == Every::Month) {
        const int months = date.year() * 12 + date.month() - 1;
        const auto first = static_cast<int>(floorTo(months, step.count));
        date = QDate(first / 12, first % 12 + 1, 1);
    } else if (step.count >= 7) {
        date = date.addDays(1 - date.dayOfWeek()); // weeks begin on Monday
    } else {
        date = QDate::fromJulianDay(floorTo(date.toJulianDay(), step.count));
    }
    while (date.isValid()) {
        const TimePoint at = fromMillis(date.startOfDay(zone).toMSecsSinceEpoch());
        if (at >= range.to || (at >= range.from && !visit(at)))
            return;
        date = step.every == Every::Month ? date.addMonths(step.count) : date.addDays(step.count);
    }
}

// Empty when the labels would run into each other.
std::vector<TimeTick> ticksAt(Step step, TimeRange range, double pixels,
                              const std::function<double(const QString &)> &width, const QTimeZone &zone,
                              const QLocale &locale)
{
    const double perMs = pixels / static_cast<double>(range.length().count());
    std::vector<TimeTick> ticks;
    double free = -1e9;
    bool fits = true;
    const auto visit = [&](TimePoint at) {
        TimeTick tick{at, {}, false};
        tick.label = labelOf(inZone(at, zone), step, tick.major, locale);
        const double x = static_cast<double>((at - range.from).count()) * perMs;
        const double half = width(tick.label) / 2;
        fits = x - half >= free;
        free = x + half + 2 * width(u"0"_s);
        ticks.push_back(std::move(tick));
        return fits;
    };
    if (step.every == Every::Second)
        walkSeconds(range, qint64(step.count) * 1000, zone, visit);
    else
        walkDates(range, step, zone, visit);
    return fits ? ticks : std::vector<TimeTick>();
}

} // namespace

std::vector<TimeTick> timeTicks(TimeRange range, double pixels,
                                const std::function<double(const QString &)> &width, const QTimeZone &zone,
                                const QLocale &locale)
{
    const double seconds = static_cast<double>(range.length().count()) / 1000;
    if (seconds <= 0 || pixels <= 0)
        return {};
    const double narrowest = 3 * width(u"0"_s);
    for (const Step step : kSteps) {
        if (seconds / secondsOf(step) * narrowest > pixels)
            continue;
        auto ticks = ticksAt(step, range, pixels, width, zone, locale);
        if (!ticks.empty())
            return ticks;
    }
    return {};
}

QString clockText(TimePoint at, const QTimeZone &zone, const QLocale &locale)
{
    return locale.toString(inZone(at, zone).time(), clockFormat(locale, true));
}

QString timeText(TimePoint at, const QTimeZone &zone, const QLocale &locale)
{
    return locale.toString(inZone(at, zone).date(), QLocale::ShortFormat) + u' ' + clockText(at, zone, locale);
}

} // namespace stratadeck
