// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logmodel.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimeZone>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// A slice of searching: short enough that typing and scrolling stay smooth.
constexpr qint64 kSliceMilliseconds = 6;
constexpr int kBetweenLooks = 64;

QString shownText(const LogLine &line)
{
    QString text = line.text;
    if (text.size() > LogModel::kMostShown) {
        text.truncate(LogModel::kMostShown);
        text += u" …"_s;
    }
    if (line.cut > 0)
        //: At the end of a log's line: as many bytes of it were left out
        text += u' '
                + LogModel::tr("[cut: %n more byte(s)]", nullptr,
                               static_cast<int>(std::min<qint64>(line.cut, INT_MAX)));
    return text;
}

QString timeText(qint64 at)
{
    constexpr qint64 kSecond = 1'000'000'000;
    const QDateTime second = QDateTime::fromSecsSinceEpoch(at / kSecond, QTimeZone::utc());
    return u"%1.%2Z"_s.arg(second.toString(u"yyyy-MM-ddTHH:mm:ss"_s)).arg(at % kSecond, 9, 10, QChar(u'0'));
}

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_search.setInterval(0);
    connect(&m_search, &QTimer::timeout, this, &LogModel::searchSome);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LogLine &shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(shown);
    case Qt::AccessibleTextRole:
        //: What a screen reader says: %1 is a line a container wrote to its error output
        return shown.origin == LogOrigin::Error ? tr("Error output: %1").arg(shownText(shown))
                                                : shownText(shown);
    case OriginRole:
        return static_cast<int>(shown.origin);
    case TimeRole:
        return shown.at;
    case NumberRole:
        return m_shown[static_cast<std::size_t>(index.row())];
    default:
        return {};
    }
}

QString LogModel::textOf(const LogLine &line, bool withTime)
{
    QString text = line.text;
    if (line.cut > 0)
        text += u" […+%1]"_s.arg(line.cut);
    if (!withTime)
        return text;
    const QString at = line.at > 0 ? timeText(line.at) : u"-"_s;
    return at + (line.origin == LogOrigin::Error ? u" stderr "_s : u" stdout "_s) + text;
}

bool LogModel::isOfStream(const LogLine &line) const
{
    if (m_streams == Streams::All)
        return true;
    return (line.origin == LogOrigin::Error) == (m_streams == Streams::Error);
}

int LogModel::rowOf(qint64 number) const
{
    return static_cast<int>(std::ranges::lower_bound(m_shown, number) - m_shown.begin());
}

void LogModel::show(const std::vector<qint64> &numbers)
{
    if (numbers.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(numbers.size()) - 1);
    m_shown.insert(m_shown.end(), numbers.begin(), numbers.end());
    for (const qint64 number : numbers)
        m_longest = std::max(m_longest, static_cast<int>(std::min(lineOf(number).text.size(), kMostShown)));
    endInsertRows();
}

void LogModel::append(std::vector<LogLine> lines)
{
    std::vector<qint64> numbers;
    for (LogLine &line : lines) {
        if (!isFiltering() && isOfStream(line))
            numbers.push_back(end());
        m_characters += line.text.size();
        m_lines.push_back(std::move(line));
    }
    show(numbers);
    dropOld();
    if (!m_pattern.isEmpty() && m_searched < end())
        m_search.start();
}

void LogModel::replace(std::vector<LogLine> lines)
{
    beginResetModel();
    m_first = end(); // a number stays with its line
    m_lines.clear();
    m_shown.clear();
    m_found.clear();
    m_characters = 0;
    m_longest = 0;
    m_searched = m_first;
    endResetModel();
    append(std::move(lines));
}

void LogModel::dropOld()
{
    qint64 gone = 0;
    qint64 characters = m_characters;
    const auto count = static_cast<qint64>(m_lines.size());
    while (count - gone > static_cast<qint64>(kMostLines) || characters > kMostCharacters)
        characters -= m_lines[static_cast<std::size_t>(gone++)].text.size();
    if (gone == 0)
        return;
    const qint64 first = m_first + gone;
    const auto isOld = [first](qint64 number) { return number < first; };
    const auto rows = std::ranges::find_if_not(m_shown, isOld) - m_shown.begin();
    if (rows > 0)
        beginRemoveRows({}, 0, static_cast<int>(rows) - 1);
    m_shown.erase(m_shown.begin(), m_shown.begin() + rows);
    m_lines.erase(m_lines.begin(), m_lines.begin() + gone);
    m_dropped += gone;
    m_characters = characters;
    m_first = first;
    if (rows > 0)
        endRemoveRows();
    m_searched = std::max(m_searched, m_first);
    const auto found = std::ranges::find_if_not(m_found, isOld);
    if (found == m_found.begin())
        return;
    m_found.erase(m_found.begin(), found);
    Q_EMIT foundChanged();
}

void LogModel::setStreams(Streams streams)
{
    if (std::exchange(m_streams, streams) != streams)
        showAnew();
}

void LogModel::setPattern(const LogPattern &pattern)
{
    const bool wasFiltering = isFiltering();
    m_pattern = pattern;
    if (wasFiltering || isFiltering()) {
        showAnew();
        return;
    }
    m_found.clear();
    m_searched = m_first;
    m_search.start();
    Q_EMIT foundChanged();
}

void LogModel::setOnlyMatches(bool only)
{
    const bool wasFiltering = isFiltering();
    m_onlyMatches = only;
    if (wasFiltering != isFiltering())
        showAnew();
}

void LogModel::showAnew()
{
    beginResetModel();
    m_shown.clear();
    m_found.clear();
    m_longest = 0;
    m_searched = m_first;
    for (qint64 number = m_first; number < end() && !isFiltering(); ++number) {
        if (!isOfStream(lineOf(number)))
            continue;
        m_shown.push_back(number);
        m_longest = std::max(m_longest, static_cast<int>(std::min(lineOf(number).text.size(), kMostShown)));
    }
    endResetModel();
    m_search.start();
    Q_EMIT foundChanged();
}

void LogModel::searchSome()
{
    QElapsedTimer timer;
    timer.start();
    std::vector<qint64> fresh;
    const bool isUsable = !m_pattern.isEmpty() && m_pattern.problem().isEmpty();
    if (!isUsable)
        m_searched = end();
    for (int looked = 0; m_searched < end(); ++m_searched, ++looked) {
        if (looked % kBetweenLooks == 0 && timer.elapsed() >= kSliceMilliseconds)
            break;
        const LogLine &line = lineOf(m_searched);
        if (isOfStream(line) && m_pattern.matches(line.text))
            fresh.push_back(m_searched);
    }
    m_found.insert(m_found.end(), fresh.begin(), fresh.end());
    if (isFiltering())
        show(fresh);
    const bool isDone = m_searched >= end();
    if (isDone)
        m_search.stop();
    if (isDone || !fresh.empty())
        Q_EMIT foundChanged();
}

} // namespace stratadeck
