// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/rulecheck.h"
#include "widgets/alert/rules/matcheredit.h"
#include "widgets/alert/rules/ruleform.h"
#include "widgets/alert/rules/rulewords.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

// The fields themselves; ruleform.cpp has what they say.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 8;
constexpr int kTextLines = 3;

template<typename Field>
Field *named(Field *field, const QString &name, const QString &accessibleName)
{
    field->setObjectName(name);
    field->setAccessibleName(accessibleName);
    return field;
}

QLineEdit *timeEdit(QWidget *parent, const QString &name, const QString &accessibleName, const QString &hint)
{
    auto *edit = named(new QLineEdit(parent), name, accessibleName);
    edit->setPlaceholderText(hint);
    edit->setMaxLength(40);
    return edit;
}

QPlainTextEdit *textEdit(QWidget *parent, const QString &name, const QString &accessibleName)
{
    auto *edit = named(new QPlainTextEdit(parent), name, accessibleName);
    edit->setTabChangesFocus(true);
    edit->setUndoRedoEnabled(false); // the editor takes steps back
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kTextLines + 12);
    return edit;
}

/// Long lists must not make the form wide.
void keepNarrow(QComboBox &combo)
{
    combo.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo.setMinimumContentsLength(12);
}

} // namespace

RuleForm::RuleForm(QWidget *parent)
    : QScrollArea(parent)
    , m_notice(new NoticeBar(this))
    , m_name(named(new QLineEdit(this), u"ruleName"_s, tr("Name")))
    , m_severity(named(new QComboBox(this), u"ruleSeverity"_s, tr("Severity")))
    , m_isOn(named(new QCheckBox(tr("The rule is on"), this), u"ruleOn"_s, tr("The rule is on")))
    , m_kind(named(new QComboBox(this), u"ruleKind"_s, tr("What is looked at")))
    , m_metric(named(new QComboBox(this), u"ruleMetric"_s, tr("Metric")))
    , m_event(named(new QComboBox(this), u"ruleEvent"_s, tr("Event")))
    , m_problemWord(named(new QComboBox(this), u"ruleProblem"_s, tr("Problem")))
    , m_function(named(new QComboBox(this), u"ruleFunction"_s, tr("Function")))
    , m_window(timeEdit(this, u"ruleWindow"_s, tr("Window"), tr("such as 5m")))
    , m_ahead(timeEdit(this, u"ruleAhead"_s, tr("How far ahead"), tr("such as 4h")))
    , m_matchers(new MatcherEdit(this))
    , m_comparison(named(new QComboBox(this), u"ruleComparison"_s, tr("Comparison")))
    , m_threshold(named(new QLineEdit(this), u"ruleThreshold"_s, tr("Threshold")))
    , m_unit(new QLabel(this))
    , m_condition(new QWidget(this))
    , m_hold(timeEdit(this, u"ruleFor"_s, tr("For so long"), tr("at once")))
    , m_clear(timeEdit(this, u"ruleClear"_s, tr("Clearing value"), tr("the threshold")))
    , m_keep(timeEdit(this, u"ruleKeep"_s, tr("Well for so long"), tr("at once")))
    , m_noData(named(new QComboBox(this), u"ruleNoData"_s, tr("Without data")))
    , m_flapping(
          named(new QCheckBox(tr("Notice when it flaps"), this), u"ruleFlap"_s, tr("Notice when it flaps")))
    , m_summary(named(new QLineEdit(this), u"ruleSummary"_s, tr("Summary")))
    , m_description(textEdit(this, u"ruleDescription"_s, tr("Description")))
    , m_reason(textEdit(this, u"ruleReason"_s, tr("Reason for the threshold")))
{
    setObjectName(u"ruleForm"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_notice->setObjectName(u"ruleFormNotice"_s);
    m_notice->setClosable(false);
    m_notice->clear();
    addFields();
    watch();
    setRule({});
}

void RuleForm::addFields()
{
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_notice);
    m_form = new QFormLayout;
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setVerticalSpacing(5);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name->setMaxLength(static_cast<int>(kLongestRuleName));
    for (int i = 0; i < 4; ++i) {
        const Wording words = severityWording(static_cast<Severity>(i));
        m_severity->addItem(themedIcon(words.icon, words.tone), words.text, i);
    }
    m_form->addRow(tr("&Name:"), m_name);
    m_form->addRow(tr("Se&verity:"), m_severity);
    m_form->addRow(QString(), m_isOn);
    addMeasured(*m_form);
    addTimes(*m_form);
    addWords(*m_form);
    setWidget(inside);
}

void RuleForm::addMeasured(QFormLayout &form)
{
    for (const RuleSubject::Kind kind : {RuleSubject::Kind::Metric, RuleSubject::Kind::Event,
                                         RuleSubject::Kind::Problem, RuleSubject::Kind::Source})
        m_kind->addItem(subjectKindName(kind), static_cast<int>(kind));
    for (const Metric &one : metricCatalogue()) {
        m_metric->addItem(metricName(one.id), static_cast<int>(one.id));
        m_metric->setItemData(m_metric->count() - 1, metricDefinition(one.id), Qt::ToolTipRole);
    }
    m_metric->setEditable(true);
    m_metric->setInsertPolicy(QComboBox::NoInsert);
    m_metric->completer()->setFilterMode(Qt::MatchContains);
    m_metric->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_metric->lineEdit()->setAccessibleName(m_metric->accessibleName());
    m_event->addItems(eventWords());
    m_event->setEditable(true);
    m_event->setInsertPolicy(QComboBox::NoInsert);
    m_event->lineEdit()->setAccessibleName(m_event->accessibleName());
    m_problemWord->addItems(problemWords());
    for (QComboBox *combo : {m_kind, m_metric, m_event, m_problemWord, m_function, m_severity, m_noData})
        keepNarrow(*combo);
    for (const Comparison one : {Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost,
                                 Comparison::Equal, Comparison::NotEqual})
        m_comparison->addItem(comparisonName(one), static_cast<int>(one));
    m_unit->setObjectName(u"ruleUnit"_s);
    m_condition->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *condition = new QHBoxLayout(m_condition);
    condition->setContentsMargins(0, 0, 0, 0);
    condition->addWidget(m_comparison);
    condition->addWidget(m_threshold, 1);
    condition->addWidget(m_unit);
    form.addRow(tr("&Looks at:"), m_kind);
    form.addRow(tr("&Metric:"), m_metric);
    form.addRow(tr("&Event:"), m_event);
    form.addRow(tr("&Problem:"), m_problemWord);
    form.addRow(tr("&Function:"), m_function);
    form.addRow(tr("&Window:"), m_window);
    form.addRow(tr("A&head:"), m_ahead);
    //: Of a rule: the label conditions
    form.addRow(tr("Only of:"), m_matchers);
    //: Of a rule: it fires when its figure is ...
    form.addRow(tr("Fires when:"), m_condition);
}

void RuleForm::addTimes(QFormLayout &form)
{
    for (const NoData one : {NoData::Ok, NoData::Keep, NoData::Alert, NoData::Error})
        m_noData->addItem(noDataName(one), static_cast<int>(one));
    m_hold->setToolTip(tr("How long it must be beyond the threshold before it fires."));
    m_clear->setToolTip(tr("A value on the safe side of the threshold; from there on it is well again."));
    m_keep->setToolTip(tr("How long it must be well before it is resolved."));
    m_flapping->setToolTip(tr("What changes back and forth too often is told once and not each time."));
    //: Of a rule: how long
    form.addRow(tr("F&or:"), m_hold);
    //: Of a rule: the value at which it is well again
    form.addRow(tr("&Clears at:"), m_clear);
    //: Of a rule: how long it goes on firing
    form.addRow(tr("&Keeps firing:"), m_keep);
    form.addRow(tr("Without &data:"), m_noData);
    form.addRow(QString(), m_flapping);
}

void RuleForm::addWords(QFormLayout &form)
{
    m_summary->setMaxLength(static_cast<int>(kLongestRuleString));
    m_summary->setPlaceholderText(tr("One sentence; {name}, {host}, {instance} and {value} are filled in"));
    m_description->setPlaceholderText(tr("What it means and what to look at"));
    m_reason->setPlaceholderText(tr("Why the threshold is where it is"));
    form.addRow(tr("&Summary:"), m_summary);
    form.addRow(tr("Desc&ription:"), m_description);
    form.addRow(tr("Reason:"), m_reason);
}

void RuleForm::fillFunctions(RuleSubject::Kind kind)
{
    const QVariant before = m_function->currentData();
    const QSignalBlocker quiet(m_function);
    m_function->clear();
    for (int i = 0; i < kRuleFunctions; ++i) {
        const auto function = static_cast<RuleFunction>(i);
        const bool fits = kind == RuleSubject::Kind::Metric  ? true
                          : kind == RuleSubject::Kind::Event ? function == RuleFunction::Count
                                                             : function == RuleFunction::Last;
        if (fits)
            m_function->addItem(functionName(function), i);
    }
    m_function->setCurrentIndex(std::max(0, m_function->findData(before)));
}

/// Only what the rule can have.
void RuleForm::showVisible()
{
    const bool canShowAll = canShow(m_base);
    const auto show = [this](QWidget *field, bool visible) {
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(visible);
        field->setVisible(visible);
    };
    const RuleSubject::Kind shown = kind();
    const bool isMetric = shown == RuleSubject::Kind::Metric;
    show(m_kind, canShowAll);
    show(m_metric, canShowAll && isMetric);
    show(m_event, canShowAll && shown == RuleSubject::Kind::Event);
    show(m_problemWord, canShowAll && shown == RuleSubject::Kind::Problem);
    show(m_function, canShowAll && isMetric);
    show(m_window, canShowAll && (isMetric || shown == RuleSubject::Kind::Event));
    show(m_ahead, canShowAll && isMetric && function() == RuleFunction::Predict);
    show(m_matchers, canShowAll);
    show(m_condition, canShowAll);
    show(m_clear, canShowAll);
    m_unit->setText(unitSymbol(unitOf(m_base.clause)));
    m_unit->setVisible(!m_unit->text().isEmpty());
}

void RuleForm::watch(QLineEdit &edit)
{
    connect(&edit, &QLineEdit::textEdited, this, [this, &edit] { take(edit.objectName()); });
}

void RuleForm::watch(QComboBox &combo)
{
    connect(&combo, &QComboBox::activated, this, [this, &combo] { take(combo.objectName()); });
}

void RuleForm::watch()
{
    for (QLineEdit *edit : {m_name, m_window, m_ahead, m_threshold, m_hold, m_clear, m_keep, m_summary})
        watch(*edit);
    for (QComboBox *combo : {m_severity, m_problemWord, m_comparison, m_noData})
        watch(*combo);
    for (QCheckBox *box : {m_isOn, m_flapping})
        connect(box, &QCheckBox::toggled, this, [this, box] { take(box->objectName()); });
    for (QPlainTextEdit *edit : {m_description, m_reason})
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] { take(edit->objectName()); });
    connect(m_kind, &QComboBox::activated, this, &RuleForm::changeSubject);
    connect(m_function, &QComboBox::activated, this, &RuleForm::changeFunction);
    connect(m_matchers, &MatcherEdit::edited, this, [this] { take(u"ruleMatchers"_s); });
    connect(m_event, &QComboBox::editTextChanged, this, [this] { take(u"ruleEvent"_s); });
    connect(m_metric, &QComboBox::editTextChanged, this, [this] {
        if (m_isShowing)
            return;
        changeUnit();
        take(u"ruleMetric"_s);
    });
}

} // namespace stratadeck
