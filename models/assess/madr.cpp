// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/exchange.h"

#include "models/assess/cellfigures.h"
#include "models/assess/decisionreport.h"
#include "models/base/plaintext.h"

#include <QDateTime>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// One line that shows exactly this text: every sign that could mean something to a Markdown reader is escaped.
QString escaped(const QString &text)
{
    constexpr QStringView kPlain = u" ,;'\"%?";
    QString result;
    for (const QChar letter : plainText(QString(text).replace(u'\n', u' '), 16 * 1024)) {
        const char16_t code = letter.unicode();
        const bool isPunctuation = code < 0x80 && !letter.isLetterOrNumber() && !kPlain.contains(letter);
        if (code == u'<')
            result += "&lt;"_L1;
        else if (code == u'&')
            result += "&amp;"_L1;
        else if (isPunctuation)
            result += u'\\' + QString(letter);
        else
            result += letter;
    }
    return result.trimmed();
}

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString day(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).date().toString(Qt::ISODate);
}

QString nameOf(const Assessment &assessment, std::size_t option)
{
    return escaped(assessment.options[option].name);
}

/// "Container leads Hybrid by 0.064 (9 %)."
QString verdictText(const Assessment &assessment, const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Kind::Unknown:
        return u"Too much is missing for a verdict."_s;
    case Verdict::Kind::NobodyPasses:
        return u"No option passes the must-haves."_s;
    case Verdict::Kind::OnlyOne:
        return u"Only %1 passes the must-haves."_s.arg(nameOf(assessment, *verdict.winner));
    case Verdict::Kind::Tie:
        return u"The best options are level."_s;
    case Verdict::Kind::Clear:
    case Verdict::Kind::Close:
        break;
    }
    if (!verdict.margin)
        return u"%1 is best whatever the missing cells are."_s.arg(nameOf(assessment, *verdict.winner));
    return u"%1 leads %2 by %3 (%4 %): %5."_s.arg(
        nameOf(assessment, *verdict.winner), nameOf(assessment, *verdict.runnerUp),
        escaped(number(*verdict.margin)), escaped(number(100 * *verdict.marginShare)),
        verdict.kind == Verdict::Kind::Clear ? u"a clear lead"_s : u"a close call"_s);
}

QString fragilityText(const Assessment &assessment, const DecisionReport &report)
{
    QString text;
    for (const WeightFragility &own : report.intervals) {
        const QString name = escaped(report.criteria[own.criterion].criterion.name);
        if (own.upperChallenger) {
            text += u"* %1 takes over when %2 weighs more than %3 \\(now %4\\)\n"_s.arg(
                nameOf(assessment, *own.upperChallenger), name, escaped(number(own.upper)),
                escaped(number(own.weight)));
        }
        if (own.lowerChallenger) {
            text += u"* %1 takes over when %2 weighs less than %3 \\(now %4\\)\n"_s.arg(
                nameOf(assessment, *own.lowerChallenger), name, escaped(number(own.lower)),
                escaped(number(own.weight)));
        }
    }
    return text.isEmpty() ? u"* No weight alone changes the winner\n"_s : text;
}

QString cellText(const Assessment &assessment, const Cell *cell, const Criterion &criterion)
{
    const CellFigures figures = figuresOf(assessment, cell);
    if (figures.isMissing)
        return u"unknown"_s;
    QString text = escaped(number(figures.central)) + u' ' + escaped(criterion.unit);
    if (figures.low < figures.high)
        text += u" \\(%1 to %2\\)"_s.arg(escaped(number(figures.low)), escaped(number(figures.high)));
    if (const Evidence *evidence = assessment.evidenceOf(cell->figure.evidence)) {
        text += u", measured: %1 samples of %2, SHA\\-256 %3"_s.arg(evidence->samples)
                    .arg(escaped(evidence->query.metric), escaped(evidence->sha256));
    }
    if (!cell->document.isEmpty())
        text += u", from "_s + escaped(cell->document);
    if (!cell->reason.isEmpty())
        text += u", because "_s + escaped(cell->reason);
    return text;
}

} // namespace

QString madrOf(const AssessmentLog &log, TimePoint now)
{
    const Assessment &assessment = log.state();
    const DecisionReport report = reportOf(assessment, now);
    const Option *outcome = assessment.option(assessment.outcome);
    QString text = u"---\nstatus: %1\ndate: %2\n---\n\n# %3\n\n"_s.arg(
        outcome ? (log.isFrozen() ? u"accepted"_s : u"proposed"_s) : u"open"_s, day(log.events().back().at),
        escaped(assessment.title));
    text += u"## Context and Problem Statement\n\n%1\n\n"_s.arg(
        assessment.question.isEmpty() ? u"Not written down yet\\."_s : escaped(assessment.question));
    text += "## Decision Drivers\n\n"_L1;
    for (const WeighedCriterion &own : report.criteria) {
        text += u"* %1: weight %2, from %3 to %4 %5\n"_s.arg(
            escaped(own.criterion.name), escaped(number(own.weight)), escaped(number(own.criterion.worst)),
            escaped(number(own.criterion.best)), escaped(own.criterion.unit));
    }
    text += "\n## Considered Options\n\n"_L1;
    for (const Option &option : assessment.options)
        text += u"* %1\n"_s.arg(escaped(option.name));
    text += u"\n## Decision Outcome\n\n%1 %2\n\n### Consequences\n\n%3\n"_s.arg(
        outcome ? u"Chosen option: \"%1\"\\."_s.arg(escaped(outcome->name)) : u"Not decided yet\\."_s,
        verdictText(assessment, report.verdict), fragilityText(assessment, report));
    if (!assessment.triggers.empty()) {
        text += "### Confirmation\n\n"_L1;
        for (const RevisitTrigger &trigger : assessment.triggers)
            text += u"* %1\n"_s.arg(escaped(trigger.text));
        text += u'\n';
    }
    text += "## Pros and Cons of the Options\n\n"_L1;
    for (std::size_t i = 0; i < assessment.options.size(); ++i) {
        const Option &option = assessment.options[i];
        text += u"### %1\n\n"_s.arg(nameOf(assessment, i));
        if (!option.description.isEmpty())
            text += escaped(option.description) + "\n\n"_L1;
        for (const WeighedCriterion &own : report.criteria) {
            text += u"* %1: %2\n"_s.arg(
                escaped(own.criterion.name),
                cellText(assessment, assessment.cell(option.id, own.criterion.id), own.criterion));
        }
        if (report.scores[i])
            text += u"* Score: %1\n"_s.arg(escaped(number(*report.scores[i])));
        text += u'\n';
    }
    text += "## More Information\n\n"_L1;
    for (const Assumption &assumption : assessment.assumptions) {
        text += u"* Assumption: %1, owner %2%3\n"_s.arg(
            escaped(assumption.text), assumption.owner.isEmpty() ? u"nobody"_s : escaped(assumption.owner),
            assumption.expires ? u", until "_s + escaped(day(*assumption.expires)) : QString());
    }
    for (const QString &convention : report.conventions)
        text += u"* %1\n"_s.arg(escaped(convention));
    text += u"* Event %1 of the assessment, SHA\\-256 %2, Stratadeck %3\n"_s.arg(log.events().back().seq)
                .arg(log.events().back().hash, escaped(report.engineVersion));
    return text;
}

} // namespace stratadeck
