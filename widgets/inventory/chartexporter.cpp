// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/chartexporter.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

FileSaver::Kind kindOf(ChartExporter::Format format)
{
    switch (format) {
    case ChartExporter::Format::Csv:
    case ChartExporter::Format::StatisticsCsv:
        return {u"csv"_s, ChartExporter::tr("CSV tables (*.csv)")};
    case ChartExporter::Format::Json:
        return {u"json"_s, ChartExporter::tr("JSON files (*.json)")};
    case ChartExporter::Format::Png:
        return {u"png"_s, ChartExporter::tr("PNG pictures (*.png)")};
    case ChartExporter::Format::Svg:
        return {u"svg"_s, ChartExporter::tr("SVG drawings (*.svg)")};
    }
    return {};
}

} // namespace

ChartExporter::ChartExporter(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_saver(new FileSaver(window, this))
{
    connect(m_saver, &FileSaver::saved, this, &ChartExporter::saved);
    connect(m_saver, &FileSaver::failed, this, &ChartExporter::failed);
}

void ChartExporter::save(Format format, const QString &name, Content content)
{
    m_saver->save(kindOf(format), name, std::move(content));
}

} // namespace stratadeck
