// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/list/defaultnames.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DecideDefaults)
};

} // namespace

DefaultNames translatedDefaults()
{
    DefaultNames names;
    names.title = Tr::tr("VM, container or hybrid?");
    names.options = {Tr::tr("VM"), Tr::tr("Container"), Tr::tr("Hybrid")};
    names.criteria = {Tr::tr("Performance"),           Tr::tr("Security"),     Tr::tr("Scalability"),
                      Tr::tr("Management complexity"), Tr::tr("Cost-benefit"), Tr::tr("Maturity")};
    names.descriptions = {Tr::tr("0: too slow for the work; 10: no overhead anybody notices."),
                          Tr::tr("0: a break-out reaches everything; 10: strongest isolation there is."),
                          Tr::tr("0: grows by hand in days; 10: follows the load by itself within seconds."),
                          Tr::tr("0: runs by itself; 10: needs more people than there are."),
                          Tr::tr("0: never pays; 10: pays within the first year."),
                          Tr::tr("0: an experiment; 10: proven for years at our scale.")};
    names.points = Tr::tr("points");
    return names;
}

} // namespace stratadeck
