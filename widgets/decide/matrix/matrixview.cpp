// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/matrix/matrixview.h"

#include "models/assess/assessment.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/matrix/matrixdelegate.h"
#include "widgets/decide/matrix/matrixmodel.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool beginsFigure(const QString &text)
{
    return text.size() == 1 && (text[0].isDigit() || u"+-.,"_s.contains(text[0]));
}

} // namespace

MatrixView::MatrixView(Workbench &bench, TableTools &tools, QWidget *parent)
    : QTableView(parent)
    , m_bench(bench)
    , m_model(new MatrixModel(bench, this))
{
    setObjectName(u"matrix"_s);
    setAccessibleName(tr("Decision matrix"));
    setModel(m_model);
    setItemDelegate(new MatrixDelegate(this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers); // keys are ours, see keyPressEvent()
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setShowGrid(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().horizontalAdvance(u'0') * 17);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    addCellAction(u"cellEdit"_s, tr("&Edit cell…"), Qt::Key_Return, &MatrixView::cellWanted);
    addCellAction(u"cellReason"_s, tr("&Reason…"), Qt::Key_R, &MatrixView::reasonWanted);
    addCellAction(u"cellEvidence"_s, tr("E&vidence from history…"), Qt::Key_E, &MatrixView::evidenceWanted);
    addCellAction(u"cellRefresh"_s, tr("Re&fresh evidence…"), Qt::Key_F5, &MatrixView::refreshWanted);
    auto *clear = new QAction(tr("C&lear cell"), this);
    clear->setObjectName(u"cellClear"_s);
    clear->setShortcut(QKeySequence::Delete);
    clear->setShortcutContext(Qt::WidgetShortcut);
    connect(clear, &QAction::triggered, this, &MatrixView::clearCell);
    m_actions.append(clear);
    addAction(clear);
    tools.addTo(*this, tr("Decision matrix"), [this] { return m_model->table(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::showActions);
    connect(&bench, &Workbench::shown, this, &MatrixView::showActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model->rowCount() > 0 && m_model->columnCount() > 0)
            setCurrentIndex(m_model->index(0, 0));
        showActions();
    });
    fit();
    showActions();
}

void MatrixView::addCellAction(const QString &name, const QString &text, const QKeySequence &key, Signal signal)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, signal] {
        const QModelIndex index = currentIndex();
        if (index.isValid())
            Q_EMIT(this->*signal)(m_model->optionId(index), m_model->criterionId(index));
    });
    m_actions.append(action);
    addAction(action);
}

void MatrixView::showActions()
{
    const QModelIndex index = currentIndex();
    const bool can = m_bench.canEdit() && index.isValid();
    const Cell *cell = index.isValid()
                           ? m_bench.assessment().cell(m_model->optionId(index), m_model->criterionId(index))
                           : nullptr;
    const bool isMeasured = cell && cell->figure.kind == Estimate::Kind::Measured;
    for (QAction *action : m_actions) {
        const QString name = action->objectName();
        const bool fits = name == "cellRefresh"_L1 ? isMeasured : (name != "cellClear"_L1 || cell != nullptr);
        action->setEnabled(can && fits);
        action->setStatusTip(!can   ? tr("Choose a cell of an assessment that is not frozen.")
                             : fits ? QString()
                                    : tr("This cell has no such figure."));
    }
}

void MatrixView::clearCell()
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && m_bench.canEdit())
        m_bench.commit(
            withoutCell(m_bench.assessment(), m_model->optionId(index), m_model->criterionId(index)));
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_Enter && index.isValid()) {
        m_actions.front()->trigger();
        return;
    }
    if (isPlain && beginsFigure(event->text()) && index.isValid() && m_bench.canEdit()) {
        if (edit(index, AllEditTriggers, event)) {
            if (auto *line = findChild<QLineEdit *>(u"figureEdit"_s))
                line->setText(event->text());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid() && m_actions.front()->isEnabled())
        m_actions.front()->trigger();
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void MatrixView::fit()
{
    const QFontMetrics metrics = fontMetrics();
    verticalHeader()->setDefaultSectionSize(2 * metrics.height() + 14);
    verticalHeader()->setFixedWidth(metrics.horizontalAdvance(u'0') * 30);
}

} // namespace stratadeck
