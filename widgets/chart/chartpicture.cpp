// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpicture.h"

#include "widgets/chart/markerglyph.h"
#include "widgets/chart/timechart.h"
#include "widgets/chart/timeticks.h"
#include "widgets/kit/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChartPicture)
};

constexpr int kMargin = 16;
constexpr int kGap = 8;
constexpr int kSection = 14;    // between header, charts, statistics and what happened
constexpr int kNarrowest = 720; // of the words; a single chart may be narrower
constexpr double kEnlargement = 2;
constexpr double kLineGap = 3;
constexpr double kTitleScale = 1.25;
constexpr std::size_t kMostMarkers = 24; // told in words

/// Text broken at words, and inside a word only when it is longer than a line. Gives its height; paints when
/// there is a painter, in its font and colour.
double layText(const QString &text, const QFont &font, double width, QPainter *painter, QPointF topLeft)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, topLeft);
    return height + kLineGap;
}

/// A picture with a place for everything in it.
class Layout
{
public:
    explicit Layout(const ChartPicture &picture);

    QSize size() const { return m_size; }
    void paint(QPainter &painter) const;

private:
    double wrapped(const QString &text, const QFont &font) const;
    void placeCharts();
    void paintHeader(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    QString markerText(const ChartMarker &marker) const;

    const ChartPicture &m_picture;
    const Theme &m_theme;
    QLocale m_locale;
    QFont m_font;
    QFont m_titleFont;
    std::vector<ChartMarker> m_markers; // those in words
    std::size_t m_untold = 0;
    std::vector<QRect> m_charts;
    double m_width = 0; // of the words
    double m_chartsTop = 0;
    double m_chartsBottom = 0;
    double m_markersTop = 0;
    StatisticsBlock m_statistics;
    QSize m_size;
};

std::vector<ChartMarker> markersIn(const TimeChart &chart)
{
    std::vector<ChartMarker> markers = chart.markers();
    std::erase_if(markers, [&](const ChartMarker &marker) { return !chart.range().contains(marker.at); });
    return markers;
}

double chartsWidth(const std::vector<TimeChart *> &charts)
{
    double row = 0;
    double widest = kNarrowest;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const bool sameRow = i > 0 && charts[i]->y() == charts[i - 1]->y();
        row = (sameRow ? row + kGap : 0) + charts[i]->width();
        widest = std::max(widest, row);
    }
    return widest;
}

QFont scaled(QFont font, double scale)
{
    font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

Layout::Layout(const ChartPicture &picture)
    : m_picture(picture)
    , m_theme(themeFor(picture.charts.front()->palette()))
    , m_locale(picture.charts.front()->locale())
    , m_font(picture.charts.front()->font())
    , m_titleFont(scaled(m_font, kTitleScale))
    , m_markers(markersIn(*picture.charts.front()))
    , m_width(chartsWidth(picture.charts))
    , m_statistics(picture.statistics, m_font, m_locale, m_width)
{
    m_titleFont.setBold(true);
    if (m_markers.size() > kMostMarkers) {
        m_untold = m_markers.size() - kMostMarkers;
        m_markers.erase(m_markers.begin(), m_markers.begin() + static_cast<std::ptrdiff_t>(m_untold));
    }
    m_chartsTop = kMargin + wrapped(picture.title, m_titleFont);
    for (const QString &note : picture.notes)
        m_chartsTop += wrapped(note, m_font);
    m_chartsTop += kSection;
    placeCharts();
    double bottom = m_chartsBottom;
    if (const double height = m_statistics.height(); height > 0)
        bottom += kSection + height;
    m_markersTop = bottom + kSection;
    if (!m_markers.empty()) {
        bottom = m_markersTop + wrapped(u"X"_s, m_font);
        for (const ChartMarker &marker : m_markers)
            bottom += wrapped(markerText(marker), m_font);
    }
    m_size = {static_cast<int>(std::ceil(m_width)) + 2 * kMargin,
              static_cast<int>(std::ceil(bottom)) + kMargin};
}

// Glyphs stand before the words of markers; the title and notes leave the same room on the right.
double Layout::wrapped(const QString &text, const QFont &font) const
{
    return layText(text, font, m_width - kGlyphSize - kGap, nullptr, {});
}

void Layout::placeCharts()
{
    const std::vector<TimeChart *> &charts = m_picture.charts;
    int bottom = static_cast<int>(m_chartsTop);
    int rowTop = bottom;
    int x = kMargin;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const bool sameRow = i > 0 && charts[i]->y() == charts[i - 1]->y();
        if (!sameRow) {
            x = kMargin;
            rowTop = i == 0 ? bottom : bottom + kGap;
        }
        const QRect place(QPoint(x, rowTop), charts[i]->size());
        m_charts.push_back(place);
        x = place.right() + 1 + kGap;
        bottom = std::max(bottom, place.bottom() + 1);
    }
    m_chartsBottom = bottom;
}

QString Layout::markerText(const ChartMarker &marker) const
{
    return timeText(marker.at, QTimeZone::systemTimeZone(), m_locale) + u"  "_s + marker.text;
}

void Layout::paintHeader(QPainter &painter) const
{
    double top = kMargin;
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        painter.setPen(colour);
        top += layText(text, font, m_width - kGlyphSize - kGap, &painter, QPointF(kMargin, top));
    };
    write(m_picture.title, m_titleFont, m_theme.text);
    for (const QString &note : m_picture.notes)
        write(note, m_font, m_theme.mutedText);
}

void Layout::paintMarkers(QPainter &painter) const
{
    if (m_markers.empty())
        return;
    double top = m_markersTop;
    painter.setFont(m_font);
    painter.setPen(m_theme.mutedText);
    const QFontMetricsF metrics(m_font);
    const QString head = m_untold == 0 ? Tr::tr("What happened")
                                       : Tr::tr("What happened last; %n earlier not listed", nullptr,
                                                static_cast<int>(m_untold));
    painter.drawText(QPointF(kMargin, top + metrics.ascent()), head);
    top += wrapped(u"X"_s, m_font);
    for (const ChartMarker &marker : m_markers) {
        drawMarkerGlyph(painter, marker.kind, QPointF(kMargin + kGlyphSize / 2, top + metrics.height() / 2),
                        m_theme);
        const QString text = markerText(marker);
        painter.setPen(m_theme.text);
        top += layText(text, m_font, m_width - kGlyphSize - kGap, &painter,
                       QPointF(kMargin + kGlyphSize + kGap, top));
    }
}

void Layout::paint(QPainter &painter) const
{
    painter.fillRect(QRect(QPoint(0, 0), m_size), m_theme.window);
    paintHeader(painter);
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_picture.charts[i]->paintPicture(painter, m_charts[i]);
    m_statistics.paint(painter, QPointF(kMargin, m_chartsBottom + kSection), m_theme);
    paintMarkers(painter);
}

} // namespace

QImage chartImage(const ChartPicture &picture)
{
    if (picture.charts.empty())
        return {};
    const Layout layout(picture);
    QImage image(layout.size() * kEnlargement, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(kEnlargement, kEnlargement);
    layout.paint(painter);
    return image;
}

QByteArray chartSvg(const ChartPicture &picture)
{
    if (picture.charts.empty())
        return {};
    const Layout layout(picture);
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(layout.size());
    generator.setViewBox(QRect(QPoint(0, 0), layout.size()));
    // Fonts are measured for the screen; the generator's own resolution would make them smaller.
    generator.setResolution(picture.charts.front()->logicalDpiY());
    generator.setTitle(picture.title);
    generator.setDescription(picture.notes.join(u'\n'));
    QPainter painter(&generator);
    layout.paint(painter);
    painter.end();
    return svg;
}

} // namespace stratadeck
