// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)

namespace stratadeck {

class ActionRegistry;

/// One key and what it does, both translated.
struct ShortcutRow {
    QString category;
    QString text;
    QString keys;
};

/// The actions that have a shortcut, by category in the registry's order.
std::vector<ShortcutRow> shortcutsOf(const ActionRegistry &registry);

/// All keys by category, with a box to search them. Esc closes.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)
public:
    explicit ShortcutSheet(const std::vector<ShortcutRow> &rows, QWidget *parent = nullptr);

private:
    void fill(const std::vector<ShortcutRow> &rows);
    void filter(const QString &typed);

    QLineEdit *m_search;
    QTreeWidget *m_keys;
};

} // namespace stratadeck
