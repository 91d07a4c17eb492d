// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QPointF>
#include <QStaticText>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace stratadeck {

/// The words of a list's cells, elided and shaped once and then only put down as glyphs: shaping is most
/// of what a page of short words costs. Keeps the latest few thousand; another font begins anew.
class CellText
{
public:
    /// One line of `text` in the painter's font and colour, elided to `room`, beginning (in the direction
    /// of the layout) at that side of the room whose left end is `left`; `baseline` as for drawText().
    void draw(QPainter *painter, const QString &text, QPointF leftOfBaseline, int room, Qt::TextElideMode elide,
              Qt::LayoutDirection direction);
    /// The whole of `text`, read from left to right, ending at `rightOfBaseline`; gives its width.
    double drawBefore(QPainter *painter, const QString &text, QPointF rightOfBaseline);

private:
    struct Key {
        QString text;
        int room;
        Qt::LayoutDirection direction;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.room, static_cast<int>(key.direction));
        }
    };
    struct Line {
        QStaticText text;
        double width = 0;
    };

    const Line &line(const QPainter *painter, const Key &key, Qt::TextElideMode elide);

    QCache<Key, Line> m_lines{4096};
    QFont m_font;
    double m_ascent = 0; ///< of m_font
};

} // namespace stratadeck
