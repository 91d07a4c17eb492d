// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace stratadeck {

/// One thing the command palette offers.
struct PaletteItem {
    QString id;   ///< stable and untranslated; empty: not remembered
    QString text; ///< what is searched first
    QString detail;
    QString keys; ///< its shortcut
    QString icon; ///< name of one of our icons; may be empty
    bool enabled = true;
    QString reason; ///< why it is not enabled
    std::function<void()> run;
};

/// What the palette offers, and which of it fits what was typed. Any thread.
class PaletteList
{
public:
    void setItems(std::vector<PaletteItem> items);
    const std::vector<PaletteItem> &items() const { return m_items; }

    /// Indexes of the best at most `most` items, best first: by rank of the match, then what was used
    /// lately (`recent` holds ids, the latest first), then what can be used, then closeness. Without a
    /// word what was used lately comes first, then all in their order.
    std::vector<std::size_t> find(const QString &typed, const QStringList &recent, std::size_t most) const;

private:
    std::vector<PaletteItem> m_items;
    struct Folded {
        QString text;
        QString keywords;
    };
    std::vector<Folded> m_folded;
};

} // namespace stratadeck
