// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAction)

namespace stratadeck {

/// Every action of the window with its category, in the order they were added. The command palette and
/// the sheet of shortcuts read it. Actions stay with their owners and leave when they are destroyed.
///
/// What is asked of an action: a text; an object name, if it is to be remembered as used lately; and
/// while it is disabled a tool tip, or a status tip alone, that says why. Main thread.
class ActionRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionRegistry)
public:
    struct Entry {
        QString category; ///< translated
        QAction *action;
    };

    explicit ActionRegistry(QObject *parent = nullptr);

    /// Adding an action again moves nothing.
    void add(const QString &category, QAction *action);
    const std::vector<Entry> &entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

/// An action's text without mnemonics and dots.
QString plainText(const QAction &action);
/// Why a disabled action cannot be used, as its status tip or else its tool tip says; empty when enabled or not
/// said.
QString disabledReason(const QAction &action);
/// All its shortcuts as the platform writes them.
QString shortcutText(const QAction &action);

} // namespace stratadeck
