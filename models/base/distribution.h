// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jsonview.h"
#include "models/base/randomdraws.h"

#include <memory>
#include <vector>

namespace stratadeck {

/// A figure that is known exactly, or only as a distribution.
struct Distribution {
    enum class Kind : quint8 { Exact, Uniform, Triangular, Pert, Normal, Beta, Samples };
    Kind kind = Kind::Exact;
    double a = 0; ///< exact: the value; uniform, triangular, PERT: minimum; normal: mean; beta: first shape
    double b = 0; ///< triangular, PERT: mode; uniform: maximum; normal: sd; beta: second shape
    double c = 0; ///< triangular, PERT: maximum
    std::shared_ptr<const std::vector<double>> drawn = {}; ///< of Samples: one of these, each as likely

    static Distribution exact(double value) { return {Kind::Exact, value, 0, 0, {}}; }
    /// Not of an empty list.
    static Distribution samples(std::vector<double> figures);
    /// A number, or {"dist":"uniform","min","max"}, {"dist":"tri"|"pert","min","mode","max"},
    /// {"dist":"normal","mean","sd"}, {"dist":"beta","a","b"}. Faults are reported through the view.
    static Distribution of(const JsonView &view);

    bool isExact() const { return kind == Kind::Exact; }
    double draw(RandomDraws &draws) const;
    /// Of triangular and PERT the mode; else the mean.
    double central() const;
};

} // namespace stratadeck
