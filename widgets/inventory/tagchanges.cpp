// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/tagchanges.h"

#include "models/history/deskservice.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

TagChanges::TagChanges(DeskService &desk)
    : m_desk(desk)
{
}

QStringList TagChanges::common(const std::vector<EntityId> &entities) const
{
    if (entities.empty())
        return {};
    QStringList tags = m_desk.tags().value(entities.front());
    for (const EntityId entity : entities) {
        const QStringList own = m_desk.tags().value(entity);
        tags.removeIf([&own](const QString &tag) { return !own.contains(tag); });
    }
    tags.sort();
    return tags;
}

QStringList TagChanges::known() const
{
    QSet<QString> all;
    for (const QStringList &tags : m_desk.tags()) {
        for (const QString &tag : tags)
            all.insert(tag);
    }
    QStringList sorted = all.values();
    sorted.sort();
    return sorted;
}

void TagChanges::setCommon(const std::vector<EntityId> &entities, const QStringList &wanted)
{
    const QStringList before = common(entities);
    Tags past;
    for (const EntityId entity : entities) {
        const QStringList own = m_desk.tags().value(entity);
        QStringList next = own;
        next.removeIf([&](const QString &tag) { return before.contains(tag) && !wanted.contains(tag); });
        for (const QString &tag : wanted) {
            if (!next.contains(tag))
                next.append(tag);
        }
        if (next == own)
            continue;
        past.insert(entity, own);
        m_desk.setTags(entity, next);
    }
    if (past.isEmpty())
        return;
    if (m_past.size() >= kMostUndone)
        m_past.erase(m_past.begin());
    m_past.push_back(std::move(past));
}

void TagChanges::undo()
{
    if (m_past.empty())
        return;
    const Tags past = std::move(m_past.back());
    m_past.pop_back();
    for (auto it = past.cbegin(); it != past.cend(); ++it)
        m_desk.setTags(it.key(), it.value());
}

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,]+"_s);
    QStringList tags;
    for (const QString &word : text.split(separators, Qt::SkipEmptyParts)) {
        const QString tag = normalizedTag(word);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

} // namespace stratadeck
