// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/cost/costtext.h"

#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

} // namespace

QString kindText(CostKind kind)
{
    switch (kind) {
    case CostKind::OneOff:
        return Tr::tr("once");
    case CostKind::Recurring:
        return Tr::tr("each year");
    case CostKind::Step:
        return Tr::tr("in steps, each year");
    }
    return {};
}

QString driverText(CostDriver driver)
{
    switch (driver) {
    case CostDriver::Total:
        return Tr::tr("in total");
    case CostDriver::Host:
        return Tr::tr("per host");
    case CostDriver::Core:
        return Tr::tr("per core");
    case CostDriver::Guest:
        return Tr::tr("per guest");
    case CostDriver::Gigabyte:
        return Tr::tr("per GB");
    case CostDriver::Fte:
        return Tr::tr("per person (FTE)");
    case CostDriver::Application:
        return Tr::tr("per application");
    }
    return {};
}

QString timingText(FlowTiming timing)
{
    switch (timing) {
    case FlowTiming::EndOfYear:
        return Tr::tr("at the end of each year");
    case FlowTiming::MidYear:
        return Tr::tr("in the middle of each year");
    case FlowTiming::Spreadsheet:
        return Tr::tr("as spreadsheets do (today counts as year 1)");
    }
    return {};
}

QString amountText(const Assessment &assessment, const CostItem &item)
{
    const QString amount = cellFigureText(assessment, item.amount, {});
    if (amount.isEmpty())
        return Tr::tr("missing");
    if (item.driver == CostDriver::Total && item.quantity == 1)
        return amount;
    return u"%1 × %2"_s.arg(figureText(item.quantity), amount);
}

QString usualNameText(const QString &name)
{
    const std::array<std::pair<QLatin1StringView, QString>, 10> names{{
        {"Hardware"_L1, Tr::tr("Hardware")},
        {"Licences"_L1, Tr::tr("Licences")},
        {"Operations"_L1, Tr::tr("Operations")},
        {"Management"_L1, Tr::tr("Management")},
        {"Exit"_L1, Tr::tr("Exit")},
        {"Infrastructure"_L1, Tr::tr("Infrastructure")},
        {"Platform"_L1, Tr::tr("Platform")},
        {"Development and rework"_L1, Tr::tr("Development and rework")},
        {"Dual running"_L1, Tr::tr("Dual running")},
        {"Training"_L1, Tr::tr("Training")},
    }};
    for (const auto &[word, text] : names) {
        if (name == word)
            return text;
    }
    return name;
}

QString ownerOption(const Assessment &assessment, const CostItem &item)
{
    if (item.option.isEmpty())
        return Tr::tr("gain");
    const Option *option = assessment.option(item.option);
    return option ? nameOf(*option) : QString();
}

QStringList costItemHead()
{
    return {Tr::tr("Option"), Tr::tr("Line"),   Tr::tr("Amount"), Tr::tr("Driver"), Tr::tr("How often"),
            Tr::tr("Years"),  Tr::tr("Growth"), Tr::tr("Owner"),  Tr::tr("Notes")};
}

FigureRows costItemRows(const Assessment &assessment)
{
    FigureRows rows;
    for (const CostItem &item : assessment.cost.items) {
        const QString years = item.kind == CostKind::OneOff ? QLocale().toString(item.start)
                                                            : u"%1–%2"_s.arg(QLocale().toString(item.start),
                                                                             QLocale().toString(item.end));
        QStringList notes;
        if (item.isSunk)
            notes.append(Tr::tr("sunk: counts nowhere"));
        if (item.isMigration)
            notes.append(Tr::tr("migration"));
        if (item.amount.kind != Estimate::Kind::Missing && item.reason.isEmpty()
            && item.amount.kind != Estimate::Kind::Measured)
            notes.append(Tr::tr("no reason"));
        std::optional<double> exact;
        if (item.amount.kind == Estimate::Kind::Exact)
            exact = item.amount.low * item.quantity;
        rows.push_back({{ownerOption(assessment, item)},
                        {plainText(item.name, 100)},
                        {amountText(assessment, item), exact, plainText(item.reason, 500)},
                        {driverText(item.driver)},
                        {kindText(item.kind)},
                        {years},
                        {item.growth == 0 ? QString() : shareText(item.growth)},
                        {plainText(item.owner, 60)},
                        {notes.join(Tr::tr(", "))}});
    }
    return rows;
}

QString lineText(const Assessment &assessment, const QString &line)
{
    for (const CostItem &item : assessment.cost.items) {
        if (item.id == line)
            return plainText(item.name, 80);
    }
    return Tr::tr("discount rate");
}

QStringList costGuards(const Assessment &assessment, const CostProject &project, bool countsTwice)
{
    QStringList guards;
    int sunk = 0;
    bool hasMigration = false;
    for (const CostItem &item : assessment.cost.items) {
        sunk += item.isSunk ? 1 : 0;
        hasMigration = hasMigration || item.isMigration;
    }
    if (sunk > 0)
        guards.append(Tr::tr("%n line(s) are sunk: paid already, they count in no figure.", nullptr, sunk));
    if (!hasMigration && !assessment.cost.items.empty())
        guards.append(Tr::tr("No line is marked as migration: is dual running, training and exit in it?"));
    if (countsTwice)
        guards.append(Tr::tr("A criterion in money is in the matrix, too: costs count twice in the decision."));
    if (assessment.cost.rateReason.isEmpty())
        guards.append(Tr::tr("The discount rate has no reason yet."));
    if (figuresOf(project).netPresentValueWithoutEfficiency < 0 && figuresOf(project).netPresentValue >= 0)
        guards.append(Tr::tr("The case stands only with what is gained in efficiency."));
    guards.append(
        Tr::tr("The benefit of the document's ROI is gross: VM costs avoided, not what is left after container "
               "costs. Using the net saving there would count container costs twice."));
    return guards;
}

} // namespace stratadeck
