// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/vmstat.h"

#include "models/collect/host/textscan.h"

namespace stratadeck {

VmStat parseVmStat(std::string_view text)
{
    VmStat stat;
    while (auto line = takeLine(text)) {
        const std::string_view name = takeWord(*line);
        if (name == "pswpin")
            stat.swapInPages = toCount(takeWord(*line));
        else if (name == "pswpout")
            stat.swapOutPages = toCount(takeWord(*line));
        else if (name == "pgmajfault")
            stat.majorFaults = toCount(takeWord(*line));
        else if (name == "oom_kill")
            stat.oomKills = toCount(takeWord(*line));
    }
    return stat;
}

} // namespace stratadeck
