// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailsview.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Shares of the width in percent: what, value, age, source.
constexpr std::array kShares{24, 42, 10, 24};
constexpr int kNarrowestAge = 72;

/// What a detail is about, its age and source step back behind its value.
class DetailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, cellHeight(option.fontMetrics)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isHeading = index.data(DetailsModel::HeadingRole).toBool();
        option->font.setBold(isHeading);
        if (!isHeading && index.column() != DetailsModel::Value)
            option->palette.setColor(QPalette::Text, themeFor(option->palette).mutedText);
    }
};

} // namespace

DetailsView::DetailsView(DetailsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"detailsTable"_s);
    setModel(&model);
    setItemDelegate(new DetailDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details of the selected row"));
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addCopy(u"copyDetailRows"_s, tr("&Copy"), QKeySequence::Copy, &DetailsView::copyRows);
    addCopy(u"copyDetailValues"_s, tr("Copy the &value"), {}, &DetailsView::copyValues);
    addCopy(u"copyAllDetails"_s, tr("Copy &all"), {}, &DetailsView::copyAll);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { spanHeadings(first, last); });
}

void DetailsView::addCopy(const QString &name, const QString &text, const QKeySequence &key,
                          void (DetailsView::*copy)() const)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, copy);
    QTreeView::addAction(action);
}

void DetailsView::spanHeadings(int first, int last)
{
    for (int row = first; row <= last; ++row)
        setFirstColumnSpanned(row, {}, m_model.index(row, 0).data(DetailsModel::HeadingRole).toBool());
}

QString DetailsView::allText() const
{
    QString text;
    for (int row = 0; row < m_model.rowCount(); ++row)
        text += m_model.plainText(row) + u'\n';
    return text;
}

void DetailsView::copyAll() const
{
    QApplication::clipboard()->setText(allText());
}

void DetailsView::copyRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows))
        lines.append(m_model.plainText(index.row()));
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void DetailsView::copyValues() const
{
    QModelIndexList rows = selectionModel()->selectedRows(DetailsModel::Value);
    std::sort(rows.begin(), rows.end());
    QStringList values;
    for (const QModelIndex &index : std::as_const(rows)) {
        if (!index.data(DetailsModel::HeadingRole).toBool())
            values.append(index.data().toString());
    }
    if (!values.isEmpty())
        QApplication::clipboard()->setText(values.join(u'\n'));
}

void DetailsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void DetailsView::fitColumns()
{
    const int width = viewport()->width();
    for (int column = 0; column < DetailsModel::Source; ++column) {
        const int share = width * kShares[static_cast<std::size_t>(column)] / 100;
        header()->resizeSection(column, column == DetailsModel::Age ? std::max(share, kNarrowestAge) : share);
    }
}

} // namespace stratadeck
