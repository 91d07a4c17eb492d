// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/compare/claims.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

} // namespace

std::vector<Claim> sourceClaims()
{
    //: The analysis that the product follows, with its section
    const QString architecture = Tr::tr("Analysis, section %1").arg(u"1.1.1"_s);
    const QString performance = Tr::tr("Analysis, section %1").arg(u"1.1.2"_s);
    return {
        {Tr::tr("Resource overhead"), Tr::tr("high (a whole OS)"), Tr::tr("low (shared kernel)"),
         Tr::tr("medium"), architecture},
        {Tr::tr("Start time"), Tr::tr("minutes"), Tr::tr("seconds"), Tr::tr("seconds"), architecture},
        {Tr::tr("Isolation"), Tr::tr("strong (hardware)"), Tr::tr("medium (process)"), Tr::tr("strong"),
         architecture},
        {Tr::tr("Portability"), Tr::tr("medium"), Tr::tr("excellent"), Tr::tr("excellent"), architecture},
        {Tr::tr("Management complexity"), Tr::tr("high"), Tr::tr("low"), Tr::tr("medium"), architecture},
        {Tr::tr("Security level"), Tr::tr("high"), Tr::tr("medium"), Tr::tr("high"), architecture},
        {Tr::tr("CPU overhead"), Tr::tr("5–15 % (hypervisor)"), Tr::tr("1–3 % (namespaces)"), {}, performance},
        {Tr::tr("Memory overhead"),
         Tr::tr("an OS of its own in each VM"),
         Tr::tr("shared kernel, well used"),
         {},
         performance},
        {Tr::tr("I/O performance"),
         Tr::tr("close to native (passed-through hardware)"),
         Tr::tr("as the host allows"),
         {},
         performance},
        {Tr::tr("Network latency"), Tr::tr("microseconds"), Tr::tr("nanoseconds"), {}, performance},
    };
}

} // namespace stratadeck
