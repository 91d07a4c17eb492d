// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/severitymap.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

SeverityMap::SeverityMap()
    : SeverityMap({{u"critical"_s, Severity::P1},
                   {u"page"_s, Severity::P1},
                   {u"error"_s, Severity::P1},
                   {u"high"_s, Severity::P1},
                   {u"warning"_s, Severity::P2},
                   {u"info"_s, Severity::P3},
                   {u"p0"_s, Severity::P0},
                   {u"p1"_s, Severity::P1},
                   {u"p2"_s, Severity::P2},
                   {u"p3"_s, Severity::P3}})
{
}

SeverityMap::SeverityMap(std::map<QString, Severity> words)
{
    for (const auto &[word, severity] : words)
        m_words.emplace(word.toLower(), severity);
}

SeverityMap::Verdict SeverityMap::of(const Labels &labels) const
{
    const auto found = m_words.find(labelOf(labels, u"severity"_s).left(64).toLower());
    if (found == m_words.end())
        return {};
    return {found->second, true};
}

} // namespace stratadeck
