// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/windowmodel.h"

#include "models/base/plaintext.h"
#include "widgets/alert/alerttext.h"
#include "widgets/alert/suppressdialog.h"
#include "widgets/alert/weeklyedit.h"

#include <algorithm>

namespace stratadeck {

WindowModel::WindowModel(AlertDesk &desk, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    connect(&desk, &AlertDesk::boardChanged, this, &WindowModel::takeOver);
    takeOver();
}

void WindowModel::takeOver()
{
    std::vector<Window> windows = m_desk.board().windows;
    std::ranges::sort(windows, std::ranges::greater(), &Window::from);
    if (windows == m_windows)
        return;
    beginResetModel();
    m_windows = std::move(windows);
    endResetModel();
}

int WindowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_windows.size());
}

int WindowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool WindowModel::isOver(int row) const
{
    return window(row).to && *window(row).to < m_clock.now();
}

QVariant WindowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Window &shown = window(index.row());
    const QLocale locale;
    switch (index.column()) {
    case Kind:
        return suppressorName(shown.kind);
    case State:
        if (isOver(index.row()))
            return tr("over");
        if (shown.from > m_clock.now() || (shown.weekly && !shown.weekly->covers(m_clock.now())))
            return tr("planned");
        return tr("in force");
    case Scope:
        return scopeText(shown.pattern);
    case From:
        return shown.weekly ? weeklyText(*shown.weekly) : timeText(shown.from, locale);
    case To:
        return shown.to ? timeText(*shown.to, locale) : tr("without end");
    case By:
        return plainText(shown.by, 60);
    case Why:
        return plainText(shown.why);
    default:
        return {};
    }
}

QVariant WindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Scope:
        return tr("What");
    case From:
        return tr("From");
    case To:
        return tr("Until");
    case By:
        return tr("By");
    case Why:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace stratadeck
