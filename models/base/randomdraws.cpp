// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/randomdraws.h"

#include "models/base/portablemath.h"

#include <cmath>

namespace stratadeck {

quint64 RandomDraws::seedOf(quint64 seed, quint64 part)
{
    if (part == 0)
        return seed;
    // Parts that are neighbours must not begin alike: every bit of the number changes half of the seed's.
    quint64 mixed = seed + part * 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

double RandomDraws::uniform()
{
    constexpr int kUnused = 11; // bits more than a double has
    return static_cast<double>(m_engine() >> kUnused) * 0x1p-53;
}

double RandomDraws::positiveUniform()
{
    return 1 - uniform();
}

double RandomDraws::uniform(double minimum, double maximum)
{
    return minimum + (maximum - minimum) * uniform();
}

double RandomDraws::exponential()
{
    return -portableLog(positiveUniform());
}

double RandomDraws::normal()
{
    // The second of the pair is not kept: a draw then depends on the engine alone.
    for (;;) {
        const double x = 2 * uniform() - 1;
        const double y = 2 * uniform() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1)
            return x * std::sqrt(-2 * portableLog(square) / square);
    }
}

double RandomDraws::triangular(double minimum, double mode, double maximum)
{
    const double range = maximum - minimum;
    const double u = uniform();
    if (range <= 0)
        return minimum;
    const double left = (mode - minimum) / range;
    return u < left ? minimum + std::sqrt(u * range * (mode - minimum))
                    : maximum - std::sqrt((1 - u) * range * (maximum - mode));
}

double RandomDraws::gamma(double shape)
{
    if (shape < 1)
        return gamma(shape + 1) * portableExp(portableLog(positiveUniform()) / shape);
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal();
        const double root = 1 + c * x;
        if (root <= 0)
            continue;
        const double v = root * root * root;
        const double u = positiveUniform();
        constexpr double kSqueeze = 0.0331; // below this no logarithm is needed to know that v is taken
        if (u < 1 - kSqueeze * x * x * x * x || portableLog(u) < x * x / 2 + d - d * v + d * portableLog(v))
            return d * v;
    }
}

double RandomDraws::beta(double a, double b)
{
    const double x = gamma(a);
    const double y = gamma(b);
    return x / (x + y);
}

double RandomDraws::pert(double minimum, double mode, double maximum)
{
    const double range = maximum - minimum;
    if (range <= 0)
        return minimum;
    constexpr double kLambda = 4;
    return minimum
           + range * beta(1 + kLambda * (mode - minimum) / range, 1 + kLambda * (maximum - mode) / range);
}

} // namespace stratadeck
