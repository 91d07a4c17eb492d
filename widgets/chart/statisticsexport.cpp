// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statisticsexport.h"

#include "models/base/csv.h"
#include "models/base/format.h"

#include <QJsonObject>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Figure {
    const char *name;
    double SeriesStatistics::*member;
};

constexpr std::array kFigures{Figure{"min", &SeriesStatistics::min}, Figure{"mean", &SeriesStatistics::mean},
                              Figure{"p50", &SeriesStatistics::p50}, Figure{"p95", &SeriesStatistics::p95},
                              Figure{"p99", &SeriesStatistics::p99}, Figure{"max", &SeriesStatistics::max}};

double seconds(Milliseconds length)
{
    return static_cast<double>(length.count()) / 1000;
}

QByteArray rowOf(const QString &chart, const StatisticsRow &row)
{
    const SeriesStatistics &statistics = *row.statistics;
    QByteArray csv = csvCell(chart) + ',' + csvCell(row.name) + ',' + csvCell(unitSymbol(row.unit)) + ','
                     + QByteArray::number(statistics.count);
    for (const Figure &figure : kFigures)
        csv += ',' + formatExact(statistics.*figure.member).toLatin1();
    return csv + ',' + QByteArray::number(statistics.gaps) + ','
           + formatExact(seconds(statistics.unknown)).toLatin1()
           + (statistics.approximate ? ",yes\r\n" : ",no\r\n");
}

QJsonObject objectOf(const StatisticsRow &row)
{
    const SeriesStatistics &statistics = *row.statistics;
    QJsonObject object{{u"name"_s, row.name}, {u"earlier"_s, row.earlier}, {u"n"_s, statistics.count}};
    for (const Figure &figure : kFigures) {
        const double value = statistics.*figure.member;
        object.insert(QLatin1StringView(figure.name), std::isfinite(value) ? QJsonValue(value) : QJsonValue());
    }
    object.insert(u"gaps"_s, statistics.gaps);
    object.insert(u"unknownSeconds"_s, seconds(statistics.unknown));
    object.insert(u"approximate"_s, statistics.approximate);
    return object;
}

} // namespace

QByteArray toStatisticsCsv(const ChartExport &figures)
{
    QByteArray csv = "chart,line,unit,n";
    for (const Figure &figure : kFigures)
        csv += QByteArray(",") + figure.name;
    csv += ",gaps,unknown (s),approximate\r\n";
    for (const ChartFigures &chart : figures.charts) {
        for (const StatisticsRow &row : chart.statistics) {
            if (row.statistics)
                csv += rowOf(chart.title, row);
        }
    }
    return csv;
}

QJsonArray toJson(const std::vector<StatisticsRow> &rows)
{
    QJsonArray array;
    for (const StatisticsRow &row : rows) {
        if (row.statistics)
            array.append(objectOf(row));
    }
    return array;
}

} // namespace stratadeck
