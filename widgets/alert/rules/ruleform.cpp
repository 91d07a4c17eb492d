// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/ruleform.h"

#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/rulequantity.h"
#include "widgets/alert/rules/matcheredit.h"
#include "widgets/alert/rules/rulewords.h"
#include "widgets/kit/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

// What the fields say; ruleformfields.cpp makes them.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kUsualWindow{5};
constexpr std::chrono::hours kUsualAhead{4};

/// An empty field is no time at all.
tl::expected<Milliseconds, QString> timeIn(const QLineEdit &edit)
{
    const QString text = edit.text().simplified().remove(u' ');
    if (text.isEmpty())
        return Milliseconds(0);
    if (const auto time = durationOf(text))
        return *time;
    //: %1 is the name of a field, %2 what stands in it
    return tl::unexpected(RuleForm::tr("%1: “%2” is no time such as 30s, 5m or 1h30m.")
                              .arg(edit.accessibleName(), edit.text().left(40)));
}

tl::expected<double, QString> quantityIn(const QLineEdit &edit, Unit unit)
{
    if (const auto value = quantityOf(edit.text().simplified().remove(u' '), unit))
        return *value;
    const QString symbol = unitSymbol(unit);
    if (symbol.isEmpty())
        return tl::unexpected(RuleForm::tr("%1: a number is expected.").arg(edit.accessibleName()));
    return tl::unexpected(
        RuleForm::tr("%1: a number is expected, without a unit or in %2.").arg(edit.accessibleName(), symbol));
}

QString optionalTime(Milliseconds time)
{
    return time == Milliseconds(0) ? QString() : durationText(time);
}

void choose(QComboBox &combo, int data)
{
    combo.setCurrentIndex(combo.findData(data));
}

void setText(QLineEdit &edit, const QString &text)
{
    if (edit.text() == text)
        return;
    edit.setText(text);
    if (!edit.hasFocus())
        edit.setCursorPosition(0); // the beginning of a long one says more than its end
}

void setText(QPlainTextEdit &edit, const QString &text)
{
    edit.setPlainText(text);
    edit.document()->setModified(false);
}

/// What stands in it, unless nobody touched it: the edit changes some characters.
QString textIn(const QPlainTextEdit &edit, const QString &shown)
{
    return edit.document()->isModified() ? edit.toPlainText() : shown;
}

} // namespace

bool RuleForm::canShow(const RuleDefinition &rule)
{
    return rule.more.empty() && !rule.until && rule.external.isEmpty() && rule.clause.steps.empty();
}

void RuleForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void RuleForm::setRule(const RuleDefinition &rule)
{
    m_isShowing = true;
    m_base = rule;
    setText(*m_name, rule.name);
    choose(*m_severity, static_cast<int>(rule.severity));
    m_isOn->setChecked(rule.isOn);
    showSubject(rule.clause);
    const Unit unit = unitOf(rule.clause);
    choose(*m_comparison, static_cast<int>(rule.clause.comparison));
    setText(*m_threshold, quantityText(rule.clause.threshold, unit));
    setText(*m_clear, rule.clear ? quantityText(*rule.clear, unit) : QString());
    setText(*m_hold, optionalTime(rule.hold));
    setText(*m_keep, optionalTime(rule.keep));
    choose(*m_noData, static_cast<int>(rule.noData));
    m_flapping->setChecked(rule.detectsFlapping);
    setText(*m_summary, rule.summary);
    setText(*m_description, rule.description);
    setText(*m_reason, rule.reason);
    if (canShow(rule))
        m_notice->clear();
    else
        m_notice->showNotice(NoticeBar::Severity::Information, whyNotInForm(rule));
    showVisible();
    m_isShowing = false;
    if (!m_problem.isEmpty())
        Q_EMIT problemChanged(m_problem = QString());
}

void RuleForm::showSubject(const RuleClause &clause)
{
    const RuleSubject &subject = clause.subject;
    choose(*m_kind, static_cast<int>(subject.kind));
    fillFunctions(subject.kind);
    if (subject.kind == RuleSubject::Kind::Metric)
        choose(*m_metric, static_cast<int>(subject.metric));
    if (subject.kind == RuleSubject::Kind::Event)
        m_event->setCurrentText(subject.word);
    if (subject.kind == RuleSubject::Kind::Problem)
        m_problemWord->setCurrentText(subject.word);
    choose(*m_function, static_cast<int>(clause.function));
    setText(*m_window, optionalTime(clause.window));
    setText(*m_ahead, optionalTime(clause.ahead));
    m_matchers->setMatchers(subject.matchers);
}

RuleSubject::Kind RuleForm::kind() const
{
    return static_cast<RuleSubject::Kind>(m_kind->currentData().toInt());
}

RuleFunction RuleForm::function() const
{
    return static_cast<RuleFunction>(m_function->currentData().toInt());
}

/// Chosen from the list, or typed; none while it is not written to the end.
std::optional<MetricId> RuleForm::chosenMetric() const
{
    const int place = m_metric->findText(m_metric->currentText(), Qt::MatchFixedString);
    if (place >= 0)
        return static_cast<MetricId>(m_metric->itemData(place).toInt());
    return findMetric(m_metric->currentText().trimmed());
}

tl::expected<RuleClause, QString> RuleForm::clause() const
{
    RuleClause clause;
    clause.subject.kind = kind();
    switch (kind()) {
    case RuleSubject::Kind::Metric: {
        const auto chosen = chosenMetric();
        if (!chosen)
            return tl::unexpected(unknownMetricText(m_metric->currentText().trimmed().left(80)));
        clause.subject.metric = *chosen;
        break;
    }
    case RuleSubject::Kind::Event:
        clause.subject.word = m_event->currentText().trimmed();
        break;
    case RuleSubject::Kind::Problem:
        clause.subject.word = m_problemWord->currentText();
        break;
    case RuleSubject::Kind::Source:
        clause.subject.word = u"down"_s;
        break;
    }
    clause.subject.matchers = m_matchers->matchers();
    clause.function = function();
    const bool hasWindow = kind() == RuleSubject::Kind::Metric || kind() == RuleSubject::Kind::Event;
    const auto window = hasWindow ? timeIn(*m_window) : Milliseconds(0);
    if (!window)
        return tl::unexpected(window.error());
    const auto ahead = clause.function == RuleFunction::Predict ? timeIn(*m_ahead) : Milliseconds(0);
    if (!ahead)
        return tl::unexpected(ahead.error());
    clause.window = *window;
    clause.ahead = *ahead;
    clause.comparison = static_cast<Comparison>(m_comparison->currentData().toInt());
    const auto threshold = quantityIn(*m_threshold, unitOf(clause));
    if (!threshold)
        return tl::unexpected(threshold.error());
    clause.threshold = *threshold;
    return clause;
}

tl::expected<RuleDefinition, QString> RuleForm::rule() const
{
    RuleDefinition rule = m_base;
    rule.name = m_name->text();
    rule.severity = static_cast<Severity>(m_severity->currentData().toInt());
    rule.isOn = m_isOn->isChecked();
    if (canShow(m_base)) {
        const auto read = clause();
        if (!read)
            return tl::unexpected(read.error());
        rule.clause = *read;
        rule.clear.reset();
        if (!m_clear->text().trimmed().isEmpty()) {
            const auto clear = quantityIn(*m_clear, unitOf(rule.clause));
            if (!clear)
                return tl::unexpected(clear.error());
            rule.clear = *clear;
        }
    }
    const auto hold = timeIn(*m_hold);
    const auto keep = timeIn(*m_keep);
    if (!hold || !keep)
        return tl::unexpected(hold ? keep.error() : hold.error());
    rule.hold = *hold;
    rule.keep = *keep;
    rule.noData = static_cast<NoData>(m_noData->currentData().toInt());
    rule.detectsFlapping = m_flapping->isChecked();
    rule.summary = m_summary->text();
    rule.description = textIn(*m_description, m_base.description);
    rule.reason = textIn(*m_reason, m_base.reason);
    return rule;
}

void RuleForm::take(const QString &field)
{
    if (m_isShowing)
        return;
    const auto read = rule();
    const QString problem = read ? QString() : read.error();
    if (problem != m_problem)
        Q_EMIT problemChanged(m_problem = problem);
    if (!read)
        return;
    m_base = *read;
    m_unit->setText(unitSymbol(unitOf(read->clause)));
    Q_EMIT edited(*read, field);
}

/// Another kind of thing is looked at: what it can be asked, and how long it is usual.
void RuleForm::changeSubject()
{
    m_isShowing = true;
    fillFunctions(kind());
    switch (kind()) {
    case RuleSubject::Kind::Metric:
        choose(*m_function, static_cast<int>(RuleFunction::Avg));
        if (m_window->text().isEmpty())
            m_window->setText(durationText(kUsualWindow));
        break;
    case RuleSubject::Kind::Event:
        if (m_window->text().isEmpty())
            m_window->setText(durationText(2 * kUsualWindow));
        [[fallthrough]];
    case RuleSubject::Kind::Problem:
    case RuleSubject::Kind::Source:
        m_comparison->setCurrentIndex(m_comparison->findData(static_cast<int>(Comparison::Above)));
        m_threshold->setText(u"0"_s);
        m_clear->clear();
        break;
    }
    showVisible();
    m_isShowing = false;
    take(m_kind->objectName());
}

void RuleForm::changeFunction()
{
    m_isShowing = true;
    if (function() != RuleFunction::Last && m_window->text().trimmed().isEmpty())
        m_window->setText(durationText(kUsualWindow));
    if (function() == RuleFunction::Predict && m_ahead->text().trimmed().isEmpty())
        m_ahead->setText(durationText(kUsualAhead));
    showVisible();
    m_isShowing = false;
    changeUnit();
    take(m_function->objectName());
}

/// A number keeps its value when it is of another unit now; "85%" of bytes could not be read.
void RuleForm::changeUnit()
{
    RuleClause next;
    next.subject.kind = kind();
    next.function = function();
    const auto chosen = chosenMetric();
    if (!chosen)
        return;
    next.subject.metric = *chosen;
    const Unit before = unitOf(m_base.clause);
    const Unit after = unitOf(next);
    if (before == after || !canShow(m_base))
        return;
    for (QLineEdit *edit : {m_threshold, m_clear}) {
        if (const auto value = quantityOf(edit->text().simplified().remove(u' '), before))
            edit->setText(quantityText(*value, after));
    }
}

} // namespace stratadeck
