// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/ruleactions.h"

#include "models/alert/rules/ruletext.h"
#include "models/judge/prometheusrules.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

RuleActions::RuleActions(RuleBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_create(make(u"ruleNew"_s, u"add"_s, tr("&New rule"), tr("Write a rule."), Qt::Key_Insert,
                    &RuleActions::startNew))
    , m_edit(make(u"ruleEdit"_s, u"edit"_s, tr("&Edit"),
                  tr("Edit the rule and try it over the recorded history."), {}, &RuleActions::startEdit))
    , m_duplicate(make(u"ruleDuplicate"_s, u"duplicate"_s, tr("&Duplicate"),
                       tr("A copy of the selected rules, which is off."), QKeySequence(Qt::CTRL | Qt::Key_D),
                       &RuleActions::duplicate))
    , m_toggle(make(u"ruleToggle"_s, u"pause"_s, tr("Turn on or &off"),
                    tr("Turns the selected rules on; when all are on, off."), Qt::Key_Space,
                    &RuleActions::toggle))
    , m_remove(make(u"ruleRemove"_s, u"remove"_s, tr("&Remove"), tr("Removes the selected rules."),
                    Qt::Key_Delete, &RuleActions::remove))
    , m_reset(make(u"ruleReset"_s, u"refresh"_s, tr("Reset to &standard"),
                   tr("Makes the selected rules again what they were when the program came."), {},
                   &RuleActions::reset))
    , m_undo(make(u"ruleUndo"_s, u"undo"_s, tr("&Undo"), tr("Takes back what was done to the rules last."),
                  QKeySequence::Undo, &RuleActions::undo))
    , m_redo(make(u"ruleRedo"_s, u"redo"_s, tr("Re&do"), tr("Does again what was taken back."),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &RuleActions::redo))
    , m_copy(make(u"ruleCopy"_s, u"copy"_s, tr("&Copy as text"),
                  tr("Copies the selected rules, or all when none is selected, a line each."),
                  QKeySequence::Copy, &RuleActions::copy))
    , m_copyYaml(
          make(u"ruleCopyYaml"_s, u"copy"_s, tr("Copy for &Prometheus"),
               tr("Copies the selected rules, or all when none is selected, as a rule file of Prometheus."), {},
               &RuleActions::copyYaml))
    , m_import(make(u"ruleImport"_s, u"import"_s, tr("&Import…"),
                    tr("Reads rules of a file: Prometheus' YAML, or a line each."), {},
                    &RuleActions::startImport))
    , m_export(make(u"ruleExport"_s, u"export"_s, tr("E&xport…"),
                    tr("Saves all rules as a file that Prometheus reads."), {}, &RuleActions::startExport))
{
    connect(&m_book, &RuleBook::changed, this, &RuleActions::refresh);
    refresh();
}

QAction *RuleActions::make(const QString &name, const QString &icon, const QString &text,
                           const QString &toolTip, const QKeySequence &shortcut, void (RuleActions::*act)())
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    return action;
}

QList<QAction *> RuleActions::actions() const
{
    return {m_create, m_edit, m_duplicate, m_toggle,   m_remove, m_reset,
            m_undo,   m_redo, m_copy,      m_copyYaml, m_import, m_export};
}

void RuleActions::setSelection(const QStringList &names)
{
    m_names = names;
    refresh();
}

std::vector<RuleDefinition> RuleActions::selected() const
{
    std::vector<RuleDefinition> rules;
    std::ranges::copy_if(m_book.rules(), std::back_inserter(rules),
                         [this](const RuleDefinition &rule) { return isSelected(rule); });
    return rules;
}

void RuleActions::refresh()
{
    const std::vector<RuleDefinition> rules = selected();
    const bool any = !rules.empty();
    const auto allow = [this](QAction *action, bool possible, const QString &why) {
        const QString reason = m_book.isReadOnly()  ? tr("This console only looks: read-only mode is on.")
                               : !m_book.isLoaded() ? tr("The rules in force could not be read.")
                               : possible           ? QString()
                                                    : why;
        action->setEnabled(reason.isEmpty());
        action->setStatusTip(reason);
    };
    const QString nothing = tr("Select a rule first.");
    allow(m_create, true, {});
    allow(m_import, true, {});
    allow(m_duplicate, any, nothing);
    allow(m_toggle, any, nothing);
    allow(m_remove, any, nothing);
    const bool canReset = std::ranges::any_of(rules, [](const RuleDefinition &rule) {
        return RuleBook::originOf(rule) == RuleBook::Origin::Changed;
    });
    allow(m_reset, canReset, any ? tr("None of the selected is a standard rule that was changed.") : nothing);
    allow(m_undo, m_book.canUndo(), tr("Nothing was done to the rules yet."));
    allow(m_redo, m_book.canRedo(), tr("Nothing was taken back."));
    // To look at a rule and to try it is no change.
    m_edit->setEnabled(rules.size() == 1);
    m_edit->setStatusTip(rules.size() == 1 ? QString() : tr("Select one rule."));
    const bool isEmpty = m_book.rules().empty();
    for (QAction *action : {m_copy, m_copyYaml, m_export}) {
        action->setEnabled(!isEmpty);
        action->setStatusTip(isEmpty ? tr("There are no rules.") : QString());
    }
}

void RuleActions::startEdit()
{
    if (m_names.size() == 1)
        Q_EMIT editWanted(m_names.front());
}

void RuleActions::duplicate()
{
    std::vector<RuleDefinition> rules;
    QSet<QString> taken = m_book.names();
    for (const RuleDefinition &rule : m_book.rules()) {
        rules.push_back(rule);
        if (!isSelected(rule))
            continue;
        RuleDefinition copy = rule;
        copy.isOn = false; // two of the same would tell everything twice
        copy.name = RuleBook::freeName(rule.name, taken);
        taken.insert(copy.name);
        rules.push_back(std::move(copy));
    }
    const auto count = static_cast<int>(selected().size());
    m_book.apply(std::move(rules), tr("%n rule(s) duplicated; the copies are off.", nullptr, count));
}

void RuleActions::toggle()
{
    const std::vector<RuleDefinition> before = selected();
    const bool turnsOn = !std::ranges::all_of(before, &RuleDefinition::isOn);
    std::vector<RuleDefinition> rules = m_book.rules();
    for (RuleDefinition &rule : rules) {
        if (isSelected(rule))
            rule.isOn = turnsOn;
    }
    const auto count = static_cast<int>(before.size());
    m_book.apply(std::move(rules), turnsOn ? tr("%n rule(s) turned on.", nullptr, count)
                                           : tr("%n rule(s) turned off.", nullptr, count));
}

void RuleActions::remove()
{
    std::vector<RuleDefinition> rules = m_book.rules();
    const auto count =
        static_cast<int>(std::erase_if(rules, [this](const RuleDefinition &rule) { return isSelected(rule); }));
    m_book.apply(std::move(rules), tr("%n rule(s) removed.", nullptr, count));
}

void RuleActions::reset()
{
    std::vector<RuleDefinition> rules = m_book.rules();
    int count = 0;
    for (RuleDefinition &rule : rules) {
        if (!isSelected(rule) || RuleBook::originOf(rule) != RuleBook::Origin::Changed)
            continue;
        rule = *RuleBook::standardOf(rule.name);
        ++count;
    }
    m_book.apply(std::move(rules), tr("%n rule(s) reset to the standard.", nullptr, count));
}

void RuleActions::copy()
{
    QStringList lines;
    for (const RuleDefinition &rule : m_names.isEmpty() ? m_book.rules() : selected())
        lines.append(printRule(rule));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void RuleActions::copyYaml()
{
    QApplication::clipboard()->setText(
        QString::fromUtf8(prometheusYamlOf(m_names.isEmpty() ? m_book.rules() : selected())));
}

} // namespace stratadeck
