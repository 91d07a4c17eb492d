// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/table/figuremodel.h"

#include <QTreeView>

namespace stratadeck {

class TableTools;

/// A table of figures with copy and export.
class FigureTable final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureTable)
public:
    /// `name` is what screen readers call it and its file.
    FigureTable(const QString &name, TableTools &tools, QWidget *parent = nullptr);

    void setTable(const QStringList &head, std::vector<std::vector<FigureCell>> rows);
    int currentRow() const { return currentIndex().row(); }
    FigureModel &figures() { return *m_model; }

private:
    FigureModel *m_model;
};

} // namespace stratadeck
