// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/fsfigures.h"

#include "models/collect/host/mountinfo.h"

#include <QFile>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Healthy file systems answer in microseconds: waiting this long once puts them into the same sweep.
constexpr Milliseconds kPatience{100};

} // namespace

FsFigures::FsFigures(const QString &root, FsProbe::Ask ask)
    : m_root(QFile::encodeName(root.chopped(1)))
    , m_mounts(root + u"proc/self/mountinfo"_s)
    , m_probe(std::move(ask))
    , m_fileSystems({MetricId::FsSize, MetricId::FsUsed}, kInterval)
{
}

void FsFigures::read(BatchBuilder &builder, EntityRef host, Ticks now)
{
    const bool isDue = !m_askedAt || now - *m_askedAt >= kInterval;
    const bool begins = isDue && !m_probe.isRunning();
    if (begins)
        ask(now);
    const auto answers = m_probe.take(now, begins ? kPatience : Milliseconds(0));
    if (answers)
        addAnswers(builder, host, *answers);
}

void FsFigures::ask(Ticks now)
{
    m_askedAt = now;
    const auto text = m_mounts.read();
    if (!text)
        return;
    std::vector<QByteArray> paths;
    for (const Mount &mount : parseMountInfo(*text))
        paths.push_back(m_root + mount.point);
    m_probe.start(paths, now);
}

void FsFigures::addAnswers(BatchBuilder &builder, EntityRef host, const std::vector<FsProbe::Answer> &answers)
{
    for (const FsProbe::Answer &answer : answers) {
        if (!answer.usage)
            continue; // unknown if it was known before
        const QString point = QFile::decodeName(answer.path.mid(m_root.size()));
        const std::array figures{static_cast<double>(answer.usage->size),
                                 static_cast<double>(answer.usage->used)};
        m_fileSystems.add(builder, host, point, figures);
    }
    m_fileSystems.finishRound(builder);
}

} // namespace stratadeck
