// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/evidence/evidencedialog.h"

#include "models/base/errortext.h"
#include "models/base/metrics.h"
#include "models/base/plaintext.h"
#include "models/history/historyreader.h"
#include "models/history/historyservice.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/evidence/evidencetext.h"
#include "widgets/decide/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 620;
constexpr std::chrono::milliseconds kPause{250}; // between two keys
constexpr int kCustom = 0;                       // minutes: the person says when

QDateTime localTime(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at));
}

} // namespace

EvidenceDialog::EvidenceDialog(Workbench &bench, const QString &option, const QString &criterion,
                               QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_option(option)
    , m_criterion(criterion)
    , m_origin(new QComboBox(this))
    , m_metric(new QComboBox(this))
    , m_entities(new QListWidget(this))
    , m_instance(new QLineEdit(this))
    , m_window(new QComboBox(this))
    , m_from(new QDateTimeEdit(this))
    , m_to(new QDateTimeEdit(this))
    , m_aggregate(new QComboBox(this))
    , m_percentile(new QDoubleSpinBox(this))
    , m_preview(new QLabel(this))
    , m_takesUnit(new QCheckBox(this))
    , m_worst(new QLineEdit(this))
    , m_best(new QLineEdit(this))
{
    setObjectName(u"evidenceDialog"_s);
    const Option *row = bench.assessment().option(option);
    const Criterion *column = bench.assessment().criterion(criterion);
    setWindowTitle(
        tr("Evidence for %1 / %2").arg(row ? nameOf(*row) : QString(), column ? nameOf(*column) : QString()));
    m_form = new QFormLayout;
    buildOrigin(*m_form);
    build(*m_form);
    buildLevels(*m_form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("&Use it"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"evidenceUse"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &EvidenceDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form, 1);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &EvidenceDialog::ask);
    loadEntities();
    showLevels();
}

// Runs of a lab are in the assessment already; without any there is nothing to choose.
void EvidenceDialog::buildOrigin(QFormLayout &form)
{
    m_origin->setObjectName(u"evidenceOrigin"_s);
    m_origin->addItem(tr("What was recorded"), QString());
    for (const Evidence &evidence : m_bench.assessment().evidence) {
        if (evidence.source == EvidenceSource::Lab)
            m_origin->addItem(labEvidenceTitle(evidence), evidence.id);
    }
    form.addRow(tr("&Taken from"), m_origin);
    if (m_origin->count() == 1) {
        form.labelForField(m_origin)->hide();
        m_origin->hide();
    }
    connect(m_origin, &QComboBox::currentIndexChanged, this, [this] {
        const bool isRecorded = !labChoice();
        for (QWidget *field :
             std::initializer_list<QWidget *>{m_metric, m_entities, m_instance, m_window, m_aggregate})
            field->setEnabled(isRecorded);
        showLevels();
        ask();
    });
}

const Evidence *EvidenceDialog::labChoice() const
{
    return m_bench.assessment().evidenceOf(m_origin->currentData().toString());
}

void EvidenceDialog::build(QFormLayout &form)
{
    m_metric->setObjectName(u"evidenceMetric"_s);
    for (const Metric &each : metricCatalogue()) {
        if (each.kind != MetricKind::Counter)
            m_metric->addItem(u"%1 (%2)"_s.arg(metricTitle(each.id), QString(each.name)), QString(each.name));
    }
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(u"cpu.host_percent"_s)));
    form.addRow(tr("&Figure"), m_metric);
    m_entities->setObjectName(u"evidenceEntities"_s);
    m_entities->setMinimumHeight(fontMetrics().height() * 5);
    form.addRow(tr("&Of"), m_entities);
    m_instance->setObjectName(u"evidenceInstance"_s);
    m_instance->setPlaceholderText(tr("A disk or an interface; empty: all"));
    m_instance->setMaxLength(100);
    form.addRow(tr("&Part"), m_instance);
    m_window->setObjectName(u"evidenceWindow"_s);
    m_window->addItem(tr("Last hour"), 60);
    m_window->addItem(tr("Last 24 hours"), 24 * 60);
    m_window->addItem(tr("Last 7 days"), 7 * 24 * 60);
    m_window->addItem(tr("Last 30 days"), 30 * 24 * 60);
    m_window->addItem(tr("From … to …"), kCustom);
    m_window->setCurrentIndex(1);
    form.addRow(tr("&Window"), m_window);
    auto *range = new QHBoxLayout;
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        range->addWidget(edit, 1);
        connect(edit, &QDateTimeEdit::dateTimeChanged, &m_pause, qOverload<>(&QTimer::start));
    }
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    form.addRow(tr("From and to"), range);
    m_aggregate->setObjectName(u"evidenceAggregate"_s);
    m_aggregate->addItem(tr("Mean"), static_cast<int>(Aggregate::Mean));
    m_aggregate->addItem(tr("Percentile"), static_cast<int>(Aggregate::Percentile));
    m_aggregate->addItem(tr("Least"), static_cast<int>(Aggregate::Minimum));
    m_aggregate->addItem(tr("Most"), static_cast<int>(Aggregate::Maximum));
    m_percentile->setRange(0, 100);
    m_percentile->setValue(95);
    m_percentile->setAccessibleName(tr("Percentile"));
    auto *how = new QHBoxLayout;
    how->addWidget(m_aggregate, 1);
    how->addWidget(m_percentile);
    form.addRow(tr("&As"), how);
    m_preview->setObjectName(u"evidencePreview"_s);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(fontMetrics().height() * 7);
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    form.addRow(tr("Says"), m_preview);
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] { fillEntities(m_known); });
    connect(m_entities, &QListWidget::itemChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_instance, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_percentile, &QDoubleSpinBox::valueChanged, &m_pause, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_window, m_aggregate})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showLevels();
            m_pause.start();
        });
    const TimePoint now = m_bench.clock().now();
    m_from->setDateTime(localTime(now - std::chrono::hours(24)));
    m_to->setDateTime(localTime(now));
}

void EvidenceDialog::buildLevels(QFormLayout &form)
{
    m_takesUnit->setObjectName(u"evidenceTakesUnit"_s);
    form.addRow(m_takesUnit);
    m_worst->setObjectName(u"evidenceWorst"_s);
    m_best->setObjectName(u"evidenceBest"_s);
    m_worst->setAccessibleName(tr("Worst level"));
    m_best->setAccessibleName(tr("Best level"));
    auto *levels = new QHBoxLayout;
    levels->addWidget(m_worst, 1);
    levels->addWidget(m_best, 1);
    form.addRow(tr("Worst and best"), levels);
    connect(m_takesUnit, &QCheckBox::toggled, this, &EvidenceDialog::showLevels);
    for (QLineEdit *edit : {m_worst, m_best})
        connect(edit, &QLineEdit::textChanged, this, &EvidenceDialog::showReady);
}

void EvidenceDialog::loadEntities()
{
    m_preview->setText(tr("Reading what was recorded…"));
    m_bench.history().run<std::vector<EntityRecord>>(
        this, [](const HistoryReader &reader, const std::stop_token &) { return reader.entities(); },
        [this](Result<std::vector<EntityRecord>> entities) {
            if (!entities) {
                m_preview->setText(errorText(entities.error()));
                return;
            }
            m_known = std::move(*entities);
            fillEntities(m_known);
        });
}

void EvidenceDialog::fillEntities(const std::vector<EntityRecord> &entities)
{
    QStringList chosen;
    for (int row = 0; row < m_entities->count(); ++row) {
        if (m_entities->item(row)->checkState() == Qt::Checked)
            chosen.append(m_entities->item(row)->data(Qt::UserRole).toString());
    }
    const std::optional<MetricId> id = findMetric(m_metric->currentData().toString());
    const QSignalBlocker quiet(m_entities);
    m_entities->clear();
    for (const EntityRecord &entity : entities) {
        if (id && !stratadeck::metric(*id).entities.testFlag(entity.info.kind))
            continue;
        const QString host = entity.info.host.isEmpty() || entity.info.kind == EntityKind::Host
                                 ? QString()
                                 : tr(" on %1").arg(plainText(entity.info.host, 60));
        auto *item = new QListWidgetItem(plainText(entity.info.name, 80) + host, m_entities);
        item->setData(Qt::UserRole, entity.info.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(entity.info.key) ? Qt::Checked : Qt::Unchecked);
    }
    if (m_entities->count() > 0)
        m_entities->setCurrentRow(0);
    m_pause.start();
}

EvidenceQuery EvidenceDialog::query() const
{
    EvidenceQuery query;
    query.metric = m_metric->currentData().toString();
    for (int row = 0; row < m_entities->count(); ++row) {
        if (m_entities->item(row)->checkState() == Qt::Checked)
            query.entities.append(m_entities->item(row)->data(Qt::UserRole).toString());
    }
    query.instance = m_instance->text().trimmed();
    const int minutes = m_window->currentData().toInt();
    query.to = minutes == kCustom ? fromMillis(m_to->dateTime().toMSecsSinceEpoch()) : m_bench.clock().now();
    query.from = minutes == kCustom ? fromMillis(m_from->dateTime().toMSecsSinceEpoch())
                                    : query.to - std::chrono::minutes(minutes);
    query.aggregate = static_cast<Aggregate>(m_aggregate->currentData().toInt());
    query.percentile = m_percentile->value();
    return query;
}

void EvidenceDialog::ask()
{
    m_answer.reset();
    showReady();
    ++m_asked;
    if (const Evidence *kept = labChoice()) {
        showAnswer(*kept);
        return;
    }
    const EvidenceQuery asked = query();
    if (asked.entities.isEmpty()) {
        m_preview->setText(m_known.empty()
                               ? tr("Nothing was recorded yet. Let Stratadeck watch this machine for a while.")
                               : (m_entities->count() == 0 ? tr("Nothing that was recorded has this figure.")
                                                           : tr("Tick whose figures are to be taken.")));
        return;
    }
    if (asked.to <= asked.from) {
        m_preview->setText(tr("The window ends before it begins."));
        return;
    }
    m_preview->setText(tr("Reading what was recorded…"));
    m_bench.desk().takeEvidence(asked, this, [this, number = m_asked](const Result<Evidence> &answer) {
        if (number == m_asked)
            showAnswer(answer);
    });
}

void EvidenceDialog::showAnswer(const Result<Evidence> &answer)
{
    if (answer) {
        m_answer = *answer;
        m_preview->setText(evidenceText(*answer));
    } else if (answer.error().kind == Error::Kind::Ended) {
        m_preview->setText(
            tr("Not measured yet in this window. Choose a longer one, or let Stratadeck watch on."));
    } else {
        m_preview->setText(errorText(answer.error()));
    }
    showLevels();
}

// A figure in another unit than the criterion's has no place between its levels.
void EvidenceDialog::showLevels()
{
    const bool isRecorded = !labChoice();
    const bool isCustom = isRecorded && m_window->currentData().toInt() == kCustom;
    m_from->setEnabled(isCustom);
    m_to->setEnabled(isCustom);
    m_percentile->setEnabled(isRecorded
                             && m_aggregate->currentData().toInt() == static_cast<int>(Aggregate::Percentile));
    const Criterion *criterion = m_bench.assessment().criterion(m_criterion);
    const bool isOther = m_answer && criterion && m_answer->unit != criterion->unit;
    m_takesUnit->setVisible(isOther);
    if (isOther)
        m_takesUnit->setText(tr("Judge %1 in %2 from now on, instead of %3, between these levels:")
                                 .arg(nameOf(*criterion),
                                      m_answer->unit.isEmpty() ? tr("plain numbers") : m_answer->unit,
                                      criterion->unit.isEmpty() ? tr("plain numbers") : criterion->unit));
    const bool takes = isOther && m_takesUnit->isChecked();
    m_worst->setEnabled(takes);
    m_best->setEnabled(takes);
    m_worst->setVisible(isOther);
    m_best->setVisible(isOther);
    if (QWidget *label =
            m_form->labelForField(m_form->itemAt(m_form->rowCount() - 1, QFormLayout::FieldRole)->layout()))
        label->setVisible(isOther);
    showReady();
}

void EvidenceDialog::showReady()
{
    const bool isOther = m_takesUnit->isVisibleTo(this);
    const auto worst = numberOf(m_worst->text());
    const auto best = numberOf(m_best->text());
    const bool hasLevels = !isOther || (m_takesUnit->isChecked() && worst && best && *worst != *best);
    m_ok->setEnabled(m_answer && hasLevels);
    m_ok->setToolTip(m_answer && !hasLevels ? tr("Say between which levels the figure is judged.") : QString());
}

void EvidenceDialog::store()
{
    if (!m_answer)
        return;
    Assessment next = m_bench.assessment();
    if (m_takesUnit->isVisibleTo(this) && m_takesUnit->isChecked()) {
        for (Criterion &criterion : next.criteria) {
            if (criterion.id != m_criterion)
                continue;
            criterion.unit = m_answer->unit;
            criterion.worst = *numberOf(m_worst->text());
            criterion.best = *numberOf(m_best->text());
            criterion.direction = criterion.best > criterion.worst ? Direction::Benefit : Direction::Cost;
        }
    }
    if (m_bench.commit(
            withEvidence(next, *m_answer, m_option, m_criterion, m_bench.who(), m_bench.clock().now())))
        accept();
}

} // namespace stratadeck
