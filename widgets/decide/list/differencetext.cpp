// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/list/differencetext.h"

#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DifferenceText)
};

constexpr qsizetype kLongest = 300;

/// Steps and their states stand in events as untranslated words.
QString stepName(const QString &word)
{
    for (std::size_t i = 0; i < kSteps; ++i) {
        if (toWord(static_cast<Step>(i)) == word)
            return stepText(static_cast<Step>(i));
    }
    return word;
}

QString stateName(const QString &word)
{
    for (const StepState state : {StepState::Open, StepState::Done, StepState::Skipped}) {
        if (toWord(state) == word)
            return stateText(state);
    }
    return word;
}

/// What an element of a list is called.
QString elementText(const QString &subject, const QString &name)
{
    if (subject == "option"_L1)
        return Tr::tr("Option “%1”").arg(name);
    if (subject == "criterion"_L1)
        return Tr::tr("Criterion “%1”").arg(name);
    if (subject == "cell"_L1)
        return Tr::tr("Cell “%1”").arg(name);
    if (subject == "weights"_L1)
        return Tr::tr("The weights of “%1”").arg(name);
    if (subject == "evidence"_L1)
        return Tr::tr("Evidence “%1”").arg(name);
    if (subject == "cost item"_L1)
        return Tr::tr("Cost line “%1”").arg(name);
    if (subject == "step"_L1)
        return Tr::tr("Step “%1”").arg(stepName(name));
    if (subject == "assumption"_L1)
        return Tr::tr("Assumption “%1”").arg(name);
    if (subject == "trigger"_L1)
        return Tr::tr("Reason to look again “%1”").arg(name);
    return u"%1 “%2”"_s.arg(subject, name);
}

/// A member of the assessment itself.
QString memberText(const QString &member)
{
    const QHash<QString, QString> texts{{u"title"_s, Tr::tr("The title")},
                                        {u"question"_s, Tr::tr("The question")},
                                        {u"weights_of"_s, Tr::tr("Whose weights count")},
                                        {u"evidence_max_age"_s, Tr::tr("The greatest age of evidence")},
                                        {u"group"_s, Tr::tr("The group's round")},
                                        {u"cost"_s, Tr::tr("The cost model")},
                                        {u"notes"_s, Tr::tr("The notes")},
                                        {u"outcome"_s, Tr::tr("The decision")},
                                        {u"seed"_s, Tr::tr("The seed of all draws")}};
    return texts.value(member, member);
}

/// "points Security" keeps its second word, which is a name.
QString fieldText(const QString &field)
{
    const QHash<QString, QString> texts{{u"name"_s, Tr::tr("name")},
                                        {u"description"_s, Tr::tr("description")},
                                        {u"unit"_s, Tr::tr("unit")},
                                        {u"parent"_s, Tr::tr("group of criteria")},
                                        {u"direction"_s, Tr::tr("direction")},
                                        {u"worst"_s, Tr::tr("worst level")},
                                        {u"best"_s, Tr::tr("best level")},
                                        {u"gate"_s, Tr::tr("must-have")},
                                        {u"figure"_s, Tr::tr("figure")},
                                        {u"source"_s, Tr::tr("source")},
                                        {u"document"_s, Tr::tr("document")},
                                        {u"confidence"_s, Tr::tr("confidence")},
                                        {u"reason"_s, Tr::tr("reason")},
                                        {u"author"_s, Tr::tr("author")},
                                        {u"at"_s, Tr::tr("time")},
                                        {u"method"_s, Tr::tr("method")},
                                        {u"points"_s, Tr::tr("points")},
                                        {u"judgments"_s, Tr::tr("judgments")},
                                        {u"review"_s, Tr::tr("criteria to weigh again")},
                                        {u"text"_s, Tr::tr("text")},
                                        {u"owner"_s, Tr::tr("owner")},
                                        {u"expires"_s, Tr::tr("day to look again")},
                                        {u"state"_s, Tr::tr("state")},
                                        {u"notes"_s, Tr::tr("notes")},
                                        {u"amount"_s, Tr::tr("amount")},
                                        {u"quantity"_s, Tr::tr("quantity")},
                                        {u"rate"_s, Tr::tr("discount rate")},
                                        {u"years"_s, Tr::tr("years")},
                                        {u"currency"_s, Tr::tr("currency")},
                                        {u"authors"_s, Tr::tr("people")},
                                        {u"scores"_s, Tr::tr("scores")},
                                        {u"open"_s, Tr::tr("people are scoring")},
                                        {u"revealed"_s, Tr::tr("scores are shown to all")}};
    const QString first = field.section(u' ', 0, 0);
    const QString rest = field.section(u' ', 1);
    const QString text = texts.value(first, first);
    return plainText(rest.isEmpty() ? text : text + u' ' + rest, kLongest);
}

QString valueText(const Difference &difference, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber && (difference.field == "at"_L1 || difference.field == "expires"_L1))
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(number)),
                                  QLocale::ShortFormat);
    if (difference.subject == "step"_L1 && difference.field == "state"_L1)
        return stateName(value);
    if (value == "yes"_L1)
        return Tr::tr("yes");
    if (value == "no"_L1)
        return Tr::tr("no");
    return plainText(value, kLongest);
}

/// What is another: the element, or one of its fields.
QString placeText(const Difference &difference)
{
    const QString subject = plainText(difference.subject, kLongest);
    const QString whole = difference.name.isEmpty()
                              ? memberText(subject)
                              : elementText(subject, plainText(difference.name, kLongest));
    //: The one has the other: "Criterion “Security”: unit"
    return difference.field.isEmpty() ? whole : Tr::tr("%1: %2").arg(whole, fieldText(difference.field));
}

QString changeText(const Difference &difference)
{
    const QString place = placeText(difference);
    const QString before = valueText(difference, difference.before);
    const QString after = valueText(difference, difference.after);
    if (before.isEmpty())
        //: %1 is what is another, %2 its value
        return Tr::tr("%1 is “%2” now; before it was empty.").arg(place, after);
    if (after.isEmpty())
        //: %1 is what is another, %2 its value
        return Tr::tr("%1 is empty now; before it was “%2”.").arg(place, before);
    //: %1 is what is another, %2 and %3 are its values
    return Tr::tr("%1 was “%2” and is “%3” now.").arg(place, before, after);
}

} // namespace

QString differenceText(const Difference &difference)
{
    switch (difference.verb) {
    case Difference::Verb::Added:
        return difference.subject == "cell"_L1
                   //: %1 is a cell, %2 its figure
                   ? Tr::tr("%1 was added: “%2”.")
                         .arg(placeText(difference), valueText(difference, difference.after))
                   : Tr::tr("%1 was added.").arg(placeText(difference));
    case Difference::Verb::Removed:
        return difference.subject == "cell"_L1
                   //: %1 is a cell, %2 its figure
                   ? Tr::tr("%1 was removed; it was “%2”.")
                         .arg(placeText(difference), valueText(difference, difference.before))
                   : Tr::tr("%1 was removed.").arg(placeText(difference));
    case Difference::Verb::Moved:
        return Tr::tr("%1 stands in another place.").arg(placeText(difference));
    case Difference::Verb::Changed:
        break;
    }
    return changeText(difference);
}

QString eventText(AssessmentEvent::Kind kind)
{
    switch (kind) {
    case AssessmentEvent::Kind::Create:
        return Tr::tr("begun");
    case AssessmentEvent::Kind::Change:
        return Tr::tr("changed");
    case AssessmentEvent::Kind::Undo:
        return Tr::tr("undone");
    case AssessmentEvent::Kind::Redo:
        return Tr::tr("done again");
    case AssessmentEvent::Kind::Freeze:
        return Tr::tr("frozen");
    case AssessmentEvent::Kind::Reopen:
        return Tr::tr("reopened");
    case AssessmentEvent::Kind::Archive:
        return Tr::tr("archived");
    case AssessmentEvent::Kind::Restore:
        return Tr::tr("taken back from the archive");
    }
    return {};
}

} // namespace stratadeck
