// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/celltext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

namespace stratadeck {

const CellText::Line &CellText::line(const QPainter *painter, const Key &key, Qt::TextElideMode elide)
{
    if (m_lines.isEmpty() || painter->font() != m_font) {
        m_lines.clear();
        m_font = painter->font();
        m_ascent = QFontMetricsF(m_font).ascent();
    }
    if (const Line *known = m_lines.object(key))
        return *known;
    const QFontMetricsF metrics(m_font);
    const QString words = QString(key.text).replace(u'\n', u' ');
    const QString shown = elide == Qt::ElideNone ? words : metrics.elidedText(words, elide, key.room);
    auto *line = new Line{QStaticText(shown), metrics.horizontalAdvance(shown)};
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    line->text.setTextOption(option);
    line->text.setTextFormat(Qt::PlainText);
    line->text.prepare(painter->transform(), m_font);
    m_lines.insert(key, line);
    return *line;
}

void CellText::draw(QPainter *painter, const QString &text, QPointF leftOfBaseline, int room,
                    Qt::TextElideMode elide, Qt::LayoutDirection direction)
{
    if (text.isEmpty() || room <= 0)
        return;
    const Line &shown = line(painter, {text, room, direction}, elide);
    const double indent = direction == Qt::RightToLeft ? room - shown.width : 0;
    painter->drawStaticText(leftOfBaseline + QPointF(indent, -m_ascent), shown.text);
}

double CellText::drawBefore(QPainter *painter, const QString &text, QPointF rightOfBaseline)
{
    if (text.isEmpty())
        return 0;
    const Line &shown = line(painter, {text, 0, Qt::LeftToRight}, Qt::ElideNone);
    painter->drawStaticText(rightOfBaseline - QPointF(shown.width, m_ascent), shown.text);
    return shown.width;
}

} // namespace stratadeck
