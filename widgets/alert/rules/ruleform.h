// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QScrollArea>
#include <tl/expected.hpp>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace stratadeck {

class MatcherEdit;
class NoticeBar;

/// A rule as fields. Of a rule with several comparisons, with arithmetic, or that Prometheus judges, it shows
/// what belongs to the whole rule and says so.
class RuleForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleForm)
public:
    explicit RuleForm(QWidget *parent = nullptr);

    void setRule(const RuleDefinition &rule);
    /// What the fields say, or what is wrong with one of them. What is not shown stays as it was set.
    tl::expected<RuleDefinition, QString> rule() const;
    /// Whether all of it can be edited here.
    static bool canShow(const RuleDefinition &rule);
    void focusName();

Q_SIGNALS:
    /// By a person; `field` is the name of the field.
    void edited(const stratadeck::RuleDefinition &rule, const QString &field);
    /// A field cannot be read; nothing else has changed. Empty when all can be read again.
    void problemChanged(const QString &sentence);

private:
    void addFields();
    void addMeasured(QFormLayout &form);
    void addTimes(QFormLayout &form);
    void addWords(QFormLayout &form);
    void watch();
    void watch(QLineEdit &edit);
    void watch(QComboBox &combo);
    void fillFunctions(RuleSubject::Kind kind);
    void showSubject(const RuleClause &clause);
    void showVisible();
    void changeSubject();
    void changeFunction();
    void changeUnit();
    void take(const QString &field);
    RuleSubject::Kind kind() const;
    RuleFunction function() const;
    std::optional<MetricId> chosenMetric() const;
    tl::expected<RuleClause, QString> clause() const;

    RuleDefinition m_base; ///< as set, with what was edited since
    bool m_isShowing = false;
    QString m_problem;
    QFormLayout *m_form = nullptr;
    NoticeBar *m_notice;
    QLineEdit *m_name;
    QComboBox *m_severity;
    QCheckBox *m_isOn;
    QComboBox *m_kind;
    QComboBox *m_metric;
    QComboBox *m_event;
    QComboBox *m_problemWord;
    QComboBox *m_function;
    QLineEdit *m_window;
    QLineEdit *m_ahead;
    MatcherEdit *m_matchers;
    QComboBox *m_comparison;
    QLineEdit *m_threshold;
    QLabel *m_unit;
    QWidget *m_condition;
    QLineEdit *m_hold;
    QLineEdit *m_clear;
    QLineEdit *m_keep;
    QComboBox *m_noData;
    QCheckBox *m_flapping;
    QLineEdit *m_summary;
    QPlainTextEdit *m_description;
    QPlainTextEdit *m_reason;
};

} // namespace stratadeck
