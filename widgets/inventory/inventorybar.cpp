// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorybar.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestFilter = 1000;
constexpr int kLongestName = 60;
constexpr std::size_t kMostSaved = 50;

// Half a term, such as "cpu>", is not a mistake while one still types.
constexpr std::chrono::milliseconds kTypingPause{700};

QToolButton *menuButton(const QString &name, const QString &icon, const QString &what, QMenu *menu,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(themedIcon(icon));
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    menu->setObjectName(name + u"Menu"_s);
    menu->setTitle(what);
    button->setMenu(menu);
    return button;
}

} // namespace

InventoryBar::InventoryBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_savedMenu(new QMenu(this))
    , m_columns(new QMenu(this))
    , m_groupings(new QActionGroup(this))
    , m_notice(new NoticeBar(this))
{
    m_search->setObjectName(u"filter"_s);
    m_search->setPlaceholderText(tr("Filter, such as web kind:vm cpu>80"));
    m_search->setAccessibleName(tr("Filter the list"));
    m_search->setToolTip(
        tr("Words are looked for in names, hosts, states and tags. More precisely: kind:vm, "
           "state:running, host:a, tag:prod, problem:. Figures are compared: cpu>80, mem>4GiB, "
           "mem%>=90, disk>10MiB/s, net<1MiB/s. A minus sign excludes: -tag:test."));
    addClearButton(*m_search);
    m_search->setMaxLength(kLongestFilter);
    addSearchIcon(*m_search);
    m_wrong = m_search->addAction(themedIcon(u"warning"_s, Tone::Warning), QLineEdit::TrailingPosition);
    m_wrong->setObjectName(u"filterWrong"_s);
    m_wrong->setVisible(false);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &InventoryBar::filterChanged);

    auto *groupings = new QMenu(this);
    buildGroupingMenu(groupings);
    m_savedMenu->setToolTipsVisible(true);
    connect(m_savedMenu, &QMenu::aboutToShow, this, &InventoryBar::fillSavedMenu);
    auto *line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_search, 1);
    line->addWidget(menuButton(u"savedFilters"_s, u"bookmark"_s, tr("Saved filters"), m_savedMenu, this));
    line->addWidget(menuButton(u"grouping"_s, u"group"_s, tr("Arrange the list"), groupings, this));
    line->addWidget(menuButton(u"columns"_s, u"columns"_s, tr("Columns of the list"), m_columns, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_notice);
    m_notice->setObjectName(u"filterProblem"_s);
    m_notice->setClosable(false);
    m_notice->clear();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &InventoryBar::tellProblem);
    setFocusProxy(m_search);
}

void InventoryBar::buildGroupingMenu(QMenu *menu)
{
    const auto add = [&](const QString &text, Grouping grouping, const QString &name) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        m_groupings->addAction(action);
    };
    add(tr("&Flat"), Grouping::Flat, u"groupFlat"_s);
    add(tr("By &host"), Grouping::ByHost, u"groupByHost"_s);
    add(tr("By &tag"), Grouping::ByTag, u"groupByTag"_s);
    connect(m_groupings, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT groupingChosen(static_cast<Grouping>(action->data().toInt()));
    });
    setGrouping(Grouping::Flat);
}

QString InventoryBar::filter() const
{
    return m_search->text();
}

void InventoryBar::setFilter(const QString &text)
{
    m_search->setText(text);
}

void InventoryBar::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InventoryBar::clearFilter()
{
    m_search->clear();
}

void InventoryBar::setGrouping(Grouping grouping)
{
    for (QAction *action : m_groupings->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(grouping));
}

void InventoryBar::showProblems(const std::vector<FilterProblem> &problems)
{
    m_problem = problems.empty() ? QString() : problems.front().sentence;
    m_wrong->setVisible(!problems.empty());
    m_wrong->setText(m_problem);
    m_wrong->setToolTip(m_problem);
    if (problems.empty() || m_notice->isVisible())
        tellProblem();
    else
        m_pause.start();
}

void InventoryBar::tellProblem()
{
    m_pause.stop();
    if (m_problem.isEmpty())
        m_notice->clear();
    else if (m_notice->isHidden() || m_notice->text() != m_problem)
        m_notice->showNotice(NoticeBar::Severity::Warning, m_problem);
}

void InventoryBar::setSavedFilters(std::vector<SavedFilter> filters)
{
    m_saved = std::move(filters);
    std::ranges::sort(m_saved, [](const SavedFilter &a, const SavedFilter &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

void InventoryBar::fillSavedMenu()
{
    m_savedMenu->clear();
    for (const SavedFilter &saved : m_saved) {
        // In a menu an ampersand would become a mnemonic.
        QAction *choose = m_savedMenu->addAction(QString(saved.name).replace(u'&', u"&&"_s));
        choose->setToolTip(saved.text);
        connect(choose, &QAction::triggered, this, [this, text = saved.text] { m_search->setText(text); });
    }
    if (!m_saved.empty())
        m_savedMenu->addSeparator();
    QAction *save = m_savedMenu->addAction(tr("&Save this filter…"));
    save->setObjectName(u"saveFilter"_s);
    save->setEnabled(!m_search->text().trimmed().isEmpty() && m_saved.size() < kMostSaved);
    connect(save, &QAction::triggered, this, &InventoryBar::askForName);
    if (m_saved.empty())
        return;
    QMenu *remove = m_savedMenu->addMenu(tr("&Delete"));
    remove->setObjectName(u"deleteFilter"_s);
    for (const SavedFilter &saved : m_saved) {
        QAction *action = remove->addAction(QString(saved.name).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, name = saved.name] {
            std::erase_if(m_saved, [&name](const SavedFilter &filter) { return filter.name == name; });
            Q_EMIT savedFiltersChanged();
        });
    }
}

void InventoryBar::askForName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"filterName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the filter"));
    dialog->setLabelText(
        tr("Name of the filter “%1”. A filter of that name is replaced.").arg(m_search->text()));
    dialog->setTextValue(m_search->text().trimmed().left(kLongestName));
    connect(dialog, &QInputDialog::textValueSelected, this, &InventoryBar::saveAs);
    dialog->open();
}

void InventoryBar::saveAs(const QString &name)
{
    const QString wanted = name.simplified().left(kLongestName);
    if (wanted.isEmpty())
        return;
    std::vector<SavedFilter> filters = m_saved;
    std::erase_if(filters, [&wanted](const SavedFilter &filter) { return filter.name == wanted; });
    filters.push_back({wanted, m_search->text()});
    setSavedFilters(std::move(filters));
    Q_EMIT savedFiltersChanged();
}

bool InventoryBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT listWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace stratadeck
