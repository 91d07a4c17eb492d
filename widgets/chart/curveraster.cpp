// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curveraster.h"

#include <QImage>
#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

// All four channels times `alpha` / 255, rounded; each has 16 bits of its own meanwhile.
QRgb scaled(QRgb pixel, unsigned alpha)
{
    constexpr quint64 kChannels = 0x00ff00ff00ff00ff;
    quint64 all = ((quint64(pixel) << 24 | pixel) & kChannels) * alpha;
    all = ((all + ((all >> 8) & kChannels) + 0x0080008000800080) >> 8) & kChannels;
    return static_cast<QRgb>(all | all >> 24);
}

// Source over destination, both premultiplied. Most pixels meet nothing or cover all.
QRgb over(QRgb top, QRgb below)
{
    return below == 0 || qAlpha(top) == 255 ? top
                                            : top + scaled(below, 255 - static_cast<unsigned>(qAlpha(top)));
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
        top = std::clamp<double>(top, 0, m_height);
        bottom = std::clamp<double>(bottom, top, m_height);
        const int first = static_cast<int>(top);
        const int last = static_cast<int>(bottom);
        const QRgb inner = scaled(m_colour, strength);
        QRgb *pixel = m_pixels + first * m_stride + x;
        if (first == last) {
            blendPart(pixel, inner, bottom - top);
            return;
        }
        // Only the rows at the ends can be covered in part.
        blendPart(pixel, inner, first + 1 - top);
        pixel += m_stride;
        if (qAlpha(inner) == 255) {
            for (int y = first + 1; y < last; ++y, pixel += m_stride)
                *pixel = inner;
        } else {
            for (int y = first + 1; y < last; ++y, pixel += m_stride)
                *pixel = over(inner, *pixel);
        }
        blendPart(pixel, inner, bottom - last);
    }

private:
    // `covered` (0..1) of the pixel's height. Of nothing the pixel may not even be there.
    static void blendPart(QRgb *pixel, QRgb colour, double covered)
    {
        if (covered > 0)
            *pixel = over(scaled(colour, static_cast<unsigned>(255 * covered + 0.5)), *pixel);
    }

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
