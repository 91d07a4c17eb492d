// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/alert/rules/rulebook.h"

#include <QKeySequence>
#include <QObject>

class QAction;

namespace stratadeck {

/// What one can do with the selected rules. What cannot be done says why.
class RuleActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleActions)
public:
    RuleActions(RuleBook &book, QObject *parent = nullptr);

    /// Names of rules.
    void setSelection(const QStringList &names);
    const QStringList &selection() const { return m_names; }
    /// Those for a bar and a menu, in order.
    QList<QAction *> actions() const;
    QAction *create() const { return m_create; }
    QAction *edit() const { return m_edit; }
    QAction *importFile() const { return m_import; }
    QAction *exportFile() const { return m_export; }

Q_SIGNALS:
    void createWanted();
    void editWanted(const QString &name);
    void importWanted();
    void exportWanted();

private:
    QAction *make(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
                  const QKeySequence &shortcut, void (RuleActions::*act)());
    void refresh();
    void startNew() { Q_EMIT createWanted(); }
    void startEdit();
    void duplicate();
    void toggle();
    void remove();
    void reset();
    void copy();
    void copyYaml();
    void startImport() { Q_EMIT importWanted(); }
    void startExport() { Q_EMIT exportWanted(); }
    void undo() { m_book.undo(); }
    void redo() { m_book.redo(); }
    std::vector<RuleDefinition> selected() const;
    bool isSelected(const RuleDefinition &rule) const { return m_names.contains(rule.name); }

    RuleBook &m_book;
    QStringList m_names;
    QAction *m_create;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_toggle;
    QAction *m_remove;
    QAction *m_reset;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_copy;
    QAction *m_copyYaml;
    QAction *m_import;
    QAction *m_export;
};

} // namespace stratadeck
