// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace stratadeck {

/// What an alert is about, by name: alertname, host, vm ... Texts of strangers: never markup.
using Labels = std::map<QString, QString>;

/// A label that is missing is empty, as in Alertmanager.
QString labelOf(const Labels &labels, const QString &name);

/// Alertmanager's identity of an alert: FNV-1a (64 bit) over the names and values in order of the names, each
/// followed by the byte 0xFF; 16 hexadecimal digits.
QString fingerprintOf(const Labels &labels);

/// Whether the alert has each label of the pattern; an empty pattern matches everything.
bool hasLabels(const Labels &labels, const Labels &pattern);

/// Label values by regular expressions that must match as a whole.
class LabelPattern
{
public:
    /// Which expression is none: its label's name.
    std::optional<QString> add(const QString &name, const QString &expression);
    bool matches(const Labels &labels) const;

private:
    std::vector<std::pair<QString, QRegularExpression>> m_expressions;
};

} // namespace stratadeck
