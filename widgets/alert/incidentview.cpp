// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/incidentview.h"

#include "models/base/csv.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "widgets/alert/incidentmodel.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/filesaver.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/rowdelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr int kMostIncidents = 20'000;

QString timesText(const TimeStatistics &times)
{
    const QLocale locale;
    const auto length = [&](const std::optional<double> &seconds) {
        return formatDuration(std::chrono::round<Milliseconds>(std::chrono::duration<double>(*seconds)),
                              locale);
    };
    //: Of lengths of time: how many, their mean, the median, and within which nine of ten were
    return IncidentView::tr("%1 (mean %2, median %3, P90 %4)")
        .arg(locale.toString(times.count), length(times.mean), length(times.median), length(times.p90));
}

QString statisticsText(const IncidentStatistics &statistics)
{
    const QLocale locale;
    QStringList parts;
    if (statistics.toAcknowledge.count > 0)
        parts.append(IncidentView::tr("Acknowledged: %1").arg(timesText(statistics.toAcknowledge)));
    if (statistics.toResolve.count > 0)
        parts.append(IncidentView::tr("Resolved: %1").arg(timesText(statistics.toResolve)));
    if (statistics.toResolveByHuman.count > 0)
        parts.append(IncidentView::tr("of them by people: %1").arg(timesText(statistics.toResolveByHuman)));
    parts.append(IncidentView::tr("Resolved by itself, never acknowledged: %1")
                     .arg(locale.toString(statistics.resolvedUnacknowledged)));
    parts.append(IncidentView::tr("Overdue: %1").arg(locale.toString(statistics.breached)));
    parts.append(IncidentView::tr("Open: %1").arg(locale.toString(statistics.open)));
    return parts.join(u"  ·  "_s);
}

} // namespace

IncidentView::IncidentView(AlertDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_model(new IncidentModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_range(new QComboBox(this))
    , m_severity(new QComboBox(this))
    , m_statistics(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_saver(new FileSaver(*this, this))
    , m_copy(new QAction(themedIcon(u"copy"_s), tr("&Copy"), this))
    , m_export(new QAction(themedIcon(u"export"_s), tr("&Export…"), this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(IncidentModel::kSortRole);
    m_sorted->setFilterRole(IncidentModel::kSearchRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_statistics->setObjectName(u"incidentStatistics"_s);
    m_statistics->setTextFormat(Qt::PlainText);
    m_statistics->setWordWrap(true);
    m_statistics->setContentsMargins(kMargin, 0, kMargin, 0);
    m_notice->clear();
    buildList();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    buildBar();
    layout->addWidget(m_statistics);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_search);
    connect(&desk, &AlertDesk::boardChanged, this, [this] {
        if (isVisible())
            load();
    });
    connect(m_saver, &FileSaver::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    connect(m_saver, &FileSaver::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
}

void IncidentView::buildBar()
{
    m_search->setObjectName(u"incidentFilter"_s);
    m_search->setPlaceholderText(tr("Search incidents, such as a name, a host or a note"));
    m_search->setAccessibleName(tr("Search incidents"));
    m_search->setMaxLength(200);
    addSearchIcon(*m_search);
    addClearButton(*m_search);
    m_range->setObjectName(u"incidentRange"_s);
    m_range->setAccessibleName(tr("How far back"));
    m_range->addItem(tr("24 hours"), 1);
    m_range->addItem(tr("7 days"), 7);
    m_range->addItem(tr("30 days"), 30);
    m_range->addItem(tr("1 year"), 366);
    m_range->addItem(tr("All"), 0);
    m_range->setCurrentIndex(1);
    m_severity->setObjectName(u"incidentSeverity"_s);
    m_severity->setAccessibleName(tr("Which severity"));
    m_severity->addItem(tr("All severities"), -1);
    for (int i = 0; i < 4; ++i)
        m_severity->addItem(toWord(static_cast<Severity>(i)), i);
    connect(m_search, &QLineEdit::textChanged, this, &IncidentView::search);
    connect(m_range, &QComboBox::currentIndexChanged, this, &IncidentView::load);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &IncidentView::load);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_range);
    bar->addWidget(m_severity);
    for (QAction *action : {m_copy, m_export}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->toolTip());
        bar->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->insertLayout(0, bar);
}

void IncidentView::buildList()
{
    m_list->setObjectName(u"incidentList"_s);
    m_list->setAccessibleName(tr("Incidents"));
    m_list->setModel(m_sorted);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(IncidentModel::Fired, Qt::DescendingOrder);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int em = fontMetrics().horizontalAdvance(u'0');
    constexpr std::array kWidths{18, 9, 24, 30, 20, 18, 28, 12};
    for (int column = 0; column < IncidentModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)] * em);
    m_copy->setToolTip(tr("Copy the selected incidents, or all when none is selected."));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_export->setToolTip(tr("Save the incidents that are shown as a CSV table."));
    m_list->addActions({m_copy, m_export});
    connect(m_copy, &QAction::triggered, this, &IncidentView::copy);
    connect(m_export, &QAction::triggered, this, &IncidentView::exportCsv);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const Incident &incident =
            m_model->incidents()[static_cast<std::size_t>(m_sorted->mapToSource(index).row())];
        BoardCard card;
        card.alert.labels = incident.labels;
        card.incident = incident;
        Q_EMIT chartWanted(card);
    });
}

void IncidentView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void IncidentView::load()
{
    const int days = m_range->currentData().toInt();
    const int severity = m_severity->currentData().toInt();
    IncidentFilter filter;
    const TimePoint now = m_clock.now();
    filter.fired = {days > 0 ? now - std::chrono::days(days) : fromMillis(0), now + std::chrono::days(1)};
    filter.limit = kMostIncidents;
    if (severity >= 0)
        filter.severity = static_cast<Severity>(severity);
    m_desk.incidents(filter, this, [this, asked = ++m_asked](Result<std::vector<Incident>> incidents) {
        if (asked == m_asked)
            take(std::move(incidents));
    });
}

void IncidentView::take(Result<std::vector<Incident>> incidents)
{
    if (!incidents) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(incidents.error()));
        return;
    }
    m_isCut = incidents->size() == kMostIncidents;
    m_model->setIncidents(std::move(*incidents));
    search();
}

void IncidentView::search()
{
    m_sorted->setFilterFixedString(m_search->text().trimmed());
    std::vector<const Incident *> found;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        found.push_back(
            &m_model
                 ->incidents()[static_cast<std::size_t>(m_sorted->mapToSource(m_sorted->index(row, 0)).row())]);
    const bool any = !found.empty();
    QString words = any ? statisticsText(statisticsOf(found)) : QString();
    if (any && m_isCut)
        words += u'\n'
                 + tr("Only the latest %1 incidents of this time are shown.")
                       .arg(QLocale().toString(kMostIncidents));
    m_statistics->setText(words);
    m_statistics->setVisible(any);
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
    if (!any) {
        const bool isFiltered = !m_search->text().isEmpty() || m_severity->currentIndex() > 0;
        m_empty->setContent(u"table"_s, tr("No incident in this time."),
                            isFiltered ? tr("Another search or a longer time may find some.")
                                       : tr("What fires is kept here with who had it and how long it took."));
    }
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
}

QStringList IncidentView::head() const
{
    QStringList cells;
    for (int column = 0; column < IncidentModel::ColumnCount; ++column)
        cells.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return cells;
}

QStringList IncidentView::cells(int row) const
{
    QStringList cells;
    for (int column = 0; column < IncidentModel::ColumnCount; ++column)
        cells.append(m_sorted->index(row, column).data().toString().simplified());
    return cells;
}

void IncidentView::copy() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines{head().join(u'\t')};
    for (const QModelIndex &row : rows)
        lines.append(cells(row.row()).join(u'\t'));
    for (int row = 0; rows.isEmpty() && row < m_sorted->rowCount(); ++row)
        lines.append(cells(row).join(u'\t'));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void IncidentView::exportCsv()
{
    std::vector<QStringList> table{head()};
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList line = cells(row);
        const qint64 fired =
            m_sorted->index(row, IncidentModel::Fired).data(IncidentModel::kSortRole).toLongLong();
        // A time that every program reads, instead of this language's.
        line[IncidentModel::Fired] = QDateTime::fromMSecsSinceEpoch(fired, Qt::UTC).toString(Qt::ISODateWithMs);
        table.push_back(std::move(line));
    }
    const FileSaver::Kind csv{u"csv"_s, tr("CSV tables (*.csv)")};
    m_saver->save(csv, tr("Incidents"), [table = std::move(table)] { return csvTable(table); });
}

} // namespace stratadeck
