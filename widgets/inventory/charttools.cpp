// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/charttools.h"

#include "widgets/kit/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

ChartTools::ChartTools(QWidget *parent)
    : QWidget(parent)
    , m_compare(makeAction(u"compareEarlier"_s, u"compare"_s, tr("&Compare with earlier"),
                           tr("Shows the same figures of an hour, a day or a week earlier."),
                           QKeySequence(Qt::CTRL | Qt::Key_Y)))
    , m_fit(makeAction(u"fitScale"_s, u"fit"_s, tr("Fit &scale to the data"),
                       tr("Off: fixed scales from 0 to 100 % or to the most there can be. On: each chart shows "
                          "just the values that occur."),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)))
    , m_statistics(makeAction(u"showStatistics"_s, u"table"_s, tr("&Table of statistics"),
                              tr("Count, smallest, mean, percentiles, largest and gaps of the visible range "
                                 "below each chart."),
                              QKeySequence(Qt::CTRL | Qt::Key_T)))
    , m_details(makeAction(u"showDetails"_s, u"details"_s, tr("&Details"),
                           tr("Identity, allocation, disks and network of the selected row."),
                           QKeySequence(Qt::CTRL | Qt::Key_I)))
    , m_export(makeAction(u"exportCharts"_s, u"export"_s, tr("&Export"),
                          tr("Saves what is visible as CSV, JSON, PNG or SVG."),
                          QKeySequence(Qt::CTRL | Qt::Key_E)))
    , m_earlier(new QActionGroup(this))
    , m_compareMenu(makeCompareMenu())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (QAction *toggle : {m_fit, m_statistics, m_details})
        toggle->setCheckable(true);
    QToolButton *compare = addButton(m_compare);
    for (QAction *action : {m_fit, m_statistics, m_details})
        addButton(action);
    QToolButton *exports = addButton(m_export);
    connect(m_fit, &QAction::toggled, this, &ChartTools::fitsDataToggled);
    connect(m_statistics, &QAction::toggled, this, &ChartTools::statisticsToggled);
    connect(m_details, &QAction::toggled, this, &ChartTools::detailsToggled);
    connect(m_compare, &QAction::triggered, this,
            [this, compare] { m_compareMenu->popup(compare->mapToGlobal(QPoint(0, compare->height()))); });
    connect(m_export, &QAction::triggered, this, &ChartTools::showExportMenu);
    exports->setObjectName(u"exportButton"_s);
}

QAction *ChartTools::makeAction(const QString &name, const QString &icon, const QString &text,
                                const QString &toolTip, const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    //: %1 is what a button does, %2 its key
    action->setToolTip(tr("%1 (%2)").arg(toolTip, key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

QToolButton *ChartTools::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    layout()->addWidget(button);
    return button;
}

QMenu *ChartTools::makeCompareMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"compareMenu"_s);
    const auto add = [&](const QString &text, Milliseconds earlier) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<qint64>(earlier.count()));
        action->setChecked(earlier == Milliseconds(0));
        m_earlier->addAction(action);
    };
    add(tr("&Nothing"), Milliseconds(0));
    add(tr("One &hour earlier"), std::chrono::hours(1));
    add(tr("One &day earlier"), std::chrono::days(1));
    add(tr("One &week earlier"), std::chrono::days(7));
    connect(m_earlier, &QActionGroup::triggered, this, [this] { Q_EMIT earlierChosen(earlier()); });
    return menu;
}

Milliseconds ChartTools::earlier() const
{
    const QAction *chosen = m_earlier->checkedAction();
    return chosen && m_compare->isEnabled() ? Milliseconds(chosen->data().toLongLong()) : Milliseconds(0);
}

bool ChartTools::fitsData() const
{
    return m_fit->isChecked();
}

bool ChartTools::showsStatistics() const
{
    return m_statistics->isChecked();
}

bool ChartTools::showsDetails() const
{
    return m_details->isChecked();
}

void ChartTools::setFitsData(bool fits)
{
    m_fit->setChecked(fits);
}

void ChartTools::setShowsStatistics(bool shows)
{
    m_statistics->setChecked(shows);
}

void ChartTools::setShowsDetails(bool shows)
{
    m_details->setChecked(shows);
}

void ChartTools::setEntityCount(std::size_t count)
{
    m_compare->setEnabled(count == 1);
    m_export->setEnabled(count > 0);
}

void ChartTools::setCurrentChart(const QString &title)
{
    m_current = title;
}

void ChartTools::addExports(QMenu *menu, bool onlyCurrent)
{
    using Format = ChartExporter::Format;
    const auto add = [&](const QString &text, Format format) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this,
                [this, format, onlyCurrent] { Q_EMIT exportWanted(format, onlyCurrent); });
        return action;
    };
    add(tr("&CSV table…"), Format::Csv);
    add(tr("&JSON…"), Format::Json);
    add(tr("&PNG picture…"), Format::Png);
    add(tr("&SVG drawing…"), Format::Svg);
    QAction *statistics = add(tr("S&tatistics as CSV…"), Format::StatisticsCsv);
    statistics->setEnabled(showsStatistics());
    if (!showsStatistics())
        statistics->setToolTip(tr("Show the table of statistics first (%1).")
                                   .arg(m_statistics->shortcut().toString(QKeySequence::NativeText)));
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    connect(menu->addAction(tr("Cop&y picture")), &QAction::triggered, this,
            [this, onlyCurrent] { Q_EMIT pictureWanted(onlyCurrent); });
}

void ChartTools::showExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"exportMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addExports(menu, false);
    if (!m_current.isEmpty()) {
        menu->addSeparator();
        //: %1 is the title of a chart
        addExports(menu->addMenu(tr("&Only %1").arg(m_current)), true);
    }
    const auto *button = findChild<QToolButton *>(u"exportButton"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

QMenu *ChartTools::makeExportMenu(const QString &title, QWidget *parent)
{
    setCurrentChart(title);
    auto *menu = new QMenu(parent);
    addExports(menu, true);
    return menu;
}

} // namespace stratadeck
