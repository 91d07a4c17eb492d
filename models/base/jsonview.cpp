// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kRemarks{"name"_L1,
                              "tier"_L1,
                              "expected"_L1,
                              "tolerance"_L1,
                              "source"_L1,
                              "provenance"_L1,
                              "recomputed"_L1,
                              "notes"_L1,
                              "max_abs_diff"_L1,
                              "agrees"_L1,
                              "published_but_wrong_or_other_variant"_L1,
                              "published_max_abs_diff"_L1,
                              "currency"_L1};
constexpr qsizetype kLargest = 64 * 1024 * 1024;

} // namespace

std::span<const QLatin1StringView> JsonView::caseRemarks()
{
    return kRemarks;
}

void JsonProblem::report(const QString &path, const QString &expected)
{
    if (m_error)
        return;
    const QString place = path.isEmpty() ? u"document"_s : path;
    m_error = Error{Error::Kind::Invalid, place + u": "_s + expected, place};
}

JsonView::JsonView(QJsonValue value, QString path, JsonProblem &problem)
    : m_value(std::move(value))
    , m_path(std::move(path))
    , m_problem(&problem)
{
}

Result<QJsonValue> JsonView::parse(const QByteArray &text)
{
    if (text.size() > kLargest)
        return fail(Error::Kind::Invalid, u"document: expected at most 64 MiB"_s, u"document"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull()) {
        return fail(Error::Kind::Invalid,
                    u"document: expected JSON, at byte %1 %2"_s.arg(error.offset).arg(error.errorString()),
                    u"document"_s);
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

JsonView JsonView::operator[](QLatin1StringView name) const
{
    const QString path = m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
    return {m_value.isObject() ? m_value.toObject().value(name) : QJsonValue(QJsonValue::Undefined), path,
            *m_problem};
}

JsonView JsonView::at(qsizetype index) const
{
    const QString path = u"%1[%2]"_s.arg(m_path).arg(index);
    if (!m_value.isArray() || index >= m_value.toArray().size())
        return {QJsonValue(QJsonValue::Undefined), path, *m_problem};
    return {m_value.toArray().at(index), path, *m_problem};
}

double JsonView::number() const
{
    if (!isNumber() || !std::isfinite(m_value.toDouble())) {
        reject(u"expected a number"_s);
        return 0;
    }
    return m_value.toDouble();
}

double JsonView::number(double fallback) const
{
    return isMissing() ? fallback : number();
}

double JsonView::numberIn(double minimum, double maximum) const
{
    const double found = number();
    if (isNumber() && (found < minimum || found > maximum))
        reject(u"expected a number from %1 to %2"_s.arg(minimum).arg(maximum));
    return std::clamp(found, minimum, maximum);
}

int JsonView::integerIn(int minimum, int maximum) const
{
    const double found = isNumber() ? m_value.toDouble() : std::nan("");
    if (!(found >= minimum && found <= maximum) || found != std::floor(found)) {
        reject(u"expected a whole number from %1 to %2"_s.arg(minimum).arg(maximum));
        return minimum;
    }
    return static_cast<int>(found);
}

QString JsonView::text() const
{
    if (!isText())
        reject(u"expected a text"_s);
    return m_value.toString();
}

QString JsonView::text(const QString &fallback) const
{
    return isMissing() ? fallback : text();
}

bool JsonView::flag(bool fallback) const
{
    if (isMissing())
        return fallback;
    if (!m_value.isBool())
        reject(u"expected true or false"_s);
    return m_value.toBool(fallback);
}

std::vector<JsonView> JsonView::items() const
{
    std::vector<JsonView> all;
    if (isArray()) {
        const QJsonArray array = m_value.toArray();
        all.reserve(static_cast<std::size_t>(array.size()));
        for (qsizetype i = 0; i < array.size(); ++i)
            all.emplace_back(array.at(i), u"%1[%2]"_s.arg(m_path).arg(i), *m_problem);
        return all;
    }
    reject(u"expected a list"_s);
    return all;
}

std::vector<JsonView> JsonView::items(bool mayBeMissing) const
{
    return mayBeMissing && isMissing() ? std::vector<JsonView>() : items();
}

std::vector<double> JsonView::numbers() const
{
    std::vector<double> all;
    for (const JsonView &item : items())
        all.push_back(item.number());
    return all;
}

std::vector<QString> JsonView::texts() const
{
    std::vector<QString> all;
    for (const JsonView &item : items())
        all.push_back(item.text());
    return all;
}

QStringList JsonView::names() const
{
    if (isObject())
        return m_value.toObject().keys();
    reject(u"expected an object"_s);
    return {};
}

void JsonView::allowOnly(std::initializer_list<QLatin1StringView> names,
                         std::span<const QLatin1StringView> alsoNames) const
{
    for (const QString &name : this->names()) {
        if (std::ranges::find(names, name) == names.end()
            && std::ranges::find(alsoNames, name) == alsoNames.end()) {
            m_problem->report(m_path.isEmpty() ? name : m_path + u'.' + name, u"expected no such field here"_s);
        }
    }
}

} // namespace stratadeck
