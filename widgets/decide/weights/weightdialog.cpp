// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/weights/weightdialog.h"

#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 520;
constexpr int kScale = 9; // of pairwise judgments

QString adviceOf(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Swing:
        return WeightDialog::tr(
            "Imagine all criteria at their worst. The one you would first bring to its best is "
            "100; how much are the other swings worth beside it?");
    case WeightMethod::Rank:
        return WeightDialog::tr(
            "Give each criterion its place: 1 for the swing from worst to best that matters "
            "most. Equal places share their weight.");
    case WeightMethod::Ahp:
        return WeightDialog::tr("For each pair: which counts more, and how much?");
    case WeightMethod::Direct:
        break;
    }
    return WeightDialog::tr("Give each criterion points; only their proportions count.");
}

QString ratioText(int step, const QString &a, const QString &b)
{
    if (step == 0)
        return WeightDialog::tr("1 – both the same");
    //: How many times one criterion counts as much as another
    return WeightDialog::tr("%1 × – %2").arg(QLocale().toString(std::abs(step) + 1), step > 0 ? a : b);
}

// -8 .. 8 for 1/9 .. 9.
double ratioOf(int step)
{
    return step >= 0 ? step + 1 : 1.0 / (1 - step);
}

int stepOf(double ratio)
{
    const int step = ratio >= 1 ? qRound(ratio) - 1 : 1 - qRound(1 / ratio);
    return std::clamp(step, 1 - kScale, kScale - 1);
}

} // namespace

WeightDialog::WeightDialog(Workbench &bench, WeightMethod method, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_set(weightSetFor(bench.assessment(), bench.report(), method, bench.who()))
    , m_result(new QLabel(this))
    , m_fix(new QPushButton(this))
{
    setObjectName(u"weightDialog"_s);
    setWindowTitle(tr("Weigh the criteria: %1").arg(weightMethodText(method)));
    auto *advice = new QLabel(adviceOf(method), this);
    advice->setTextFormat(Qt::PlainText);
    advice->setWordWrap(true);
    auto *inside = new QWidget(this);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(inside);
    column->addLayout(grid);
    column->addStretch(1);
    if (method == WeightMethod::Ahp)
        buildPairs(*grid);
    else
        buildPoints(*grid);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_result->setObjectName(u"weightResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_fix->setObjectName(u"fixJudgment"_s);
    m_fix->hide();
    connect(m_fix, &QPushButton::clicked, this, &WeightDialog::fix);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &WeightDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &WeightDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(advice);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_result);
    layout->addWidget(m_fix, 0, Qt::AlignLeft);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    change();
}

QString WeightDialog::nameOfId(const QString &criterion) const
{
    const Criterion *found = m_bench.assessment().criterion(criterion);
    return found ? nameOf(*found) : QString();
}

void WeightDialog::buildPoints(QGridLayout &grid)
{
    const bool isRank = m_set.method == WeightMethod::Rank;
    int line = 0;
    for (const CriterionPoints &each : m_set.points) {
        const Criterion *criterion = m_bench.assessment().criterion(each.criterion);
        if (!criterion)
            continue;
        auto *name = new QLabel(this);
        name->setTextFormat(Qt::PlainText);
        name->setText(
            u"%1: %2"_s.arg(nameOf(*criterion), tr("from %1 to %2")
                                                    .arg(figureText(criterion->worst),
                                                         figureText(criterion->best, criterion->unit))));
        auto *points = new QDoubleSpinBox(this);
        points->setObjectName(u"points_"_s + each.criterion);
        points->setAccessibleName(nameOf(*criterion));
        points->setDecimals(isRank ? 0 : 1);
        points->setRange(isRank ? 1 : 0, isRank ? static_cast<double>(m_set.points.size()) : 1000);
        points->setValue(each.points);
        connect(points, &QDoubleSpinBox::valueChanged, this, &WeightDialog::change);
        grid.addWidget(name, line, 0);
        grid.addWidget(points, line++, 1);
        m_points.push_back(points);
    }
}

void WeightDialog::buildPairs(QGridLayout &grid)
{
    int line = 0;
    for (const PairJudgment &judgment : m_set.judgments) {
        const QString a = nameOfId(judgment.a);
        const QString b = nameOfId(judgment.b);
        auto *name = new QLabel(this);
        name->setTextFormat(Qt::PlainText);
        name->setText(tr("%1 or %2?").arg(a, b));
        auto *ratio = new QComboBox(this);
        ratio->setObjectName(u"pair%1"_s.arg(line));
        ratio->setAccessibleName(name->text());
        for (int step = kScale - 1; step > -kScale; --step)
            ratio->addItem(ratioText(step, a, b), step);
        ratio->setCurrentIndex(ratio->findData(stepOf(judgment.ratio)));
        connect(ratio, &QComboBox::currentIndexChanged, this, &WeightDialog::change);
        grid.addWidget(name, line, 0);
        grid.addWidget(ratio, line++, 1);
        m_pairs.push_back(ratio);
    }
}

void WeightDialog::change()
{
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_set.points[i].points = m_points[i]->value();
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        m_set.judgments[i].ratio = ratioOf(m_pairs[i]->currentData().toInt());
    m_bench.tryOut(withWeightSet(m_bench.assessment(), m_set));
    showResult();
}

void WeightDialog::showResult()
{
    const DecisionReport &report = m_bench.report();
    QStringList weights;
    for (const WeighedCriterion &each : report.criteria)
        weights.append(u"%1 %2"_s.arg(nameOf(each.criterion), shareText(each.weight)));
    QStringList lines{weights.join(u" · "_s), verdictText(m_bench.assessment(), report)};
    m_fix->hide();
    if (report.consistencyRatio) {
        const bool isFine = *report.consistencyRatio < 0.1;
        lines.append(
            isFine ? tr("The judgments agree with each other: CR %1.").arg(figureText(*report.consistencyRatio))
                   : tr("The judgments contradict each other: CR %1, it should be below 0.10.")
                         .arg(figureText(*report.consistencyRatio)));
        if (!isFine && report.judgmentToFix) {
            const int step = stepOf(report.judgmentSuggestion);
            const QString a = nameOfId(report.judgmentToFix->a);
            const QString b = nameOfId(report.judgmentToFix->b);
            //: %1 and %2 are criteria, %3 what the other judgments say of them
            m_fix->setText(tr("Fix %1 / %2: %3").arg(a, b, ratioText(step, a, b)));
            m_fix->show();
        }
    }
    m_result->setText(lines.join(u'\n'));
}

void WeightDialog::fix()
{
    const DecisionReport &report = m_bench.report();
    if (!report.judgmentToFix)
        return;
    const PairJudgment worst = *report.judgmentToFix;
    const double suggestion = report.judgmentSuggestion;
    for (std::size_t i = 0; i < m_set.judgments.size(); ++i) {
        const PairJudgment &each = m_set.judgments[i];
        if (each.a == worst.a && each.b == worst.b)
            m_pairs[i]->setCurrentIndex(m_pairs[i]->findData(stepOf(suggestion)));
        else if (each.a == worst.b && each.b == worst.a)
            m_pairs[i]->setCurrentIndex(m_pairs[i]->findData(stepOf(1 / suggestion)));
    }
}

void WeightDialog::accept()
{
    m_bench.settle();
    QDialog::accept();
}

void WeightDialog::reject()
{
    m_bench.dropTrial();
    QDialog::reject();
}

} // namespace stratadeck
