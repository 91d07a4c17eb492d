// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/history/varint.h"

#include <memory>
#include <span>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace stratadeck {

/// The columns of a chunk row; they are part of the checksum, so that a chunk cannot be taken for another.
struct ChunkKey {
    SeriesId series{};
    qint64 segment = 0;
    qint64 start = 0; ///< milliseconds since 1970, of the first sample
    qint64 end = 0;   ///< of the last one
    qint64 count = 0;
};

/// Samples of one series and segment: times in milliseconds, rising; NaN is a gap marker.
struct Samples {
    std::vector<qint64> times;
    std::vector<double> values;
    void clear();
};

inline constexpr std::size_t kMaxChunkSamples = 4096;

/// Turns samples into the bytes of a chunk (docs/history-format.md). Keeps its buffers: one thread.
class ChunkEncoder
{
public:
    ChunkEncoder();
    /// 1 to kMaxChunkSamples samples; the bytes are valid until the next call.
    QByteArrayView encode(const ChunkKey &key, std::span<const qint64> times, std::span<const double> values);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    std::vector<qint64> m_integers;
    Bytes m_plain;
    Bytes m_trial;
    Bytes m_chunk;
};

class ChunkDecoder
{
public:
    ChunkDecoder();
    /// False when the bytes are damaged, of a later format, or do not belong to the key. Safe for any bytes.
    bool decode(const ChunkKey &key, QByteArrayView chunk, Samples &out);

private:
    struct Free {
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
    Bytes m_plain;
};

/// What a chunk's checksum is seeded with.
quint64 chunkSeed(const ChunkKey &key);
/// Appends the checksum of what is in `bytes` so far, tied to `seed`.
void putChecksum(Bytes &bytes, quint64 seed);
/// The bytes before the checksum; a null view when it does not match.
QByteArrayView withoutChecksum(QByteArrayView bytes, quint64 seed);

} // namespace stratadeck
