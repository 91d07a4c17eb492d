// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/clockcodec.h"

#include "models/history/codec/integerrow.h"
#include "models/history/codec/residualmodel.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

enum class ClockCoding : quint8 { Packed = 0, Grid = 1 };

// A clock ticks on a grid and is read a little late. So each instant is a number of grid steps since the one
// before, nearly always one, and a lateness, which does not add up.
struct Grid {
    qint64 start = 0;
    qint64 step = 1;
};

constexpr qint64 kLongestSpan = qint64{1} << 50; // 35,000 years; what is longer is packed

/// The step that fits best over the whole length; the usual distance tells how many steps each distance is.
qint64 gridStep(std::span<const qint64> times)
{
    std::vector<qint64> distances;
    for (std::size_t i = 1; i < times.size(); ++i)
        distances.push_back(times[i] - times[i - 1]);
    const auto middle = distances.begin() + static_cast<qsizetype>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    const qint64 usual = *middle;
    qint64 steps = 0;
    for (std::size_t i = 1; i < times.size(); ++i)
        steps += (times[i] - times[i - 1] + usual / 2) / usual;
    const qint64 span = times.back() - times.front();
    return steps > 0 ? std::max<qint64>((span + steps / 2) / steps, 1) : usual;
}

qint64 unsignedSum(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

void encodeGrid(std::span<const qint64> times, Bytes &out)
{
    const Grid grid{times.front(), gridStep(times)};
    std::vector<qint64> skipped;
    std::vector<qint64> late{0};
    qint64 slot = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        const qint64 distance = times[i] - grid.start;
        const qint64 next = (distance + grid.step / 2) / grid.step;
        skipped.push_back(next - slot - 1);
        slot = next;
        late.push_back(distance - slot * grid.step);
    }
    Differencer differencer;
    const Differencing &how = differencer.choose(late, Effort::Small, false);
    putVarint(out, zigzag(grid.start));
    putVarint(out, static_cast<quint64>(grid.step));
    putDifferencing(out, how);
    RangeEncoder coder(out);
    ResidualModel().encode(skipped, false, coder);
    ResidualModel().encode(differencer.residuals(), how.isUnsigned, coder);
    coder.finish();
}

bool decodeGrid(ByteReader &in, std::vector<qint64> &out)
{
    Grid grid;
    grid.start = unzigzag(in.varint());
    grid.step = static_cast<qint64>(in.varint());
    Differencing how;
    if (!getDifferencing(in, how))
        return false;
    std::vector<qint64> skipped(out.size() - 1);
    std::vector<qint64> late(residualCount(out.size(), how.order));
    RangeDecoder coder(in.take(static_cast<quint64>(in.rest().size())));
    ResidualModel().decode(skipped, false, coder);
    ResidualModel().decode(late, how.isUnsigned, coder);
    integrate(how, late, out);
    qint64 onGrid = grid.start;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i > 0) {
            const auto steps = static_cast<quint64>(skipped[i - 1]) + 1;
            onGrid = unsignedSum(onGrid, static_cast<qint64>(steps * static_cast<quint64>(grid.step)));
        }
        out[i] = unsignedSum(out[i], onGrid);
    }
    return coder.isGood();
}

} // namespace

void encodeClock(std::span<const qint64> times, Effort effort, Bytes &out)
{
    Q_ASSERT(!times.empty() && times.size() <= kMaxInstants);
    const auto span = static_cast<quint64>(times.back()) - static_cast<quint64>(times.front());
    if (effort == Effort::Small && times.size() > 2 && span < static_cast<quint64>(kLongestSpan)) {
        out.push_back(static_cast<char>(ClockCoding::Grid));
        encodeGrid(times, out);
        return;
    }
    out.push_back(static_cast<char>(ClockCoding::Packed));
    IntegerEncoder().encode(times, Effort::Fast, true, out);
}

bool decodeClock(QByteArrayView bytes, std::size_t count, std::vector<qint64> &out)
{
    out.clear();
    if (count < 1 || count > kMaxInstants)
        return false;
    out.resize(count);
    ByteReader in(bytes);
    bool isGood = false;
    const quint8 coding = in.byte();
    switch (static_cast<ClockCoding>(coding)) {
    case ClockCoding::Packed:
        isGood = IntegerDecoder().decodePacked(in, out);
        break;
    case ClockCoding::Grid:
        isGood = decodeGrid(in, out);
        break;
    }
    return isGood && in.isGood() && in.rest().isEmpty()
           && std::adjacent_find(out.begin(), out.end(), std::greater_equal<>()) == out.end();
}

} // namespace stratadeck
