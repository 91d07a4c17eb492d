// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/icons.h"

#include "widgets/kit/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <optional>

// Must stand outside any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(stratadeck);
}

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    static const bool loaded = (loadResources(), true);
    Q_UNUSED(loaded)
    return u":/stratadeck/icons/%1.svg"_s.arg(name);
}

QByteArray sourceOf(const QString &name)
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap render(const QString &name, const QColor &colour, const QSize &pixels)
{
    // Made for every icon that is painted: arg() would take longer than the painting.
    const QString key = "stratadeck/"_L1 + name + u'/' + QString::number(colour.rgba(), 16) + u'/'
                        + QString::number(pixels.width()) + u'x' + QString::number(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = sourceOf(name);
    if (svg.isEmpty() || pixels.isEmpty())
        return {};
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const int side = std::min(pixels.width(), pixels.height());
    const QRectF square((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side);
    renderer.render(&painter, square);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(const QString &name, std::optional<Tone> tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSizeF pixels = QSizeF(rect.size()) * painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(pixels.toSize(), mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, colour(mode), size);
    }
    QIconEngine *clone() const override { return new TintedIcon(m_name, m_tone); }
    QString key() const override { return u"stratadeck"_s; }
    bool isNull() override { return !QFile::exists(pathOf(m_name)); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const Theme &theme = themeFor(QGuiApplication::palette());
        return mode == QIcon::Disabled ? theme.disabledText : theme.tone(m_tone.value_or(Tone::Normal));
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QFile::exists(pathOf(name)) ? QIcon(new TintedIcon(name, {})) : QIcon();
}

QIcon themedIcon(const QString &name, Tone tone)
{
    return QFile::exists(pathOf(name)) ? QIcon(new TintedIcon(name, tone)) : QIcon();
}

QIcon applicationIcon()
{
    return themedIcon(u"stratadeck"_s);
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = render(name, colour, {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace stratadeck
