// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/rowdelegate.h"

#include "widgets/kit/cellpaint.h"

#include <algorithm>

namespace stratadeck {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), std::max(hint.height(), cellHeight(option.fontMetrics))};
}

} // namespace stratadeck
