// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/filesaver.h"

#include <QObject>
#include <QStringList>
#include <functional>
#include <vector>

class QAbstractItemView;

namespace stratadeck {

/// Copies tables to the clipboard and saves them as CSV, for all tables of a page. Window thread.
class TableTools final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableTools)
public:
    using Table = std::vector<QStringList>; ///< the head first

    explicit TableTools(QWidget &window, QObject *parent = nullptr);

    static void copy(const Table &table);
    void exportCsv(const QString &name, Table table);
    void exportFile(const FileSaver::Kind &kind, const QString &name, FileSaver::Content content);
    /// Copy (with its shortcut) and export as actions of the view; `table` is asked when one is used.
    void addTo(QAbstractItemView &view, const QString &name, const std::function<Table()> &table);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const stratadeck::Error &error);

private:
    FileSaver *m_saver;
};

} // namespace stratadeck
