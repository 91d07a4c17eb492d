// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/promql.h"

#include "models/alert/rules/rulequantity.h"
#include "models/alert/rules/ruletext.h"

#include <QRegularExpression>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kPrefix = "stratadeck_"_L1;
constexpr QLatin1StringView kOnEntity = "on (entity, host, kind) "_L1;

struct FunctionName {
    RuleFunction function{};
    QLatin1StringView name; ///< with what stands before the figure
};
constexpr std::array kFunctionNames{
    FunctionName{RuleFunction::Last, "last_over_time("_L1},
    FunctionName{RuleFunction::Avg, "avg_over_time("_L1},
    FunctionName{RuleFunction::Min, "min_over_time("_L1},
    FunctionName{RuleFunction::Max, "max_over_time("_L1},
    FunctionName{RuleFunction::Sum, "sum_over_time("_L1},
    FunctionName{RuleFunction::Count, "count_over_time("_L1},
    FunctionName{RuleFunction::P50, "quantile_over_time(0.5, "_L1},
    FunctionName{RuleFunction::P95, "quantile_over_time(0.95, "_L1},
    FunctionName{RuleFunction::P99, "quantile_over_time(0.99, "_L1},
    FunctionName{RuleFunction::Stddev, "stddev_over_time("_L1},
    FunctionName{RuleFunction::Rate, "rate("_L1},
    FunctionName{RuleFunction::Increase, "increase("_L1},
    FunctionName{RuleFunction::Delta, "delta("_L1},
    FunctionName{RuleFunction::Changes, "changes("_L1},
    FunctionName{RuleFunction::Absent, "absent_over_time("_L1},
    FunctionName{RuleFunction::Predict, "predict_linear("_L1},
};

QString promLabel(const QString &label)
{
    return label == "name"_L1 ? u"entity"_s : label;
}

/// A text in the quotes of Prometheus, which knows the escapes of Go.
QString promText(const QString &text)
{
    // Ours are a part of Go's; what QString may hold but UTF-8 may not is replaced.
    return quotedRuleText(QString::fromUtf8(text.toUtf8()));
}

QString selectorOf(const RuleSubject &subject)
{
    QString name;
    QStringList matchers;
    switch (subject.kind) {
    case RuleSubject::Kind::Metric:
        name = QString(kPrefix) + QString(metric(subject.metric).name).replace(u'.', u'_');
        break;
    case RuleSubject::Kind::Event:
        name = u"stratadeck_event"_s;
        matchers.append(u"event="_s + promText(subject.word));
        break;
    case RuleSubject::Kind::Problem:
        name = u"stratadeck_problem"_s;
        matchers.append(u"problem="_s + promText(subject.word));
        break;
    case RuleSubject::Kind::Source:
        name = u"stratadeck_source_down"_s;
        break;
    }
    for (const LabelMatcher &matcher : subject.matchers)
        matchers.append(promLabel(matcher.label) + toWord(matcher.kind) + promText(matcher.text));
    return matchers.isEmpty() ? name : name + u'{' + matchers.join(u", "_s) + u'}';
}

QString figureOf(const RuleClause &clause)
{
    const QString selector = selectorOf(clause.subject);
    if (clause.window == Milliseconds(0))
        return selector;
    QString text;
    for (const FunctionName &one : kFunctionNames) {
        if (one.function == clause.function)
            text = one.name;
    }
    text += selector + u'[' + durationText(clause.window) + u']';
    if (clause.function == RuleFunction::Predict)
        text += u", "_s + QString::number(static_cast<double>(clause.ahead.count()) / 1000, 'g', 17);
    return text + u')';
}

QString numberOf(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString clauseOf(const RuleClause &clause)
{
    static constexpr std::array kSigns{" + "_L1, " - "_L1, " * "_L1, " / "_L1};
    QString text = figureOf(clause);
    for (const RuleStep &step : clause.steps) {
        const QLatin1StringView sign = kSigns[static_cast<std::size_t>(step.operation)];
        const QString constant = numberOf(step.constant);
        text =
            step.isConstantFirst ? u'(' + constant + sign + text + u')' : u'(' + text + sign + constant + u')';
    }
    for (const QLatin1StringView sign : {">="_L1, "<="_L1, "=="_L1, "!="_L1, ">"_L1, "<"_L1}) {
        if (comparisonOf(sign) == clause.comparison)
            text += u' ' + sign + u' ' + numberOf(clause.threshold);
    }
    return text;
}

/// Words, numbers, texts and signs, each translated on its own into our language; what is left over is not
/// ours.
class Translator
{
public:
    explicit Translator(const QString &expression)
        : m_text(expression)
    {
    }

    std::optional<QString> translate()
    {
        constexpr qsizetype kLongest = 8192;
        if (m_text.size() > kLongest)
            return {};
        while (next()) {
            if (!takeWord() && !takeText() && !takeNumber() && !takeSign())
                return {};
        }
        return m_out;
    }

private:
    bool next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    std::optional<QString> match(const QRegularExpression &expression)
    {
        const QRegularExpressionMatch found = expression.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                               QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            return {};
        m_at = found.capturedEnd();
        return found.captured();
    }

    void put(const QString &text) { m_out += text + u' '; }

    bool takeWord()
    {
        static const QRegularExpression join(u"on\\s*\\(\\s*entity\\s*,\\s*host\\s*,\\s*kind\\s*\\)"_s);
        static const QRegularExpression quantile(u"quantile_over_time\\s*\\(\\s*(0\\.5|0\\.95|0\\.99)\\s*,"_s);
        static const QRegularExpression word(u"[A-Za-z_][A-Za-z0-9_]*"_s);
        if (match(join))
            return true;
        if (const auto found = match(quantile)) {
            put(found->contains(u"0.95"_s) ? u"p95("_s : found->contains(u"0.99"_s) ? u"p99("_s : u"p50("_s);
            return true;
        }
        const qsizetype from = m_at;
        const auto found = match(word);
        if (!found)
            return false;
        if (m_braces > 0) {
            put(*found == "entity"_L1 ? u"name"_s : *found);
            return *found != "name"_L1;
        }
        if (*found == "and"_L1 || *found == "or"_L1 || *found == "unless"_L1) {
            put(found->toUpper());
            return true;
        }
        for (const FunctionName &one : kFunctionNames) {
            const bool isPlain = one.name.size() == found->size() + 1;
            if (isPlain && one.name.startsWith(*found) && next() && m_text[m_at] == u'(') {
                put(toWord(one.function));
                m_isPredict = m_isPredict || one.function == RuleFunction::Predict;
                return true;
            }
        }
        return found->startsWith(kPrefix) && takeSubject(found->mid(kPrefix.size()), from);
    }

    bool takeSubject(const QString &name, qsizetype from)
    {
        static const QRegularExpression kind(
            u"\\s*\\{\\s*(event|problem)\\s*=\\s*\"([a-z0-9_-]+)\"\\s*([,}])"_s);
        if (name == "source_down"_L1) {
            put(u"source:down"_s);
            return true;
        }
        if (name == "event"_L1 || name == "problem"_L1) {
            const QRegularExpressionMatch found = kind.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                             QRegularExpression::AnchorAtOffsetMatchOption);
            if (!found.hasMatch() || found.captured(1) != name)
                return false;
            put(name + u':' + found.captured(2));
            m_at = found.capturedEnd();
            if (found.captured(3) == ","_L1) {
                put(u"{"_s);
                ++m_braces;
            }
            return true;
        }
        for (const Metric &one : metricCatalogue()) {
            if (QString(one.name).replace(u'.', u'_') == name) {
                put(one.name);
                return true;
            }
        }
        m_at = from;
        return false;
    }

    /// Go's quotes; of its escapes those that we know too.
    bool takeText()
    {
        static const QRegularExpression doubled(u"\"(?:[^\"\\\\\\n]|\\\\[\"\\\\nt]|\\\\u[0-9a-fA-F]{4})*\""_s);
        static const QRegularExpression single(u"'[^'\\\\\\n]*'"_s);
        static const QRegularExpression raw(u"`[^`]*`"_s);
        if (const auto found = match(doubled)) {
            put(*found);
            return true;
        }
        auto found = match(single);
        if (!found)
            found = match(raw);
        if (found)
            put(quotedRuleText(found->mid(1, found->size() - 2)));
        return found.has_value();
    }

    bool takeNumber()
    {
        static const QRegularExpression duration(u"(?:[0-9]+(?:ms|[smhdw]))+"_s);
        static const QRegularExpression number(u"[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![A-Za-z0-9_.])"_s);
        if (m_isWindow) {
            auto found = match(duration);
            if (found && found->endsWith(u'w')) // weeks stand alone here
                found = QString::number(found->chopped(1).toLongLong() * 7) + u'd';
            if (found)
                put(*found);
            return found.has_value();
        }
        const auto found = match(number);
        if (!found)
            return false;
        if (m_isAhead) {
            const double seconds = found->toDouble();
            put(durationText(Milliseconds(std::llround(seconds * 1000))));
        } else {
            put(*found);
        }
        return true;
    }

    bool takeSign()
    {
        static const QRegularExpression sign(u"=~|!~|==|!=|>=|<=|[-+*/(){}\\[\\],=<>]"_s);
        const auto found = match(sign);
        if (!found)
            return false;
        m_braces += *found == "{"_L1 ? 1 : *found == "}"_L1 ? -1 : 0;
        m_isWindow = *found == "["_L1 || (m_isWindow && *found != "]"_L1);
        if (*found == ","_L1 && m_braces == 0)
            m_isAhead = std::exchange(m_isPredict, false);
        else if (*found == ")"_L1)
            m_isAhead = false;
        put(*found);
        return true;
    }

    QString m_text;
    QString m_out;
    qsizetype m_at = 0;
    int m_braces = 0;
    bool m_isWindow = false;
    bool m_isPredict = false;
    bool m_isAhead = false;
};

} // namespace

QString promqlOf(const RuleDefinition &rule)
{
    if (!rule.external.isEmpty())
        return rule.external;
    QString text = clauseOf(rule.clause);
    for (const JoinedClause &joined : rule.more) {
        text += u' ' + QString(toWord(joined.connective)).toLower() + u' ';
        if (isPerInstance(joined.clause.subject) != isPerInstance(rule.clause.subject)
            && joined.connective != Connective::Or)
            text += kOnEntity;
        text += clauseOf(joined.clause);
    }
    return text;
}

std::optional<RuleDefinition> ruleOfPromql(const QString &expression)
{
    const std::optional<QString> text = Translator(expression).translate();
    if (!text)
        return {};
    const auto rule = parseRuleExpression(*text);
    return rule ? std::optional(*rule) : std::nullopt;
}

} // namespace stratadeck
