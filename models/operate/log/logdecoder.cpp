// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logdecoder.h"

#include "models/operate/log/logtext.h"

#include <QtEndian>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHeader = 8;
constexpr qsizetype kLongestTime = 40;

// A character that was cut in the middle would show as a broken one.
qsizetype wholeCharacters(const QByteArray &text)
{
    constexpr int kLongestCharacter = 4;
    qsizetype size = text.size();
    for (int back = 1; back <= kLongestCharacter && back <= text.size(); ++back) {
        const auto byte = static_cast<uchar>(text[text.size() - back]);
        if ((byte & 0xc0U) == 0x80U)
            continue;
        if (byte >= 0xc0U)
            size -= back;
        break;
    }
    return size;
}

} // namespace

LogDecoder::LogDecoder()
{
    m_parts[1].origin = LogOrigin::Error;
    m_parts[2].origin = LogOrigin::Terminal;
}

void LogDecoder::append(Part &part, QByteArrayView data)
{
    part.begun = part.begun || !data.isEmpty();
    const qsizetype room = std::min(kLongestLine - part.text.size(), data.size());
    part.text.append(data.first(room));
    part.cut += data.size() - room;
}

void LogDecoder::emitLine(Part &part, const Sink &sink)
{
    if (part.cut > 0) {
        const qsizetype whole = wholeCharacters(part.text);
        part.cut += part.text.size() - whole;
        part.text.truncate(whole);
    }
    sink({part.at, part.origin, part.cut, plainLogText(part.text)});
    part.text.truncate(0);
    part.at = 0;
    part.cut = 0;
    part.begun = false;
}

// Returns what follows. A long line comes in several messages, each with a time of its own; that of the first
// counts.
QByteArrayView LogDecoder::takeTime(Part &part, QByteArrayView data)
{
    qsizetype used = 0;
    while (used < data.size() && part.stamp.size() < kLongestTime && data[used] != ' ' && data[used] != '\n')
        part.stamp.append(data[used++]);
    if (used == data.size() && part.stamp.size() < kLongestTime)
        return {};
    part.wantsTime = false;
    const std::optional<qint64> at = parseLogTime(part.stamp);
    if (!at) {
        append(part, part.stamp);
    } else if (!part.begun) {
        part.at = *at;
        part.begun = true;
    }
    part.stamp.truncate(0);
    const bool isSeparator = at && used < data.size() && data[used] == ' ';
    return data.sliced(isSeparator ? used + 1 : used);
}

void LogDecoder::take(Part &part, QByteArrayView data, const Sink &sink)
{
    while (!data.isEmpty()) {
        if (part.wantsTime) {
            data = takeTime(part, data);
            continue;
        }
        const qsizetype end = data.indexOf('\n');
        append(part, end < 0 ? data : data.first(end));
        if (end < 0)
            return;
        emitLine(part, sink);
        part.wantsTime = m_form == Form::Bare;
        data = data.sliced(end + 1);
    }
}

Result<> LogDecoder::openFrame()
{
    const auto stream = static_cast<uchar>(m_header[0]);
    constexpr uchar kErrorOutput = 2;
    constexpr uchar kEngineError = 3;
    if (stream > kEngineError || m_header[1] != 0 || m_header[2] != 0 || m_header[3] != 0)
        return fail(Error::Kind::Invalid, u"the engine sends something else than a log"_s);
    m_left = qFromBigEndian<quint32>(m_header.constData() + 4);
    m_open = stream >= kErrorOutput ? &m_parts[1] : m_parts.data();
    m_open->wantsTime = true;
    m_open->stamp.truncate(0);
    m_header.truncate(0);
    return {};
}

Result<> LogDecoder::feedFrames(QByteArrayView data, const Sink &sink)
{
    while (!data.isEmpty()) {
        if (m_left == 0) {
            const qsizetype used = std::min(kHeader - m_header.size(), data.size());
            m_header.append(data.first(used));
            data = data.sliced(used);
            if (m_header.size() < kHeader)
                return {};
            if (const Result<> opened = openFrame(); !opened)
                return opened;
            continue;
        }
        const qsizetype size = std::min<qsizetype>(m_left, data.size());
        take(*m_open, data.first(size), sink);
        m_left -= static_cast<quint32>(size);
        data = data.sliced(size);
    }
    return {};
}

Result<> LogDecoder::feed(QByteArrayView data, const Sink &sink)
{
    if (data.isEmpty())
        return {};
    constexpr uchar kFirstText = 4;
    if (m_form == Form::Unknown)
        m_form = static_cast<uchar>(data.front()) < kFirstText ? Form::Framed : Form::Bare;
    if (m_form == Form::Framed)
        return feedFrames(data, sink);
    take(m_parts[2], data, sink);
    return {};
}

void LogDecoder::finish(const Sink &sink)
{
    for (Part &part : m_parts) {
        if (!part.stamp.isEmpty() && !parseLogTime(part.stamp))
            append(part, part.stamp);
        part.stamp.truncate(0);
        if (part.begun)
            emitLine(part, sink);
    }
}

} // namespace stratadeck
