// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/history/history.h"
#include "models/history/samplesink.h"

#include <QByteArray>
#include <memory>
#include <stop_token>

class QIODevice;

namespace stratadeck {

class HistoryReader;

enum class SampleFormat {
    Csv,         ///< a head line, then a line a sample; a gap is a line without a value
    JsonLines,   ///< an object a line; a gap has the value null
    OpenMetrics, ///< OpenMetrics text; a gap is the absence of samples
};

/// Writes samples of one series after the other as text. Where only a coarser tier is kept, the value is the
/// mean.
class SampleText : public SampleSink
{
    Q_DISABLE_COPY_MOVE(SampleText)
public:
    /// `out` is open and outlives the writer.
    static std::unique_ptr<SampleText> make(SampleFormat format, QIODevice &out);

    /// What follows is of this series. All series of a metric come one after the other.
    void beginSeries(const EntityInfo &entity, const SeriesRecord &series);
    void add(qint64 at, double value) final;
    void addGap(qint64 at) final;
    void addRollup(const Rollup &rollup, qint64 step) final;
    /// After the last sample. Io when not everything could be written.
    Result<> finish();
    bool hasFailed() const { return m_hasFailed; }

protected:
    explicit SampleText(QIODevice &out)
        : m_out(out)
    {
    }
    virtual void writeHead(const EntityInfo &entity, const SeriesRecord &series) = 0;
    virtual void writeSample(qint64 at, double value) = 0;
    virtual void writeRollup(const Rollup &rollup) = 0;
    virtual void writeGap(qint64 at) = 0;
    virtual void writeEnd() {}
    QByteArray &text() { return m_text; }

private:
    bool isNew(qint64 at, bool isGap);
    void flush(qsizetype most);

    QIODevice &m_out;
    QByteArray m_text;
    bool m_hasFailed = false;
    bool m_any = false; ///< of this series
    bool m_lastIsGap = false;
    qint64 m_lastAt = 0;
};

/// The samples of these series of one entity in the range, by metric, to `text`, which is not finished.
Result<> exportSamples(const HistoryReader &reader, const EntityInfo &entity, std::vector<SeriesRecord> series,
                       TimeRange range, SampleText &text, const std::stop_token &stop = {});

} // namespace stratadeck
