// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QHash>
#include <QStringList>
#include <optional>
#include <vector>

namespace stratadeck {

class DeskService;

/// Changes the tags of several entities at once and takes the last changes back. Window thread.
class TagChanges
{
public:
    explicit TagChanges(DeskService &desk);

    /// The tags all of them have, sorted.
    QStringList common(const std::vector<EntityId> &entities) const;
    /// Every tag in use, sorted.
    QStringList known() const;

    /// Makes `wanted` the tags all of them have; what only some of them have stays theirs.
    void setCommon(const std::vector<EntityId> &entities, const QStringList &wanted);

    bool canUndo() const { return !m_past.empty(); }
    /// Gives back the tags of before the last change.
    void undo();

private:
    using Tags = QHash<EntityId, QStringList>;
    static constexpr std::size_t kMostUndone = 50;

    DeskService &m_desk;
    std::vector<Tags> m_past;
};

/// The tags in a text, separated by blanks or commas; each once.
QStringList tagsIn(const QString &text);

} // namespace stratadeck
