// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulebook.h"

#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/rulecheck.h"
#include "models/base/errortext.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostUndone = 100;

const std::vector<RuleDefinition> &standardRules()
{
    static const std::vector<RuleDefinition> rules = defaultRules();
    return rules;
}

} // namespace

RuleBook::RuleBook(AlertDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void RuleBook::load()
{
    m_desk.rules(this, [this](Result<std::vector<RuleDefinition>> rules) {
        if (m_writing > 0)
            return; // what is shown is newer
        if (!rules) {
            m_isLoaded = false;
            Q_EMIT loadFailed(rules.error());
            return;
        }
        if (m_isLoaded && *rules == m_rules)
            return;
        if (m_isLoaded)
            startAnew(); // another console changed them: our steps lead back to what is no more
        m_isLoaded = true;
        m_rules = std::move(*rules);
        Q_EMIT changed();
    });
}

void RuleBook::startAnew()
{
    m_steps.clear();
    m_at = 0;
}

int RuleBook::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(m_rules, name, &RuleDefinition::name);
    return found == m_rules.end() ? -1 : static_cast<int>(found - m_rules.begin());
}

const RuleDefinition *RuleBook::standardOf(const QString &name)
{
    const auto found = std::ranges::find(standardRules(), name, &RuleDefinition::name);
    return found == standardRules().end() ? nullptr : &*found;
}

RuleBook::Origin RuleBook::originOf(const RuleDefinition &rule)
{
    const RuleDefinition *standard = standardOf(rule.name);
    if (!standard)
        return Origin::Own;
    return *standard == rule ? Origin::Standard : Origin::Changed;
}

QSet<QString> RuleBook::names() const
{
    QSet<QString> names;
    for (const RuleDefinition &rule : m_rules)
        names.insert(rule.name);
    return names;
}

QString RuleBook::freeName(const QString &name, const QSet<QString> &taken)
{
    QString free = name;
    for (int number = 2; taken.contains(free); ++number) {
        const QString end = u' ' + QString::number(number);
        free = name.left(kLongestRuleName - end.size()) + end;
    }
    return free;
}

void RuleBook::setReadOnly(bool readOnly)
{
    if (readOnly == m_isReadOnly)
        return;
    m_isReadOnly = readOnly;
    Q_EMIT changed();
}

std::optional<QString> RuleBook::refusalOf(const std::vector<RuleDefinition> &rules) const
{
    if (m_isReadOnly)
        return tr("This console only looks: read-only mode is on.");
    if (!m_isLoaded)
        return tr("The rules in force could not be read, so they cannot be changed.");
    return problemOf(rules);
}

bool RuleBook::apply(std::vector<RuleDefinition> rules, const QString &sentence)
{
    if (const auto refusal = refusalOf(rules)) {
        Q_EMIT refused(*refusal);
        return false;
    }
    if (rules == m_rules)
        return true;
    m_steps.resize(m_at);
    if (m_steps.size() >= kMostUndone)
        m_steps.erase(m_steps.begin());
    m_steps.push_back({m_rules, rules, sentence});
    m_at = m_steps.size();
    write(rules);
    Q_EMIT done(sentence);
    return true;
}

void RuleBook::undo()
{
    if (!canUndo() || m_isReadOnly)
        return;
    --m_at;
    write(m_steps[m_at].before);
}

void RuleBook::redo()
{
    if (!canRedo() || m_isReadOnly)
        return;
    write(m_steps[m_at].after);
    ++m_at;
}

void RuleBook::write(const std::vector<RuleDefinition> &rules)
{
    ++m_writing;
    m_desk.changeRules(m_rules, rules, this, [this](Result<bool> written) {
        --m_writing;
        if (written && *written)
            return;
        startAnew();
        m_isLoaded = false;
        load();
        Q_EMIT refused(written ? tr("Another console has changed the rules meanwhile. Yours were not "
                                    "written; these are the rules in force now.")
                               : errorText(written.error()));
    });
    m_rules = rules;
    Q_EMIT changed();
}

} // namespace stratadeck
