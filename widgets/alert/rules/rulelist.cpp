// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulelist.h"

#include "models/base/errortext.h"
#include "widgets/alert/rules/ruleactions.h"
#include "widgets/alert/rules/rulelistmodel.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/rowdelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;

/// Every word must stand somewhere in the rule.
class WordFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(RuleListModel::kFilterRole).toString();
        return std::ranges::all_of(
            m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

RuleList::RuleList(RuleBook &book, const AlertDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_model(new RuleListModel(book, desk, this))
    , m_actions(new RuleActions(book, this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
{
    auto *filter = new WordFilter(this);
    m_sorted = filter;
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RuleListModel::kSortRole);
    m_notice->setObjectName(u"ruleNotice"_s);
    m_notice->setClosable(true);
    m_notice->clear();
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    buildBar();
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_filter, &QLineEdit::textChanged, this, [this, filter](const QString &text) {
        filter->setWords(text);
        refresh();
    });
    connect(&book, &RuleBook::changed, this, [this] {
        m_hasFailed = false;
        refresh();
    });
    connect(&book, &RuleBook::loadFailed, this, &RuleList::showFailure);
    connect(&book, &RuleBook::refused, this,
            [this](const QString &sentence) { m_notice->showNotice(NoticeBar::Severity::Problem, sentence); });
    refresh();
}

void RuleList::buildBar()
{
    m_filter->setObjectName(u"ruleFilter"_s);
    m_filter->setPlaceholderText(tr("Filter rules, such as a name or a metric"));
    m_filter->setAccessibleName(tr("Filter rules"));
    m_filter->setMaxLength(200);
    addSearchIcon(*m_filter);
    addClearButton(*m_filter);
    m_count->setObjectName(u"ruleCount"_s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    for (QAction *action : m_actions->actions()) {
        if (action->objectName() == "ruleCopyYaml"_L1)
            continue; // two of one picture; the menu has it
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(plainText(*action));
        if (action == m_actions->create() || action == m_actions->edit())
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        bar->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void RuleList::buildTable()
{
    m_table->setObjectName(u"ruleList"_s);
    m_table->setAccessibleName(tr("Alert rules"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RuleListModel::SeverityColumn, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_actions->actions());
    const int em = fontMetrics().horizontalAdvance(u'0');
    constexpr std::array kWidths{20, 28, 9, 12, 9, 80};
    for (int column = 0; column < RuleListModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)] * em);
    connect(m_table, &QTreeView::activated, m_actions->edit(), &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RuleList::showSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RuleList::showSelection);
    // What was selected stays so when a rule comes or goes; else what took its place.
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptRow = m_table->currentIndex().row();
        m_kept = m_actions->selection();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RuleList::selectAgain, Qt::QueuedConnection);
}

// Not the view's own way, which adds to the selection, or takes from it, while Ctrl is still held.
void RuleList::makeCurrent(const QModelIndex &index)
{
    m_table->selectionModel()->setCurrentIndex(index,
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RuleList::selectAgain()
{
    QItemSelection selection;
    int current = -1;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (!m_kept.contains(m_model->rule(m_sorted->mapToSource(index).row()).name))
            continue;
        selection.select(index, index);
        current = current < 0 ? row : current;
    }
    if (current < 0 && m_keptRow >= 0)
        makeCurrent(m_sorted->index(std::min(m_keptRow, m_sorted->rowCount() - 1), 0));
    else if (current >= 0)
        makeCurrent(m_sorted->index(current, 0));
    if (selection.size() > 1)
        m_table->selectionModel()->select(selection,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    showSelection();
}

void RuleList::showSelection()
{
    QStringList names;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        names.append(m_model->rule(m_sorted->mapToSource(index).row()).name);
    m_actions->setSelection(names);
}

void RuleList::refresh()
{
    const int all = m_model->rowCount();
    const int shown = m_sorted->rowCount();
    const QLocale locale;
    m_count->setText(shown == all ? tr("%n rule(s)", nullptr, all)
                                  //: Of rules; %1 are shown, %2 is how many there are
                                  : tr("%1 of %2 rules").arg(locale.toString(shown), locale.toString(all)));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (shown > 0 || m_hasFailed)
        return;
    if (!m_book.isLoaded()) {
        m_empty->setContent(u"source-loading"_s, tr("Reading the rules…"), {});
        m_empty->setActions({});
    } else if (all > 0) {
        m_empty->setContent(u"search"_s, tr("No rule matches the filter."), tr("Take a word away."));
        m_empty->setActions({});
    } else {
        m_empty->setContent(u"alerts"_s, tr("There are no rules: nothing can fire."),
                            tr("Write one, or import those of a file."));
        m_empty->setActions({m_actions->create(), m_actions->importFile()});
    }
}

void RuleList::showFailure(const Error &error)
{
    m_hasFailed = true;
    m_stack->setCurrentWidget(m_empty);
    const bool isMissing = error.kind == Error::Kind::NotFound;
    m_empty->setContent(u"problem"_s, tr("The rules in force cannot be read."),
                        isMissing ? tr("There is no history yet: rules lie in its file.") : errorText(error));
    m_empty->setActions({});
}

void RuleList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RuleList::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        makeCurrent(m_sorted->index(0, 0));
}

void RuleList::select(const QString &name)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (m_model->rule(m_sorted->mapToSource(index).row()).name == name)
            makeCurrent(index);
    }
}

void RuleList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        focusList();
        return;
    }
    if (event->key() == Qt::Key_Down && m_filter->hasFocus()) {
        focusList();
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        focusFilter();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace stratadeck
