// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruleparser.h"

#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/rulequantity.h"

#include <QCoreApplication>
#include <QSet>
#include <array>
#include <cmath>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestRule = 16 * 1024;
constexpr int kDeepest = 32;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isKind(QStringView word)
{
    return word == "event"_L1 || word == "problem"_L1 || word == "source"_L1;
}

bool isKeyword(QStringView word, Connective connective)
{
    return word.compare(toWord(connective), Qt::CaseInsensitive) == 0;
}

} // namespace

// Characters.

void RuleParser::skipSpace()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

QChar RuleParser::peek()
{
    skipSpace();
    return m_at < m_text.size() ? m_text[m_at] : QChar();
}

bool RuleParser::isOver()
{
    skipSpace();
    return m_problem || m_at >= m_text.size();
}

bool RuleParser::take(QChar c)
{
    if (peek() != c)
        return false;
    ++m_at;
    return true;
}

bool RuleParser::takeSign(QLatin1StringView sign)
{
    skipSpace();
    if (!m_text.mid(m_at).startsWith(sign))
        return false;
    m_at += sign.size();
    return true;
}

QStringView RuleParser::takeWord()
{
    skipSpace();
    const qsizetype from = m_at;
    while (m_at < m_text.size()
           && (isLetter(m_text[m_at]) || (m_at > from && (isDigit(m_text[m_at]) || m_text[m_at] == u'.'))))
        ++m_at;
    return m_text.mid(from, m_at - from);
}

QStringView RuleParser::peekWord()
{
    const qsizetype at = m_at;
    const QStringView word = takeWord();
    m_at = at;
    return word;
}

/// Digits and what hangs on them without a space: "4GiB/s", "1h30m", "-2.5e3", "85%".
QStringView RuleParser::takeNumber()
{
    skipSpace();
    const qsizetype from = m_at;
    if (m_at < m_text.size() && m_text[m_at] == u'-')
        ++m_at;
    const auto isPart = [this](qsizetype at) {
        const QChar c = m_text[at];
        if (isDigit(c) || isLetter(c) || c == u'.' || c == u'%')
            return true;
        if (c == u'/')
            return at + 1 < m_text.size() && m_text[at + 1] == u's';
        const bool isExponent =
            at > 1 && (m_text[at - 1] == u'e' || m_text[at - 1] == u'E') && isDigit(m_text[at - 2]);
        return (c == u'-' || c == u'+') && isExponent;
    };
    while (m_at < m_text.size() && isPart(m_at))
        ++m_at;
    return m_text.mid(from, m_at - from);
}

QString RuleParser::takeString(qsizetype longest)
{
    const qsizetype from = m_at;
    if (!take(u'"')) {
        reject(m_at, Tr::tr("Column %1: a text in double quotes is expected."));
        return {};
    }
    QString text;
    while (m_at < m_text.size() && m_text[m_at] != u'"') {
        QChar c = m_text[m_at++];
        if (c == u'\\' && m_at < m_text.size()) {
            constexpr int kHexDigits = 4;
            c = m_text[m_at++];
            bool ok = true;
            if (c == u'n')
                c = u'\n';
            else if (c == u't')
                c = u'\t';
            else if (c == u'u') {
                c = QChar(m_text.mid(m_at, kHexDigits).toUShort(&ok, 16));
                m_at = std::min(m_at + kHexDigits, m_text.size());
            } else {
                ok = c == u'"' || c == u'\\';
            }
            if (!ok)
                reject(m_at - 1, Tr::tr("Column %1: after a backslash, one of \" \\ n t uXXXX is expected."));
        }
        text += c;
    }
    if (m_at >= m_text.size())
        reject(from, Tr::tr("Column %1: the text that begins here has no closing quote."));
    ++m_at;
    if (text.size() > longest)
        reject(from, Tr::tr("Column %1: the text that begins here is too long."));
    return text;
}

void RuleParser::expect(QChar c, const QString &sentence)
{
    if (!take(c))
        reject(m_at, sentence);
}

void RuleParser::reject(qsizetype at, const QString &sentence, const QString &detail)
{
    if (m_problem)
        return;
    const qsizetype column = std::min(at, m_text.size()) + 1;
    const QString place = QString::number(column);
    m_problem = RuleTextProblem{1, column, detail.isNull() ? sentence.arg(place) : sentence.arg(place, detail)};
}

void RuleParser::rejectBecause(qsizetype at, const QString &problem)
{
    reject(at, Tr::tr("Column %1: %2"), problem);
}

// Parts of a rule.

tl::expected<RuleDefinition, RuleTextProblem> RuleParser::parse(bool isExpressionAlone)
{
    if (m_text.size() > kLongestRule) {
        reject(kLongestRule, Tr::tr("Column %1: a rule is at most 16384 characters long."));
        return tl::unexpected(*m_problem);
    }
    if (!isExpressionAlone)
        readName();
    readExpression();
    if (!isExpressionAlone)
        readOptions();
    else if (!isOver())
        reject(m_at, Tr::tr("Column %1: AND, OR, UNLESS or the end is expected."));
    if (!m_problem && !m_rule.name.isEmpty()) {
        if (const auto problem = problemOf(m_rule))
            rejectBecause(0, *problem);
    }
    if (m_problem)
        return tl::unexpected(*m_problem);
    return std::move(m_rule);
}

void RuleParser::readName()
{
    const qsizetype from = m_at;
    if (peek() == u'"') {
        m_rule.name = takeString();
        expect(u':', Tr::tr("Column %1: a colon is expected after the rule's name."));
        return;
    }
    const QStringView word = takeWord();
    if (!word.isEmpty() && !isKind(word) && take(u':'))
        m_rule.name = word.toString();
    else
        m_at = from;
}

void RuleParser::readExpression()
{
    if (peekWord() == "external"_L1) {
        takeWord();
        m_rule.external = takeString(kLongestExternal);
        return;
    }
    m_rule.clause = readClause();
    while (!m_problem) {
        const QStringView word = peekWord();
        std::optional<Connective> connective;
        for (const Connective one : {Connective::And, Connective::Or, Connective::Unless}) {
            if (isKeyword(word, one))
                connective = one;
        }
        if (!connective)
            return;
        const qsizetype at = m_at;
        takeWord();
        m_rule.more.push_back({*connective, readClause()});
        if (m_rule.more.size() >= kMostClauses)
            reject(at, Tr::tr("Column %1: there are too many comparisons."));
    }
}

RuleClause RuleParser::readClause()
{
    RuleClause clause;
    m_hasFigure = false;
    skipSpace();
    const qsizetype from = m_at;
    const Operand operand = readSum(clause, 0);
    if (!operand.isFigure)
        reject(from, Tr::tr("Column %1: a figure such as avg(cpu.host_percent[5m]) is expected."));
    clause.steps = operand.steps;
    clause.comparison = readComparison();
    clause.threshold = readQuantity(unitOf(clause));
    if (!m_problem) {
        if (const auto problem = problemOf(clause))
            rejectBecause(from, *problem);
    }
    return clause;
}

RuleParser::Operand RuleParser::readSum(RuleClause &clause, int depth)
{
    Operand left = readProduct(clause, depth);
    while (!m_problem) {
        const QChar sign = peek();
        if (sign != u'+' && sign != u'-')
            break;
        const qsizetype at = m_at++;
        const Operand right = readProduct(clause, depth);
        combine(left, sign == u'+' ? RuleStep::Operation::Add : RuleStep::Operation::Subtract, right, at);
    }
    return left;
}

RuleParser::Operand RuleParser::readProduct(RuleClause &clause, int depth)
{
    Operand left = readOperand(clause, depth);
    while (!m_problem) {
        const QChar sign = peek();
        if (sign != u'*' && sign != u'/')
            break;
        const qsizetype at = m_at++;
        const Operand right = readOperand(clause, depth);
        combine(left, sign == u'*' ? RuleStep::Operation::Multiply : RuleStep::Operation::Divide, right, at);
    }
    return left;
}

void RuleParser::combine(Operand &left, RuleStep::Operation operation, const Operand &right, qsizetype at)
{
    if (m_problem)
        return;
    if (left.isFigure && right.isFigure) {
        reject(at,
               Tr::tr("Column %1: a figure can only be calculated with constants, not with another figure."));
        return;
    }
    if (!left.isFigure && !right.isFigure) {
        left.constant = RuleStep{operation, right.constant, false}.apply(left.constant);
        if (!std::isfinite(left.constant))
            reject(at, Tr::tr("Column %1: this gives no number."));
        return;
    }
    if (left.isFigure) {
        left.steps.push_back({operation, right.constant, false});
    } else {
        const double constant = left.constant;
        left = right;
        left.steps.push_back({operation, constant, true});
    }
    if (left.steps.size() > kMostSteps)
        reject(at, Tr::tr("Column %1: there are too many steps of arithmetic."));
}

RuleParser::Operand RuleParser::readOperand(RuleClause &clause, int depth)
{
    if (depth > kDeepest) {
        reject(m_at, Tr::tr("Column %1: there are too many parentheses in each other."));
        return {};
    }
    if (take(u'(')) {
        Operand inner = readSum(clause, depth + 1);
        expect(u')', Tr::tr("Column %1: a closing parenthesis is expected."));
        return inner;
    }
    const QChar c = peek();
    if (isLetter(c)) {
        if (std::exchange(m_hasFigure, true))
            reject(
                m_at,
                Tr::tr("Column %1: a figure can only be calculated with constants, not with another figure."));
        readFigure(clause);
        return {true, 0, {}};
    }
    return {false, readConstant(), {}};
}

void RuleParser::readFigure(RuleClause &clause)
{
    skipSpace();
    const qsizetype from = m_at;
    const QStringView word = takeWord();
    if (!take(u'(')) {
        m_at = from;
        readSubject(clause.subject);
        return;
    }
    const auto function = ruleFunctionOf(word);
    if (!function) {
        QStringList words;
        for (int i = 0; i < kRuleFunctions; ++i)
            words.append(toWord(static_cast<RuleFunction>(i)));
        reject(from, Tr::tr("Column %1: one of %2 is expected."), words.join(u", "_s));
        return;
    }
    clause.function = *function;
    readSubject(clause.subject);
    if (take(u'[')) {
        clause.window = readDuration();
        expect(u']', Tr::tr("Column %1: a closing square bracket is expected."));
    }
    if (*function == RuleFunction::Predict) {
        expect(u',', Tr::tr("Column %1: a comma and how far ahead, such as “, 4h”, are expected."));
        clause.ahead = readDuration();
    }
    expect(u')', Tr::tr("Column %1: a closing parenthesis is expected."));
}

void RuleParser::readSubject(RuleSubject &subject)
{
    skipSpace();
    const qsizetype from = m_at;
    const QString word = takeWord().toString();
    if (word.isEmpty()) {
        reject(from,
               Tr::tr("Column %1: a metric such as cpu.host_percent, or event:, problem: or source:down, is "
                      "expected."));
        return;
    }
    if (isKind(word) && take(u':')) {
        subject.kind = word == "event"_L1     ? RuleSubject::Kind::Event
                       : word == "problem"_L1 ? RuleSubject::Kind::Problem
                                              : RuleSubject::Kind::Source;
        const qsizetype begin = m_at;
        while (m_at < m_text.size()
               && (isLetter(m_text[m_at]) || isDigit(m_text[m_at]) || m_text[m_at] == u'-'))
            ++m_at;
        subject.word = m_text.mid(begin, m_at - begin).toString();
    } else if (const auto known = findMetric(word)) {
        subject.metric = *known;
    } else {
        rejectBecause(from, unknownMetricText(word));
    }
    if (take(u'{'))
        readMatchers(subject);
}

void RuleParser::readMatchers(RuleSubject &subject)
{
    while (!m_problem && peek() != u'}') {
        const qsizetype from = m_at;
        LabelMatcher matcher;
        matcher.label = takeWord().toString();
        // The longer signs first.
        std::optional<MatchKind> kind;
        for (const MatchKind one :
             {MatchKind::Matches, MatchKind::MatchesNot, MatchKind::NotEqual, MatchKind::Equal}) {
            if (!kind && takeSign(toWord(one)))
                kind = one;
        }
        if (!kind) {
            reject(m_at, Tr::tr("Column %1: a label and one of = != =~ !~ are expected."));
            return;
        }
        matcher.kind = *kind;
        matcher.text = takeString();
        if (!m_problem) {
            if (const auto problem = problemOf(matcher))
                rejectBecause(from, *problem);
        }
        subject.matchers.push_back(std::move(matcher));
        if (subject.matchers.size() > kMostMatchers)
            reject(from, Tr::tr("Column %1: there are too many label conditions."));
        if (!take(u','))
            break;
    }
    expect(u'}', Tr::tr("Column %1: a comma or a closing brace is expected."));
}

Comparison RuleParser::readComparison()
{
    skipSpace();
    const qsizetype from = m_at;
    for (const QLatin1StringView sign : {">="_L1, "<="_L1, "=="_L1, "!="_L1, ">"_L1, "<"_L1}) {
        if (takeSign(sign))
            return comparisonOf(sign).value_or(Comparison::Above);
    }
    reject(from, Tr::tr("Column %1: one of > >= < <= == != is expected."));
    return {};
}

double RuleParser::readQuantity(Unit unit)
{
    skipSpace();
    const qsizetype from = m_at;
    const std::optional<double> value = quantityOf(takeNumber(), unit);
    if (!value) {
        const QString symbol = unitSymbol(unit);
        if (symbol.isEmpty())
            reject(from, Tr::tr("Column %1: a number is expected."));
        else
            reject(from, Tr::tr("Column %1: a number is expected, without a unit or in %2."), symbol);
    }
    return value.value_or(0);
}

/// Constants have no unit that could be checked, but sizes may be written as such.
double RuleParser::readConstant()
{
    skipSpace();
    const qsizetype from = m_at;
    const std::optional<double> value = quantityOf(takeNumber(), Unit::Bytes);
    if (!value)
        reject(from, Tr::tr("Column %1: a figure such as avg(cpu.host_percent[5m]) or a number is expected."));
    return value.value_or(0);
}

Milliseconds RuleParser::readDuration()
{
    skipSpace();
    const qsizetype from = m_at;
    const std::optional<Milliseconds> duration = durationOf(takeNumber());
    if (!duration)
        reject(from, Tr::tr("Column %1: a time such as 30s, 5m or 1h30m is expected."));
    return duration.value_or(Milliseconds(0));
}

void RuleParser::readOptions()
{
    QSet<QString> seen;
    while (!isOver()) {
        const qsizetype from = m_at;
        const QString word = takeWord().toString();
        if (seen.contains(word)) {
            reject(from, Tr::tr("Column %1: %2 stands twice."), word);
            return;
        }
        seen.insert(word);
        if (!readOption(word))
            reject(from,
                   Tr::tr("Column %1: AND, OR, UNLESS, for, clear, until, keep, nodata, severity, flap, off, "
                          "summary, description, reason or the end is expected."));
    }
}

bool RuleParser::readOption(const QString &word)
{
    if (word == "for"_L1)
        m_rule.hold = readDuration();
    else if (word == "keep"_L1)
        m_rule.keep = readDuration();
    else if (word == "clear"_L1)
        readClear();
    else if (word == "until"_L1)
        m_rule.until = readClause();
    else if (word == "nodata"_L1)
        readNoData();
    else if (word == "severity"_L1)
        readSeverity();
    else if (word == "flap"_L1)
        m_rule.detectsFlapping = true;
    else if (word == "off"_L1)
        m_rule.isOn = false;
    else if (word == "summary"_L1)
        m_rule.summary = takeString();
    else if (word == "description"_L1)
        m_rule.description = takeString();
    else if (word == "reason"_L1)
        m_rule.reason = takeString();
    else
        return false;
    return true;
}

void RuleParser::readClear()
{
    skipSpace();
    const qsizetype from = m_at;
    const Comparison comparison = readComparison();
    m_rule.clear = readQuantity(unitOf(m_rule.clause));
    Rule plain;
    plain.comparison = m_rule.clause.comparison;
    plain.threshold = m_rule.clause.threshold;
    plain.clear = *m_rule.clear;
    const bool isUpper = plain.comparison == Comparison::Above || plain.comparison == Comparison::AtLeast;
    const bool isLower = plain.comparison == Comparison::Below || plain.comparison == Comparison::AtMost;
    const bool clearsBelow = comparison == Comparison::Below || comparison == Comparison::AtMost;
    const bool clearsAbove = comparison == Comparison::Above || comparison == Comparison::AtLeast;
    const bool isRight = isUpper ? clearsBelow : isLower ? clearsAbove : comparison == Comparison::Equal;
    if (!isRight || !plain.isClearSafe())
        reject(from,
               Tr::tr("Column %1: the clearing value must lie on the safe side of the threshold, with the sign "
                      "turned round."));
}

void RuleParser::readNoData()
{
    skipSpace();
    const qsizetype from = m_at;
    const std::optional<NoData> noData = noDataOf(takeWord().toString());
    if (!noData)
        reject(from, Tr::tr("Column %1: ok, keep, alert or error is expected."));
    m_rule.noData = noData.value_or(NoData::Keep);
}

void RuleParser::readSeverity()
{
    skipSpace();
    const qsizetype from = m_at;
    const std::optional<Severity> severity = severityOf(takeWord().toString());
    if (!severity)
        reject(from, Tr::tr("Column %1: P0, P1, P2 or P3 is expected."));
    m_rule.severity = severity.value_or(Severity::P2);
}

} // namespace stratadeck
