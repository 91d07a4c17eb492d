// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/celltext.h"

#include <QStyledItemDelegate>

namespace stratadeck {

/// A cell of one line of words, painted without the style engine.
class TextDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextDelegate)
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The words alone, inside `room`, whose sides have no margin.
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QString &words,
                    const QRect &room) const;

private:
    mutable CellText m_words; ///< what is painted does not depend on it
};

} // namespace stratadeck
