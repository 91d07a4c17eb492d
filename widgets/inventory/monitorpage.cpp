// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/monitorpage.h"

#include "models/base/errortext.h"
#include "models/history/historyreader.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/chart/chartstack.h"
#include "widgets/inventory/chartfeed.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/rangebar.h"
#include "widgets/inventory/selectionheader.h"
#include "widgets/kit/noticebar.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;
constexpr int kListWidth = 400; // at first; the charts get half as much again

// Two points a pixel are enough for min and max; charts are seldom wider than this.
constexpr int kMostPoints = 1600;

// The charts are asked for anew when the picture can have moved by a pixel, at most once a second.
constexpr Milliseconds kFastestRefresh{1000};
constexpr int kPixels = 800;

// The least that "all" shows when the history has only begun.
constexpr std::chrono::minutes kLeastRange{1};

// Lines beyond this are not told apart any more.
constexpr std::size_t kMostLines = 16;

std::optional<double> largest(MetricId metric, const std::vector<HistoryService::NamedSeries> &series)
{
    std::optional<double> found;
    for (const HistoryService::NamedSeries &named : series) {
        if (named.record.metric != metric)
            continue;
        for (const Bucket &bucket : named.series->buckets) {
            if (!bucket.isGap())
                found = std::max(found.value_or(bucket.max), bucket.max);
        }
    }
    return found;
}

} // namespace

MonitorPage::MonitorPage(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent)
    , m_inventory(inventory)
    , m_history(history)
    , m_clock(clock)
    , m_list(new InventoryView(inventory, this))
    , m_header(new SelectionHeader(this))
    , m_range(new RangeBar(this))
    , m_notice(new NoticeBar(this))
    , m_charts(new ChartStack(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_feed(new ChartFeed(history, this))
{
    setObjectName(u"monitor"_s);
    setFocusProxy(m_list);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(buildCharts());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({kListWidth, kListWidth * 3 / 2});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_splitter);

    connect(m_list, &InventoryView::selectionChanged, this, &MonitorPage::showSelection);
    connect(m_list, &InventoryView::spacePressed, this, &MonitorPage::toggleLive);
    connect(m_list, &InventoryView::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    connect(m_range, &RangeBar::presetChosen, this, &MonitorPage::choosePreset);
    connect(m_range, &RangeBar::liveToggled, this, &MonitorPage::setLive);
    connect(m_charts, &ChartStack::rangeSelected, this, &MonitorPage::zoomTo);
    connect(m_charts, &ChartStack::zoomReset, this, [this] { choosePreset(m_range->preset()); });
    connect(m_feed, &ChartFeed::answered, this, &MonitorPage::showCharts);
    connect(m_feed, &ChartFeed::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &MonitorPage::requestCharts);
    showSelection();
}

QWidget *MonitorPage::buildCharts()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMargin, 0, 0, 0);
    layout->setSpacing(8);
    m_charts->setAccessibleName(tr("Charts of the selection"));
    m_charts->setFrameShape(QFrame::NoFrame);
    m_notice->clear();
    layout->addWidget(m_header);
    layout->addWidget(m_range);
    layout->addWidget(m_notice);
    layout->addWidget(m_charts, 1);
    return side;
}

TimeRange MonitorPage::currentRange() const
{
    if (m_fixedRange)
        return *m_fixedRange;
    const TimePoint now = m_clock.now();
    if (m_range->preset() != RangeBar::kAll)
        return {now - m_range->preset(), now};
    const bool known = m_earliest != TimePoint{} && now - m_earliest > kLeastRange;
    return {known ? m_earliest : now - kLeastRange, now};
}

void MonitorPage::showSelection()
{
    m_selected = m_list->selected();
    const bool tooMany = m_selected.size() > kMostCompared;
    if (tooMany)
        m_selected.resize(kMostCompared);
    std::vector<EntityKind> kinds;
    for (const EntityId entity : m_selected) {
        if (const int row = m_inventory.rowOf(entity); row >= 0)
            kinds.push_back(m_inventory.info(row).kind);
    }
    m_panels = panelsFor(kinds);
    updateHeader();
    if (tooMany) {
        m_notice->showNotice(NoticeBar::Severity::Information,
                             tr("The charts compare the first %n of the selected rows.", nullptr,
                                static_cast<int>(kMostCompared)));
    } else {
        m_notice->clear();
    }
    requestCharts();
}

void MonitorPage::updateHeader()
{
    QStringList names;
    for (const EntityId entity : m_selected) {
        if (const int row = m_inventory.rowOf(entity); row >= 0)
            names.append(m_inventory.info(row).name);
    }
    if (names.isEmpty()) {
        m_header->showNothing();
        return;
    }
    if (names.size() > 1) {
        m_header->showSeveral(names);
        return;
    }
    const int row = m_inventory.rowOf(m_selected.front());
    m_header->showEntity(m_inventory.info(row),
                         m_inventory.index(row, InventoryModel::State).data().toString());
}

void MonitorPage::refresh()
{
    updateHeader();
    if (!m_range->isLive() || m_refresh.isActive())
        return;
    const TimeRange range = currentRange();
    const auto pace = std::max(kFastestRefresh, Milliseconds(range.length() / kPixels));
    m_refresh.start(std::min<Milliseconds>(pace, std::chrono::seconds(30)));
}

void MonitorPage::choosePreset(std::chrono::minutes preset)
{
    m_range->setPreset(preset);
    m_fixedRange.reset();
    m_range->setLive(true);
    if (preset == RangeBar::kAll)
        askForEarliest();
    requestCharts();
}

void MonitorPage::zoomTo(TimeRange range)
{
    m_fixedRange = range;
    m_range->showCustomRange();
    m_range->setLive(false);
    requestCharts();
}

void MonitorPage::setLive(bool live)
{
    if (live) {
        choosePreset(m_range->preset());
        return;
    }
    m_fixedRange = m_charts->range();
    m_refresh.stop();
}

void MonitorPage::toggleLive()
{
    const bool live = !m_range->isLive();
    m_range->setLive(live);
    setLive(live);
}

void MonitorPage::askForEarliest()
{
    m_history.run<StoreStatistics>(
        this, [](const HistoryReader &reader, const std::stop_token &) { return reader.statistics(); },
        [this](const Result<StoreStatistics> &statistics) {
            if (!statistics)
                return;
            m_earliest = statistics->oldest;
            requestCharts();
        });
}

void MonitorPage::requestCharts()
{
    m_feed->ask(m_selected, m_panels, currentRange(), kMostPoints);
}

QString MonitorPage::lineName(const Panel &panel, const SeriesRecord &record) const
{
    const QString label = lineLabel(record.metric, record.instance);
    const int row = m_inventory.rowOf(record.entity);
    if (m_selected.size() < 2 || row < 0)
        return label;
    const QString &name = m_inventory.info(row).name;
    const bool oneLineEach = panel.metrics.size() == 1 && record.instance.isEmpty();
    return oneLineEach ? name : name + u' ' + label;
}

std::vector<ChartSeries> MonitorPage::linesOf(const Panel &panel,
                                              const std::vector<HistoryService::NamedSeries> &series) const
{
    std::vector<ChartSeries> lines;
    for (const MetricId metric : panel.metrics) {
        for (const HistoryService::NamedSeries &named : series) {
            const bool wanted = named.record.metric == metric && !named.series->buckets.empty();
            if (!wanted || lines.size() >= kMostLines)
                continue;
            lines.push_back({lineName(panel, named.record), QString::number(value(named.record.id)), panel.unit,
                             named.series, static_cast<int>(lines.size())});
        }
    }
    return lines;
}

void MonitorPage::showCharts(const std::vector<HistoryService::NamedSeries> &series, TimeRange range)
{
    if (m_fixedRange && *m_fixedRange != range)
        return; // asked before the user fixed another range
    struct Shown {
        const Panel *panel;
        std::vector<ChartSeries> lines;
    };
    std::vector<Shown> shown;
    for (const Panel &panel : m_panels) {
        std::vector<ChartSeries> lines = linesOf(panel, series);
        if (!lines.empty() || panel.always)
            shown.push_back({&panel, std::move(lines)});
    }
    m_charts->setChartCount(static_cast<int>(shown.size()));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Panel &panel = *shown[i].panel;
        TimeChart *chart = m_charts->chart(static_cast<int>(i));
        chart->setObjectName(u"chart-"_s + panel.id);
        chart->setTitle(panel.title);
        chart->setUnit(panel.unit);
        chart->setFixedMaximum(panel.maximumFrom ? largest(*panel.maximumFrom, series) : panel.maximum);
        chart->setPlaceholder(tr("No figures in this range"));
        chart->setSeries(std::move(shown[i].lines));
    }
    m_charts->setRange(range);
    Q_EMIT chartsUpdated();
}

void MonitorPage::showRange(std::chrono::minutes range)
{
    choosePreset(RangeBar::presetFor(range));
}

void MonitorPage::selectEntities(const std::vector<EntityId> &entities)
{
    m_list->select(entities);
}

void MonitorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        toggleLive();
        return;
    }
    QWidget::keyPressEvent(event);
}

MonitorPage::Layout MonitorPage::saveLayout() const
{
    return {m_splitter->saveState(), m_list->saveState(), m_range->preset()};
}

void MonitorPage::restoreLayout(const Layout &layout)
{
    if (!layout.splitter.isEmpty())
        m_splitter->restoreState(layout.splitter);
    m_list->restoreState(layout.columns);
    choosePreset(layout.preset);
}

} // namespace stratadeck
