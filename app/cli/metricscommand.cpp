// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metricscommand.h"

#include "app/cli/clitext.h"
#include "models/base/metrics.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QStringList kindWords(EntityKinds kinds)
{
    QStringList words;
    for (const EntityKind kind : {EntityKind::Host, EntityKind::VirtualMachine, EntityKind::Container}) {
        if (kinds.testFlag(kind))
            words.append(toWord(kind));
    }
    return words;
}

QString formulaText(const Derivation &derivation)
{
    const QString a = metric(derivation.a).name;
    const QString b = metric(derivation.b).name;
    const QString scale = derivation.scale == 1 ? QString() : u"%1 * "_s.arg(derivation.scale);
    switch (derivation.formula) {
    case Formula::None:
        return {};
    case Formula::PerSecond:
        return scale + u"delta(%1) / dt"_s.arg(a);
    case Formula::PerSecondShare:
        return scale + u"delta(%1) / dt / %2"_s.arg(a, b);
    case Formula::DeltaRatio:
        return scale + u"delta(%1) / delta(%2)"_s.arg(a, b);
    case Formula::Ratio:
        return scale + u"%1 / %2"_s.arg(a, b);
    }
    return {};
}

/// A dash for figures that are as exact as they were read.
QString resolutionText(MetricId id)
{
    const std::optional<double> step = resolution(id);
    return step ? QString::number(*step, 'f', QLocale::FloatingPointShortest) : u"-"_s;
}

QJsonObject toJson(const Metric &m)
{
    QJsonObject object{{u"id"_s, QString(m.name)},
                       {u"unit"_s, QString(toWord(m.unit))},
                       {u"kind"_s, QString(toWord(m.kind))},
                       {u"entity_kinds"_s, QJsonArray::fromStringList(kindWords(m.entities))},
                       {u"per_instance"_s, m.perInstance},
                       {u"title"_s, QString::fromUtf8(m.title)},
                       {u"definition"_s, QString::fromUtf8(m.definition)},
                       {u"resolution"_s, QJsonValue::Null}};
    if (const std::optional<double> step = resolution(m.id)) {
        object["resolution"_L1] = *step;
        object["formula"_L1] = formulaText(m.derivation);
    }
    return object;
}

} // namespace

QString MetricsCommand::name() const
{
    return u"metrics"_s;
}

QString MetricsCommand::summary() const
{
    return CliText::tr("List every metric with unit, kind, entities and definition.");
}

void MetricsCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, CliText::tr("Print JSON.")});
}

ExitCode MetricsCommand::run(const QCommandLineParser &parser)
{
    if (parser.isSet(u"json"_s)) {
        QJsonArray list;
        for (const Metric &m : metricCatalogue())
            list.append(toJson(m));
        printJson({{u"metrics"_s, list}},
                  {{u"rates"_s, u"difference of two consecutive readings over CLOCK_BOOTTIME; a counter that "
                                "fell or a new run gives no rate"_s}});
        return ExitCode::Done;
    }
    for (const Metric &m : metricCatalogue()) {
        printLine(u"%1  %2  %3  %4  %5  %6"_s.arg(QString(m.name), -24)
                      .arg(QString(toWord(m.kind)), -7)
                      .arg(QString(toWord(m.unit)), -16)
                      .arg(kindWords(m.entities).join(u','), -17)
                      .arg(resolutionText(m.id), -6)
                      .arg(metricDefinition(m.id)));
    }
    return ExitCode::Done;
}

} // namespace stratadeck
