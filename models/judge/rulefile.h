// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judge/prometheusrules.h"

namespace stratadeck {

/// The rules of a file in any form: one a line of text (ruletext.h), the rules of an alerts replay (JSON, whose
/// "metric" may be a figure such as "avg(cpu.host_percent[5m])"), or Prometheus' YAML. Invalid with the place.
Result<ImportedRules> readRuleFile(const QByteArray &content);

} // namespace stratadeck
