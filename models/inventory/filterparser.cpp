// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/filterparser.h"

#include "models/base/entitytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

constexpr std::array kKinds{EntityKind::Host, EntityKind::VirtualMachine, EntityKind::Container};
constexpr quint8 kLastState = static_cast<quint8>(EntityState::Gone);
constexpr quint8 kLastProblem = static_cast<quint8>(EntityProblem::StatsUnavailable);

struct Factor {
    QLatin1StringView word;
    double factor = 1;
};

constexpr double kKibi = 1024;
constexpr std::array kByteUnits{
    Factor{{}, 1},
    Factor{"b"_L1, 1},
    Factor{"k"_L1, kKibi},
    Factor{"kib"_L1, kKibi},
    Factor{"kb"_L1, 1e3},
    Factor{"m"_L1, kKibi *kKibi},
    Factor{"mib"_L1, kKibi *kKibi},
    Factor{"mb"_L1, 1e6},
    Factor{"g"_L1, kKibi *kKibi *kKibi},
    Factor{"gib"_L1, kKibi *kKibi *kKibi},
    Factor{"gb"_L1, 1e9},
    Factor{"t"_L1, kKibi *kKibi *kKibi *kKibi},
    Factor{"tib"_L1, kKibi *kKibi *kKibi *kKibi},
    Factor{"tb"_L1, 1e12},
};
constexpr std::array kPercentUnits{Factor{{}, 1}, Factor{"%"_L1, 1}};
constexpr std::array kMillisecondUnits{Factor{{}, 1}, Factor{"ms"_L1, 1}, Factor{"us"_L1, 1e-3},
                                       Factor{"s"_L1, 1000}};
constexpr std::array kSecondUnits{Factor{{}, 1},        Factor{"s"_L1, 1},    Factor{"m"_L1, 60},
                                  Factor{"min"_L1, 60}, Factor{"h"_L1, 3600}, Factor{"d"_L1, 86400}};
constexpr std::array kNoUnit{Factor{{}, 1}};

std::span<const Factor> unitsOf(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond:
        return kByteUnits;
    case Unit::Percent:
        return kPercentUnits;
    case Unit::Milliseconds:
        return kMillisecondUnits;
    case Unit::Seconds:
        return kSecondUnits;
    case Unit::None:
    case Unit::Count:
    case Unit::PerSecond:
        break;
    }
    return kNoUnit;
}

QString unitExamples(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return u"512MiB, 4GiB, 2GB"_s;
    case Unit::BytesPerSecond:
        return u"100KiB/s, 10MiB/s"_s;
    case Unit::Percent:
        return u"80, 80%"_s;
    case Unit::Milliseconds:
        return u"5ms, 1s"_s;
    case Unit::Seconds:
        return u"90s, 5min, 2h, 3d"_s;
    case Unit::None:
    case Unit::Count:
    case Unit::PerSecond:
        break;
    }
    return u"2, 10"_s;
}

bool isSign(QChar c)
{
    return c == u':' || c == u'<' || c == u'>' || c == u'=';
}

// The word on screen and the untranslated one both match, so that a saved filter works in any language.
bool wordMatches(const QString &word, const QString &translated, const QString &wanted, bool whole)
{
    if (whole)
        return word.compare(wanted, Qt::CaseInsensitive) == 0
               || translated.compare(wanted, Qt::CaseInsensitive) == 0;
    return word.contains(wanted, Qt::CaseInsensitive) || translated.contains(wanted, Qt::CaseInsensitive);
}

} // namespace

FilterExpression FilterExpression::parse(QStringView text)
{
    return FilterParser(text).parse();
}

FilterParser::FilterParser(QStringView text)
    : m_text(text)
{
}

FilterExpression FilterParser::parse()
{
    Token token;
    while (readToken(token)) {
        if (m_result.m_terms.size() >= FilterExpression::kMostTerms) {
            token.length = m_text.size() - token.position;
            addProblem(token, Tr::tr("The filter has too many words; those from place %1 on are not used.")
                                  .arg(token.position + 1));
            break;
        }
        addTerm(token);
    }
    return std::move(m_result);
}

bool FilterParser::readToken(Token &token)
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
    if (m_at >= m_text.size())
        return false;
    token = {};
    token.position = m_at;
    const bool more = m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace();
    token.exclude = more && (m_text[m_at] == u'-' || m_text[m_at] == u'!');
    if (token.exclude)
        ++m_at;
    // A quote that is never closed reaches to the end: that is how one looks while it is typed.
    bool quoted = false;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            quoted = !quoted;
            continue;
        }
        if (!quoted && c.isSpace())
            break;
        if (!quoted && token.sign < 0 && isSign(c))
            token.sign = token.text.size();
        token.text.append(c);
    }
    token.length = m_at - token.position;
    return true;
}

std::optional<FilterExpression::Field> FilterParser::fieldOf(QStringView key)
{
    struct Key {
        QLatin1StringView word;
        Field field{};
    };
    static constexpr std::array kKeys{
        Key{"name"_L1, Field::Name},       Key{"kind"_L1, Field::Kind},     Key{"state"_L1, Field::State},
        Key{"host"_L1, Field::Host},       Key{"tag"_L1, Field::Tag},       Key{"source"_L1, Field::Source},
        Key{"problem"_L1, Field::Problem}, Key{"detail"_L1, Field::Detail}, Key{"image"_L1, Field::Detail},
    };
    const auto found = std::ranges::find_if(
        kKeys, [key](const Key &candidate) { return key.compare(candidate.word, Qt::CaseInsensitive) == 0; });
    return found == kKeys.end() ? std::nullopt : std::optional(found->field);
}

void FilterParser::addTerm(const Token &token)
{
    const qsizetype sign = token.sign;
    if (sign < 0) {
        // A pair of quotes with nothing in it asks for nothing.
        if (!token.text.isEmpty())
            addText(token, Field::Any, token.text, false);
        return;
    }
    const QStringView key = QStringView(token.text).left(sign);
    const bool isColon = token.text.at(sign) == u':';
    const std::optional<Field> field = fieldOf(key);
    if (field && (isColon || token.text.at(sign) == u'=')) {
        addText(token, *field, token.text.mid(sign + 1), !isColon);
        return;
    }
    if (isColon) {
        addText(token, Field::Any, token.text, false); // a name such as registry:5000
        return;
    }
    if (const std::optional<Figure> figure = findFigure(key)) {
        addComparison(token, *figure);
        return;
    }
    addProblem(token, Tr::tr("There is no figure called “%1” at place %2; there are cpu, mem, mem%, disk, net, "
                             "latency, cpus, restarts, processes and uptime. Put quotes around plain text.")
                          .arg(key, QString::number(token.position + 1)));
}

void FilterParser::addText(const Token &token, Field field, const QString &text, bool whole)
{
    Term term;
    term.field = field;
    term.exclude = token.exclude;
    term.text = text;
    term.whole = whole;
    for (const EntityKind kind : kKinds) {
        if (wordMatches(toWord(kind), kindText(kind), text, whole))
            term.kinds |= 1U << static_cast<quint8>(kind);
    }
    for (quint8 i = 0; i <= kLastState; ++i) {
        const auto state = static_cast<EntityState>(i);
        if (wordMatches(toWord(state), stateText(state), text, whole))
            term.states |= 1U << i;
    }
    for (quint8 i = 1; i <= kLastProblem; ++i) {
        const auto problem = static_cast<EntityProblem>(i);
        if (wordMatches(toWord(problem), problemText(problem), text, whole))
            term.problems |= 1U << i;
    }
    term.stale = wordMatches(u"stale"_s, sourceStateText(SourceState::Stale), text, whole);
    m_result.m_terms.push_back(term);
}

void FilterParser::addComparison(const Token &token, Figure figure)
{
    const QChar first = token.text.at(token.sign);
    const bool orEqual =
        first != u'=' && token.text.size() > token.sign + 1 && token.text.at(token.sign + 1) == u'=';
    const QStringView right = QStringView(token.text).mid(token.sign + (orEqual ? 2 : 1)).trimmed();
    const std::optional<double> value = number(token, unitOf(figure), right);
    if (!value)
        return;
    Term term;
    term.field = Field::Figure;
    term.exclude = token.exclude;
    term.figure = figure;
    term.number = *value;
    if (first == u'<')
        term.comparison = orEqual ? Comparison::LessOrEqual : Comparison::Less;
    else if (first == u'>')
        term.comparison = orEqual ? Comparison::GreaterOrEqual : Comparison::Greater;
    else
        term.comparison = Comparison::Equal;
    m_result.m_terms.push_back(term);
}

std::optional<double> FilterParser::number(const Token &token, Unit unit, QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && ((text[digits] >= u'0' && text[digits] <= u'9') || text[digits] == u'.'))
        ++digits;
    bool ok = false;
    const double value = QLocale::c().toDouble(text.left(digits), &ok);
    if (!ok || !std::isfinite(value)) {
        addProblem(token, Tr::tr("A number is missing after the sign at place %1, such as %2.")
                              .arg(QString::number(token.position + 1), unitExamples(unit)));
        return {};
    }
    QStringView word = text.mid(digits);
    if (unit == Unit::BytesPerSecond && word.endsWith("/s"_L1, Qt::CaseInsensitive))
        word.chop(2);
    const auto factors = unitsOf(unit);
    const auto found = std::ranges::find_if(
        factors, [word](const Factor &factor) { return word.compare(factor.word, Qt::CaseInsensitive) == 0; });
    if (found == factors.end()) {
        addProblem(token, Tr::tr("“%1” at place %2 is not a unit of this figure; write it as in %3.")
                              .arg(word, QString::number(token.position + 1), unitExamples(unit)));
        return {};
    }
    return value * found->factor;
}

void FilterParser::addProblem(const Token &token, const QString &sentence)
{
    // Each is shown; a text full of mistakes need not tell them all.
    static constexpr std::size_t kMostProblems = 8;
    if (m_result.m_problems.size() < kMostProblems)
        m_result.m_problems.push_back({token.position, token.length, sentence});
}

} // namespace stratadeck
