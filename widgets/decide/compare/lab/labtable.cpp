// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/lab/labwords.h"
#include "widgets/decide/compare/lab/labtext.h"
#include "widgets/decide/decidetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LabTable)
};

constexpr qsizetype kLongestName = 60;
constexpr qsizetype kLongestReason = 400;

FigureCell cellOf(double figure, Unit unit)
{
    if (!std::isfinite(figure))
        return {Tr::tr("unknown")};
    return {formatValue(figure, unit, QLocale()), figure};
}

FigureCell cellOf(const std::optional<double> &time)
{
    return time ? FigureCell{figureText(*time, u"s"_s), *time} : FigureCell{Tr::tr("unknown")};
}

} // namespace

QStringList labHead()
{
    return {Tr::tr("Target"),          Tr::tr("Run"),           Tr::tr("Began"),
            Tr::tr("Outcome"),         Tr::tr("Until running"), Tr::tr("Until healthy"),
            Tr::tr("CPU on host"),     Tr::tr("CPU of guest"),  Tr::tr("Memory on host"),
            Tr::tr("Memory of guest"), Tr::tr("Why not")};
}

std::vector<std::vector<FigureCell>> labRows(const LabRun &lab)
{
    const QLocale locale;
    std::vector<std::vector<FigureCell>> rows;
    for (const LabRecord &record : lab.records()) {
        const LabReadings &read = record.readings;
        const QDateTime began = QDateTime::fromMSecsSinceEpoch(toMillis(record.at));
        rows.push_back({{plainText(lab.plan().targets[record.target].entity.name, kLongestName)},
                        {locale.toString(record.number), double(record.number)},
                        {locale.toString(began.time(), u"HH:mm:ss"_s), {}, locale.toString(began)},
                        {outcomeText(record.outcome)},
                        cellOf(figureOf(LabFigure::ToRunning, record)),
                        cellOf(figureOf(LabFigure::ToHealthy, record)),
                        cellOf(read.hostCpu, Unit::Percent),
                        cellOf(read.guestCpu, Unit::Percent),
                        cellOf(read.hostMemory, Unit::Bytes),
                        cellOf(read.guestMemory, Unit::Bytes),
                        {plainText(record.why, kLongestReason)}});
    }
    return rows;
}

} // namespace stratadeck
