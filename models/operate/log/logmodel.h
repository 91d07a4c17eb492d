// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/log/logline.h"
#include "models/operate/log/logpattern.h"

#include <QAbstractListModel>
#include <QTimer>
#include <deque>
#include <vector>

namespace stratadeck {

/// The kept lines of a log, what of them is shown, and where a pattern is found among the shown. Looking for it
/// goes on in small steps beside everything else. Window thread only.
class LogModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)
public:
    static constexpr std::size_t kMostLines = 100'000;
    static constexpr qint64 kMostCharacters = 64 * 1024 * 1024;
    /// Of a longer line only this much is shown; copying takes all of it.
    static constexpr qsizetype kMostShown = 4000;

    enum Role {
        OriginRole = Qt::UserRole, ///< LogOrigin as int
        TimeRole,                  ///< ns since 1970, 0 unknown
        NumberRole,                ///< counts the lines of this log from 0; stays with a line
    };
    enum class Streams { All, Output, Error };

    explicit LogModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// The oldest beyond the limits are dropped.
    void append(std::vector<LogLine> lines);

    /// Puts other lines into the place of all.
    void replace(std::vector<LogLine> lines);

    const LogLine &line(int row) const { return lineOf(m_shown[static_cast<std::size_t>(row)]); }
    const std::deque<LogLine> &lines() const { return m_lines; }
    qint64 dropped() const { return m_dropped; }
    /// The row of a line, or of the next one that is shown; rowCount() when there is none.
    int rowOf(qint64 number) const;
    /// Characters of the longest shown line so far, at most kMostShown.
    int longest() const { return m_longest; }

    void setStreams(Streams streams);
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    /// Shows nothing but lines in which the pattern is found; without a pattern, everything.
    void setOnlyMatches(bool only);

    /// Numbers of the shown lines in which the pattern was found so far, ascending.
    const std::deque<qint64> &found() const { return m_found; }
    bool isSearching() const { return m_search.isActive(); }

    /// What a line reads like in a file: "2026-11-24T03:50:00.123456789Z stderr text".
    static QString textOf(const LogLine &line, bool withTime);

Q_SIGNALS:
    /// What was found has changed, or the search has come to its end.
    void foundChanged();

private:
    const LogLine &lineOf(qint64 number) const { return m_lines[static_cast<std::size_t>(number - m_first)]; }
    qint64 end() const { return m_first + static_cast<qint64>(m_lines.size()); }
    bool isOfStream(const LogLine &line) const;
    bool isFiltering() const { return m_onlyMatches && !m_pattern.isEmpty() && m_pattern.problem().isEmpty(); }
    void show(const std::vector<qint64> &numbers);
    void dropOld();
    void showAnew();
    void searchSome();

    std::deque<LogLine> m_lines;
    qint64 m_first = 0; // number of m_lines[0]
    qint64 m_dropped = 0;
    qint64 m_characters = 0;
    std::deque<qint64> m_shown;
    std::deque<qint64> m_found;
    qint64 m_searched = 0; // the first that was not looked at
    LogPattern m_pattern;
    Streams m_streams = Streams::All;
    bool m_onlyMatches = false;
    int m_longest = 0;
    QTimer m_search;
};

} // namespace stratadeck
