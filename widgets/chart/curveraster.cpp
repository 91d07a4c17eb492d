// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curveraster.h"

#include <QImage>
#include <algorithm>
#include <cmath>

namespace stratadeck
{

namespace
{

// `over` (premultiplied, opaque colour scaled by coverage/255) on top of `under`.
QRgb blend(QRgb colour, unsigned coverage, QRgb under)
{
    const auto channel = [coverage](unsigned over, unsigned below) {
        return (over * coverage + below * (255 - coverage) + 127) / 255;
    };
    return qRgba(static_cast<int>(channel(unsigned(qRed(colour)), unsigned(qRed(under)))),
                 static_cast<int>(channel(unsigned(qGreen(colour)), unsigned(qGreen(under)))),
                 static_cast<int>(channel(unsigned(qBlue(colour)), unsigned(qBlue(under)))),
                 static_cast<int>(channel(255, unsigned(qAlpha(under)))));
}

// How much of the pixel row [y, y + 1) lies between top and bottom.
unsigned coverageOf(int y, double top, double bottom)
{
    const double covered = std::min<double>(y + 1, bottom) - std::max<double>(y, top);
    return static_cast<unsigned>(std::lround(255 * std::clamp(covered, 0.0, 1.0)));
}

} // namespace

void drawSpans(QImage& image, const std::vector<ColumnSpan>& spans, const QColor& colour, double lineWidth,
               double shade)
{
    const QRgb rgb = colour.rgb();
    const int columns = std::min(image.width(), static_cast<int>(spans.size()));
    const auto stride = static_cast<std::ptrdiff_t>(image.bytesPerLine() / qsizetype(sizeof(QRgb)));
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto shadeCoverage = static_cast<unsigned>(std::lround(255 * std::clamp(shade, 0.0, 1.0)));
    for (int x = 0; x < columns; ++x) {
        const ColumnSpan& span = spans[static_cast<std::size_t>(x)];
        if (span.isEmpty())
            continue;
        const double top = span.low - lineWidth / 2;
        const double bottom = span.high + lineWidth / 2;
        const int first = std::clamp(static_cast<int>(std::floor(top)), 0, image.height());
        const int end = std::clamp(static_cast<int>(std::ceil(bottom)), 0, image.height());
        for (int y = first; y < end; ++y) {
            QRgb& pixel = pixels[y * stride + x];
            pixel = blend(rgb, coverageOf(y, top, bottom), pixel);
        }
        if (shadeCoverage == 0)
            continue;
        for (int y = std::max(end, 0); y < image.height(); ++y) {
            QRgb& pixel = pixels[y * stride + x];
            pixel = blend(rgb, shadeCoverage, pixel);
        }
    }
}

} // namespace stratadeck
