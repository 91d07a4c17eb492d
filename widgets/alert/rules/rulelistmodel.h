// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/alert/rules/rulebook.h"

#include <QAbstractTableModel>
#include <QHash>

namespace stratadeck {

/// The rules in force, a row each, in the order of the file.
class RuleListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleListModel)
public:
    enum Column { SeverityColumn, Name, On, OriginColumn, Firing, Text, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kFilterRole = Qt::UserRole + 1; ///< all that is searched

    RuleListModel(const RuleBook &book, const AlertDesk &desk, QObject *parent = nullptr);

    const RuleDefinition &rule(int row) const { return m_rules[static_cast<std::size_t>(row)]; }
    /// Incidents of the rule that fire now.
    int firingOf(const QString &name) const { return m_firing.value(name); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeRules();
    void countFiring();
    QVariant textOf(const RuleDefinition &rule, int column) const;
    QVariant sortOf(const RuleDefinition &rule, int column) const;

    const RuleBook &m_book;
    const AlertDesk &m_desk;
    std::vector<RuleDefinition> m_rules;
    QHash<QString, int> m_firing; ///< by the rule's name
};

} // namespace stratadeck
