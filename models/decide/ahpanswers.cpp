// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonanswer.h"
#include "models/decide/ahp.h"
#include "models/decide/answers.h"
#include "models/decide/ranking.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kConsistent = 0.1;

struct AhpParameters {
    explicit AhpParameters(const CaseInput &input)
    {
        const JsonView priority = input.param("priority"_L1);
        const QString word = CaseInput::wordOf(priority, u"principal_eigenvector"_s);
        if (word == "column_mean"_L1)
            method = PriorityMethod::ColumnMean;
        else if (word != "principal_eigenvector"_L1)
            priority.reject(u"expected principal_eigenvector or column_mean"_s);
        const JsonView table = input.param("random_index"_L1);
        const auto named = RandomIndex::named(CaseInput::wordOf(table, u"saaty_1980"_s));
        if (named)
            index = *named;
        else
            table.reject(
                u"expected saaty_1980, saaty_2005, saaty_2008, alonso_lamata_2006, aguaron_moreno_2003, "
                "tummala_ling_1998 or donegan_dodd_1991"_s);
    }
    AhpPriorities prioritiesOf(const Matrix &judgments) const
    {
        return stratadeck::prioritiesOf(judgments, method, index);
    }
    QJsonObject conventions() const
    {
        return {{u"priority"_s, method == PriorityMethod::ColumnMean
                                    ? u"mean of the normalized columns"_s
                                    : u"principal eigenvector, power iteration"_s},
                {u"random_index"_s, index.name()},
                {u"consistent"_s, u"CR < 0.10; CR is 0 for two or fewer"_s}};
    }
    PriorityMethod method = PriorityMethod::PrincipalEigenvector;
    RandomIndex index;
};

const QString kNoIndex = u"the table of random indices ends at 15"_s;

void setConsistency(JsonAnswer &answer, const AhpPriorities &result)
{
    answer.set(u"lambda_max"_s, result.lambdaMax);
    answer.set(u"ci"_s, result.ci);
    answer.set(u"cr"_s, result.cr, kNoIndex);
    if (result.cr)
        answer.insert(u"consistent_at_0_10"_s, *result.cr < kConsistent);
    else
        answer.setNull(u"consistent_at_0_10"_s, kNoIndex);
}

QJsonValue toJson(const std::optional<Judgment> &worst, const QStringList &names)
{
    if (!worst)
        return QJsonValue::Null;
    return QJsonObject{{u"i"_s, static_cast<qint64>(worst->i)},
                       {u"j"_s, static_cast<qint64>(worst->j)},
                       {u"row"_s, names.at(static_cast<qsizetype>(worst->i))},
                       {u"column"_s, names.at(static_cast<qsizetype>(worst->j))},
                       {u"value"_s, worst->value},
                       {u"suggested"_s, worst->suggested}};
}

} // namespace

QJsonObject answerAhpPriorities(const CaseInput &input)
{
    const AhpParameters parameters(input);
    const Matrix judgments = CaseInput::judgmentsOf(input.root()["matrix"_L1], false);
    const AhpPriorities result = parameters.prioritiesOf(judgments);
    const QStringList names = input.criteria(judgments.rows());
    if (!input.isSound())
        return {};
    JsonAnswer answer;
    answer.set(u"priorities"_s, result.priorities);
    setConsistency(answer, result);
    answer.insert(u"worst_judgment"_s, toJson(result.worst, names));
    return answer.take(parameters.conventions());
}

namespace {

/// "D = exact copy of B": the option that is copied, and what comes of it for both ways of synthesis.
class CopyTest
{
public:
    explicit CopyTest(const CaseInput &input)
    {
        const QString text = input.param("then_add"_L1).value().toString();
        const QString name = text.section(u"copy of "_s, 1).trimmed();
        const JsonView options = input.root()["alternatives"_L1];
        if (name.isEmpty() || !options.isArray())
            return;
        const std::vector<QString> names = options.texts();
        const auto found = std::ranges::find(names, name);
        m_isWanted = found != names.end();
        m_copied = static_cast<std::size_t>(found - names.begin());
    }
    bool isWanted() const { return m_isWanted; }

    /// The judgments of a criterion when the copy is there: it counts as much as what it was copied from.
    Matrix withCopy(const Matrix &judgments) const
    {
        const std::size_t n = judgments.rows();
        const auto original = [&](std::size_t i) { return i < n ? i : m_copied; };
        Matrix larger(n + 1, n + 1, 1);
        for (std::size_t i = 0; i <= n; ++i) {
            for (std::size_t j = 0; j <= n; ++j)
                larger(i, j) = judgments(original(i), original(j));
        }
        return larger;
    }

    static void answer(const QString &prefix, Synthesis synthesis, const Matrix &before, const Matrix &after,
                       const std::vector<double> &criteria, JsonAnswer &answer)
    {
        const std::vector<double> old = synthesize(before, criteria, synthesis);
        std::vector<double> now = synthesize(after, criteria, synthesis);
        const bool isIdeal = synthesis == Synthesis::Ideal;
        answer.set(isIdeal ? u"ideal_before"_s : u"before"_s, old);
        answer.set(isIdeal ? u"ideal_after"_s : u"after"_s, now);
        now.resize(old.size());
        answer.insert(prefix + u"_reverses"_s, winnerOf(old) != winnerOf(now));
    }

private:
    bool m_isWanted = false;
    std::size_t m_copied = 0;
};

} // namespace

QJsonObject answerAhpHierarchy(const CaseInput &input)
{
    const AhpParameters parameters(input);
    const Matrix judgments = CaseInput::judgmentsOf(input.root()["matrix"_L1], false);
    const AhpPriorities criteria = parameters.prioritiesOf(judgments);
    const QStringList names = input.criteria(judgments.rows());
    const JsonView locals = input.param("alternative_matrices"_L1);
    JsonAnswer answer;
    QJsonObject ratios{{u"Criteria"_s, criteria.cr ? QJsonValue(*criteria.cr) : QJsonValue(QJsonValue::Null)}};
    Matrix local;
    Matrix withCopy;
    const CopyTest copy(input);
    for (qsizetype j = 0; j < names.size() && input.isSound(); ++j) {
        const JsonView view(locals.value()[names[j]], locals.path() + u'.' + names[j], locals.problem());
        const Matrix matrix = CaseInput::judgmentsOf(view, false);
        const AhpPriorities result = parameters.prioritiesOf(matrix);
        if (j == 0) {
            local = Matrix(matrix.rows(), static_cast<std::size_t>(names.size()));
            withCopy = Matrix(matrix.rows() + 1, local.columns());
            (void)input.alternatives(matrix.rows());
            if (!input.isSound())
                break;
        }
        if (matrix.rows() != local.rows()) {
            view.reject(u"expected as many options as for the first criterion"_s);
            break;
        }
        for (std::size_t i = 0; i < local.rows(); ++i)
            local(i, static_cast<std::size_t>(j)) = result.priorities[i];
        if (copy.isWanted()) {
            const AhpPriorities larger = parameters.prioritiesOf(copy.withCopy(matrix));
            for (std::size_t i = 0; i < withCopy.rows(); ++i)
                withCopy(i, static_cast<std::size_t>(j)) = larger.priorities[i];
        }
        ratios[names[j]] = result.cr ? QJsonValue(*result.cr) : QJsonValue(QJsonValue::Null);
    }
    if (!input.isSound())
        return {};
    const JsonView wanted = input.param("synthesis"_L1);
    std::vector<JsonView> words{wanted};
    if (wanted.isArray())
        words = wanted.items();
    QJsonObject syntheses;
    for (std::size_t k = 0; k < words.size(); ++k) {
        const QString word = CaseInput::wordOf(words[k], u"distributive"_s);
        if (word != "distributive"_L1 && word != "ideal"_L1)
            words[k].reject(u"expected distributive or ideal"_s);
        const std::vector<double> global = synthesize(
            local, criteria.priorities, word == "ideal"_L1 ? Synthesis::Ideal : Synthesis::Distributive);
        const QJsonArray ranks = JsonAnswer::integers(competitionRanks(global));
        syntheses[word] =
            QJsonObject{{u"global_priorities"_s, JsonAnswer::numbers(global)}, {u"rank"_s, ranks}};
        if (k > 0)
            continue;
        answer.set(u"global_priorities"_s, global);
        answer.insert(u"rank"_s, ranks);
    }
    if (words.size() > 1)
        answer.insert(u"syntheses"_s, syntheses);
    if (copy.isWanted()) {
        CopyTest::answer(u"distributive"_s, Synthesis::Distributive, local, withCopy, criteria.priorities,
                         answer);
        CopyTest::answer(u"ideal"_s, Synthesis::Ideal, local, withCopy, criteria.priorities, answer);
    }
    answer.set(u"criteria_priorities"_s, criteria.priorities);
    answer.insert(u"cr"_s, ratios);
    QJsonObject conventions = parameters.conventions();
    conventions[u"synthesis"_s] =
        u"distributive: local priorities sum to 1; ideal: the best of each criterion is 1, not renormalized"_s;
    return answer.take(conventions);
}

QJsonObject answerAhpIncomplete(const CaseInput &input)
{
    const AhpParameters parameters(input);
    const JsonView view = input.root()["matrix"_L1];
    const Matrix judgments = CaseInput::judgmentsOf(view, true);
    const QStringList names = input.criteria(judgments.rows());
    Matrix mirrored = judgments; // one of the two is enough
    for (std::size_t i = 0; i < judgments.rows(); ++i) {
        for (std::size_t j = 0; j < judgments.rows(); ++j) {
            if (judgments(i, j) == 0 && judgments(j, i) > 0)
                mirrored(i, j) = 1 / judgments(j, i);
        }
        if (mirrored(i, i) == 0)
            mirrored(i, i) = 1;
    }
    const std::optional<Matrix> complete = completedJudgments(mirrored);
    if (!complete)
        view.reject(u"expected judgments that connect all criteria"_s);
    if (!input.isSound())
        return {};
    QJsonObject missing;
    for (std::size_t i = 0; i < judgments.rows(); ++i) {
        for (std::size_t j = i + 1; j < judgments.rows(); ++j) {
            if (mirrored(i, j) == 0)
                missing[names.at(static_cast<qsizetype>(i)) + u'/' + names.at(static_cast<qsizetype>(j))] =
                    (*complete)(i, j);
        }
    }
    const AhpPriorities result = parameters.prioritiesOf(*complete);
    JsonAnswer answer;
    answer.insert(u"missing"_s, missing);
    answer.set(u"priorities"_s, result.priorities);
    setConsistency(answer, result);
    QJsonObject conventions = parameters.conventions();
    conventions[u"completion"_s] = u"least lambda_max, cyclic search in the logarithms"_s;
    return answer.take(conventions);
}

QJsonObject answerAhpGroup(const CaseInput &input)
{
    const AhpParameters parameters(input);
    std::vector<JsonView> views;
    if (const JsonView all = input.param("matrices"_L1); !all.isMissing()) {
        views = all.items();
    } else {
        views = {input.root()["matrix"_L1], input.param("second_matrix"_L1)};
    }
    std::vector<Matrix> judgments;
    for (const JsonView &view : views) {
        judgments.push_back(CaseInput::judgmentsOf(view, false));
        if (judgments.back().rows() != judgments.front().rows())
            view.reject(u"expected a matrix as large as the first"_s);
    }
    if (judgments.empty())
        input.param("matrices"_L1).reject(u"expected at least one matrix"_s);
    const QString word = CaseInput::wordOf(input.param("aggregation"_L1), u"aij"_s);
    if (word != "aij"_L1 && word != "geometric"_L1)
        input.param("aggregation"_L1).reject(u"expected AIJ"_s);
    if (!input.isSound())
        return {};
    const Matrix group = groupJudgments(judgments);
    const AhpPriorities result = parameters.prioritiesOf(group);
    JsonAnswer answer;
    answer.insert(u"group_matrix"_s, toJson(group));
    answer.set(u"priorities"_s, result.priorities);
    setConsistency(answer, result);
    QJsonObject conventions = parameters.conventions();
    conventions[u"aggregation"_s] = u"AIJ: geometric mean of each judgment, equal experts"_s;
    return answer.take(conventions);
}

} // namespace stratadeck
