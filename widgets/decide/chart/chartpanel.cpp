// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/chart/chartpanel.h"

#include "widgets/decide/chart/figurechart.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/kit/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
enum Page { Chart, Table, Empty };

} // namespace

ChartPanel::ChartPanel(FigureChart *chart, FigureTable *table, QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_toggle(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
    , m_advice(new QLabel(this))
{
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignCenter);
    m_advice->setMargin(4 * kMargin);
    m_toggle->setObjectName(u"asTable"_s);
    m_toggle->setIcon(themedIcon(u"table"_s));
    m_toggle->setText(tr("Table"));
    m_toggle->setToolTip(tr("Show the figures as a table."));
    m_toggle->setAccessibleName(tr("Show as a table"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(chart);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
    m_pages->addWidget(table);
    m_pages->addWidget(m_advice);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, 2, kMargin, 2);
    bar->addWidget(m_caption, 1);
    bar->addWidget(m_toggle, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    connect(m_toggle, &QToolButton::toggled, this, &ChartPanel::showPage);
}

void ChartPanel::setCaption(const QString &text)
{
    m_caption->setText(text);
}

void ChartPanel::setEmpty(const QString &advice)
{
    m_isEmpty = !advice.isEmpty();
    m_advice->setText(advice);
    showPage();
}

void ChartPanel::setShowsTable(bool shows)
{
    m_toggle->setChecked(shows);
}

void ChartPanel::showPage()
{
    m_toggle->setEnabled(!m_isEmpty);
    m_pages->setCurrentIndex(m_isEmpty ? Empty : (m_toggle->isChecked() ? Table : Chart));
}

} // namespace stratadeck
