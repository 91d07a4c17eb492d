// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace stratadeck {

/// A part of a YAML document, with its line. Texts are as they are written: nothing is taken for a number.
struct YamlNode {
    enum class Kind : quint8 { Text, List, Map };
    Kind kind = Kind::Text;
    int line = 1;
    QString text;
    std::vector<YamlNode> items; ///< of a list; of a map its values
    std::vector<QString> names;  ///< of a map, as items

    /// Of a map; none when it has no such member, or this is no map.
    const YamlNode *find(QLatin1StringView name) const;
};

/// The one document of a file from anywhere. Invalid with the line: no YAML, aliases and anchors (a few lines
/// of which can stand for gigabytes), keys that are no text, two equal keys, more than 1 MiB or 32 levels.
Result<YamlNode> parseYaml(const QByteArray &text);

} // namespace stratadeck
