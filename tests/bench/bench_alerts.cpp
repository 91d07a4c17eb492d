// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruletext.h"
#include "models/judge/rulejudge.h"
#include "tests/bench/fleet.h"
#include "tests/bench/ratiotable.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <limits>
#include <numeric>

// 500 rules over 2,000 entities with 24,000 series at one sample a second, judged every five seconds. The plain
// way beside it keeps the samples of every series, asks every rule of every entity for its labels anew and
// walks through the window; it feeds no engine, ours does. bench_alerts [rounds=20].

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kEntities = 2000;
constexpr int kRules = 500;
constexpr int kPeriod = 5;
constexpr int kWarmUp = 330; // seconds: the windows are full
constexpr std::array kMetrics{MetricId::CpuHostPercent, MetricId::CpuAllocPercent, MetricId::MemUsed,
                              MetricId::MemResident,    MetricId::CpuTime,         MetricId::CpuUser,
                              MetricId::CpuSystem,      MetricId::MemMajorFaults,  MetricId::MemOomKills,
                              MetricId::CpuPeriods,     MetricId::PidsCurrent,     MetricId::RestartCount};
static_assert(kMetrics.size() == stratadeck::bench::Fleet::kMetrics);

constexpr TimePoint kStart = fromMillis(1'700'000'000'000);

EntityInfo entityOf(int number)
{
    EntityInfo info;
    info.key = u"container:bench/%1"_s.arg(number);
    info.kind = number % 2 == 0 ? EntityKind::Container : EntityKind::VirtualMachine;
    info.name = u"%1-%2"_s.arg(number % 10 == 0 ? u"web"_s : u"job"_s).arg(number);
    info.host = u"host-%1"_s.arg(number % 20);
    return info;
}

/// Functions, windows and labels by turns; one rule in fifty fires now and then.
std::vector<RuleDefinition> makeRules()
{
    static constexpr std::array kFunctions{"avg"_L1,    "max"_L1, "last"_L1, "min"_L1,
                                           "stddev"_L1, "p95"_L1, "delta"_L1};
    static constexpr std::array kWindows{"1m"_L1, "5m"_L1, "2m"_L1};
    static constexpr std::array kLabels{"{kind=\"vm\"}"_L1, "{name=~\"web-.*\"}"_L1, "{host!=\"host-3\"}"_L1,
                                        ""_L1};
    QString text;
    for (std::size_t i = 0; i < kRules; ++i) {
        const QString metricName = metric(kMetrics[i % kMetrics.size()]).name;
        const QLatin1StringView function = kFunctions[i % kFunctions.size()];
        const QString window = function == "last"_L1 ? QString() : u"[%1]"_s.arg(kWindows[i % kWindows.size()]);
        const QString threshold = i % 50 == 0 ? u"95"_s : u"1000000000000000"_s;
        text += u"R%1: %2(%3%4%5) > %6 for 1m keep 1m\n"_s.arg(QString::number(i), function, metricName,
                                                               kLabels[i % kLabels.size()], window, threshold);
    }
    const auto rules = parseRules(text);
    if (!rules) {
        std::fprintf(stderr, "%s\n", qPrintable(rules.error().sentence));
        std::exit(1);
    }
    return *rules;
}

class Ours
{
public:
    explicit Ours(const std::vector<RuleDefinition> &rules)
        : m_engine({}, engineRules(rules), {})
        , m_judge(rules, m_engine)
    {
        for (int i = 0; i < kEntities; ++i) {
            const auto entity = m_judge.openEntity(entityOf(i), {});
            for (const MetricId id : kMetrics)
                m_series.push_back(m_judge.openSeries(entity, id, {}, std::chrono::seconds(5)));
        }
    }
    void take(TimePoint at, const std::vector<double> &figures)
    {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            if (m_series[i])
                m_judge.figure(*m_series[i], at, Figure::of(figures[i]));
        }
    }
    void judge(TimePoint at) { m_judge.advanceTo(at + Milliseconds(1)); }
    std::size_t incidents() const { return m_engine.incidents().size(); }

private:
    AlertEngine m_engine;
    RuleJudge m_judge;
    std::vector<std::optional<RuleJudge::Series>> m_series;
};

class Plain
{
public:
    explicit Plain(const std::vector<RuleDefinition> &rules)
        : m_rules(rules)
    {
        for (int i = 0; i < kEntities; ++i)
            m_entities.push_back(entityOf(i));
        m_samples.resize(m_entities.size() * kMetrics.size());
    }
    void take(TimePoint at, const std::vector<double> &figures)
    {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            m_samples[i].emplace_back(at, figures[i]);
            while (m_samples[i].front().first <= at - std::chrono::minutes(5))
                m_samples[i].pop_front();
        }
    }
    int judge(TimePoint at)
    {
        int beyond = 0;
        for (const RuleDefinition &rule : m_rules) {
            const auto which = std::ranges::find(kMetrics, rule.clause.subject.metric) - kMetrics.begin();
            for (std::size_t i = 0; i < m_entities.size(); ++i) {
                if (!matches(rule.clause.subject, m_entities[i]))
                    continue;
                const auto &samples = m_samples[i * kMetrics.size() + static_cast<std::size_t>(which)];
                beyond += figureOf(rule.clause, samples, at) > rule.clause.threshold ? 1 : 0;
            }
        }
        return beyond;
    }

private:
    using Samples = std::deque<std::pair<TimePoint, double>>;

    static bool matches(const RuleSubject &subject, const EntityInfo &info)
    {
        return std::ranges::all_of(subject.matchers, [&](const LabelMatcher &matcher) {
            const QString text = matcher.label == "kind"_L1   ? toWord(info.kind)
                                 : matcher.label == "name"_L1 ? info.name
                                                              : info.host;
            return LabelFilter(matcher).accepts(text);
        });
    }
    static double figureOf(const RuleClause &clause, const Samples &samples, TimePoint now)
    {
        std::vector<double> figures;
        for (const auto &[at, figure] : samples) {
            if (clause.window == Milliseconds(0) || at > now - clause.window)
                figures.push_back(figure);
        }
        if (figures.empty())
            return kUnknownFigure;
        const double sum = std::accumulate(figures.begin(), figures.end(), 0.0);
        const double mean = sum / static_cast<double>(figures.size());
        switch (clause.function) {
        case RuleFunction::Max:
            return std::ranges::max(figures);
        case RuleFunction::Min:
            return std::ranges::min(figures);
        case RuleFunction::Last:
            return figures.back();
        case RuleFunction::Delta:
            return figures.back() - figures.front();
        case RuleFunction::Stddev: {
            double squares = 0;
            for (const double figure : figures)
                squares += (figure - mean) * (figure - mean);
            return std::sqrt(squares / static_cast<double>(figures.size()));
        }
        case RuleFunction::P95:
            std::ranges::sort(figures);
            return figures[figures.size() * 95 / 100];
        default:
            return mean;
        }
    }
    static constexpr double kUnknownFigure = std::numeric_limits<double>::quiet_NaN();

    std::vector<RuleDefinition> m_rules;
    std::vector<EntityInfo> m_entities;
    std::vector<Samples> m_samples;
};

} // namespace

int main(int argc, char *argv[])
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 20;
    const std::vector<RuleDefinition> rules = makeRules();
    Fleet fleet(kEntities);
    const double before = test::ownMegabytes("Pss:");
    Ours ours(rules);
    TimePoint now = kStart;
    ours.judge(now);
    std::vector<double> intake;
    std::vector<double> judging;
    Plain plain(rules);
    std::vector<double> plainIntake;
    std::vector<double> plainJudging;
    const auto timed = [](std::vector<double> &times, const auto &work) {
        const double begun = processCpu();
        work();
        times.push_back(processCpu() - begun);
    };
    for (int second = 1; second <= kWarmUp + rounds * kPeriod; ++second) {
        now += std::chrono::seconds(1);
        const std::vector<double> &figures = fleet.next();
        const bool counts = second > kWarmUp;
        std::vector<double> unused;
        timed(counts ? intake : unused, [&] { ours.take(now, figures); });
        timed(counts ? plainIntake : unused, [&] { plain.take(now, figures); });
        if (second % kPeriod != 0)
            continue;
        timed(counts ? judging : unused, [&] { ours.judge(now); });
        // The plain way is slow: a few rounds tell.
        if (counts && plainJudging.size() < 3)
            timed(plainJudging, [&] { (void)plain.judge(now); });
    }
    const double each = quantile(judging, 0.5);
    const double share = (each + kPeriod * quantile(intake, 0.5)) / (kPeriod * 1000.0) * 100;
    const double plainEach = quantile(plainJudging, 0.5);
    const double plainShare = (plainEach + kPeriod * quantile(plainIntake, 0.5)) / (kPeriod * 1000.0) * 100;
    std::printf(
        "500 rules, 2,000 entities, 24,000 series; %zu incidents; %.0f MB more than before (with the plain "
        "way)\n",
        ours.incidents(), test::ownMegabytes("Pss:") - before);
    std::printf("%-34s %10s %10s %8s\n", "what", "plain", "ours", "target");
    std::printf("%-34s %10.1f %10.2f %8s  %s\n", "one evaluation, ms", plainEach, each, "100",
                each <= 100 ? "holds" : "MISSED");
    std::printf("%-34s %10.2f %10.2f\n", "taking 24,000 figures, ms", quantile(plainIntake, 0.5),
                quantile(intake, 0.5));
    std::printf("%-34s %10.1f %10.2f %8s  %s\n", "per cent of a core at 5 s", plainShare, share, "2",
                share <= 2 ? "holds" : "MISSED");
    return 0;
}
