// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/compare/comparepage.h"

#include "models/assess/assessmentdesk.h"
#include "models/assess/measurements.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/history/historyservice.h"
#include "models/lab/labwords.h"
#include "widgets/decide/compare/claims.h"
#include "widgets/decide/compare/lab/labdialog.h"
#include "widgets/decide/compare/lab/labtext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/kit/noticebar.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

// A figure with how many samples stand behind it; without any, how to get some.
std::vector<FigureCell> measuredRow(const QString &what, const QString &whose, const MeasuredFigure &figure,
                                    const QString &how)
{
    if (figure.samples == 0)
        return {{what}, {whose}, {ComparePage::tr("not measured yet")}, {}, {QLocale().toString(0), 0.0},
                {how}};
    const QLocale locale;
    return {{what},
            {whose},
            {formatValue(figure.mean, figure.unit, locale), figure.mean},
            {formatValue(figure.p95, figure.unit, locale), figure.p95},
            {locale.toString(figure.samples), double(figure.samples)},
            {ComparePage::tr("%n series", nullptr, figure.series)}};
}

} // namespace

ComparePage::ComparePage(HistoryService &history, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_clock(clock)
    , m_tools(new TableTools(*this, this))
    , m_notice(new NoticeBar(this))
    , m_window(new QComboBox(this))
    , m_host(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_openLab(new QPushButton(tr("Start-time and overhead &lab…"), this))
    , m_claims(new FigureTable(tr("Claims"), *m_tools, this))
    , m_measured(new FigureTable(tr("Measured here"), *m_tools, this))
{
    m_notice->setClosable(true);
    m_notice->clear();
    m_claims->setObjectName(u"claims"_s);
    m_measured->setObjectName(u"measured"_s);
    m_window->setObjectName(u"compareWindow"_s);
    m_window->addItem(tr("Last 24 hours"), 1);
    m_window->addItem(tr("Last 7 days"), 7);
    m_window->addItem(tr("Last 30 days"), 30);
    m_window->setAccessibleName(tr("How far back"));
    m_host->setObjectName(u"compareHost"_s);
    m_host->setAccessibleName(tr("Which host"));
    m_host->addItem(tr("All hosts"), QString());
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    const auto heading = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        label->setContentsMargins(kMargin, kMargin, kMargin, 2);
        return label;
    };
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, 0, kMargin, 2);
    bar->setSpacing(kMargin); // a layout inside another takes its spacing
    bar->addWidget(m_window);
    bar->addWidget(m_host);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_openLab);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(heading(tr("What is claimed")));
    layout->addWidget(m_claims, 1);
    layout->addWidget(heading(tr("What was measured here")));
    layout->addLayout(bar);
    layout->addWidget(m_measured, 1);
    setFocusProxy(m_claims);
    m_openLab->setObjectName(u"openLab"_s);
    m_openLab->hide();
    connect(m_openLab, &QPushButton::clicked, this, &ComparePage::openLab);
    connect(m_window, &QComboBox::activated, this, &ComparePage::load);
    connect(m_host, &QComboBox::activated, this, &ComparePage::load);
    connect(m_tools, &TableTools::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    connect(m_tools, &TableTools::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    showClaims();
}

void ComparePage::showClaims()
{
    std::vector<std::vector<FigureCell>> rows;
    for (const Claim &claim : sourceClaims())
        rows.push_back({{claim.dimension},
                        {claim.vm},
                        {claim.container},
                        {claim.hybrid.isEmpty() ? u"—"_s : claim.hybrid},
                        {claim.section}});
    m_claims->setTable({tr("Dimension"), tr("VM"), tr("Container"), tr("Hybrid"), tr("Who says so")},
                       std::move(rows));
}

void ComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void ComparePage::setLab(const LabContext &context)
{
    m_context = context;
    m_openLab->show();
    connect(context.assessments, &AssessmentDesk::changed, this, [this] {
        if (isVisible())
            load();
    });
}

// Beside the page, not before it: a lab may take an hour.
void ComparePage::openLab()
{
    if (!m_lab) {
        m_lab = new LabDialog(*m_context, m_clock, this);
        m_lab->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_lab->show();
    m_lab->raise();
    m_lab->activateWindow();
}

std::vector<std::vector<FigureCell>> ComparePage::labMeasurements() const
{
    std::vector<std::vector<FigureCell>> rows;
    if (!m_context || !m_context->assessments->hasOpen())
        return rows;
    const QLocale locale;
    for (const Evidence &evidence : m_context->assessments->state().evidence) {
        const std::optional<LabFigure> figure = findLabFigure(evidence.query.metric);
        if (evidence.source != EvidenceSource::Lab || !figure)
            continue;
        const QDateTime taken = QDateTime::fromMSecsSinceEpoch(toMillis(evidence.taken));
        rows.push_back({{titleOf(*figure)},
                        {plainText(evidence.names.join(u", "_s), 120)},
                        {labValueText(*figure, evidence.mean), evidence.mean},
                        {labValueText(*figure, evidence.p95), evidence.p95},
                        {locale.toString(evidence.samples), double(evidence.samples)},
                        //: %1 is a time
                        {tr("the lab of %1").arg(locale.toString(taken, QLocale::ShortFormat))}});
    }
    return rows;
}

void ComparePage::load()
{
    const TimePoint now = m_clock.now();
    const TimeRange range{now - std::chrono::days(m_window->currentData().toInt()), now};
    const QString host = m_host->currentData().toString();
    m_history.run<Measurements>(
        this,
        [range, host](const HistoryReader &reader, const std::stop_token &stop) {
            return measurementsOf(reader, range, host, stop);
        },
        [this, asked = ++m_asked](const Result<Measurements> &found) {
            if (asked == m_asked)
                showMeasurements(found);
        });
}

void ComparePage::showMeasurements(const Result<Measurements> &found)
{
    if (!found) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(found.error()));
        return;
    }
    for (const QString &host : found->hosts) {
        if (m_host->findData(host) < 0)
            m_host->addItem(plainText(host, 60), host);
    }
    const QLocale locale;
    const auto time = [&locale](TimePoint at) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)), QLocale::ShortFormat);
    };
    //: Two times, then how many VMs and how many containers
    m_summary->setText(tr("%1 to %2: %3, %4")
                           .arg(time(found->range.from), time(found->range.to),
                                tr("%n VM(s)", nullptr, found->vms),
                                tr("%n container(s)", nullptr, found->containers)));
    const QString watch = tr("Run some while Stratadeck records.");
    std::vector<std::vector<FigureCell>> rows{
        measuredRow(tr("CPU taken by a hypervisor below"), tr("hosts"), found->steal, watch),
        measuredRow(tr("vCPU waits for the host"), tr("VMs"), found->vcpuDelay, watch),
        measuredRow(tr("CPU throttled"), tr("containers"), found->throttling,
                    tr("Give a container a CPU limit and load it.")),
        measuredRow(tr("Memory taken of the host"), tr("VMs"), found->vmResident, watch),
        measuredRow(tr("Memory used inside"), tr("VMs"), found->vmUsed,
                    tr("The guest needs a balloon driver that tells.")),
        measuredRow(tr("Memory used"), tr("containers"), found->containerUsed, watch),
        measuredRow(tr("Page cache"), tr("containers"), found->containerCache, watch),
        measuredRow(tr("Disk read latency"), tr("VMs"), found->vmReadLatency, watch),
        measuredRow(tr("Disk write latency"), tr("VMs"), found->vmWriteLatency, watch),
        measuredRow(tr("Disk read latency"), tr("hosts"), found->hostReadLatency, watch),
        measuredRow(tr("Disk write latency"), tr("hosts"), found->hostWriteLatency, watch),
        measuredRow(tr("Network round trip"), tr("VMs and containers"), {},
                    tr("Probe from a client and cite the result as a document.")),
    };
    std::vector<std::vector<FigureCell>> timed = labMeasurements();
    if (timed.empty())
        timed.push_back(measuredRow(tr("Start time"), tr("VMs and containers"), {},
                                    tr("Let the lab start some, and keep its runs in the open assessment.")));
    rows.insert(rows.end(), timed.begin(), timed.end());
    m_measured->setTable(
        {tr("Figure"), tr("Of"), tr("Mean"), tr("P95 of the worst"), tr("Samples"), tr("From")},
        std::move(rows));
}

} // namespace stratadeck
