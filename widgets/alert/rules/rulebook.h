// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"
#include "models/incident/alertdesk.h"

#include <QObject>
#include <QSet>

namespace stratadeck {

/// The rules in force and what a person makes of them, step by step and back. What is changed is shown at once
/// and written behind; when that fails, or another console was faster, the rules are read anew.
class RuleBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleBook)
public:
    explicit RuleBook(AlertDesk &desk, QObject *parent = nullptr);

    /// Where a rule comes from.
    enum class Origin : quint8 { Standard, Changed, Own };

    void load();
    bool isLoaded() const { return m_isLoaded; }
    const std::vector<RuleDefinition> &rules() const { return m_rules; }
    /// -1: there is none of this name.
    int indexOf(const QString &name) const;
    static Origin originOf(const RuleDefinition &rule);
    /// The standard rule of this name; none when there never was one.
    static const RuleDefinition *standardOf(const QString &name);
    /// `name`, or the first of "name 2", "name 3" that is free.
    static QString freeName(const QString &name, const QSet<QString> &taken);
    QSet<QString> names() const;

    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_isReadOnly; }
    /// Why these rules cannot be put in force; none when they can.
    std::optional<QString> refusalOf(const std::vector<RuleDefinition> &rules) const;

    /// Puts all of them in force; `sentence` says what was done. What is refused changes nothing.
    bool apply(std::vector<RuleDefinition> rules, const QString &sentence);
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at < m_steps.size(); }
    void undo();
    void redo();

Q_SIGNALS:
    void changed();
    void done(const QString &sentence);
    void refused(const QString &sentence);
    void loadFailed(const stratadeck::Error &error);

private:
    struct Step {
        std::vector<RuleDefinition> before;
        std::vector<RuleDefinition> after;
        QString sentence;
    };
    void write(const std::vector<RuleDefinition> &rules);
    void startAnew();

    AlertDesk &m_desk;
    std::vector<RuleDefinition> m_rules;
    std::vector<Step> m_steps;
    std::size_t m_at = 0; ///< steps before it are done
    bool m_isLoaded = false;
    bool m_isReadOnly = false;
    int m_writing = 0;
};

} // namespace stratadeck
