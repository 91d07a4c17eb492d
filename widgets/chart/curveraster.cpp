// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curveraster.h"

#include <QImage>
#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

// All four channels times `alpha` / 255, rounded; two channels a multiplication.
QRgb scaled(QRgb pixel, unsigned alpha)
{
    const auto divided = [](unsigned pair) {
        return ((pair + ((pair >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    };
    return divided((pixel & 0xff00ff) * alpha) | divided(((pixel >> 8) & 0xff00ff) * alpha) << 8;
}

// Source over destination, both premultiplied. Most pixels meet nothing or cover all.
QRgb over(QRgb top, QRgb below)
{
    return below == 0 || qAlpha(top) == 255 ? top
                                            : top + scaled(below, 255 - static_cast<unsigned>(qAlpha(top)));
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
        const QRgb inner = scaled(m_colour, strength);
        for (int y = first; y < end; ++y) {
            QRgb &pixel = m_pixels[y * m_stride + x];
            const bool whole = y >= top && y + 1 <= bottom;
            pixel = over(whole ? inner : scaled(inner, coverageOf(y, top, bottom)), pixel);
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

void drawSpans(QImage &image, const std::vector<ColumnSpan> &spans, const QColor &colour, double lineWidth)
{
    ColumnBrush brush(image, colour.rgb());
    const auto columns = std::min(static_cast<std::size_t>(image.width()), spans.size());

    const double half = lineWidth / 2;
    for (std::size_t column = 0; column < columns; ++column) {
        const ColumnSpan &span = spans[column];
        if (span.isEmpty())
            continue;
        const int x = static_cast<int>(column);

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

void shadeBelow(QImage &image, const std::vector<ColumnSpan> &spans, const QColor &colour, double opacity)
{
    const auto strength = static_cast<unsigned>(std::lround(255 * std::clamp(opacity, 0.0, 1.0)));
    if (strength == 0)
        return;
    ColumnBrush brush(image, colour.rgb());
    const auto columns = std::min(static_cast<std::size_t>(image.width()), spans.size());
    for (std::size_t column = 0; column < columns; ++column)
        if (!spans[column].isEmpty())
            brush.draw(static_cast<int>(column), spans[column].mean(), image.height(), strength);
}

} // namespace stratadeck
