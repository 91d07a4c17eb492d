// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/table/figuretable.h"

#include "widgets/decide/table/tabletools.h"
#include "widgets/kit/rowdelegate.h"

#include <QHeaderView>

namespace stratadeck {

FigureTable::FigureTable(const QString &name, TableTools &tools, QWidget *parent)
    : QTreeView(parent)
    , m_model(new FigureModel(this))
{
    setModel(m_model);
    setAccessibleName(name);
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    tools.addTo(*this, name, [this] { return m_model->exactTable(); });
}

void FigureTable::setTable(const QStringList &head, std::vector<std::vector<FigureCell>> rows)
{
    m_model->setTable(head, std::move(rows));
}

} // namespace stratadeck
