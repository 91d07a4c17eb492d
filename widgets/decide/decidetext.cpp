// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/decidetext.h"

#include "models/base/plaintext.h"
#include "widgets/kit/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecideText)
};

constexpr int kPlaces = 4;
constexpr double kLargest = 1e12; // beyond, digits say less than a power
constexpr double kSmallest = 1e-4;

} // namespace

QString figureText(double value, const QString &unit)
{
    if (!std::isfinite(value))
        return u"—"_s;
    QLocale locale;
    const double size = std::abs(value);
    QString text;
    if (size != 0 && (size >= kLargest || size < kSmallest)) {
        text = locale.toString(value, 'g', kPlaces);
    } else {
        const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
        text = locale.toString(value, 'f', std::max(0, kPlaces - whole));
        const QString point = locale.decimalPoint();
        while (text.contains(point) && text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return unit.isEmpty() ? text : u"%1 %2"_s.arg(text, plainText(unit, 24));
}

QString shareText(double share)
{
    return std::isfinite(share) ? u"%1 %"_s.arg(QLocale().toString(share * 100, 'f', 1)) : u"—"_s;
}

QString scoreText(const std::optional<double> &score)
{
    return score && std::isfinite(*score) ? QLocale().toString(*score, 'f', 3) : u"—"_s;
}

QString cellFigureText(const Assessment &assessment, const Estimate &figure, const QString &unit)
{
    switch (figure.kind) {
    case Estimate::Kind::Missing:
        return {};
    case Estimate::Kind::Exact:
        return figureText(figure.low, unit);
    case Estimate::Kind::Interval:
        //: From the one figure to the other
        return Tr::tr("%1 – %2").arg(figureText(figure.low), figureText(figure.high, unit));
    case Estimate::Kind::Triangular:
    case Estimate::Kind::Pert:
        return Tr::tr("%1 (%2 – %3)")
            .arg(figureText(figure.mode, unit), figureText(figure.low), figureText(figure.high));
    case Estimate::Kind::Normal:
        return u"%1 ± %2"_s.arg(figureText(figure.mode), figureText(figure.deviation, unit));
    case Estimate::Kind::Measured:
        break;
    }
    const Evidence *evidence = assessment.evidenceOf(figure.evidence);
    return evidence ? figureText(evidence->value, unit) : QString();
}

std::optional<double> numberOf(const QString &text)
{
    bool ok = false;
    double value = QLocale().toDouble(text.trimmed(), &ok);
    if (!ok)
        value = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString nameOf(const Option &option)
{
    return plainText(option.name, 80);
}

QString nameOf(const Criterion &criterion)
{
    return plainText(criterion.name, 80);
}

QString optionName(const Assessment &assessment, std::size_t option)
{
    return option < assessment.options.size() ? nameOf(assessment.options[option]) : QString();
}

QString sourceText(Source source)
{
    switch (source) {
    case Source::None:
        return Tr::tr("no source");
    case Source::Measured:
        return Tr::tr("measured");
    case Source::Document:
        return Tr::tr("document");
    case Source::Judgment:
        return Tr::tr("judgment");
    }
    return {};
}

QString sourceIcon(Source source)
{
    switch (source) {
    case Source::None:
        return u"unknown"_s;
    case Source::Measured:
        return u"monitor"_s;
    case Source::Document:
        return u"log"_s;
    case Source::Judgment:
        return u"details"_s;
    }
    return {};
}

QString kindText(Estimate::Kind kind)
{
    switch (kind) {
    case Estimate::Kind::Missing:
        return Tr::tr("Not known");
    case Estimate::Kind::Exact:
        return Tr::tr("One figure");
    case Estimate::Kind::Interval:
        return Tr::tr("Between two figures");
    case Estimate::Kind::Triangular:
        return Tr::tr("Least, likely, most (triangle)");
    case Estimate::Kind::Pert:
        return Tr::tr("Least, likely, most (PERT)");
    case Estimate::Kind::Normal:
        return Tr::tr("Mean and deviation");
    case Estimate::Kind::Measured:
        return Tr::tr("Measured");
    }
    return {};
}

QString methodText(Method method)
{
    switch (method) {
    case Method::Wsm:
        return Tr::tr("Weighted sum (WSM)");
    case Method::Wpm:
        return Tr::tr("Weighted product (WPM)");
    case Method::Topsis:
        return u"TOPSIS"_s;
    case Method::Vikor:
        return u"VIKOR"_s;
    case Method::Promethee:
        return u"PROMETHEE II"_s;
    case Method::Ahp:
        return u"AHP"_s;
    }
    return {};
}

QString weightMethodText(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Direct:
        return Tr::tr("Sliders");
    case WeightMethod::Swing:
        return Tr::tr("Swing");
    case WeightMethod::Rank:
        return Tr::tr("Rank order");
    case WeightMethod::Ahp:
        return Tr::tr("Pairs (AHP)");
    }
    return {};
}

QString stepText(Step step)
{
    switch (step) {
    case Step::Requirements:
        return Tr::tr("Requirements");
    case Step::Research:
        return Tr::tr("Research");
    case Step::Design:
        return Tr::tr("Design");
    case Step::Prototype:
        return Tr::tr("Prototype");
    case Step::Cost:
        return Tr::tr("Cost");
    case Step::Risk:
        return Tr::tr("Risk");
    case Step::Decision:
        return Tr::tr("Decision");
    }
    return {};
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Open:
        return Tr::tr("open");
    case StepState::Done:
        return Tr::tr("done");
    case StepState::Skipped:
        return Tr::tr("skipped");
    }
    return {};
}

QString checkText(const ExitCheck &check)
{
    switch (check.kind) {
    case ExitCheck::Kind::HasQuestion:
        return Tr::tr("What is decided is written down.");
    case ExitCheck::Kind::HasCriteria:
        return Tr::tr("At least two criteria have different worst and best levels.");
    case ExitCheck::Kind::HasWeights:
        return Tr::tr("Somebody has weighed the criteria.");
    case ExitCheck::Kind::HasOptions:
        return Tr::tr("There are at least two options.");
    case ExitCheck::Kind::CellsFilled:
        return check.isPassed ? Tr::tr("No cell is missing.")
                              : Tr::tr("%n cell(s) are missing.", nullptr, check.count);
    case ExitCheck::Kind::OptionsDescribed:
        return check.isPassed ? Tr::tr("Each option says what it is.")
                              : Tr::tr("%n option(s) do not say what they are.", nullptr, check.count);
    case ExitCheck::Kind::MustHavesPass:
        return Tr::tr("At least one option passes every must-have.");
    case ExitCheck::Kind::HasEvidence:
        return Tr::tr("At least one cell is measured.");
    case ExitCheck::Kind::EvidenceYoung:
        return check.isPassed ? Tr::tr("All evidence is recent.")
                              : Tr::tr("%n piece(s) of evidence are too old.", nullptr, check.count);
    case ExitCheck::Kind::AmountsKnown:
        return check.isPassed ? Tr::tr("All amounts of the cost model are known.")
                              : Tr::tr("%n amount(s) of the cost model are missing.", nullptr, check.count);
    case ExitCheck::Kind::RateHasReason:
        return Tr::tr("The discount rate has a reason.");
    case ExitCheck::Kind::HasAssumptions:
        return check.isPassed
                   ? Tr::tr("What is assumed is written down.")
                   : Tr::tr("No assumption is written down: nobody has looked at what could go wrong.");
    case ExitCheck::Kind::AssumptionsOwned:
        return check.isPassed ? Tr::tr("Every assumption has an owner and holds today.")
                              : Tr::tr("%n assumption(s) have no owner or have expired.", nullptr, check.count);
    case ExitCheck::Kind::JudgmentsConsistent:
        return Tr::tr("Pairwise judgments agree with each other (CR below 0.10).");
    case ExitCheck::Kind::CellsSupported:
        return check.isPassed
                   ? Tr::tr("Every cell has evidence, a document or a reason.")
                   : Tr::tr("%n cell(s) have neither evidence, document nor reason.", nullptr, check.count);
    case ExitCheck::Kind::HasOutcome:
        return Tr::tr("An option is chosen that passes every must-have.");
    }
    return {};
}

QString conventionText(const QString &english)
{
    return QCoreApplication::translate("Conventions", english.toUtf8().constData());
}

QString directionText(Direction direction)
{
    return direction == Direction::Benefit ? Tr::tr("more is better") : Tr::tr("less is better");
}

} // namespace stratadeck
