// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonValue>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace stratadeck {

/// The first thing that is wrong in a document; what comes later may follow from it.
class JsonProblem
{
public:
    void report(const QString &path, const QString &expected);
    bool found() const { return m_error.has_value(); }
    /// `what` is "path: what is expected", `subject` the path. Only when found().
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

/// A place in a JSON document and the path by which a person finds it: `rules[2].for`. Whoever reads takes
/// what is expected there; what is missing or of another kind is reported to the JsonProblem, and a harmless
/// value is returned, so that reading goes on straight and is judged once, at the end.
class JsonView
{
public:
    JsonView(QJsonValue value, QString path, JsonProblem &problem);

    /// The document's root; Invalid when it is no JSON, Io when it is larger than 64 MiB. `path` of the root is
    /// empty.
    static Result<QJsonValue> parse(const QByteArray &text);

    const QString &path() const { return m_path; }
    JsonProblem &problem() const { return *m_problem; }
    const QJsonValue &value() const { return m_value; }
    bool isMissing() const { return m_value.isUndefined(); }
    bool isNull() const { return m_value.isNull(); }
    bool isArray() const { return m_value.isArray(); }
    bool isObject() const { return m_value.isObject(); }
    bool isNumber() const { return m_value.isDouble(); }
    bool isText() const { return m_value.isString(); }

    /// A member of an object, an element of an array; missing where there is none.
    JsonView operator[](QLatin1StringView name) const;
    JsonView at(qsizetype index) const;

    double number() const;
    double number(double fallback) const; ///< where it may be missing
    double numberIn(double minimum, double maximum) const;
    int integerIn(int minimum, int maximum) const;
    QString text() const;
    QString text(const QString &fallback) const;
    bool flag(bool fallback) const;
    /// The elements of a list.
    std::vector<JsonView> items() const;
    std::vector<JsonView> items(bool mayBeMissing) const;
    std::vector<double> numbers() const;
    std::vector<QString> texts() const;
    QStringList names() const; ///< of an object's members

    /// Reports members with other names than these.
    void allowOnly(std::initializer_list<QLatin1StringView> names,
                   std::span<const QLatin1StringView> alsoNames = {}) const;
    /// What a case file may remark at its root; no command reads it.
    static std::span<const QLatin1StringView> caseRemarks();
    void reject(const QString &expected) const { m_problem->report(m_path, expected); }

private:
    QJsonValue m_value;
    QString m_path;
    JsonProblem *m_problem;
};

} // namespace stratadeck
