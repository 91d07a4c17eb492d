// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/integerrow.h"

#include "models/history/codec/bitpacking.h"
#include "models/history/codec/residualmodel.h"

namespace stratadeck {

void IntegerEncoder::encode(std::span<const qint64> integers, Effort effort, bool canWrap, Bytes &out)
{
    const Differencing &how = m_differencer.choose(integers, effort, canWrap);
    const std::span<const qint64> residuals = m_differencer.residuals();
    putDifferencing(out, how);
    if (effort == Effort::Small) {
        RangeEncoder coder(out);
        ResidualModel().encode(residuals, how.isUnsigned, coder);
        coder.finish();
        return;
    }
    m_numbers.resize(residuals.size());
    for (std::size_t i = 0; i < residuals.size(); ++i)
        m_numbers[i] = how.isUnsigned ? static_cast<quint64>(residuals[i]) : zigzag(residuals[i]);
    putPacked(out, m_numbers);
}

bool IntegerDecoder::decodePacked(ByteReader &in, std::span<qint64> out)
{
    Differencing how;
    if (!getDifferencing(in, how))
        return false;
    m_numbers.resize(residualCount(out.size(), how.order));
    if (!getPacked(in, m_numbers))
        return false;
    integratePacked(how, m_numbers, out);
    return true;
}

bool IntegerDecoder::decodeRanged(ByteReader &in, std::span<qint64> out)
{
    Differencing how;
    if (!getDifferencing(in, how))
        return false;
    m_residuals.resize(residualCount(out.size(), how.order));
    RangeDecoder coder(in.take(static_cast<quint64>(in.rest().size())));
    ResidualModel().decode(m_residuals, how.isUnsigned, coder);
    integrate(how, m_residuals, out);
    return coder.isGood();
}

} // namespace stratadeck
