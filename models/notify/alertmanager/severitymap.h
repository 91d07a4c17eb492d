// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/alert/severity.h"

namespace stratadeck {

/// Which severity a word of others means; people may change it. Words are compared without regard to case.
class SeverityMap
{
public:
    /// critical and page: P1; error and high: P1; warning: P2; info: P3; and our own P0 to P3.
    SeverityMap();
    explicit SeverityMap(std::map<QString, Severity> words);

    struct Verdict {
        Severity severity = Severity::P2;
        bool isKnown = false; ///< else the severity is a guess, and should be shown as one
    };
    /// By the label `severity`.
    Verdict of(const Labels &labels) const;

    const std::map<QString, Severity> &words() const { return m_words; }

private:
    std::map<QString, Severity> m_words; ///< by the word in small letters
};

} // namespace stratadeck
