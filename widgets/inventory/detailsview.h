// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/detailsmodel.h"

#include <QTreeView>

namespace stratadeck {

/// The details as a table for the keyboard: rows are chosen and copied (Ctrl+C, the context menu).
class DetailsView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsView)
public:
    explicit DetailsView(DetailsModel &model, QWidget *parent = nullptr);

    /// A line a row.
    QString allText() const;
    void copyAll() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCopy(const QString &name, const QString &text, const QKeySequence &key,
                 void (DetailsView::*copy)() const);
    void copyRows() const;
    void copyValues() const;
    void fitColumns();
    void spanHeadings(int first, int last);

    DetailsModel &m_model;
};

} // namespace stratadeck
