// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logtext.h"

#include <array>
#include <chrono>

namespace stratadeck {

namespace {

bool isBetween(QChar character, char16_t first, char16_t last)
{
    return character.unicode() >= first && character.unicode() <= last;
}

// Behind "ESC [": parameters, then one final character.
qsizetype endOfControl(QStringView text, qsizetype at)
{
    while (at < text.size() && isBetween(text[at], 0x20, 0x3f))
        ++at;
    return at < text.size() && isBetween(text[at], 0x40, 0x7e) ? at + 1 : at;
}

// Behind "ESC ]" and its like: anything up to BEL or "ESC \". One that does not end hides nothing.
qsizetype endOfString(QStringView text, qsizetype at)
{
    for (qsizetype i = at; i < text.size(); ++i) {
        if (text[i] == QChar(0x07) || text[i] == QChar(0x9c))
            return i + 1;
        if (text[i] == QChar(0x1b) && i + 1 < text.size() && text[i + 1] == u'\\')
            return i + 2;
    }
    return at;
}

// Behind ESC.
qsizetype endOfEscape(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return at;
    if (text[at] == u'[')
        return endOfControl(text, at + 1);
    if (QStringView(u"]PX^_").contains(text[at]))
        return endOfString(text, at + 1);
    while (at < text.size() && isBetween(text[at], 0x20, 0x2f))
        ++at;
    return at < text.size() && isBetween(text[at], 0x30, 0x7e) ? at + 1 : at;
}

bool isHarmful(QChar character)
{
    if (character == u'\t')
        return false;
    return isBetween(character, 0, 0x1f) || isBetween(character, 0x7f, 0x9f)
           || isBetween(character, 0x200e, 0x200f) || isBetween(character, 0x202a, 0x202e)
           || isBetween(character, 0x2066, 0x2069) || character == QChar(0x061c) || character == QChar(0xfeff);
}

bool isBreak(QChar character)
{
    return character == u'\r' || character == QChar(0x2028) || character == QChar(0x2029);
}

/// Reads digits and the characters between them.
class Digits
{
public:
    explicit Digits(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<int> number(qsizetype digits)
    {
        if (m_text.size() < digits)
            return {};
        int value = 0;
        for (const char digit : m_text.first(digits)) {
            if (digit < '0' || digit > '9')
                return {};
            value = value * 10 + (digit - '0');
        }
        m_text = m_text.sliced(digits);
        return value;
    }

    bool skip(char character)
    {
        if (m_text.isEmpty() || m_text.front() != character)
            return false;
        m_text = m_text.sliced(1);
        return true;
    }

    bool atEnd() const { return m_text.isEmpty(); }

private:
    QByteArrayView m_text;
};

std::optional<qint64> readFraction(Digits &digits)
{
    constexpr qint64 kSecond = 1'000'000'000;
    if (!digits.skip('.') && !digits.skip(','))
        return 0;
    qint64 nanoseconds = 0;
    qint64 unit = kSecond / 10;
    int count = 0;
    while (const std::optional<int> digit = digits.number(1)) {
        nanoseconds += *digit * unit;
        unit /= 10;
        ++count;
    }
    return count > 0 ? std::optional(nanoseconds) : std::nullopt;
}

std::optional<std::chrono::minutes> readOffset(Digits &digits)
{
    if (digits.skip('Z'))
        return std::chrono::minutes(0);
    const bool isEast = digits.skip('+');
    if (!isEast && !digits.skip('-'))
        return {};
    const std::optional<int> hours = digits.number(2);
    if (!hours || !digits.skip(':'))
        return {};
    const std::optional<int> minutes = digits.number(2);
    if (!minutes)
        return {};
    const std::chrono::minutes offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return isEast ? offset : -offset;
}

} // namespace

QString plainLogText(QByteArrayView line)
{
    while (!line.isEmpty() && line.back() == '\r')
        line = line.chopped(1);
    const QString text = QString::fromUtf8(line);
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar character = text[i++];
        if (character == QChar(0x1b))
            i = endOfEscape(text, i);
        else if (character == QChar(0x9b))
            i = endOfControl(text, i);
        else if (isBreak(character))
            plain.append(u' '); // what a terminal would overwrite stays to be read
        else if (!isHarmful(character))
            plain.append(character);
    }
    return plain;
}

std::optional<qint64> parseLogTime(QByteArrayView text)
{
    using namespace std::chrono;
    Digits digits(text);
    constexpr std::array<char, 6> kBefore{0, '-', '-', 'T', ':', ':'};
    std::array<int, 6> parts{}; // year, month, day, hour, minute, second
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !digits.skip(kBefore[i]))
            return {};
        const std::optional<int> number = digits.number(i == 0 ? 4 : 2);
        if (!number)
            return {};
        parts[i] = *number;
    }
    const auto [year, month, day, hour, minute, second] = parts;
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    const std::optional<qint64> fraction = readFraction(digits);
    const std::optional<minutes> offset = readOffset(digits);
    // Nanoseconds since 1970 reach to 2262.
    if (!date.ok() || year < 1970 || year > 2200 || hour > 23 || minute > 59 || second > 60)
        return {};
    if (!fraction || !offset || !digits.atEnd())
        return {};
    const nanoseconds at =
        sys_days(date).time_since_epoch() + hours(hour) + minutes(minute) + seconds(second) - *offset;
    return at.count() + *fraction;
}

} // namespace stratadeck
