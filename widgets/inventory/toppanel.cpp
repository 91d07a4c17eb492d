// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/toppanel.h"

#include "models/base/csv.h"
#include "models/base/errortext.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/toprows.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::size_t, 3> kCounts{5, 10, 20};
constexpr std::chrono::seconds kPace{3}; // rows that move faster cannot be clicked
constexpr int kShortest = 8;             // letters; the list may be narrow beside the charts

std::vector<MetricId> metricsOf(Figure figure)
{
    switch (figure) {
    case Figure::Memory:
        return {MetricId::MemUsed};
    case Figure::DiskTotal:
        return {MetricId::DiskReadRate, MetricId::DiskWriteRate};
    case Figure::NetTotal:
        return {MetricId::NetRxRate, MetricId::NetTxRate};
    default:
        return {MetricId::CpuHostPercent};
    }
}

} // namespace

TopPanel::TopPanel(const InventoryModel &inventory, QWidget *parent)
    : QWidget(parent)
    , m_inventory(inventory)
    , m_figures(new QComboBox(this))
    , m_when(new QComboBox(this))
    , m_rows(new TopRows(inventory, this))
    , m_note(new QLabel(this))
    , m_byTag(new QAction(tr("&Fold by tag"), this))
    , m_counts(new QActionGroup(this))
{
    setUpChoices();
    connect(m_rows, &TopRows::entityChosen, this, &TopPanel::entityChosen);
    connect(m_rows, &TopRows::tagChosen, this, &TopPanel::tagChosen);
    auto *more = new QToolButton(this);
    more->setObjectName(u"topMenu"_s);
    more->setIcon(themedIcon(u"more"_s));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("How the largest users are listed"));
    more->setToolTip(more->accessibleName());
    more->setMenu(makeMenu());
    m_note->setObjectName(u"topNote"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_figures, 1);
    line->addWidget(m_when);
    line->addWidget(more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_rows);
    layout->addWidget(m_note);
    m_look.setInterval(kPace);
    connect(&m_look, &QTimer::timeout, this, &TopPanel::refresh);
}

TopPanel::~TopPanel() = default;

void TopPanel::setUpChoices()
{
    m_figures->setObjectName(u"topFigure"_s);
    m_figures->setAccessibleName(tr("Who uses most of what"));
    m_figures->setToolTip(
        tr("Of all VMs and containers, whatever the filter hides. A click on one selects it."));
    m_figures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_figures->setMinimumContentsLength(kShortest);
    const auto add = [this](const QString &text, Figure figure) {
        m_figures->addItem(text, static_cast<int>(figure));
    };
    add(tr("Most CPU of the host"), Figure::CpuHost);
    add(tr("Most memory"), Figure::Memory);
    add(tr("Most disk traffic"), Figure::DiskTotal);
    add(tr("Most network traffic"), Figure::NetTotal);
    connect(m_figures, &QComboBox::currentIndexChanged, this, &TopPanel::changed);
    m_when->setObjectName(u"topWhen"_s);
    m_when->setAccessibleName(tr("Now or over the range of the charts"));
    m_when->setToolTip(tr("What is used now, or the mean over the range that the charts show."));
    m_when->addItem(tr("Now"), false);
    m_when->hide(); // until there is a history
    connect(m_when, &QComboBox::currentIndexChanged, this, &TopPanel::changed);
}

QMenu *TopPanel::makeMenu()
{
    auto *menu = new QMenu(this);
    m_byTag->setObjectName(u"topByTag"_s);
    m_byTag->setCheckable(true);
    m_byTag->setToolTip(tr("Sums of what has the same tag; what has several tags counts under each."));
    connect(m_byTag, &QAction::toggled, this, &TopPanel::changed);
    menu->setToolTipsVisible(true);
    menu->addAction(m_byTag);
    menu->addSeparator();
    for (const std::size_t count : kCounts) {
        QAction *action = menu->addAction(tr("The largest %1").arg(count));
        action->setObjectName(u"topCount-%1"_s.arg(count));
        action->setCheckable(true);
        action->setChecked(count == kCounts.front());
        action->setData(QVariant::fromValue(count));
        m_counts->addAction(action);
    }
    connect(m_counts, &QActionGroup::triggered, this, &TopPanel::changed);
    menu->addSeparator();
    QAction *copy = menu->addAction(themedIcon(u"copy"_s), tr("&Copy"));
    copy->setObjectName(u"topCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    // Tab-separated with a head line, as spreadsheets take it.
    connect(copy, &QAction::triggered, this, [this] {
        QStringList lines;
        for (const QStringList &row : m_rows->table())
            lines.append(row.join(u'\t'));
        QApplication::clipboard()->setText(lines.join(u'\n'));
    });
    QAction *csv = menu->addAction(tr("Copy as C&SV"));
    csv->setObjectName(u"topCopyCsv"_s);
    connect(csv, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(csvTable(m_rows->table()))); });
    m_rows->addActions({copy, csv});
    return menu;
}

void TopPanel::setHistory(HistoryService &history)
{
    m_feed = std::make_unique<TopFeed>(history);
    m_when->addItem(tr("Over the range"), true);
    m_when->show();
    connect(m_feed.get(), &TopFeed::asking, this, &TopPanel::refresh);
    connect(m_feed.get(), &TopFeed::answered, this, [this](const std::vector<EntityUsage> &usage) {
        m_usage = usage;
        m_known = true;
        m_problem.clear();
        refresh();
    });
    connect(m_feed.get(), &TopFeed::failed, this, [this](const Error &error) {
        m_problem = errorText(error);
        refresh();
    });
}

void TopPanel::setRange(TimeRange range)
{
    m_range = range;
    ask();
}

TopPanel::Choice TopPanel::choice() const
{
    Choice choice;
    choice.figure = static_cast<Figure>(m_figures->currentData().toInt());
    choice.overRange = m_when->currentData().toBool();
    choice.list.byTag = m_byTag->isChecked();
    if (const QAction *count = m_counts->checkedAction())
        choice.list.count = count->data().value<std::size_t>();
    return choice;
}

void TopPanel::setChoice(const Choice &choice)
{
    const QSignalBlocker figures(m_figures);
    const QSignalBlocker when(m_when);
    const QSignalBlocker byTag(m_byTag);
    if (const int index = m_figures->findData(static_cast<int>(choice.figure)); index >= 0)
        m_figures->setCurrentIndex(index);
    if (const int index = m_when->findData(choice.overRange); index >= 0)
        m_when->setCurrentIndex(index);
    m_byTag->setChecked(choice.list.byTag);
    for (QAction *action : m_counts->actions()) {
        if (action->data().value<std::size_t>() == choice.list.count)
            action->setChecked(true);
    }
    changed();
}

void TopPanel::changed()
{
    m_usage.clear();
    m_known = false;
    m_problem.clear();
    if (m_feed)
        m_feed->cancel();
    ask();
    refresh();
    Q_EMIT choiceChanged();
}

// The history is only asked for what somebody looks at.
void TopPanel::ask()
{
    if (!m_feed || !isVisible() || !choice().overRange || m_range.to <= m_range.from)
        return;
    std::vector<EntityId> entities;
    for (int row = 0; row < m_inventory.rowCount(); ++row) {
        if (m_inventory.info(row).kind != EntityKind::Host)
            entities.push_back(m_inventory.id(row));
    }
    m_feed->ask({std::move(entities), metricsOf(choice().figure), m_range});
}

void TopPanel::refresh()
{
    const Choice wanted = choice();
    TopRows::Content content;
    content.list = wanted.overRange ? topOver(m_inventory, m_usage, wanted.list)
                                    : topNow(m_inventory, wanted.figure, wanted.list);
    content.figure = wanted.figure;
    content.title = figureTitle(wanted.figure);
    content.overRange = wanted.overRange;
    const bool reading = wanted.overRange && !m_known && m_problem.isEmpty();
    content.nobody = reading ? tr("Reading the history…") : tr("Nobody is known to use any.");
    m_rows->setContent(content);
    showNote(content.list);
}

void TopPanel::showNote(const TopList &list)
{
    QStringList notes;
    if (!m_problem.isEmpty() && choice().overRange)
        notes.append(m_problem);
    if (choice().list.byTag && list.underSeveralTags > 0)
        notes.append(
            tr("%n item(s) with several tags count under each of them.", nullptr, list.underSeveralTags));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void TopPanel::focusRows()
{
    if (!m_rows->currentItem())
        m_rows->setCurrentItem(m_rows->topLevelItem(0));
    m_rows->setFocus(Qt::ShortcutFocusReason);
}

void TopPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
    refresh();
    m_look.start();
}

void TopPanel::hideEvent(QHideEvent *event)
{
    m_look.stop();
    if (m_feed)
        m_feed->cancel();
    QWidget::hideEvent(event);
}

} // namespace stratadeck
