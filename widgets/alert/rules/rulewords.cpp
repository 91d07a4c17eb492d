// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulewords.h"

#include "widgets/alert/alerttext.h"
#include "widgets/kit/theme.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

QString meaningOf(RuleFunction function)
{
    switch (function) {
    case RuleFunction::Last:
        return Tr::tr("the latest");
    case RuleFunction::Avg:
        return Tr::tr("mean");
    case RuleFunction::Min:
        return Tr::tr("smallest");
    case RuleFunction::Max:
        return Tr::tr("largest");
    case RuleFunction::Sum:
        return Tr::tr("sum");
    case RuleFunction::Count:
        return Tr::tr("how many");
    case RuleFunction::P50:
        return Tr::tr("median");
    case RuleFunction::P95:
        return Tr::tr("95 of 100 are below");
    case RuleFunction::P99:
        return Tr::tr("99 of 100 are below");
    case RuleFunction::Stddev:
        return Tr::tr("standard deviation");
    case RuleFunction::Rate:
        return Tr::tr("growth by second");
    case RuleFunction::Increase:
        return Tr::tr("growth");
    case RuleFunction::Delta:
        return Tr::tr("last less first");
    case RuleFunction::Changes:
        return Tr::tr("how often it changed");
    case RuleFunction::Absent:
        return Tr::tr("1 when nothing is known");
    case RuleFunction::Predict:
        return Tr::tr("where its line leads");
    }
    return {};
}

} // namespace

QString functionName(RuleFunction function)
{
    //: Of a rule: the word as it is written, then what it means
    return Tr::tr("%1 – %2").arg(toWord(function), meaningOf(function));
}

QString comparisonName(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Above:
        return Tr::tr("> above");
    case Comparison::AtLeast:
        return Tr::tr(">= at least");
    case Comparison::Below:
        return Tr::tr("< below");
    case Comparison::AtMost:
        return Tr::tr("<= at most");
    case Comparison::Equal:
        return Tr::tr("== equal to");
    case Comparison::NotEqual:
        return Tr::tr("!= other than");
    }
    return {};
}

QString noDataName(NoData noData)
{
    switch (noData) {
    case NoData::Ok:
        return Tr::tr("ok – as if it were well");
    case NoData::Keep:
        return Tr::tr("keep – as before");
    case NoData::Alert:
        return Tr::tr("alert – after two intervals it is an alert");
    case NoData::Error:
        return Tr::tr("error – at once it is an alert");
    }
    return {};
}

QString subjectKindName(RuleSubject::Kind kind)
{
    switch (kind) {
    case RuleSubject::Kind::Metric:
        return Tr::tr("A figure");
    case RuleSubject::Kind::Event:
        return Tr::tr("An event");
    case RuleSubject::Kind::Problem:
        return Tr::tr("A problem of a VM or container");
    case RuleSubject::Kind::Source:
        return Tr::tr("A source that does not answer");
    }
    return {};
}

QString metricName(MetricId id)
{
    const QString symbol = unitSymbol(metric(id).unit);
    if (symbol.isEmpty())
        return Tr::tr("%1 – %2").arg(metric(id).name, metricTitle(id));
    //: %1 is the name of a metric as rules have it, %2 what it is, %3 its unit
    return Tr::tr("%1 – %2, in %3").arg(metric(id).name, metricTitle(id), symbol);
}

Wording severityWording(Severity severity)
{
    static const QStringList icons{u"crashed"_s, u"problem"_s, u"warning"_s, u"info"_s};
    const QString words = toWord(severity) + u' ' + severityName(severity);
    return {icons[static_cast<qsizetype>(severity)], words, severityTone(severity)};
}

QString originName(RuleBook::Origin origin)
{
    switch (origin) {
    case RuleBook::Origin::Standard:
        //: Of a rule: it came with the program
        return Tr::tr("standard");
    case RuleBook::Origin::Changed:
        //: Of a rule: it came with the program and somebody changed it
        return Tr::tr("changed");
    case RuleBook::Origin::Own:
        //: Of a rule: somebody wrote it
        return Tr::tr("own");
    }
    return {};
}

QString whyNotInForm(const RuleDefinition &rule)
{
    if (!rule.external.isEmpty())
        return Tr::tr(
            "Prometheus judges this rule; it is kept here as it is. What it asks for cannot be edited "
            "in the form.");
    if (!rule.more.empty())
        return Tr::tr(
            "This rule joins %n comparisons, which the form cannot show. Edit them as text; what stands "
            "here belongs to the whole rule.",
            nullptr, static_cast<int>(rule.more.size()) + 1);
    if (rule.until)
        return Tr::tr(
            "This rule fires until another comparison is true, which the form cannot show. Edit it as "
            "text; what stands here belongs to the whole rule.");
    return Tr::tr(
        "This rule calculates with its figure, which the form cannot show. Edit it as text; what stands "
        "here belongs to the whole rule.");
}

QStringList eventWords()
{
    return {u"oom"_s,      u"died"_s,           u"killed"_s,       u"stopped"_s,       u"crashed"_s,
            u"started"_s,  u"restarted"_s,      u"rebooted"_s,     u"health_status"_s, u"io-error"_s,
            u"watchdog"_s, u"memory-failure"_s, u"control-error"_s};
}

} // namespace stratadeck
