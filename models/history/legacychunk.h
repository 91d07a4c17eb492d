// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/history/block.h"
#include "models/history/varint.h"

#include <memory>

struct ZSTD_DCtx_s;

namespace stratadeck {

// Chunks of the layouts before groups of series (docs/history-format.md): one series each, read for as long as
// files have them.

/// The columns of a chunk row; they are part of the checksum.
struct ChunkKey {
    SeriesId series{};
    qint64 segment = 0;
    qint64 start = 0; ///< milliseconds since 1970, of the first sample
    qint64 end = 0;   ///< of the last one
    qint64 count = 0;
};

inline constexpr std::size_t kMaxChunkSamples = 4096;

/// Reads them. Keeps its buffers: one thread.
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

} // namespace stratadeck
