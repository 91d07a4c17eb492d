// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/grouprow.h"
#include "models/history/varint.h"

namespace stratadeck {

/// The columns of a journal row; they are part of its checksum.
struct JournalKey {
    qint64 seq = 0;
    qint64 segment = 0;
    qint64 at = 0; ///< milliseconds since 1970
};

/// What the figures of a group's next journal section are told against. Begins anew whenever the group is
/// sealed, so that a reader needs no row from before.
class JournalChain
{
public:
    JournalChain() { m_last.fill(kAbsent); }

    /// Appends the row of a sweep and goes on from it.
    void encode(const GroupRow &row, Bytes &out);
    /// The other way; false when the bytes are damaged, and the chain is then of no use.
    bool decode(QByteArrayView section, GroupRow &row);

private:
    void encodeChange(std::size_t slot, double figure, Bytes &out);
    bool decodeEscape(ByteReader &in, std::size_t slot);
    bool decodeDelta(quint64 token, std::size_t slot);

    GroupRow m_last{};                             ///< absent: not in the chain yet
    std::array<qint8, kGroupSeries> m_exponents{}; ///< figures are integers / 10^exponent; or kRaw
};

/// Puts a journal row together, its sections in rising order of groups.
class JournalRowBuilder
{
public:
    void begin();
    /// What out() gets until the next call is the section of `group`. `distance`: how many rows back the
    /// group's chain was last continued; 0 when it begins here.
    void beginSection(quint32 group, qint64 distance);
    Bytes &out() { return m_bytes; }
    /// The bytes of the row, valid until begin().
    QByteArrayView finish(const JournalKey &key);

private:
    struct Section {
        quint32 group = 0;
        qint64 distance = 0;
        std::size_t begin = 0;
    };
    std::vector<Section> m_sections;
    Bytes m_bytes;
    Bytes m_row;
};

struct JournalSection {
    quint32 group = 0;
    qint64 distance = 0;
    QByteArrayView bytes; ///< points into the row
};

/// The sections of a journal row; false when it is damaged. Safe for any bytes.
bool parseJournalRow(const JournalKey &key, QByteArrayView row, std::vector<JournalSection> &sections);

} // namespace stratadeck
