// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/matrix/matrixdelegate.h"

#include "models/assess/decisionreport.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/matrix/matrixmodel.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 14;
constexpr int kBar = 3;
constexpr int kCorner = 8;

// How the option stands between the levels, as a thin line along the bottom.
void paintBar(QPainter *painter, const QRect &rect, const QVariant &bar, const Theme &theme)
{
    if (!bar.isValid())
        return;
    const QRect room(rect.left() + 1, rect.bottom() - kBar, rect.width() - 2, kBar);
    painter->fillRect(room, theme.gridLine);
    const double share = std::clamp(bar.toDouble(), 0.0, 1.0);
    painter->fillRect(QRectF(room.left(), room.top(), room.width() * share, room.height()), theme.accent);
}

void paintCorner(QPainter *painter, const QRect &rect, const QColor &colour)
{
    const QPoint corner = rect.topRight();
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(QPolygon({corner, corner - QPoint(kCorner, 0), corner + QPoint(0, kCorner)}));
}

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const Theme &theme = themeFor(option.palette);
    const QString figure = index.data(MatrixModel::FigureRole).toString();
    const QString warning = index.data(MatrixModel::WarningRole).toString();
    const bool isFailed =
        index.data(MatrixModel::GateRole).toInt() == static_cast<int>(GateResult::State::Failed);
    paintCellFrame(painter, option);
    const QRect room = option.rect.adjusted(kCellMargin, 2, -kCellMargin, -2 - kBar);
    const QRect upper(room.left(), room.top(), room.width(), room.height() / 2);
    const QRect lower(room.left(), upper.bottom() + 1, room.width(), room.height() - upper.height());
    if (figure.isEmpty()) {
        painter->fillRect(option.rect.adjusted(1, 1, -1, -1), QBrush(theme.gapHatch, Qt::BDiagPattern));
        painter->setPen(theme.mutedText);
        painter->drawText(room, Qt::AlignCenter, MatrixModel::tr("missing"));
        painter->restore();
        return;
    }
    if (index.data(MatrixModel::RangeRole).toBool())
        painter->fillRect(QRect(option.rect.left() + 1, upper.top(), 3, upper.height()),
                          QBrush(theme.mutedText, Qt::Dense4Pattern));
    painter->setPen(isFailed ? theme.problem : cellTextColour(option));
    const QString text = isFailed ? u"✕ "_s + figure : figure;
    painter->drawText(upper, Qt::AlignVCenter | Qt::AlignRight,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, upper.width()));
    const auto source = static_cast<Source>(index.data(MatrixModel::SourceRole).toInt());
    painter->drawPixmap(
        lower.left(), lower.center().y() - kIcon / 2 + 1,
        iconPixmap(sourceIcon(source), theme.mutedText, kIcon, painter->device()->devicePixelRatioF()));
    QRect note = lower.adjusted(kIcon + 4, 0, 0, 0);
    if (!warning.isEmpty()) {
        const int wide = std::min(option.fontMetrics.horizontalAdvance(warning), note.width() / 2);
        painter->setPen(theme.warning);
        painter->drawText(note, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(warning, Qt::ElideRight, wide + 1));
        note.setRight(note.right() - wide - 6);
        paintCorner(painter, option.rect, theme.problem);
    }
    painter->setPen(theme.mutedText);
    painter->drawText(note, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data(MatrixModel::NoteRole).toString(),
                                                    Qt::ElideRight, note.width()));
    paintBar(painter, option.rect, index.data(MatrixModel::BarRole), theme);
    painter->restore();
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int digit = option.fontMetrics.horizontalAdvance(u'0');
    return {22 * digit, 2 * option.fontMetrics.height() + 8 + kBar};
}

QWidget *MatrixDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"figureEdit"_s);
    edit->setAlignment(Qt::AlignRight);
    edit->setMaxLength(40);
    edit->setAccessibleName(MatrixModel::tr("Figure"));
    edit->setToolTip(index.data(Qt::ToolTipRole).toString());
    return edit;
}

void MatrixDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

} // namespace stratadeck
