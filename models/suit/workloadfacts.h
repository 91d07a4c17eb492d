// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/container/containerdetails.h"
#include "models/collect/libvirt/guestdetails.h"
#include "models/suit/workload.h"
#include "models/suit/workloadload.h"

namespace stratadeck {

// What can be said of a workload without asking anybody. Each answers only what it is sure of. Pure.

std::vector<WorkloadFact> factsOf(const EntityInfo &info);
std::vector<WorkloadFact> factsOf(const GuestDetails &details);
std::vector<WorkloadFact> factsOf(const ContainerDetails &details);
/// Nothing when less than half of its time is known, or when it did next to nothing.
std::vector<WorkloadFact> factsOf(const WorkloadLoad &load);

} // namespace stratadeck
