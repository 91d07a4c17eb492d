// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace stratadeck {

class FigureChart;
class FigureTable;

/// A chart and its table, one at a time, with a sentence above on what is shown and what to do when it is
/// empty.
class ChartPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPanel)
public:
    /// Takes both over.
    ChartPanel(FigureChart *chart, FigureTable *table, QWidget *parent = nullptr);

    /// Plain text.
    void setCaption(const QString &text);
    /// Instead of chart and table; empty: they are shown.
    void setEmpty(const QString &advice);
    void setShowsTable(bool shows);

private:
    void showPage();

    QLabel *m_caption;
    QToolButton *m_toggle;
    QStackedWidget *m_pages;
    QLabel *m_advice;
    bool m_isEmpty = false;
};

} // namespace stratadeck
