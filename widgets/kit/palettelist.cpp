// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/palettelist.h"

#include "widgets/kit/fuzzyquery.h"

#include <algorithm>
#include <tuple>

namespace stratadeck {

namespace {

struct Hit {
    std::size_t index;
    Match match;
    qsizetype used; // 0: latest
    bool enabled;

    auto order() const
    {
        return std::tuple(-static_cast<int>(match.rank), used, !enabled, match.distance, index);
    }
};

} // namespace

void PaletteList::setItems(std::vector<PaletteItem> items)
{
    m_items = std::move(items);
    m_folded.clear();
    m_folded.reserve(m_items.size());
    for (const PaletteItem &item : m_items)
        m_folded.push_back({foldForMatch(item.text), foldForMatch(item.detail)});
}

std::vector<std::size_t> PaletteList::find(const QString &typed, const QStringList &recent,
                                           std::size_t most) const
{
    const FuzzyQuery query(typed);
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items[i];
        const Match match =
            query.isEmpty() ? Match{MatchRank::Exact, 0} : query.match(m_folded[i].text, m_folded[i].keywords);
        if (match.rank == MatchRank::None)
            continue;
        const qsizetype used = item.id.isEmpty() ? -1 : recent.indexOf(item.id);
        // The order of a list nobody has searched does not change with what can be used just now.
        hits.push_back({i, match, used < 0 ? recent.size() : used, query.isEmpty() || item.enabled});
    }
    const auto shown = static_cast<std::ptrdiff_t>(std::min(most, hits.size()));
    std::ranges::partial_sort(hits, hits.begin() + shown, {}, &Hit::order);
    std::vector<std::size_t> found;
    std::transform(hits.begin(), hits.begin() + shown, std::back_inserter(found),
                   [](const Hit &hit) { return hit.index; });
    return found;
}

} // namespace stratadeck
