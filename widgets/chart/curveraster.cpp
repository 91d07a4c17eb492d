// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curveraster.h"

#include <QImage>
#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

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

// Draws rows top..bottom of one pixel column; `strength` (0..255) scales the opacity.
class ColumnBrush
{
public:
    ColumnBrush(QImage &image, QRgb colour)
        : m_pixels(reinterpret_cast<QRgb *>(image.bits()))
        , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
        , m_height(image.height())
        , m_colour(colour)
    {
    }

    void draw(int x, double top, double bottom, unsigned strength)
    {
        const int first = std::clamp(static_cast<int>(std::floor(top)), 0, m_height);
        const int end = std::clamp(static_cast<int>(std::ceil(bottom)), 0, m_height);
        for (int y = first; y < end; ++y) {
            QRgb &pixel = m_pixels[y * m_stride + x];
            pixel = blend(m_colour, coverageOf(y, top, bottom) * strength / 255, pixel);
        }
    }

private:
    QRgb *m_pixels;
    qsizetype m_stride;
    int m_height;
    QRgb m_colour;
};

constexpr unsigned kEnvelope = 105;

} // namespace

void drawSpans(QImage &image, const std::vector<ColumnSpan> &spans, const QColor &colour, double lineWidth,
               double shade)
{
    ColumnBrush brush(image, colour.rgb());
    const auto columns = std::min(static_cast<std::size_t>(image.width()), spans.size());
    const auto shadeStrength = static_cast<unsigned>(std::lround(255 * std::clamp(shade, 0.0, 1.0)));
    const double half = lineWidth / 2;
    for (std::size_t column = 0; column < columns; ++column) {
        const ColumnSpan &span = spans[column];
        if (span.isEmpty())
            continue;
        const int x = static_cast<int>(column);
        if (shadeStrength > 0)
            brush.draw(x, span.high + half, image.height(), shadeStrength);
        brush.draw(x, span.low - half, span.high + half, kEnvelope);
        const double mean = span.mean();
        const bool joined = column > 0 && !spans[column - 1].isEmpty();
        // Each column takes its half of the way to the neighbour's mean.
        const double before = joined ? (spans[column - 1].mean() + mean) / 2 : mean;
        const bool goesOn = column + 1 < columns && !spans[column + 1].isEmpty();
        const double after = goesOn ? (spans[column + 1].mean() + mean) / 2 : mean;
        const double top = std::clamp<double>(std::min({before, mean, after}), span.low, span.high);
        const double bottom = std::clamp<double>(std::max({before, mean, after}), span.low, span.high);
        brush.draw(x, top - half, bottom + half, 255);
    }
}

} // namespace stratadeck
