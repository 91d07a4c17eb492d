// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/costmodel.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// How often the amount is due in a year.
double unitsOf(const CostItem &item)
{
    return item.kind == CostKind::Step ? std::ceil(item.quantity / item.stepSize) : item.quantity;
}

bool isDue(const CostItem &item, int year)
{
    return item.kind == CostKind::OneOff ? year == item.start : year >= item.start && year <= item.end;
}

Distribution factorOf(const Estimate &amount)
{
    using Kind = Distribution::Kind;
    switch (amount.kind) {
    case Estimate::Kind::Interval:
        return {Kind::Uniform, amount.low, amount.high, 0, {}};
    case Estimate::Kind::Triangular:
        return {Kind::Triangular, amount.low, amount.mode, amount.high, {}};
    case Estimate::Kind::Pert:
        return {Kind::Pert, amount.low, amount.mode, amount.high, {}};
    case Estimate::Kind::Normal:
        return {Kind::Normal, amount.mode, amount.deviation, 0, {}};
    case Estimate::Kind::Exact:
    case Estimate::Kind::Missing:
    case Estimate::Kind::Measured:
        break;
    }
    return Distribution::exact(amount.low);
}

/// One draw of the amount for all years: what is dear this year is dear the next, too.
CostLine lineOf(const CostItem &item, CostSide side, int years)
{
    CostLine line;
    line.side = side;
    line.name = item.id;
    line.isSunk = item.isSunk;
    line.factor = factorOf(item.amount);
    for (int year = 0; year <= years; ++year) {
        const double growth = std::pow(1 + item.growth, year - item.start);
        line.amounts.push_back(Distribution::exact(isDue(item, year) ? unitsOf(item) * growth : 0));
    }
    return line;
}

} // namespace

std::vector<const CostItem *> missingAmounts(const Assessment &assessment)
{
    std::vector<const CostItem *> missing;
    for (const CostItem &item : assessment.cost.items) {
        if (item.amount.kind == Estimate::Kind::Missing)
            missing.push_back(&item);
    }
    return missing;
}

Result<CostProject> costProjectOf(const Assessment &assessment, const QString &option)
{
    const CostModel &model = assessment.cost;
    if (!assessment.option(model.baseline))
        return fail(Error::Kind::Invalid, u"no option is the baseline"_s, u"baseline"_s);
    if (!assessment.option(option) || option == model.baseline)
        return fail(Error::Kind::Invalid, u"'%1' is not an option to go to"_s.arg(option), option);
    CostProject project;
    project.rate = model.rate;
    project.years = static_cast<std::size_t>(model.years);
    project.timing = model.timing;
    for (const CostItem &item : model.items) {
        const bool counts = item.option.isEmpty() || item.option == model.baseline || item.option == option;
        if (!counts)
            continue;
        if (item.amount.kind == Estimate::Kind::Missing && !item.isSunk)
            return fail(Error::Kind::Invalid, u"the amount of '%1' is not known yet"_s.arg(item.name),
                        item.name);
        const CostSide side = item.option.isEmpty()           ? CostSide::Efficiency
                              : item.option == model.baseline ? CostSide::Vm
                                                              : CostSide::Container;
        project.lines.push_back(lineOf(item, side, model.years));
    }
    return project;
}

std::vector<CostItem> usualCostItems(const QString &option)
{
    struct Usual {
        QLatin1StringView id;
        QLatin1StringView name;
        CostKind kind;
        CostDriver driver;
        bool isMigration;
    };
    static constexpr std::array kVm{
        Usual{"hardware"_L1, "Hardware"_L1, CostKind::Recurring, CostDriver::Host, false},
        Usual{"licences"_L1, "Licences"_L1, CostKind::Recurring, CostDriver::Core, false},
        Usual{"operations"_L1, "Operations"_L1, CostKind::Recurring, CostDriver::Fte, false},
        Usual{"management"_L1, "Management"_L1, CostKind::Recurring, CostDriver::Total, false},
        Usual{"exit"_L1, "Exit"_L1, CostKind::OneOff, CostDriver::Total, true}};
    static constexpr std::array kContainer{
        Usual{"infrastructure"_L1, "Infrastructure"_L1, CostKind::Recurring, CostDriver::Host, false},
        Usual{"platform"_L1, "Platform"_L1, CostKind::Recurring, CostDriver::Total, false},
        Usual{"development-rework"_L1, "Development and rework"_L1, CostKind::OneOff, CostDriver::Application,
              true},
        Usual{"operations"_L1, "Operations"_L1, CostKind::Recurring, CostDriver::Fte, false},
        Usual{"dual-running"_L1, "Dual running"_L1, CostKind::OneOff, CostDriver::Total, true},
        Usual{"training"_L1, "Training"_L1, CostKind::OneOff, CostDriver::Fte, true},
        Usual{"exit"_L1, "Exit"_L1, CostKind::OneOff, CostDriver::Total, true}};
    std::vector<CostItem> items;
    const auto add = [&](const auto &usual) {
        for (const Usual &own : usual) {
            const QString id = option + u'-' + own.id;
            if (std::ranges::find(items, id, &CostItem::id) != items.end())
                continue;
            CostItem item;
            item.id = id;
            item.name = own.name;
            item.option = option;
            item.kind = own.kind;
            item.driver = own.driver;
            item.isMigration = own.isMigration;
            item.start = own.kind == CostKind::OneOff ? 0 : 1;
            item.end = own.kind == CostKind::OneOff ? 0 : 3;
            items.push_back(std::move(item));
        }
    };
    if (option != "container"_L1)
        add(kVm);
    if (option != "vm"_L1)
        add(kContainer);
    return items;
}

} // namespace stratadeck
