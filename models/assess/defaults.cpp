// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/defaults.h"

#include <QUuid>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kOptionIds{"vm"_L1, "container"_L1, "hybrid"_L1};
constexpr std::array kCriterionIds{"performance"_L1,           "security"_L1,     "scalability"_L1,
                                   "management-complexity"_L1, "cost-benefit"_L1, "maturity"_L1};
constexpr std::size_t kComplexity = 3; ///< the only one of which less is better

} // namespace

DefaultNames DefaultNames::english()
{
    return {u"VM, container or both?"_s,
            {u"VM"_s, u"Container"_s, u"Hybrid"_s},
            {u"Performance"_s, u"Security"_s, u"Scalability"_s, u"Management complexity"_s, u"Cost-benefit"_s,
             u"Maturity"_s},
            {u"0: misses the load it is meant for, 10: carries it with the headroom that was asked for"_s,
             u"0: no isolation beyond the process, 10: isolation and controls as the strictest rule asks"_s,
             u"0: grows only by hand, 10: follows the load by itself within seconds"_s,
             u"0: runs by itself, 10: needs more people than there are"_s,
             u"0: never pays back, 10: pays back within a year"_s,
             u"0: an experiment, 10: years in production at this site"_s},
            u"points"_s};
}

Assessment newAssessment(const QString &title, TimePoint created, const DefaultNames &names)
{
    Assessment assessment;
    assessment.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    assessment.title = title.trimmed().isEmpty() ? names.title : title;
    assessment.created = created;
    for (std::size_t i = 0; i < kOptionIds.size(); ++i)
        assessment.options.push_back({kOptionIds[i], names.options[i], {}});
    constexpr double kMostPoints = 10;
    for (std::size_t i = 0; i < kCriterionIds.size(); ++i) {
        const bool isCost = i == kComplexity;
        assessment.criteria.push_back({kCriterionIds[i],
                                       names.criteria[i],
                                       names.descriptions[i],
                                       names.points,
                                       {},
                                       isCost ? Direction::Cost : Direction::Benefit,
                                       isCost ? kMostPoints : 0,
                                       isCost ? 0 : kMostPoints,
                                       {}});
    }
    assessment.cost.baseline = kOptionIds.front();
    return assessment;
}

QString freeId(const QString &name, const QStringList &taken)
{
    constexpr qsizetype kLongest = 48; // leaves room for a number
    QString id;
    for (const QChar letter : name.toLower()) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (isPlain && id.size() < kLongest)
            id += letter;
        else if (!id.isEmpty() && !id.endsWith(u'-') && id.size() < kLongest)
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"item"_s; // names in other scripts
    QString free = id;
    for (int number = 2; taken.contains(free); ++number)
        free = id + u'-' + QString::number(number);
    return free;
}

} // namespace stratadeck
