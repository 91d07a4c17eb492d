// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/log/logdelegate.h"

#include "models/operate/log/logmodel.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/theme.h"

#include <QDateTime>
#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostSpans = 200;
constexpr int kPadding = 2; // above and below together
constexpr int kTab = 8;
constexpr int kMark = 2;

QString timeText(qint64 at)
{
    constexpr qint64 kMillisecond = 1'000'000;
    if (at <= 0)
        return u"—"_s;
    return QDateTime::fromMSecsSinceEpoch(at / kMillisecond).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

int timeWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u"0000-00-00 00:00:00.000  "_s);
}

// The mark of error output has a place of its own, so that all texts begin at one line.
int markWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u"E "_s);
}

QString withoutTabs(const QString &text)
{
    if (!text.contains(u'\t'))
        return text;
    QString wide;
    for (const QChar character : text) {
        if (character == u'\t')
            wide.append(QString(kTab - wide.size() % kTab, u' '));
        else
            wide.append(character);
    }
    return wide;
}

} // namespace

LogDelegate::LogDelegate(const LogModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellFrame(painter, option);
    const Theme &theme = themeFor(option.palette);
    const QFontMetrics &metrics = option.fontMetrics;
    painter->setFont(option.font);
    QRect place = option.rect.adjusted(kCellMargin, 0, 0, 0);
    if (m_showsTimes) {
        painter->setPen(theme.mutedText);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          timeText(index.data(LogModel::TimeRole).toLongLong()));
        place.setLeft(place.left() + timeWidth(metrics));
    }
    const bool isError = index.data(LogModel::OriginRole).toInt() == static_cast<int>(LogOrigin::Error);
    if (isError) {
        painter->setPen(theme.tone(Tone::Problem));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, u"E"_s);
    }
    place.setLeft(place.left() + markWidth(metrics));
    painter->setPen(isError ? theme.tone(Tone::Problem) : cellTextColour(option));
    paintText(painter, option, place, withoutTabs(index.data().toString()));
}

void LogDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                            const QString &text) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const Theme &theme = themeFor(option.palette);
    for (const LogPattern::Span &span : m_model.pattern().spans(text, kMostSpans)) {
        const int left = metrics.horizontalAdvance(text.left(span.start));
        const int width = metrics.horizontalAdvance(text.mid(span.start, span.length));
        const QRect found(place.left() + left, place.top(), width, place.height());
        painter->fillRect(found, theme.tint(Tone::Warning)); // any text is readable on it
        painter->fillRect(found.adjusted(0, found.height() - kMark, 0, 0), theme.warning);
    }
    const QPoint baseline(place.left(),
                          place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent());
    painter->drawText(baseline, text); // without the layout of a paragraph
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    constexpr int kForMarks = 24; // " [cut: ...]" and tabs
    const int characters = m_model.longest() + kForMarks;
    const int used = kCellMargin + markWidth(metrics) + (m_showsTimes ? timeWidth(metrics) : 0);
    return {used + characters * metrics.horizontalAdvance(u'0'), metrics.height() + kPadding};
}

} // namespace stratadeck
