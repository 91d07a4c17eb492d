// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/suitreport.h"

#include "models/base/entitytext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/suit/suittext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SuitabilityReport)
};

constexpr qsizetype kMostSettling = 6; // of those that settle nothing alone

QString answerLine(const WorkloadAnswer &answer)
{
    const QString when =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(answer.at)), QLocale::ShortFormat);
    //: A question, "yes" or "no", who said so, when
    const QString line =
        Tr::tr("%1 – %2 (answered by %3, %4)")
            .arg(questionText(answer.topic), answerText(answer.isYes), plainText(answer.author, 100), when);
    return answer.reason.isEmpty() ? line : line + u" "_s + plainText(answer.reason, 1000);
}

QString argumentLine(const SuitArgument &argument)
{
    //: What speaks for something
    QString line = argument.isFor ? Tr::tr("+ for:") : Tr::tr("− against:");
    line += u' ';
    if (argument.answer)
        return line + answerLine(*argument.answer);
    line += u"%1 (%2)"_s.arg(factText(*argument.fact), placeText(*argument.fact));
    return argument.isDeciding ? line : line + u' ' + Tr::tr("It is a hint and decides nothing alone.");
}

void addScenario(SuitScenario scenario, const ScenarioResult &result, QStringList &lines)
{
    //: The name of a scenario, and whether it fits
    lines.append(Tr::tr("%1: %2").arg(scenarioText(scenario), fitText(result.fit)));
    for (const SuitArgument &argument : result.arguments)
        lines.append(u"  "_s + argumentLine(argument));
    for (const WorkloadTopic topic : result.open)
        lines.append(u"  "_s + Tr::tr("? not known: %1").arg(questionText(topic)));
    lines.append(QString());
}

/// The advice of section 1.3.1 on which kind of part goes where.
void addLayers(const Suitability &suitability, QStringList &lines)
{
    if (suitability.scenario(SuitScenario::HighSecurity).fit == Fit::Fits)
        lines.append(Tr::tr("As a core system it is to be backed by a VM (analysis, section 1.3.1)."));
    if (suitability.topic(WorkloadTopic::DataPipeline).isYes == true)
        lines.append(Tr::tr("For data processing the analysis advises a mix of both (section 1.3.1)."));
    if (suitability.placement == Placement::Container)
        lines.append(Tr::tr("As a service at the edge it is quick to deploy in containers (analysis, section "
                            "1.3.1)."));
}

void addSettling(const Suitability &suitability, QStringList &lines)
{
    if (suitability.settling.empty())
        return;
    lines.append(Tr::tr("What would settle it:"));
    qsizetype others = 0;
    for (const SettlingTopic &each : suitability.settling) {
        const bool settles = each.ifYes != Placement::Undecided || each.ifNo != Placement::Undecided;
        if (!settles && ++others > kMostSettling)
            continue;
        lines.append(
            u"  "_s
            + (settles ? //: A question, then what is recommended with yes and with no
                   Tr::tr("%1 If yes: %2; if no: %3.")
                       .arg(questionText(each.topic), placementText(each.ifYes), placementText(each.ifNo))
                       : questionText(each.topic)));
    }
    lines.append(QString());
}

} // namespace

QStringList suitabilityHead()
{
    QStringList head{Tr::tr("Name"), Tr::tr("Kind"), Tr::tr("Host"), Tr::tr("Recommendation")};
    for (std::size_t i = 0; i < kSuitScenarios; ++i)
        head.append(scenarioText(static_cast<SuitScenario>(i)));
    return head;
}

std::vector<FigureCell> suitabilityRow(const EntityInfo &info, const Suitability &suitability)
{
    std::vector<FigureCell> row{{plainText(info.name, 200)},
                                {kindText(info.kind)},
                                {plainText(info.host, 200)},
                                {placementText(suitability.placement), {}, reasonText(suitability.reason)}};
    for (const ScenarioResult &result : suitability.scenarios)
        row.push_back({fitText(result.fit)});
    return row;
}

QString suitabilityDetails(const EntityInfo &info, const Suitability &suitability)
{
    //: The name of a VM or container, and where it should run
    QStringList lines{Tr::tr("%1: %2").arg(plainText(info.name, 200), placementText(suitability.placement)),
                      reasonText(suitability.reason)};
    addLayers(suitability, lines);
    lines.append(QString());
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        if (suitability.topics[i].isContradicted)
            lines.append(
                Tr::tr("The answer and what was read contradict each other, so this counts as unknown: %1")
                    .arg(questionText(static_cast<WorkloadTopic>(i))));
    }
    addSettling(suitability, lines);
    for (std::size_t i = 0; i < kSuitScenarios; ++i)
        addScenario(static_cast<SuitScenario>(i), suitability.scenarios[i], lines);
    return lines.join(u'\n').trimmed();
}

} // namespace stratadeck
