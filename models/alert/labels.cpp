// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/labels.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

void mix(quint64 &hash, const QString &text)
{
    constexpr quint64 kPrime = 1099511628211ULL;
    for (const char byte : text.toUtf8() + '\xff')
        hash = (hash ^ static_cast<uchar>(byte)) * kPrime;
}

} // namespace

QString labelOf(const Labels &labels, const QString &name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? QString() : found->second;
}

QString fingerprintOf(const Labels &labels)
{
    quint64 hash = 14695981039346656037ULL;
    // Alertmanager orders names by their bytes, QString by UTF-16: the same for label names, which are ASCII.
    for (const auto &[name, value] : labels) {
        mix(hash, name);
        mix(hash, value);
    }
    return u"%1"_s.arg(hash, 16, 16, QChar(u'0'));
}

bool hasLabels(const Labels &labels, const Labels &pattern)
{
    return std::ranges::all_of(
        pattern, [&](const auto &wanted) { return labelOf(labels, wanted.first) == wanted.second; });
}

std::optional<QString> LabelPattern::add(const QString &name, const QString &expression)
{
    QRegularExpression anchored(QRegularExpression::anchoredPattern(expression));
    if (!anchored.isValid())
        return name;
    m_expressions.emplace_back(name, std::move(anchored));
    return {};
}

bool LabelPattern::matches(const Labels &labels) const
{
    return std::ranges::all_of(m_expressions, [&](const auto &one) {
        return one.second.match(labelOf(labels, one.first)).hasMatch();
    });
}

} // namespace stratadeck
