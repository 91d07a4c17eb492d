// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/matcheredit.h"

#include "widgets/kit/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kComboLetters = 6;

QString kindText(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Equal:
        return MatcherEdit::tr("= is");
    case MatchKind::NotEqual:
        return MatcherEdit::tr("!= is not");
    case MatchKind::Matches:
        return MatcherEdit::tr("=~ matches");
    case MatchKind::MatchesNot:
        return MatcherEdit::tr("!~ matches not");
    }
    return {};
}

} // namespace

MatcherEdit::MatcherEdit(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(themedIcon(u"add"_s), tr("Add a condition"), this))
{
    m_add->setObjectName(u"matcherAdd"_s);
    m_add->setToolTip(tr("Only what has this label is looked at."));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a form gives its rows what is left over
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({u"name"_s, MatchKind::Equal, {}});
        nameLines();
        focusLast();
        Q_EMIT edited();
    });
}

void MatcherEdit::setMatchers(const std::vector<LabelMatcher> &matchers)
{
    if (matchers == this->matchers())
        return;
    for (const Line &line : m_lines)
        line.widget->deleteLater();
    m_lines.clear();
    for (const LabelMatcher &matcher : matchers)
        add(matcher);
    nameLines();
}

void MatcherEdit::add(const LabelMatcher &matcher)
{
    Line line;
    line.widget = new QWidget(this);
    line.label = new QComboBox(line.widget);
    line.kind = new QComboBox(line.widget);
    line.text = new QLineEdit(line.widget);
    for (const QLatin1StringView label : ruleLabels())
        line.label->addItem(label);
    if (line.label->findText(matcher.label) < 0)
        line.label->addItem(matcher.label); // as it is written, wrong or not
    line.label->setCurrentText(matcher.label);
    for (const MatchKind kind :
         {MatchKind::Equal, MatchKind::NotEqual, MatchKind::Matches, MatchKind::MatchesNot})
        line.kind->addItem(kindText(kind), static_cast<int>(kind));
    line.kind->setCurrentIndex(static_cast<int>(matcher.kind));
    for (QComboBox *combo : {line.label, line.kind}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(kComboLetters);
    }
    line.text->setMaxLength(static_cast<int>(kLongestRuleString));
    line.text->setText(matcher.text);
    auto *away = new QToolButton(line.widget);
    away->setIcon(themedIcon(u"close"_s));
    away->setAutoRaise(true);
    away->setFocusPolicy(Qt::TabFocus);
    away->setToolTip(tr("Take this condition away"));
    away->setAccessibleName(away->toolTip());
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    row->addWidget(line.label);
    row->addWidget(line.kind);
    row->addWidget(line.text, 1);
    row->addWidget(away);
    connect(line.label, &QComboBox::activated, this, &MatcherEdit::edited);
    connect(line.kind, &QComboBox::activated, this, &MatcherEdit::edited);
    connect(line.text, &QLineEdit::textEdited, this, &MatcherEdit::edited);
    connect(away, &QToolButton::clicked, this, [this, widget = line.widget] { remove(widget); });
    m_layout->insertWidget(static_cast<int>(m_lines.size()), line.widget);
    setTabOrder(m_lines.empty() ? static_cast<QWidget *>(this) : m_lines.back().text, line.label);
    m_lines.push_back(line);
}

void MatcherEdit::remove(const QWidget *widget)
{
    const auto line = std::ranges::find(m_lines, widget, [](const Line &one) { return one.widget; });
    if (line == m_lines.end())
        return;
    line->widget->hide();
    line->widget->deleteLater();
    m_lines.erase(line);
    nameLines();
    m_add->setFocus();
    Q_EMIT edited();
}

void MatcherEdit::nameLines()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QString number = QString::number(i + 1);
        m_lines[i].label->setObjectName(u"matcherLabel"_s + number);
        m_lines[i].kind->setObjectName(u"matcherKind"_s + number);
        m_lines[i].text->setObjectName(u"matcherText"_s + number);
        m_lines[i].label->setAccessibleName(tr("Label of condition %1").arg(number));
        m_lines[i].kind->setAccessibleName(tr("How condition %1 compares").arg(number));
        m_lines[i].text->setAccessibleName(tr("Text of condition %1").arg(number));
    }
    m_add->setEnabled(m_lines.size() < kMostMatchers);
}

void MatcherEdit::focusLast()
{
    if (!m_lines.empty())
        m_lines.back().text->setFocus();
}

std::vector<LabelMatcher> MatcherEdit::matchers() const
{
    std::vector<LabelMatcher> matchers;
    for (const Line &line : m_lines)
        matchers.push_back({line.label->currentText(), static_cast<MatchKind>(line.kind->currentData().toInt()),
                            line.text->text()});
    return matchers;
}

} // namespace stratadeck
