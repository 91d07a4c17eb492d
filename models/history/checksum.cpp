// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/checksum.h"

#include <QtEndian>
#include <array>
#include <xxhash.h>

namespace stratadeck {

namespace {

constexpr std::size_t kMostColumns = 8;

quint64 checksum(QByteArrayView bytes, quint64 seed)
{
    return XXH3_64bits_withSeed(bytes.data(), static_cast<std::size_t>(bytes.size()), seed);
}

} // namespace

quint64 checksumSeed(std::initializer_list<qint64> columns)
{
    std::array<qint64, kMostColumns> fields{};
    Q_ASSERT(columns.size() <= fields.size());
    std::transform(columns.begin(), columns.end(), fields.begin(),
                   [](qint64 column) { return qToLittleEndian(column); });
    return XXH3_64bits(fields.data(), columns.size() * sizeof(qint64));
}

void putChecksum(Bytes &bytes, quint64 seed)
{
    const quint64 sum = qToLittleEndian(checksum(bytes, seed));
    const auto *raw = reinterpret_cast<const char *>(&sum);
    bytes.insert(bytes.end(), raw, raw + sizeof sum);
}

QByteArrayView withoutChecksum(QByteArrayView bytes, quint64 seed)
{
    if (bytes.size() < 8)
        return {};
    const QByteArrayView body = bytes.chopped(8);
    const auto stored = qFromLittleEndian<quint64>(bytes.last(8).data());
    return stored == checksum(body, seed) ? body : QByteArrayView();
}

} // namespace stratadeck
