// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/distribution.h"

#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Distribution threePoint(Distribution::Kind kind, const JsonView &view)
{
    view.allowOnly({"dist"_L1, "min"_L1, "mode"_L1, "max"_L1});
    const Distribution read{
        kind, view["min"_L1].number(), view["mode"_L1].number(), view["max"_L1].number(), {}};
    if (!(read.a <= read.b && read.b <= read.c))
        view.reject(u"expected min <= mode <= max"_s);
    return read;
}

} // namespace

Distribution Distribution::of(const JsonView &view)
{
    if (!view.isObject())
        return exact(view.number());
    const QString name = view["dist"_L1].text();
    if (name == "tri"_L1)
        return threePoint(Kind::Triangular, view);
    if (name == "pert"_L1)
        return threePoint(Kind::Pert, view);
    if (name == "uniform"_L1) {
        view.allowOnly({"dist"_L1, "min"_L1, "max"_L1});
        const Distribution read{Kind::Uniform, view["min"_L1].number(), view["max"_L1].number(), 0, {}};
        if (read.a > read.b)
            view.reject(u"expected min <= max"_s);
        return read;
    }
    if (name == "normal"_L1) {
        view.allowOnly({"dist"_L1, "mean"_L1, "sd"_L1});
        const Distribution read{Kind::Normal, view["mean"_L1].number(), view["sd"_L1].number(), 0, {}};
        if (read.b < 0)
            view["sd"_L1].reject(u"expected 0 or more"_s);
        return read;
    }
    if (name == "beta"_L1) {
        view.allowOnly({"dist"_L1, "a"_L1, "b"_L1});
        const Distribution read{Kind::Beta, view["a"_L1].number(), view["b"_L1].number(), 0, {}};
        if (read.a <= 0 || read.b <= 0)
            view.reject(u"expected a and b above 0"_s);
        return read;
    }
    view["dist"_L1].reject(u"expected uniform, tri, pert, normal or beta"_s);
    return {};
}

Distribution Distribution::samples(std::vector<double> figures)
{
    return {Kind::Samples, 0, 0, 0, std::make_shared<const std::vector<double>>(std::move(figures))};
}

double Distribution::draw(RandomDraws &draws) const
{
    switch (kind) {
    case Kind::Exact:
        return a;
    case Kind::Uniform:
        return draws.uniform(a, b);
    case Kind::Triangular:
        return draws.triangular(a, b, c);
    case Kind::Pert:
        return draws.pert(a, b, c);
    case Kind::Normal:
        return draws.normal(a, b);
    case Kind::Beta:
        return draws.beta(a, b);
    case Kind::Samples:
        return (*drawn)[static_cast<std::size_t>(draws.uniform() * static_cast<double>(drawn->size()))];
    }
    return a;
}

double Distribution::central() const
{
    switch (kind) {
    case Kind::Exact:
    case Kind::Normal:
        return a;
    case Kind::Uniform:
        return (a + b) / 2;
    case Kind::Triangular:
    case Kind::Pert:
        return b;
    case Kind::Beta:
        return a / (a + b);
    case Kind::Samples:
        return std::accumulate(drawn->begin(), drawn->end(), 0.0) / static_cast<double>(drawn->size());
    }
    return a;
}

} // namespace stratadeck
