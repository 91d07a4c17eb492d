// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/group/groupresult.h"

#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/group/groupedits.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 100;

const Cell *cellAt(const std::vector<Cell> &cells, const CellSpread &place)
{
    const auto found = std::ranges::find_if(cells, [&](const Cell &cell) {
        return cell.option == place.option && cell.criterion == place.criterion;
    });
    return found == cells.end() ? nullptr : &*found;
}

} // namespace

GroupResult::GroupResult(Workbench &bench, TableTools &tools, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_table(new FigureTable(tr("Scores of the group"), tools, this))
    , m_takeOne(new QPushButton(tr("Take over the &marked figure"), this))
    , m_takeAll(new QPushButton(tr("Take over &all figures"), this))
{
    m_table->setObjectName(u"groupSpread"_s);
    m_takeOne->setObjectName(u"groupTakeOne"_s);
    m_takeAll->setObjectName(u"groupTakeAll"_s);
    auto *again = new QPushButton(tr("&Begin another round"), this);
    again->setObjectName(u"groupAgain"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_takeOne, m_takeAll, again}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_takeOne, &QPushButton::clicked, this, [this] { takeOver(false); });
    connect(m_takeAll, &QPushButton::clicked, this, [this] { takeOver(true); });
    connect(again, &QPushButton::clicked, this, [this] { m_bench.commit(withoutRound(m_bench.assessment())); });
}

void GroupResult::follow()
{
    const Assessment &assessment = m_bench.assessment();
    m_spreads = spreadOf(assessment);
    const std::vector<Cell> agreed = agreedCells(assessment);
    QStringList head{tr("Option"), tr("Criterion"), tr("People"), tr("Apart"), tr("Agreed")};
    for (const QString &name : assessment.group.authors)
        head.append(plainText(name, kLongestName));
    std::vector<std::vector<FigureCell>> rows;
    for (const CellSpread &spread : m_spreads) {
        const Option *option = assessment.option(spread.option);
        const Criterion *criterion = assessment.criterion(spread.criterion);
        const Cell *cell = cellAt(agreed, spread);
        std::vector<FigureCell> row{
            {option ? nameOf(*option) : spread.option},
            {criterion ? nameOf(*criterion) : spread.criterion},
            {QLocale().toString(spread.count), double(spread.count)},
            {shareText(spread.spread), spread.spread},
            {cell ? cellFigureText(assessment, cell->figure, criterion ? criterion->unit : QString())
                  : QString()}};
        for (const QString &name : assessment.group.authors) {
            const GroupScore *score = scoreOf(assessment.group, name, spread.option, spread.criterion);
            row.push_back({score ? cellFigureText(assessment, score->figure, {}) : u"—"_s,
                           {},
                           score ? plainText(score->reason, 500) : QString()});
        }
        rows.push_back(std::move(row));
    }
    m_table->setTable(head, std::move(rows));
    if (!m_spreads.empty() && m_table->currentRow() < 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    for (QPushButton *button : {m_takeOne, m_takeAll})
        button->setEnabled(m_bench.canEdit() && !m_spreads.empty());
}

void GroupResult::takeOver(bool all)
{
    std::vector<Cell> agreed = agreedCells(m_bench.assessment());
    const int row = m_table->currentRow();
    if (!all) {
        const Cell *marked = row >= 0 && row < static_cast<int>(m_spreads.size())
                                 ? cellAt(agreed, m_spreads[static_cast<std::size_t>(row)])
                                 : nullptr;
        if (!marked)
            return;
        agreed = std::vector<Cell>{Cell(*marked)};
    }
    m_bench.commit(withAgreed(m_bench.assessment(), agreed, m_bench.who(), m_bench.clock().now()),
                   tr("Agreed by the group"));
}

} // namespace stratadeck
