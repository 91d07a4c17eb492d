// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/messagetext.h"

#include "models/base/plaintext.h"
#include "models/notify/rfc3339.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Notify)
};

constexpr qsizetype kLongestName = 75;
constexpr qsizetype kLongestDetail = 300;
constexpr std::size_t kMostAlerts = 50;
// What an alert happens to, the most exact first.
constexpr std::array kPlaces{"container"_L1, "vm"_L1, "entity"_L1, "instance"_L1, "host"_L1, "job"_L1};

/// What the text must keep of a text that is too long is its beginning; an ellipsis says that there was more.
QString cut(const QString &text, qsizetype longest)
{
    const QString plain = plainText(text.left(longest * 2).replace(u'\n', u' '), longest * 2).simplified();
    return plain.size() <= longest ? plain : plain.left(longest - 1) + u'…';
}

QString placeOf(const Labels &labels, QLatin1StringView *name = nullptr)
{
    for (const QLatin1StringView place : kPlaces) {
        const QString value = labelOf(labels, place);
        if (value.isEmpty())
            continue;
        if (name)
            *name = place;
        return value;
    }
    return {};
}

} // namespace

QString titleOf(const AlertMessage &alert)
{
    const QString name = cut(labelOf(alert.labels, u"alertname"_s), kLongestName);
    const QString place = cut(placeOf(alert.labels), kLongestName);
    const QString what = name.isEmpty() ? Tr::tr("Alert without a name") : name;
    //: %1 is the name of an alert, %2 that of a machine or container
    return place.isEmpty() ? what : Tr::tr("%1 on %2").arg(what, place);
}

QString detailOf(const AlertMessage &alert)
{
    QString told = labelOf(alert.annotations, u"summary"_s);
    if (told.isEmpty())
        told = labelOf(alert.annotations, u"description"_s);
    const QString severity = toWord(alert.severity);
    const QString head = alert.isFiring() ? severity : Tr::tr("%1, resolved").arg(severity);
    return told.isEmpty() ? head : head + u": "_s + cut(told, kLongestDetail - head.size() - 2);
}

QString foreignLabelsOf(const AlertMessage &alert)
{
    QLatin1StringView place;
    placeOf(alert.labels, &place);
    QStringList told;
    qsizetype length = 0;
    for (const auto &[name, value] : alert.labels) {
        if (name == "alertname"_L1 || name == place || value.isEmpty() || length > kLongestDetail)
            continue;
        told.append(cut(name, kLongestName) + u'=' + cut(value, kLongestName));
        length += told.last().size() + 2;
    }
    return cut(told.join(u", "_s), kLongestDetail);
}

QString subjectOf(const NoticeMessage &notice)
{
    if (notice.alerts.empty())
        return Tr::tr("A notice without alerts");
    const QString severity = toWord(worstOf(notice));
    if (notice.alerts.size() == 1) {
        const AlertMessage &alert = notice.alerts.front();
        return alert.isFiring() ? u"%1: %2"_s.arg(severity, titleOf(alert))
                                : Tr::tr("Resolved: %1").arg(titleOf(alert));
    }
    int firing = 0;
    for (const AlertMessage &alert : notice.alerts)
        firing += alert.isFiring() ? 1 : 0;
    if (firing == 0)
        return Tr::tr("%n alert(s) are resolved", nullptr, static_cast<int>(notice.alerts.size()));
    return u"%1: %2"_s.arg(severity, Tr::tr("%n alert(s) are firing", nullptr, firing));
}

QString bodyOf(const NoticeMessage &notice)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(notice.alerts.size(), kMostAlerts); ++i) {
        const AlertMessage &alert = notice.alerts[i];
        lines.append(titleOf(alert));
        lines.append(u"  "_s + detailOf(alert));
        lines.append(u"  "_s + Tr::tr("Since %1").arg(toRfc3339(alert.startsAt)));
        if (alert.endsAt)
            lines.append(u"  "_s + Tr::tr("Until %1").arg(toRfc3339(*alert.endsAt)));
        if (const QString labels = foreignLabelsOf(alert); !labels.isEmpty())
            lines.append(u"  "_s + labels);
        lines.append(QString());
    }
    if (notice.alerts.size() > kMostAlerts)
        lines.append(Tr::tr("%n more alert(s)", nullptr, static_cast<int>(notice.alerts.size() - kMostAlerts)));
    return lines.join(u'\n');
}

} // namespace stratadeck
