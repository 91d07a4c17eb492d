// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulelistmodel.h"

#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/ruletext.h"
#include "models/base/plaintext.h"
#include "widgets/alert/rules/rulewords.h"
#include "widgets/kit/icons.h"

#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

RuleListModel::RuleListModel(const RuleBook &book, const AlertDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_desk(desk)
{
    connect(&book, &RuleBook::changed, this, &RuleListModel::takeRules);
    connect(&desk, &AlertDesk::boardChanged, this, &RuleListModel::countFiring);
    takeRules();
    countFiring();
}

void RuleListModel::takeRules()
{
    if (m_book.rules() == m_rules)
        return;
    // A rule that is edited keeps its row, so that selection and place stay.
    const bool isSameSize = m_book.rules().size() == m_rules.size();
    if (isSameSize) {
        m_rules = m_book.rules();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rules = m_book.rules();
    endResetModel();
}

void RuleListModel::countFiring()
{
    QHash<QString, int> firing;
    for (const BoardCard &card : m_desk.board().cards) {
        if (card.incident && isActive(card.alert.condition))
            ++firing[labelOf(card.alert.labels, u"alertname"_s)];
    }
    if (firing == m_firing)
        return;
    m_firing = std::move(firing);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Firing), index(rowCount() - 1, Firing));
}

int RuleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RuleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleListModel::textOf(const RuleDefinition &rule, int column) const
{
    switch (column) {
    case SeverityColumn:
        return severityWording(rule.severity).text;
    case Name:
        return plainText(rule.name, kLongestRuleName);
    case On:
        return rule.isOn ? tr("on") : tr("off");
    case OriginColumn:
        return originName(RuleBook::originOf(rule));
    case Firing: {
        const int firing = m_firing.value(rule.name);
        return firing > 0 ? QLocale().toString(firing) : QString();
    }
    case Text:
        return plainText(printExpression(rule), kLongestRuleString);
    default:
        return {};
    }
}

QVariant RuleListModel::sortOf(const RuleDefinition &rule, int column) const
{
    switch (column) {
    case SeverityColumn:
        return static_cast<int>(rule.severity);
    case On:
        return rule.isOn ? 0 : 1;
    case OriginColumn:
        return static_cast<int>(RuleBook::originOf(rule));
    case Firing:
        return m_firing.value(rule.name);
    default:
        return textOf(rule, column).toString().toCaseFolded();
    }
}

QVariant RuleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleDefinition &shown = rule(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(shown, index.column());
    case kSortRole:
        return sortOf(shown, index.column());
    case kFilterRole:
        return u"%1 %2 %3 %4"_s.arg(shown.name, severityWording(shown.severity).text, printRule(shown),
                                    ruleTextOf(shown.summary));
    case Qt::TextAlignmentRole:
        if (index.column() == Firing)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Text)
            return plainText(printRule(shown), kLongestRuleString);
        return shown.summary.isEmpty() ? QVariant() : QVariant(plainText(ruleTextOf(shown.summary)));
    case Qt::DecorationRole:
        if (index.column() == SeverityColumn) {
            const Wording words = severityWording(shown.severity);
            return themedIcon(words.icon, words.tone);
        }
        if (index.column() == On)
            return themedIcon(shown.isOn ? u"running"_s : u"stopped"_s);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return tr("%1, %2, %3")
                .arg(textOf(shown, Name).toString(), textOf(shown, SeverityColumn).toString(),
                     textOf(shown, On).toString());
        return {};
    default:
        return {};
    }
}

QVariant RuleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case Name:
        return tr("Name");
    case On:
        //: Head of a column: whether a rule is on
        return tr("On");
    case OriginColumn:
        //: Head of a column: whether a rule is standard, changed or a person's own
        return tr("Origin");
    case Firing:
        //: Head of a column: how many incidents fire now
        return tr("Firing");
    case Text:
        return tr("Rule");
    default:
        return {};
    }
}

} // namespace stratadeck
