// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpicture.h"

#include "widgets/chart/timechart.h"
#include "widgets/kit/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace stratadeck {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr double kEnlargement = 2;

// Where each chart goes: as on the page, without what stands between them.
struct Placement {
    std::vector<QRect> charts;
    QSize size;
};

Placement placementOf(const std::vector<TimeChart *> &charts)
{
    Placement placement;
    int bottom = kMargin;
    int rowTop = kMargin;
    int right = 0;
    int x = kMargin;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const bool sameRow = i > 0 && charts[i]->y() == charts[i - 1]->y();
        if (!sameRow) {
            x = kMargin;
            rowTop = i == 0 ? kMargin : bottom + kGap;
        }
        const QRect place(QPoint(x, rowTop), charts[i]->size());
        placement.charts.push_back(place);
        x = place.right() + 1 + kGap;
        right = std::max(right, place.right() + 1);
        bottom = std::max(bottom, place.bottom() + 1);
    }
    placement.size = {right + kMargin, bottom + kMargin};
    return placement;
}

void paintCharts(QPainter &painter, const std::vector<TimeChart *> &charts, const Placement &placement)
{
    painter.fillRect(QRect(QPoint(0, 0), placement.size), themeFor(charts.front()->palette()).window);
    for (std::size_t i = 0; i < charts.size(); ++i)
        charts[i]->paintPicture(painter, placement.charts[i]);
}

} // namespace

QImage chartImage(const std::vector<TimeChart *> &charts)
{
    if (charts.empty())
        return {};
    const Placement placement = placementOf(charts);
    QImage image(placement.size * kEnlargement, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(kEnlargement, kEnlargement);
    paintCharts(painter, charts, placement);
    return image;
}

QByteArray chartSvg(const std::vector<TimeChart *> &charts, const QString &title)
{
    if (charts.empty())
        return {};
    const Placement placement = placementOf(charts);
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(placement.size);
    generator.setViewBox(QRect(QPoint(0, 0), placement.size));
    generator.setTitle(title);
    QPainter painter(&generator);
    paintCharts(painter, charts, placement);
    painter.end();
    return svg;
}

} // namespace stratadeck
