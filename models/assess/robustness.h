// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/base/result.h"
#include "models/decide/matrix.h"

#include <optional>
#include <stop_token>

namespace stratadeck {

/// What is taken for known of the weights.
enum class WeightView : quint8 {
    Open,         ///< nothing: every weighting is as likely
    Ordered,      ///< only their order
    AsGiven,      ///< exactly what is set
    BetweenPeople ///< any mixture of what people have set
};

struct RobustnessSettings {
    WeightView weights = WeightView::Open;
    int draws = 100'000; ///< 1 .. 1,000,000
    bool wantsValueOfInformation = true;
};

/// A cell that is not known exactly, and what knowing it would be worth.
struct InformationValue {
    std::size_t option = 0;
    std::size_t criterion = 0;
    double gain =
        0; ///< by how much the chance to choose the truly best option rises, 0..1, with the weights as given
};

/// What draws say. Indices as in DecisionReport; shares are fractions of the draws, standard error
/// sqrt(b (1 - b) / draws). Options that fail a gate never win.
struct RobustnessReport {
    int draws = 0;
    quint64 seed = 0;
    WeightView weights{};
    Matrix rankAcceptability;                                       ///< option, rank
    std::vector<std::optional<std::vector<double>>> centralWeights; ///< none where never first
    std::vector<std::optional<double>> confidence;
    Matrix pairwiseWinning;
    double choiceEntropyBits = 0;
    std::optional<double> chance; ///< of the best choice of now to be truly best, with the weights as given
    std::vector<InformationValue> informationValues; ///< largest first: measure this next
    QStringList conventions;                         ///< in English
};

/// Draws cells and weights: missing cells uniformly between the anchors, measured ones from their replicates.
/// The same seed gives the same bytes on every machine. Tens of milliseconds on up to two threads; any thread.
/// Cancelled when asked to stop; Invalid without eligible options or criteria.
Result<RobustnessReport> robustnessOf(const Assessment &assessment, const RobustnessSettings &settings,
                                      const std::stop_token &stop = {});

} // namespace stratadeck
