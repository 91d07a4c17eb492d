// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "widgets/inventory/chartexporter.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace stratadeck {

/// What can be done with the charts besides choosing their range: compare with an earlier time, fit the
/// scale, figures below the charts, details, export. All are actions with shortcuts.
class ChartTools final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartTools)
public:
    explicit ChartTools(QWidget *parent = nullptr);

    Milliseconds earlier() const; ///< zero: nothing is compared with
    bool fitsData() const;
    bool showsStatistics() const;
    bool showsDetails() const;
    void setFitsData(bool fits);         ///< emits like a click
    void setShowsStatistics(bool shows); ///< emits like a click
    void setShowsDetails(bool shows);    ///< emits like a click

    /// Comparing with an earlier time is for one entity.
    void setEntityCount(std::size_t count);
    /// The title of the chart that "only this chart" means; empty: none.
    void setCurrentChart(const QString &title);
    /// What is exported of one chart; for its context menu, which the caller shows and deletes.
    QMenu *makeExportMenu(const QString &title, QWidget *parent);

Q_SIGNALS:
    void earlierChosen(std::chrono::milliseconds earlier);
    void fitsDataToggled(bool fits);
    void statisticsToggled(bool shows);
    void detailsToggled(bool shows);
    void exportWanted(stratadeck::ChartExporter::Format format, bool onlyCurrent);
    void pictureWanted(bool onlyCurrent);

private:
    QAction *makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
                        const QKeySequence &key);
    QToolButton *addButton(QAction *action);
    QMenu *makeCompareMenu();
    void addExports(QMenu *menu, bool onlyCurrent);
    void showExportMenu();

    QAction *m_compare;
    QAction *m_fit;
    QAction *m_statistics;
    QAction *m_details;
    QAction *m_export;
    QActionGroup *m_earlier;
    QMenu *m_compareMenu;
    QString m_current;
};

} // namespace stratadeck
