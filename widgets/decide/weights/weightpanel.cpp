// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/weights/weightpanel.h"

#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/weights/weightslider.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/elidedlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr std::chrono::milliseconds kRest{700};

WeightMethod methodOf(const Workbench &bench)
{
    const Assessment &assessment = bench.assessment();
    const WeightSet *set =
        assessment.weightSet(assessment.weightsOf.isEmpty() ? bench.who() : assessment.weightsOf);
    return set ? set->method : WeightMethod::Direct;
}

// What a screen reader says of a slider, and its tool tip.
QString bandText(const WeightSlider::Band &band)
{
    QStringList parts;
    if (!band.below.isEmpty())
        parts.append(WeightPanel::tr("Below %1 %2 wins.").arg(shareText(band.lower), band.below));
    if (!band.above.isEmpty())
        parts.append(WeightPanel::tr("Above %1 %2 wins.").arg(shareText(band.upper), band.above));
    return parts.isEmpty() ? WeightPanel::tr("The winner stays at any weight.") : parts.join(u' ');
}

} // namespace

WeightPanel::WeightPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_method(new QComboBox(this))
    , m_edit(new QPushButton(tr("&Weigh…"), this))
    , m_note(new QLabel(this))
    , m_grid(new QGridLayout)
{
    auto *title = new QLabel(tr("Weights"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_method->setObjectName(u"weightMethod"_s);
    m_method->setAccessibleName(tr("How weights are given"));
    for (const WeightMethod method :
         {WeightMethod::Direct, WeightMethod::Swing, WeightMethod::Rank, WeightMethod::Ahp})
        m_method->addItem(weightMethodText(method), static_cast<int>(method));
    m_edit->setObjectName(u"weigh"_s);
    m_edit->setToolTip(tr("Weigh by swings, by an order or by pairs."));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, 2, kMargin, 2);
    bar->addWidget(title);
    bar->addStretch(1);
    bar->addWidget(m_method);
    bar->addWidget(m_edit);
    auto *inside = new QWidget(this);
    m_grid->setContentsMargins(kMargin, 2, kMargin, 2);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(scroll, 1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_bench.settle(); });
    connect(&bench, &Workbench::shown, this, &WeightPanel::follow);
    connect(m_method, &QComboBox::activated, this,
            [this] { Q_EMIT methodWanted(m_method->currentData().toInt()); });
    connect(m_edit, &QPushButton::clicked, this,
            [this] { Q_EMIT methodWanted(m_method->currentData().toInt()); });
    follow();
}

WeightSlider *WeightPanel::slider(std::size_t criterion) const
{
    return m_rows[criterion].slider;
}

void WeightPanel::rebuild(std::size_t rows)
{
    while (m_rows.size() > rows) {
        const Row row = m_rows.back();
        m_rows.pop_back();
        for (QWidget *widget : {static_cast<QWidget *>(row.name), static_cast<QWidget *>(row.slider),
                                static_cast<QWidget *>(row.percent)})
            widget->deleteLater();
    }
    while (m_rows.size() < rows) {
        const std::size_t criterion = m_rows.size();
        Row row{new ElidedLabel(this), new WeightSlider(this), new QLabel(this)};
        row.name->setFixedWidth(fontMetrics().horizontalAdvance(u'0') * 22);
        row.percent->setMinimumWidth(fontMetrics().horizontalAdvance(u"100.0 %"_s) + 4);
        row.percent->setAlignment(Qt::AlignRight | Qt::AlignTop);
        row.slider->setObjectName(u"weight%1"_s.arg(criterion));
        const int line = static_cast<int>(criterion);
        m_grid->addWidget(row.name, line, 0, Qt::AlignTop);
        m_grid->addWidget(row.slider, line, 1);
        m_grid->addWidget(row.percent, line, 2, Qt::AlignTop);
        connect(row.slider, &QAbstractSlider::valueChanged, this, [this, criterion] { move(criterion); });
        connect(row.slider, &QAbstractSlider::sliderReleased, this, [this] { m_bench.settle(); });
        m_rows.push_back(row);
    }
}

void WeightPanel::follow()
{
    m_isShowing = true;
    if (!m_bench.isTrying()) {
        m_rest.stop();
        m_proportions.clear();
    }
    rebuild(m_bench.report().criteria.size());
    for (std::size_t criterion = 0; criterion < m_rows.size(); ++criterion)
        showRow(criterion);
    showMethod();
    m_isShowing = false;
}

void WeightPanel::showRow(std::size_t criterion)
{
    const DecisionReport &report = m_bench.report();
    const WeighedCriterion &each = report.criteria[criterion];
    const Row &row = m_rows[criterion];
    row.name->setText(nameOf(each.criterion));
    row.percent->setText(shareText(each.weight));
    row.slider->setEnabled(m_bench.canEdit() && m_rows.size() > 1);
    const int value = static_cast<int>(std::lround(each.weight * WeightSlider::kSteps));
    if (!row.slider->isSliderDown() || !m_bench.isTrying())
        row.slider->setValue(value);
    std::optional<WeightSlider::Band> band;
    for (const WeightFragility &interval : report.intervals) {
        if (interval.criterion != criterion)
            continue;
        const auto name = [&](const std::optional<std::size_t> &option) {
            return option ? optionName(m_bench.assessment(), *option) : QString();
        };
        band = WeightSlider::Band{interval.lower, interval.upper, name(interval.lowerChallenger),
                                  name(interval.upperChallenger)};
    }
    row.slider->setBand(band);
    const QString text = band ? bandText(*band) : tr("Without a winner there is nothing to turn.");
    row.slider->setAccessibleName(tr("Weight of %1").arg(nameOf(each.criterion)));
    row.slider->setAccessibleDescription(u"%1. %2"_s.arg(shareText(each.weight), text));
    row.slider->setToolTip(text.toHtmlEscaped());
}

void WeightPanel::move(std::size_t criterion)
{
    if (m_isShowing)
        return;
    const DecisionReport &report = m_bench.report();
    if (m_proportions.size() != report.criteria.size()) {
        m_proportions.clear();
        for (const WeighedCriterion &each : report.criteria)
            m_proportions.push_back(each.weight);
    }
    WeightSlider *slider = m_rows[criterion].slider;
    m_bench.tryOut(
        withWeight(m_bench.assessment(), report, m_proportions, criterion, slider->weight(), m_bench.who()));
    if (!slider->isSliderDown())
        m_rest.start();
}

void WeightPanel::showMethod()
{
    const int index = m_method->findData(static_cast<int>(methodOf(m_bench)));
    m_method->setCurrentIndex(std::max(0, index));
    m_method->setEnabled(m_bench.canEdit());
    m_edit->setEnabled(m_bench.canEdit());
    const Assessment &assessment = m_bench.assessment();
    QStringList notes;
    if (assessment.weights.empty())
        notes.append(tr("Nobody has weighed yet: all count the same."));
    if (const auto &ratio = m_bench.report().consistencyRatio)
        notes.append(tr("CR %1").arg(figureText(*ratio)));
    m_note->setText(notes.join(u' '));
    m_note->setContentsMargins(kMargin, 0, kMargin, 0);
    m_note->setVisible(!notes.isEmpty());
}

} // namespace stratadeck
