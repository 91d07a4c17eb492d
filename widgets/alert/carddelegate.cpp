// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/carddelegate.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "widgets/alert/boardmodel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QAbstractProxyModel>
#include <QPainter>
#include <QTextLayout>

namespace stratadeck {

namespace {

constexpr int kGap = 4;     // around a card
constexpr int kPadding = 8; // inside
constexpr int kBar = 4;     // of the severity's colour
constexpr int kIcon = 16;
constexpr double kCorner = 4;
constexpr int kFlags = Qt::TextSingleLine | Qt::TextDontClip; // other scripts' fonts are higher
constexpr int kSummaryLines = 2;                              // in a narrow column; all cards are of one height

/// Walks from line to line of a card.
class Lines
{
public:
    Lines(QPainter &painter, const QStyleOptionViewItem &option, const QRect &inner)
        : m_painter(painter)
        , m_option(option)
        , m_inner(inner)
    {
    }

    /// One line: a text, and something short at its other end.
    void put(const QString &text, const QColor &colour, bool bold = false, const QString &end = {},
             const QColor &endColour = {}, const QString &endIcon = {})
    {
        QFont font = m_option.font;
        font.setBold(bold);
        const QFontMetrics metrics(font);
        const QFontMetrics endMetrics(m_option.font);
        const QRect line(m_inner.left(), m_y, m_inner.width(), metrics.height());
        const int iconWidth = endIcon.isEmpty() ? 0 : kIcon + kGap;
        int wordWidth = end.isEmpty() ? 0 : endMetrics.horizontalAdvance(end) + kPadding;
        // Where it is narrow the icon must do: the text says more.
        if (iconWidth > 0 && metrics.horizontalAdvance(text) + wordWidth + iconWidth > line.width())
            wordWidth = kPadding;
        const int endWidth = wordWidth + iconWidth;
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QRect words = mirrored(QRect(line.left(), line.top(), line.width() - endWidth, line.height()));
        m_painter.drawText(words, side(true) | kFlags, metrics.elidedText(text, Qt::ElideRight, words.width()));
        if (!end.isEmpty())
            putEnd(line, wordWidth > kPadding ? end : QString(), endColour, endIcon, endWidth);
        m_y += metrics.height() + kGap / 2;
    }
    /// At most `count` lines.
    void putParagraph(const QString &text, const QColor &colour, int count)
    {
        if (text.isEmpty())
            return;
        const QFontMetrics metrics(m_option.font);
        QTextLayout layout(text, m_option.font, m_painter.device());
        layout.beginLayout();
        m_painter.setFont(m_option.font);
        m_painter.setPen(colour);
        for (int i = 0; i < count; ++i, m_y += metrics.height() + kGap / 2) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(m_inner.width());
            const bool isLast = i + 1 == count;
            const QString words =
                isLast ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, m_inner.width())
                       : text.mid(line.textStart(), line.textLength());
            m_painter.drawText(QRect(m_inner.left(), m_y, m_inner.width(), metrics.height()),
                               side(true) | kFlags, words);
        }
        layout.endLayout();
    }
    void startAt(int y) { m_y = y; }

private:
    void putEnd(const QRect &line, const QString &end, const QColor &colour, const QString &icon, int width)
    {
        m_painter.setFont(m_option.font);
        m_painter.setPen(colour);
        const QRect place(line.right() + 1 - width + kPadding, line.top(), width - kPadding, line.height());
        const int iconWidth = icon.isEmpty() ? 0 : kIcon + kGap;
        if (iconWidth > 0) {
            const QRect picture = mirrored(QRect(place.left(), place.center().y() - kIcon / 2, kIcon, kIcon));
            m_painter.drawPixmap(picture.topLeft(),
                                 iconPixmap(icon, colour, kIcon, m_painter.device()->devicePixelRatioF()));
        }
        m_painter.drawText(mirrored(place.adjusted(iconWidth, 0, 0, 0)), side(false) | kFlags, end);
    }
    QRect mirrored(const QRect &rect) const
    {
        if (m_option.direction == Qt::LeftToRight)
            return rect;
        QRect result = rect;
        result.moveLeft(m_inner.left() + m_inner.right() - rect.right());
        return result;
    }
    int side(bool leading) const
    {
        return leading == (m_option.direction == Qt::LeftToRight) ? Qt::AlignLeft : Qt::AlignRight;
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_inner;
    int m_y = 0;
};

int cardHeight(const QFontMetrics &metrics)
{
    constexpr int kLines = 3 + kSummaryLines;
    return kLines * (metrics.height() + kGap / 2) + 2 * (kPadding + kGap);
}

/// What stands at the right of the last line: who has it, or how many follow from it.
QString ownerText(const BoardCard &card, int children)
{
    if (children > 0)
        return CardDelegate::tr("+%n that follow(s)", nullptr, children);
    constexpr qsizetype kLongest = 24;
    return card.incident && card.alert.handling == Handling::Acked ? plainText(card.incident->ackedBy, kLongest)
                                                                   : QString();
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card,
                 const AlertView &view)
{
    const Theme &theme = themeFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.state & QStyle::State_HasFocus;
    const QColor ground = selected  ? theme.selection
                          : hovered ? blended(theme.text, theme.base, 0.04)
                                    : theme.base;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? theme.accent : theme.border, focused ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    // Pending and recovering are hollow: there is no incident, or it is about to end.
    const bool hollow = view.condition == Condition::Pending || view.condition == Condition::Recovering
                        || view.handling == Handling::Resolved;
    const QColor colour = theme.tone(severityTone(view.severity));
    const int left = option.direction == Qt::LeftToRight ? card.left() + 1 : card.right() - kBar;
    const QRectF bar(left, card.top() + 3, kBar, card.height() - 6);
    painter.setPen(hollow ? QPen(colour, 1) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

CardDelegate::CardDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model());
    const auto *board = proxy ? qobject_cast<const BoardModel *>(proxy->sourceModel()) : nullptr;
    if (!board)
        return;
    const int row = proxy->mapToSource(index).row();
    const BoardCard &card = board->card(row);
    const AlertView &view = board->view(row);
    const Theme &theme = themeFor(option.palette);
    const QLocale locale;
    const QRect frame = option.rect.adjusted(kGap, kGap / 2, -kGap, -kGap / 2);
    painter->save();
    paintGround(*painter, option, frame, view);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const QRect inner = frame.adjusted(leftToRight ? kPadding + kBar : kPadding, kPadding,
                                       leftToRight ? -kPadding : -kPadding - kBar, -kPadding);
    Lines lines(*painter, option, inner);
    lines.startAt(inner.top());
    const Wording badge = badgeWording(view);
    const bool quiet = badge.tone == Tone::Muted || view.handling == Handling::Resolved;
    lines.put(alertTitle(card.alert.labels), quiet ? theme.mutedText : theme.text, true, badge.text,
              theme.tone(badge.tone), badge.icon);
    lines.putParagraph(card.texts.summary, quiet ? theme.mutedText : theme.text, kSummaryLines);
    const QString since = card.incident ? timeText(card.incident->firedAt, locale) : QString();
    lines.put(alertPlace(card.alert.labels), theme.mutedText, false, since, theme.mutedText);
    lines.put(clockText(view, locale), theme.tone(clockTone(view)), false,
              ownerText(card, index.data(BoardModel::ChildrenRole).toInt()), theme.mutedText);
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20, cardHeight(option.fontMetrics)};
}

} // namespace stratadeck
