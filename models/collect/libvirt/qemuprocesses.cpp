// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/qemuprocesses.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <optional>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestStat = 4096;
constexpr qint64 kLongestCommand = 256 * 1024;
constexpr qsizetype kStartField = 19; // counted from the state, which follows the name

QByteArray readUpTo(const QString &path, qint64 longest)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.read(longest) : QByteArray();
}

// The name stands in parentheses and may hold some itself, see proc(5). Ticks since the machine booted.
std::optional<qint64> startOfQemu(const QByteArray &stat)
{
    const qsizetype open = stat.indexOf('(');
    const qsizetype close = stat.lastIndexOf(')');
    if (open < 0 || close < open)
        return {};
    const QByteArray name = stat.mid(open + 1, close - open - 1);
    if (!name.startsWith("qemu") && !name.startsWith("kvm"))
        return {};
    const QList<QByteArray> fields = stat.mid(close + 2).split(' ');
    bool isNumber = false;
    const qint64 ticks = fields.value(kStartField).toLongLong(&isNumber);
    return isNumber && ticks > 0 ? std::optional(ticks) : std::nullopt;
}

QUuid guestOf(const QByteArray &commandLine)
{
    const QList<QByteArray> words = commandLine.split('\0');
    const qsizetype option = words.indexOf("-uuid");
    return option < 0 ? QUuid() : QUuid::fromString(QLatin1StringView(words.value(option + 1)));
}

} // namespace

QHash<QUuid, TimePoint> qemuStarts(const QString &proc, Stamp now)
{
    const long perSecond = sysconf(_SC_CLK_TCK);
    if (perSecond <= 0)
        return {};
    QHash<QUuid, TimePoint> starts;
    QSet<QUuid> twice;
    const QStringList names = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (!name.front().isDigit())
            continue;
        const QString path = proc + u'/' + name;
        const std::optional<qint64> ticks = startOfQemu(readUpTo(path + "/stat"_L1, kLongestStat));
        if (!ticks)
            continue;
        const QUuid guest = guestOf(readUpTo(path + "/cmdline"_L1, kLongestCommand));
        if (guest.isNull())
            continue;
        if (starts.contains(guest))
            twice.insert(guest);
        const auto up = std::chrono::floor<Milliseconds>(now.ticks) - Milliseconds(*ticks * 1000 / perSecond);
        starts.insert(guest, now.at - std::max(up, Milliseconds(0)));
    }
    for (const QUuid &guest : twice)
        starts.remove(guest);
    return starts;
}

} // namespace stratadeck
