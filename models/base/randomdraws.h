// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <random>

namespace stratadeck {

/// Draws from named distributions. The engine is the same on every machine and so are these; the standard
/// library's distributions are not. Same seed, same draws.
class RandomDraws
{
public:
    explicit RandomDraws(quint64 seed)
        : m_engine(seed)
    {
    }

    /// The seed of the part `part` of draws that are made in parts, so that parts may be made side by side.
    static quint64 seedOf(quint64 seed, quint64 part);

    double uniform();         ///< 0 <= u < 1
    double positiveUniform(); ///< 0 < u <= 1
    double uniform(double minimum, double maximum);
    double exponential(); ///< mean 1
    double normal();      ///< mean 0, sd 1; Marsaglia's polar method
    double normal(double mean, double sd) { return mean + sd * normal(); }
    /// Inverse distribution function; minimum <= mode <= maximum.
    double triangular(double minimum, double mode, double maximum);
    double gamma(double shape);      ///< scale 1; Marsaglia and Tsang (2000)
    double beta(double a, double b); ///< of two gamma draws
    /// Beta with lambda 4: alpha = 1 + 4 (mode - minimum)/(maximum - minimum).
    double pert(double minimum, double mode, double maximum);

private:
    std::mt19937_64 m_engine;
};

} // namespace stratadeck
