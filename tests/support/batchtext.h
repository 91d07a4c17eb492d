// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/format.h"
#include "models/base/samplebatch.h"

#include <QStringList>

namespace stratadeck::test {

/// "cpu.time=1.5", "disk.read_ops[vda]=?" (unknown).
template<typename Table>
QString readingText(const Reading &reading, const Table &series)
{
    const SeriesDef &def = series[value(reading.series)];
    QString text(metric(def.metric).name);
    if (!def.instance.isEmpty())
        text += u'[' + def.instance + u']';
    const QString figure = formatExact(reading.value);
    return text + u'=' + (figure.isEmpty() ? QStringLiteral("?") : figure);
}

/// The readings of a batch in text order, for comparing them whole.
template<typename Table>
QStringList readingTexts(const SampleBatch &batch, const Table &series)
{
    QStringList texts;
    for (const Reading &reading : batch.readings)
        texts.append(readingText(reading, series));
    texts.sort();
    return texts;
}

/// Remembers the raw series of one source, as a consumer of its batches would.
class SeriesList
{
public:
    QStringList texts(const SampleBatch &batch)
    {
        if (!batch.newSeries.empty() && value(batch.firstNewSeries) != m_defs.size())
            return {QStringLiteral("series do not follow on")};
        m_defs.insert(m_defs.end(), batch.newSeries.begin(), batch.newSeries.end());
        return readingTexts(batch, m_defs);
    }
    const std::vector<SeriesDef> &defs() const { return m_defs; }

private:
    std::vector<SeriesDef> m_defs;
};

} // namespace stratadeck::test
