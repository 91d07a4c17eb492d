// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/chartpane.h"

#include "models/base/errortext.h"
#include "models/history/historyreader.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/chart/chartstack.h"
#include "widgets/inventory/charttools.h"
#include "widgets/inventory/detailspanel.h"
#include "widgets/inventory/rangebar.h"
#include "widgets/inventory/selectionheader.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// At first; whoever wants another share drags.
constexpr int kChartsHeight = 480;
constexpr int kDetailsHeight = 300;

// The least that is asked for: a window that is made larger must not look coarse until the next answer.
constexpr int kFewestPoints = 1600;

// Twice as many as the plot has pixels or a multiple of it: up to that many samples come as they are, and
// of more the buckets end where the pixels do, so that the curve is the one every sample would draw.
int pointsFor(int pixels)
{
    const int whole = 2 * std::max(1, pixels);
    return (kFewestPoints + whole - 1) / whole * whole;
}

// The charts are asked for anew when the picture can have moved by a pixel, at most once a second.
constexpr Milliseconds kFastestRefresh{1000};
constexpr int kPixels = 800;

// The least that "all" shows when the history has only begun.
constexpr std::chrono::minutes kLeastRange{1};

} // namespace

ChartPane::ChartPane(InventoryModel &inventory, HistoryService &history, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_inventory(inventory)
    , m_history(history)
    , m_clock(clock)
    , m_header(new SelectionHeader(this))
    , m_operations(new QToolBar(this))
    , m_tools(new ChartTools(this))
    , m_range(new RangeBar(this))
    , m_notice(new NoticeBar(this))
    , m_charts(new ChartStack(this))
    , m_details(new DetailsPanel(inventory, history, clock, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_feed(new ChartFeed(history, this))
    , m_exporter(new ChartExporter(*this, this))
{
    setObjectName(u"chartPane"_s);
    m_charts->setAccessibleName(tr("Charts of the selection"));
    m_charts->setFrameShape(QFrame::NoFrame);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_charts);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({kChartsHeight, kDetailsHeight});
    m_details->hide();
    m_notice->clear();
    m_operations->setObjectName(u"operations"_s);
    m_operations->setAccessibleName(tr("Operations on the selection"));
    m_operations->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_operations->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(m_header, 1);
    top->addWidget(m_operations, 0, Qt::AlignTop);
    top->addWidget(m_tools, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_range);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    connectRange();
    connectTools();
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &ChartPane::requestCharts);
}

void ChartPane::connectRange()
{
    connect(m_range, &RangeBar::presetChosen, this, &ChartPane::showPreset);
    connect(m_range, &RangeBar::liveToggled, this, &ChartPane::setLive);
    connect(m_range, &RangeBar::rangeChosen, this, &ChartPane::showRange);
    connect(m_charts, &ChartStack::rangeSelected, this, &ChartPane::showRange);
    connect(m_charts, &ChartStack::zoomReset, this, &ChartPane::showWholeRange);
    const auto back = [this] {
        // Paused without having zoomed: back is to the newest figures.
        if (m_zoom.current().fixed && !m_zoom.canGoBack())
            m_zoom.follow();
        m_zoom.goBack();
        showView();
    };
    connect(m_charts, &ChartStack::zoomBack, this, back);
    connect(m_range, &RangeBar::backWanted, this, back);
    connect(m_range, &RangeBar::forwardWanted, this, [this] {
        m_zoom.goForward();
        showView();
    });
}

void ChartPane::connectTools()
{
    connect(m_feed, &ChartFeed::answered, this, &ChartPane::showAnswer);
    connect(m_feed, &ChartFeed::summarised, this, [this](const StatisticsByLine &statistics) {
        m_statistics = statistics;
        showStatistics();
        Q_EMIT statisticsUpdated();
    });
    connect(m_feed, &ChartFeed::failed, this, &ChartPane::showProblem);
    connect(m_exporter, &ChartExporter::failed, this, &ChartPane::showProblem);
    connect(m_exporter, &ChartExporter::saved, this, &ChartPane::showSaved);
    connect(m_tools, &ChartTools::earlierChosen, this, &ChartPane::requestCharts);
    connect(m_tools, &ChartTools::fitsDataToggled, m_charts, &ChartStack::setFitsData);
    connect(m_tools, &ChartTools::statisticsToggled, this, [this](bool shows) {
        m_charts->setTablesVisible(shows);
        showStatistics(); // names the rows before their figures are there
        requestStatistics();
    });
    connect(m_tools, &ChartTools::detailsToggled, this, [this](bool shows) {
        m_details->setVisible(shows);
        m_details->setEntity(m_selected.size() == 1 ? std::optional(m_selected.front()) : std::nullopt);
    });
    connect(m_details, &DetailsPanel::closeWanted, this, [this] { m_tools->setShowsDetails(false); });
    connect(m_tools, &ChartTools::exportWanted, this, &ChartPane::exportCharts);
    connect(m_tools, &ChartTools::pictureWanted, this, &ChartPane::copyPicture);
    connect(m_charts, &ChartStack::chartFocused, this, [this](TimeChart *chart) {
        m_currentChart = chart->objectName();
        m_tools->setCurrentChart(chart->title());
    });
    connect(m_charts, &ChartStack::menuWanted, this, &ChartPane::showChartMenu);
}

TimeRange ChartPane::currentRange() const
{
    const ChartView &view = m_zoom.current();
    if (view.fixed)
        return *view.fixed;
    const TimePoint now = m_clock.now();
    if (view.preset != RangeBar::kAll)
        return {now - view.preset, now};
    const bool known = m_earliest != TimePoint{} && now - m_earliest > kLeastRange;
    return {known ? m_earliest : now - kLeastRange, now};
}

void ChartPane::setSelection(std::vector<EntityId> entities)
{
    m_selected = std::move(entities);
    const bool tooMany = m_selected.size() > kMostCompared;
    if (tooMany)
        m_selected.resize(kMostCompared);
    std::vector<EntityKind> kinds;
    for (const EntityId entity : m_selected) {
        if (const int row = m_inventory.rowOf(entity); row >= 0)
            kinds.push_back(m_inventory.info(row).kind);
    }
    m_panels = panelsFor(kinds);
    m_tools->setEntityCount(m_selected.size());
    m_details->setEntity(m_selected.size() == 1 ? std::optional(m_selected.front()) : std::nullopt);
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

void ChartPane::updateHeader()
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

void ChartPane::refresh()
{
    updateHeader();
    m_details->refresh();
    if (!m_range->isLive() || m_refresh.isActive())
        return;
    const TimeRange range = currentRange();
    const auto pace = std::max(kFastestRefresh, Milliseconds(range.length() / kPixels));
    m_refresh.start(std::min<Milliseconds>(pace, std::chrono::seconds(30)));
}

void ChartPane::refreshMarkers()
{
    if (!m_selected.empty())
        requestCharts();
}

void ChartPane::go(const ChartView &view)
{
    m_zoom.go(view, m_clock.now());
    showView();
}

// Makes everything say what the zoom history's current view is.
void ChartPane::showView()
{
    const ChartView &view = m_zoom.current();
    m_range->setPreset(view.preset);
    if (view.fixed)
        m_range->showCustomRange();
    m_range->setLive(!view.fixed);
    m_range->setCanGo(m_zoom.canGoBack(), m_zoom.canGoForward());
    if (!view.fixed && view.preset == RangeBar::kAll)
        askForEarliest();
    requestCharts();
}

void ChartPane::showPreset(std::chrono::minutes preset)
{
    go({preset, {}});
}

void ChartPane::showWholeRange()
{
    showPreset(m_zoom.current().preset);
}

void ChartPane::showRange(TimeRange range)
{
    go({m_zoom.current().preset, range});
}

void ChartPane::zoom(double factor)
{
    const TimeRange range = currentRange();
    const auto half = std::chrono::round<Milliseconds>(range.length() * factor / 2);
    const TimePoint middle = range.from + range.length() / 2;
    showRange({middle - half, middle + half});
}

void ChartPane::focusCharts()
{
    const bool wait = m_charts->chartCount() == 0;
    m_focusedBefore = wait ? window()->focusWidget() : nullptr;
    if (!wait)
        m_charts->chart(0)->setFocus(Qt::ShortcutFocusReason);
}

void ChartPane::showProblem(const Error &error)
{
    m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
}

void ChartPane::showSaved(const QString &path)
{
    //: %1 is the path of a file
    m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
}

void ChartPane::setEngines(DetailService &engines)
{
    m_details->setEngines(&engines);
}

void ChartPane::setOperations(const QList<QAction *> &actions, QWidget *notice)
{
    m_operations->addActions(actions);
    m_operations->show();
    for (QAction *action : actions) {
        auto *button = qobject_cast<QToolButton *>(m_operations->widgetForAction(action));
        button->setFocusPolicy(Qt::TabFocus);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
    }
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(1, notice);
}

QList<QAction *> ChartPane::commands() const
{
    return m_range->actions() + m_tools->actions();
}

void ChartPane::setLive(bool live)
{
    if (!live) {
        m_zoom.hold(m_charts->range());
        m_refresh.stop();
        return;
    }
    if (!m_zoom.isHeld()) {
        showPreset(m_zoom.current().preset);
        return;
    }
    m_zoom.follow();
    showView();
}

void ChartPane::toggleLive()
{
    const bool live = !m_range->isLive();
    m_range->setLive(live);
    setLive(live);
}

void ChartPane::askForEarliest()
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

void ChartPane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_wasPainted)
        return;
    const auto begin = [this] {
        if (!std::exchange(m_wasPainted, true))
            requestCharts();
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void ChartPane::requestCharts()
{
    ChartQuestion question;
    question.entities = m_selected;
    for (const Panel &panel : m_panels) {
        question.metrics.insert(question.metrics.end(), panel.metrics.begin(), panel.metrics.end());
        if (panel.maximumFrom)
            question.metrics.push_back(*panel.maximumFrom);
    }
    std::ranges::sort(question.metrics);
    question.metrics.erase(std::unique(question.metrics.begin(), question.metrics.end()),
                           question.metrics.end());
    question.metrics.push_back(MetricId::CpuTime); // shows restarts that nobody told of
    question.range = currentRange();
    question.earlier = m_tools->earlier();
    question.maxPoints = pointsFor(m_charts->plotPixels());
    m_feed->ask(std::move(question));
}

ChartPane::Layout ChartPane::saveLayout() const
{
    return {m_zoom.current().preset, m_tools->fitsData(), m_tools->showsStatistics(), m_tools->showsDetails(),
            m_splitter->saveState()};
}

void ChartPane::restoreLayout(const Layout &layout)
{
    if (!layout.splitter.isEmpty())
        m_splitter->restoreState(layout.splitter);
    m_tools->setFitsData(layout.fitsData);
    m_tools->setShowsStatistics(layout.statistics);
    m_tools->setShowsDetails(layout.details);
    m_zoom.restart({layout.preset, {}});
    showView();
}

} // namespace stratadeck
