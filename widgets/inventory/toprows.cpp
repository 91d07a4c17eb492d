// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/toprows.h"

#include "models/base/format.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/rowdelegate.h"
#include "widgets/kit/words.h"

#include <QHeaderView>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Value, High, Measured, ColumnCount };

// What a row is, in its first cell.
enum Role { KindRole = Qt::UserRole, EntityRole, TagRole };

constexpr int kFewestRowsHigh = 5; // so that the list above does not jump
constexpr int kMostRowsHigh = 10;  // more are scrolled
constexpr double kAlmostAll = 0.995;

bool isPartly(const TopEntry &entry)
{
    return entry.measured < kAlmostAll;
}

// Rounded down: what is not whole must not look so, and what is little is not nothing.
QString shareText(double share)
{
    const int percent = static_cast<int>(std::floor(share * 100));
    const QLocale locale;
    return percent < 1 && share > 0 ? u"< %1 %"_s.arg(locale.toString(1))
                                    : u"%1 %"_s.arg(locale.toString(percent));
}

QString nameOf(const TopEntry &entry)
{
    switch (entry.kind) {
    case TopEntry::Kind::Entity:
        return entry.name;
    case TopEntry::Kind::Tag:
        //: %1 is a tag, %2 how many have it
        return TopRows::tr("%1 (%2)").arg(entry.name).arg(entry.members);
    case TopEntry::Kind::Untagged:
        //: %1 is how many have no tag
        return TopRows::tr("Without a tag (%1)").arg(entry.members);
    }
    return {};
}

QString toolTipOf(const TopEntry &entry)
{
    if (!isPartly(entry))
        return {};
    if (entry.kind == TopEntry::Kind::Entity) {
        //: %1 is a name, %2 a percentage
        return TopRows::tr("Of “%1” only %2 of the range was measured; the figures are those of that part.")
            .arg(entry.name, shareText(entry.measured));
    }
    //: %1 is a percentage
    return TopRows::tr("Only %1 of the time of these items was measured; what they used in the rest is missing "
                       "in the sum.")
        .arg(shareText(entry.measured));
}

} // namespace

TopRows::TopRows(const InventoryModel &inventory, QWidget *parent)
    : QTreeWidget(parent)
    , m_inventory(inventory)
{
    setObjectName(u"top"_s);
    setUpColumns();
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QTreeWidget::itemClicked, this, &TopRows::choose);
    connect(this, &QTreeWidget::itemActivated, this, &TopRows::choose);
    fitHeight();
}

void TopRows::setUpColumns()
{
    setHeaderLabels({tr("Name"), tr("Mean"), tr("95 % below"), tr("Measured")});
    QTreeWidgetItem *head = headerItem();
    head->setToolTip(High,
                     tr("The range is cut into %1 equal parts; in 95 % of them no more than this was used.")
                         .arg(UsageProfile::kParts));
    head->setToolTip(
        Measured, tr("The share of the range of which figures are known. Nothing is assumed about the rest."));
    for (int column = Value; column < ColumnCount; ++column)
        head->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
}

// Rows are written over, not made anew, so that the one with the focus keeps it; there are no empty ones,
// which a screen reader would read as nothing.
void TopRows::setContent(const Content &content)
{
    const std::vector<TopEntry> &entries = content.list.entries;
    setHeaderHidden(!content.overRange);
    setColumnHidden(High, !content.overRange);
    setColumnHidden(Measured, !content.overRange || std::ranges::none_of(entries, isPartly));
    headerItem()->setText(Value, content.overRange ? tr("Mean") : content.title);
    headerItem()->setToolTip(Value, content.overRange ? tr("Mean over the part of the range that was measured.")
                                                      : QString());
    setAccessibleName(content.overRange ? tr("Who used most over the range of the charts")
                                        : tr("Who uses most now"));
    m_isEmpty = entries.empty();
    setRowCount(std::max(1, static_cast<int>(entries.size())));
    for (int row = 0; row < static_cast<int>(entries.size()); ++row)
        fill(*topLevelItem(row), entries[static_cast<std::size_t>(row)], content);
    if (m_isEmpty) {
        QTreeWidgetItem *nobody = topLevelItem(0);
        fill(*nobody, {}, content);
        nobody->setText(Name, content.nobody);
        nobody->setIcon(Name, {});
        for (int column = Value; column < ColumnCount; ++column)
            nobody->setText(column, u"—"_s);
    }
    fitHeight();
}

void TopRows::setRowCount(int rows)
{
    while (topLevelItemCount() > rows)
        delete takeTopLevelItem(rows);
    while (topLevelItemCount() < rows) {
        auto *item = new QTreeWidgetItem(this);
        for (int column = Value; column < ColumnCount; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void TopRows::fill(QTreeWidgetItem &item, const TopEntry &entry, const Content &content) const
{
    const int row = entry.kind == TopEntry::Kind::Entity ? m_inventory.rowOf(entry.entity) : -1;
    QIcon icon;
    if (row >= 0)
        icon = themedIcon(wordingOf(m_inventory.info(row).kind).icon);
    else if (entry.kind == TopEntry::Kind::Tag)
        icon = themedIcon(u"bookmark"_s);
    item.setText(Name, nameOf(entry));
    item.setIcon(Name, icon);
    const Unit unit = unitOf(content.figure);
    item.setText(Value, formatValue(entry.value, unit, QLocale()));
    item.setText(High, formatValue(entry.high, unit, QLocale()));
    item.setText(Measured, shareText(entry.measured));
    item.setData(Name, KindRole, static_cast<int>(entry.kind));
    item.setData(Name, EntityRole, value(entry.entity));
    item.setData(Name, TagRole, entry.name);
    for (int column = Name; column < ColumnCount; ++column)
        item.setToolTip(column, content.overRange ? toolTipOf(entry) : QString());
}

void TopRows::fitHeight()
{
    const int head = isHeaderHidden() ? 0 : header()->sizeHint().height();
    const int rows = std::clamp(topLevelItemCount(), kFewestRowsHigh, kMostRowsHigh);
    setFixedHeight(head + rows * cellHeight(fontMetrics()) + 2 * frameWidth());
}

QList<QStringList> TopRows::table() const
{
    const auto cells = [this](const QTreeWidgetItem &item) {
        QStringList texts;
        for (int column = Name; column < ColumnCount; ++column) {
            if (!isColumnHidden(column))
                texts.append(item.text(column).simplified());
        }
        return texts;
    };
    QList<QStringList> rows{cells(*headerItem())};
    for (int row = 0; row < topLevelItemCount() && !m_isEmpty; ++row)
        rows.append(cells(*topLevelItem(row)));
    return rows;
}

void TopRows::choose(const QTreeWidgetItem *item)
{
    if (m_isEmpty)
        return;
    switch (static_cast<TopEntry::Kind>(item->data(Name, KindRole).toInt())) {
    case TopEntry::Kind::Entity:
        Q_EMIT entityChosen(static_cast<EntityId>(item->data(Name, EntityRole).toUInt()));
        return;
    case TopEntry::Kind::Tag:
        Q_EMIT tagChosen(item->data(Name, TagRole).toString());
        return;
    case TopEntry::Kind::Untagged:
        return;
    }
}

} // namespace stratadeck
