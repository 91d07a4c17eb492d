// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/differences.h"

#include "models/assess/assessmentjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Subject {
    QLatin1StringView member;
    QLatin1StringView word;
};
constexpr std::array kSubjects{Subject{"options"_L1, "option"_L1},
                               Subject{"criteria"_L1, "criterion"_L1},
                               Subject{"cells"_L1, "cell"_L1},
                               Subject{"weights"_L1, "weights"_L1},
                               Subject{"evidence"_L1, "evidence"_L1},
                               Subject{"steps"_L1, "step"_L1},
                               Subject{"assumptions"_L1, "assumption"_L1},
                               Subject{"triggers"_L1, "trigger"_L1},
                               Subject{"suitability"_L1, "suitability answer"_L1},
                               Subject{"scorecard"_L1, "scorecard check"_L1}};

/// With the lists that are left out while they are empty, so that their first element is told like any other.
QJsonObject wholeJson(const Assessment &assessment)
{
    QJsonObject object = toJson(assessment);
    for (const QLatin1StringView member : {"suitability"_L1, "scorecard"_L1}) {
        if (!object.contains(member))
            object.insert(member, QJsonArray());
    }
    return object;
}

/// Times are whole milliseconds of thirteen digits, which must stay readable.
QString numberText(double value)
{
    constexpr double kLargest = 9e15;
    const bool isWhole = std::abs(value) < kLargest && value == std::trunc(value);
    return isWhole ? QString::number(static_cast<qint64>(value)) : QString::number(value, 'g', 12);
}

QString figureText(const QJsonObject &figure)
{
    const auto text = [&](QLatin1StringView name) { return numberText(figure.value(name).toDouble()); };
    const QString kind = figure.value("kind"_L1).toString();
    if (kind == "exact"_L1)
        return text("value"_L1);
    if (kind == "interval"_L1)
        return text("low"_L1) + u".."_s + text("high"_L1);
    if (kind == "tri"_L1 || kind == "pert"_L1)
        return u"%1(%2, %3, %4)"_s.arg(kind, text("low"_L1), text("mode"_L1), text("high"_L1));
    if (kind == "normal"_L1)
        return u"normal(%1, %2)"_s.arg(text("mean"_L1), text("deviation"_L1));
    if (kind == "measured"_L1)
        return u"measured(%1)"_s.arg(figure.value("evidence"_L1).toString());
    return kind;
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double:
        return numberText(value.toDouble());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue &element : value.toArray())
            parts.append(textOf(element));
        return parts.join(", "_L1);
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        if (object.contains("kind"_L1) && !object.contains("id"_L1))
            return figureText(object);
        if (object.contains("figure"_L1))
            return figureText(object.value("figure"_L1).toObject());
        for (const QLatin1StringView name : {"name"_L1, "text"_L1, "id"_L1}) {
            if (object.contains(name))
                return object.value(name).toString();
        }
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QJsonValue memberAt(const QJsonObject &root, const QStringList &path)
{
    QJsonValue value = root;
    for (const QString &segment : path) {
        if (value.isObject()) {
            value = value.toObject().value(segment);
            continue;
        }
        const QJsonArray list = value.toArray();
        const auto found = std::ranges::find_if(list, [&](const QJsonValue &element) {
            return element.toObject().value("id"_L1).toString() == segment;
        });
        value = found == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*found);
    }
    return value;
}

class Teller
{
public:
    Teller(const Assessment &before, const Assessment &after)
        : m_before(before)
        , m_after(after)
        , m_beforeJson(wholeJson(before))
        , m_afterJson(wholeJson(after))
    {
    }

    std::vector<Difference> tell()
    {
        for (const Change &change : changesBetween(m_beforeJson, m_afterJson))
            add(change);
        return std::move(m_told);
    }

private:
    QString criterionName(const QString &id) const
    {
        const Criterion *criterion = m_after.criterion(id) ? m_after.criterion(id) : m_before.criterion(id);
        return criterion ? criterion->name : id;
    }

    QString optionName(const QString &id) const
    {
        const Option *option = m_after.option(id) ? m_after.option(id) : m_before.option(id);
        return option ? option->name : id;
    }

    /// What a person calls the element of a list.
    QString nameOf(const QString &member, const QStringList &path) const
    {
        const QString &id = path.constLast();
        if (member == "cells"_L1)
            return optionName(id.section(u':', 0, 0)) + u" / "_s + criterionName(id.section(u':', 1, 1));
        if (member == "steps"_L1 || member == "weights"_L1)
            return id;
        const QJsonValue after = memberAt(m_afterJson, path);
        if (member == "suitability"_L1) {
            const QJsonValue own = after.isUndefined() ? memberAt(m_beforeJson, path) : after;
            return own["name"_L1].toString() + u" / "_s + own["topic"_L1].toString();
        }
        const QString name = textOf(after.isUndefined() ? memberAt(m_beforeJson, path) : after);
        return name.isEmpty() ? id : name;
    }

    void add(const Change &change)
    {
        QStringList path = change.path.split(u'/');
        for (QString &segment : path)
            segment.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        Difference difference;
        const QString member = path.takeFirst();
        QStringList element{member};
        const auto subject = std::ranges::find(kSubjects, member, &Subject::member);
        if (subject != kSubjects.end() && !path.isEmpty()) {
            difference.subject = subject->word;
            element.append(path.takeFirst());
            difference.name = nameOf(member, element);
        } else if (member == "cost"_L1 && path.size() > 1) {
            difference.subject = u"cost item"_s;
            element += path.mid(0, 2);
            path = path.mid(2);
            difference.name = nameOf(member, element);
        } else {
            difference.subject = member;
        }
        tell(std::move(difference), path, element, change);
    }

    void tell(Difference difference, QStringList field, QStringList element, const Change &change)
    {
        QJsonValue before = change.before;
        QJsonValue after = change.after;
        // A figure is told whole, however many of its members changed.
        const qsizetype figure = std::max(
            field.indexOf("figure"_L1), difference.subject == "cost item"_L1 ? field.indexOf("amount"_L1) : -1);
        if (figure >= 0) {
            field = field.mid(0, figure + 1);
            element += field;
            before = memberAt(m_beforeJson, element);
            after = memberAt(m_afterJson, element);
        }
        // Criteria among weights are called by their names.
        for (QString &segment : field) {
            if (difference.subject == "weights"_L1)
                segment = criterionName(segment);
        }
        difference.field = field.join(u' ');
        difference.before = textOf(before);
        difference.after = textOf(after);
        if (field.isEmpty() && difference.name.size() > 0) {
            difference.verb = before.isUndefined()  ? Difference::Verb::Added
                              : after.isUndefined() ? Difference::Verb::Removed
                                                    : Difference::Verb::Changed;
            const bool isMoved = !m_told.empty() && difference.verb == Difference::Verb::Added
                                 && m_told.back().verb == Difference::Verb::Removed
                                 && m_told.back().subject == difference.subject
                                 && m_told.back().name == difference.name
                                 && m_told.back().before == difference.after;
            if (isMoved) {
                m_told.back().verb = Difference::Verb::Moved;
                m_told.back().before.clear();
                return;
            }
        }
        if (m_told.empty() || m_told.back() != difference)
            m_told.push_back(std::move(difference));
    }

    const Assessment &m_before;
    const Assessment &m_after;
    const QJsonObject m_beforeJson;
    const QJsonObject m_afterJson;
    std::vector<Difference> m_told;
};

} // namespace

std::vector<Difference> differencesBetween(const Assessment &before, const Assessment &after)
{
    return Teller(before, after).tell();
}

QString toText(const Difference &difference)
{
    QString text = difference.subject;
    if (!difference.name.isEmpty())
        text += u' ' + difference.name;
    switch (difference.verb) {
    case Difference::Verb::Added:
        return text + " added"_L1;
    case Difference::Verb::Removed:
        return text + " removed"_L1;
    case Difference::Verb::Moved:
        return text + " moved"_L1;
    case Difference::Verb::Changed:
        break;
    }
    const auto shown = [](const QString &value) { return value.isEmpty() ? u"nothing"_s : value; };
    text += difference.field.isEmpty() ? u": "_s : u": %1 "_s.arg(difference.field);
    return text + shown(difference.before) + " -> "_L1 + shown(difference.after);
}

} // namespace stratadeck
