// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/table/tabletools.h"

#include "models/base/csv.h"
#include "widgets/kit/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>

namespace stratadeck {

using namespace Qt::StringLiterals;

TableTools::TableTools(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_saver(new FileSaver(window, this))
{
    connect(m_saver, &FileSaver::saved, this, &TableTools::saved);
    connect(m_saver, &FileSaver::failed, this, &TableTools::failed);
}

void TableTools::copy(const Table &table)
{
    QStringList lines;
    for (QStringList cells : table) {
        for (QString &cell : cells)
            cell = cell.simplified();
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableTools::exportCsv(const QString &name, Table table)
{
    exportFile({u"csv"_s, tr("CSV tables (*.csv)")}, name,
               [table = std::move(table)] { return csvTable(table); });
}

void TableTools::exportFile(const FileSaver::Kind &kind, const QString &name, FileSaver::Content content)
{
    m_saver->save(kind, name, std::move(content));
}

void TableTools::addTo(QAbstractItemView &view, const QString &name, const std::function<Table()> &table)
{
    auto *copyAction = new QAction(themedIcon(u"copy"_s), tr("&Copy"), &view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    auto *exportAction = new QAction(themedIcon(u"export"_s), tr("&Export…"), &view);
    view.addActions({copyAction, exportAction});
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyAction, &QAction::triggered, this, [table] { copy(table()); });
    connect(exportAction, &QAction::triggered, this, [this, name, table] { exportCsv(name, table()); });
}

} // namespace stratadeck
