// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/matrix/matrixmodel.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/workbench.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> centreOf(const Assessment &assessment, const Estimate &figure)
{
    switch (figure.kind) {
    case Estimate::Kind::Missing:
        return {};
    case Estimate::Kind::Exact:
        return figure.low;
    case Estimate::Kind::Interval:
        return (figure.low + figure.high) / 2;
    case Estimate::Kind::Triangular:
    case Estimate::Kind::Pert:
    case Estimate::Kind::Normal:
        return figure.mode;
    case Estimate::Kind::Measured:
        break;
    }
    const Evidence *evidence = assessment.evidenceOf(figure.evidence);
    return evidence ? std::optional(evidence->value) : std::nullopt;
}

} // namespace

MatrixModel::MatrixModel(Workbench &bench, QObject *parent)
    : QAbstractTableModel(parent)
    , m_bench(bench)
{
    connect(&bench, &Workbench::shown, this, &MatrixModel::follow);
    follow();
}

// The shape of the table rarely changes: while it stays, so does what is selected in it.
void MatrixModel::follow()
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    QStringList options;
    QStringList criteria;
    QStringList rowHeads;
    QStringList columnHeads;
    std::vector<Shown> cells;
    for (std::size_t option = 0; option < assessment.options.size(); ++option) {
        options.append(assessment.options[option].id);
        columnHeads.append(columnHead(option));
    }
    for (std::size_t criterion = 0; criterion < report.criteria.size(); ++criterion) {
        criteria.append(report.criteria[criterion].criterion.id);
        rowHeads.append(rowHead(criterion));
        for (std::size_t option = 0; option < assessment.options.size(); ++option)
            cells.push_back(shownOf(option, criterion));
    }
    const bool isSameShape = options == m_options && criteria == m_criteria;
    if (!isSameShape)
        beginResetModel();
    const bool isSame = isSameShape && cells == m_cells;
    const bool areHeadsSame = rowHeads == m_rowHeads && columnHeads == m_columnHeads;
    m_options = std::move(options);
    m_criteria = std::move(criteria);
    m_rowHeads = std::move(rowHeads);
    m_columnHeads = std::move(columnHeads);
    m_cells = std::move(cells);
    if (!isSameShape) {
        endResetModel();
        return;
    }
    if (!isSame && !m_cells.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (!areHeadsSame && !m_rowHeads.isEmpty() && !m_columnHeads.isEmpty()) {
        Q_EMIT headerDataChanged(Qt::Vertical, 0, static_cast<int>(m_rowHeads.size()) - 1);
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_columnHeads.size()) - 1);
    }
}

QString MatrixModel::rowHead(std::size_t criterion) const
{
    const WeighedCriterion &each = m_bench.report().criteria[criterion];
    const Criterion &c = each.criterion;
    //: A range from the worst to the best level, with its unit
    const QString range = tr("%1 → %2").arg(figureText(c.worst), figureText(c.best, c.unit));
    return u"%1 · %2\n%3"_s.arg(nameOf(c), shareText(each.weight), range);
}

QString MatrixModel::columnHead(std::size_t option) const
{
    const DecisionReport &report = m_bench.report();
    const QString name = optionName(m_bench.assessment(), option);
    const bool isOut = option < report.isEligible.size() && !report.isEligible[option];
    if (isOut)
        return u"%1\n%2"_s.arg(name, tr("fails a must-have"));
    if (option >= report.scores.size() || !report.scores[option])
        return u"%1\n%2"_s.arg(name, tr("no score yet"));
    const std::optional<int> rank = report.ranks[option];
    return u"%1\n%2"_s.arg(name, rank ? tr("%1, place %2").arg(scoreText(report.scores[option])).arg(*rank)
                                      : scoreText(report.scores[option]));
}

MatrixModel::Shown MatrixModel::shownOf(std::size_t option, std::size_t criterion) const
{
    const Assessment &assessment = m_bench.assessment();
    const DecisionReport &report = m_bench.report();
    const Criterion &column = report.criteria[criterion].criterion;
    Shown shown;
    for (const GateResult &gate : report.gates) {
        if (gate.option == option && gate.criterion == criterion)
            shown.gate = static_cast<int>(gate.state);
    }
    const Cell *cell = assessment.cell(assessment.options[option].id, column.id);
    if (!cell)
        return shown;
    const Evidence *evidence = assessment.evidenceOf(cell->figure.evidence);
    shown.source = cell->source;
    shown.reason = plainText(cell->reason, 2000);
    shown.figure = cellFigureText(assessment, cell->figure, column.unit);
    if (shown.figure.isEmpty())
        return shown;
    shown.number = centreOf(assessment, cell->figure);
    shown.isRange = cell->figure.kind != Estimate::Kind::Exact && cell->figure.kind != Estimate::Kind::Measured;
    shown.bar = report.values[option][criterion];
    const TimePoint at = evidence ? evidence->taken : cell->at;
    const Milliseconds age = std::max(Milliseconds(0), m_bench.clock().now() - at);
    QStringList note{sourceText(cell->source)};
    if (at != TimePoint{})
        note.append(age < std::chrono::minutes(1) ? tr("new") : formatDuration(age, QLocale()));
    if (cell->confidence < 1)
        //: How sure somebody is of a figure, such as "80 % sure"
        note.append(tr("%1 sure").arg(u"%1 %"_s.arg(qRound(cell->confidence * 100))));
    shown.note = note.join(u" · "_s);
    if (evidence) {
        const EvidenceAge state = ageOf(*evidence, m_bench.clock().now(), assessment.evidenceMaxAge);
        if (state.isTampered)
            shown.warning = tr("changed");
        else if (state.isOld)
            //: Evidence that is too old
            shown.warning = tr("stale");
    } else if (cell->reason.isEmpty() && cell->document.isEmpty()) {
        shown.warning = tr("no reason");
    }
    return shown;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_criteria.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_options.size());
}

const MatrixModel::Shown &MatrixModel::at(const QModelIndex &index) const
{
    return m_cells[static_cast<std::size_t>(index.row()) * static_cast<std::size_t>(m_options.size())
                   + static_cast<std::size_t>(index.column())];
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Shown &cell = at(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList words{cell.figure.isEmpty() ? tr("missing") : cell.figure};
        if (!cell.figure.isEmpty())
            words << cell.note << cell.warning;
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    case Qt::EditRole:
        return cell.number ? QLocale().toString(*cell.number, 'g', QLocale::FloatingPointShortest) : QString();
    case Qt::ToolTipRole:
        return (cell.reason.isEmpty() ? tr("No reason is given. Press R to give one.") : cell.reason)
            .toHtmlEscaped();
    case FigureRole:
        return cell.figure;
    case SourceRole:
        return static_cast<int>(cell.source);
    case NoteRole:
        return cell.note;
    case WarningRole:
        return cell.warning;
    case GateRole:
        return cell.gate;
    case RangeRole:
        return cell.isRange;
    case BarRole:
        return cell.bar ? QVariant(*cell.bar) : QVariant();
    default:
        return {};
    }
}

bool MatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !m_bench.canEdit())
        return false;
    const std::optional<double> figure = numberOf(value.toString());
    if (!figure)
        return false;
    return m_bench.commit(withTypedFigure(m_bench.assessment(), optionId(index), criterionId(index), *figure,
                                          m_bench.who(), m_bench.clock().now()));
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList &heads = orientation == Qt::Horizontal ? m_columnHeads : m_rowHeads;
    if (section < 0 || section >= heads.size())
        return {};
    if (role == Qt::DisplayRole)
        return heads[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && orientation == Qt::Vertical) {
        const Criterion &criterion = m_bench.report().criteria[static_cast<std::size_t>(section)].criterion;
        return u"%1\n%2"_s.arg(directionText(criterion.direction), plainText(criterion.description, 500))
            .toHtmlEscaped();
    }
    return {};
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, index.isValid() && m_bench.canEdit());
    return flags;
}

QString MatrixModel::optionId(const QModelIndex &index) const
{
    return m_options.value(index.column());
}

QString MatrixModel::criterionId(const QModelIndex &index) const
{
    return m_criteria.value(index.row());
}

std::vector<QStringList> MatrixModel::table() const
{
    const DecisionReport &report = m_bench.report();
    QStringList head{tr("Criterion"), tr("Unit"), tr("Weight"), tr("Worst"), tr("Best")};
    for (int option = 0; option < columnCount(); ++option) {
        const QString name = optionName(m_bench.assessment(), static_cast<std::size_t>(option));
        head << name << tr("%1: source").arg(name);
    }
    std::vector<QStringList> table{head};
    for (int row = 0; row < rowCount(); ++row) {
        const WeighedCriterion &each = report.criteria[static_cast<std::size_t>(row)];
        QStringList line{nameOf(each.criterion), each.criterion.unit, formatExact(each.weight),
                         formatExact(each.criterion.worst), formatExact(each.criterion.best)};
        for (int option = 0; option < columnCount(); ++option) {
            const Shown &cell = at(index(row, option));
            line << (cell.number ? formatExact(*cell.number) : QString());
            line << (cell.figure.isEmpty() ? QString() : cell.note);
        }
        table.push_back(std::move(line));
    }
    return table;
}

} // namespace stratadeck
