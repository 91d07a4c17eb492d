// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/log/logwindow.h"

#include "models/base/errortext.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/statuspill.h"
#include "widgets/operate/log/logdelegate.h"
#include "widgets/operate/log/logfindbar.h"
#include "widgets/operate/log/loglist.h"
#include "widgets/operate/log/logsaver.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

LogWindow::LogWindow(const QString &name, const QString &uri, const QString &key, LogTiming timing,
                     QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_name(name)
    , m_log(uri, key, timing)
    , m_notice(new NoticeBar(this))
    , m_find(new LogFindBar(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new LogList(m_log.model(), m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_delegate(new LogDelegate(m_log.model(), this))
    , m_lines(new QLabel(this))
    , m_state(new StatusPill(this))
    , m_saver(new LogSaver(*this, this))
    , m_streams(new QComboBox(this))
{
    //: The title of a window: %1 is a container
    setWindowTitle(tr("Log of “%1”").arg(name));
    setWindowIcon(applicationIcon());
    setObjectName(u"logWindow"_s);
    m_list->setObjectName(u"logLines"_s);
    m_list->setAccessibleName(tr("Lines of the log"));
    m_list->setItemDelegate(m_delegate);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    useMonospace();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_lines->setObjectName(u"logStatus"_s);
    makeActions();

    auto *status = new QHBoxLayout;
    status->addWidget(m_lines, 1);
    status->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_find);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addLayout(status);
    resize(fontMetrics().horizontalAdvance(u'0') * 130, fontMetrics().height() * 40);
    m_list->setFocus();

    connectFinding();
    LogModel &model = m_log.model();
    connect(&m_log, &ContainerLog::stateChanged, this, &LogWindow::showState);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] { m_reconnect->trigger(); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &LogWindow::showLines);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &LogWindow::showLines);
    connect(&model, &QAbstractItemModel::modelReset, this, &LogWindow::showLines);
    connect(m_saver, &LogSaver::saved, this, [this](const QString &path) {
        m_notice->showNotice(NoticeBar::Severity::Information, tr("Saved as %1.").arg(path));
    });
    connect(m_saver, &LogSaver::failed, this, [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    });
    showState();
    showFound();
}

void LogWindow::makeActions()
{
    const auto make = [this](const QString &name, const QString &icon, const QString &text,
                             const QKeySequence &key, const QString &toolTip) {
        auto *action = new QAction(themedIcon(icon), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        const QString shown = key.toString(QKeySequence::NativeText);
        action->setToolTip(shown.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, shown));
        addAction(action);
        return action;
    };
    m_follow = make(u"logFollow"_s, u"live"_s, tr("&Follow"), {},
                    tr("Keeps the newest lines in view (End). Scrolling up stops it."));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QAction::toggled, m_list, &LogList::setFollowing);
    connect(m_list, &LogList::followingChanged, m_follow, &QAction::setChecked);
    m_times = make(u"logTimes"_s, u"calendar"_s, tr("&Times"), {}, tr("Shows when each line was written."));
    m_times->setCheckable(true);
    connect(m_times, &QAction::toggled, this, [this](bool shows) {
        m_delegate->setShowsTimes(shows);
        m_list->doItemsLayout();
        m_list->viewport()->update();
    });
    m_copy = make(u"logCopy"_s, u"copy"_s, tr("&Copy"), QKeySequence::Copy,
                  tr("Copies the selected lines, or all that are shown when none is selected"));
    // In the field where one looks for something, Ctrl+C copies from that.
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &LogWindow::copy);
    m_list->addAction(m_copy);
    m_save = make(u"logSave"_s, u"export"_s, tr("&Save as…"), QKeySequence(Qt::CTRL | Qt::Key_S),
                  tr("Saves the lines that are shown"));
    connect(m_save, &QAction::triggered, this, &LogWindow::save);
    m_reconnect = make(u"logReconnect"_s, u"refresh"_s, tr("&Reconnect"), QKeySequence(Qt::Key_F5),
                       tr("Goes on where the log stopped"));
    connect(m_reconnect, &QAction::triggered, &m_log, &ContainerLog::reconnect);
    auto *look = new QAction(this);
    look->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    connect(look, &QAction::triggered, this, [this] { m_find->begin({}); });
    auto *close = new QAction(this);
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(close, &QAction::triggered, this, &QWidget::close);
    addActions({look, close, m_find->nextAction(), m_find->previousAction()});
}

QWidget *LogWindow::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [bar, layout](QAction *action) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setAccessibleName(action->toolTip());
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
    };
    add(m_follow);
    add(m_times);
    m_streams->setObjectName(u"logStreams"_s);
    m_streams->setAccessibleName(tr("Which output is shown"));
    m_streams->setToolTip(tr("Which output is shown. A container with a terminal mixes both."));
    m_streams->addItem(tr("All output"));
    m_streams->addItem(tr("Standard output"));
    m_streams->addItem(tr("Error output"));
    connect(m_streams, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_log.model().setStreams(static_cast<LogModel::Streams>(index)); });
    layout->addWidget(m_streams);
    layout->addStretch(1);
    add(m_copy);
    add(m_save);
    add(m_reconnect);
    return bar;
}

void LogWindow::connectFinding()
{
    LogModel &model = m_log.model();
    connect(m_find, &LogFindBar::wishChanged, this, [this](const LogPattern::Wish &wish) {
        const LogPattern pattern(wish);
        m_find->showProblem(pattern.problem());
        m_log.model().setPattern(pattern);
        m_list->viewport()->update();
    });
    connect(m_find, &LogFindBar::onlyMatchesChanged, &model, &LogModel::setOnlyMatches);
    connect(m_find, &LogFindBar::left, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_find->nextAction(), &QAction::triggered, this, [this] { find(1); });
    connect(m_find->previousAction(), &QAction::triggered, this, [this] { find(-1); });
    connect(&model, &LogModel::foundChanged, this, &LogWindow::showFound);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LogWindow::showFound);
}

void LogWindow::useMonospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    if (m_list->font() != font)
        m_list->setFont(font);
}

void LogWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        useMonospace();
    QWidget::changeEvent(event);
}

void LogWindow::copy() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const LogModel &model = static_cast<const LogModel &>(*m_list->model());
    QStringList texts;
    for (const QModelIndex &row : rows)
        texts.append(LogModel::textOf(model.line(row.row()), m_delegate->showsTimes()));
    for (int row = 0; rows.isEmpty() && row < model.rowCount(); ++row)
        texts.append(LogModel::textOf(model.line(row), m_delegate->showsTimes()));
    if (!texts.isEmpty())
        QApplication::clipboard()->setText(texts.join(u'\n') + u'\n');
}

void LogWindow::save()
{
    const LogModel &model = m_log.model();
    std::vector<LogLine> lines;
    lines.reserve(static_cast<std::size_t>(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row)
        lines.push_back(model.line(row));
    m_saver->save(m_name, std::move(lines));
}

// From the current line, or from what is in view when the current line is left behind; goes round at the ends.
void LogWindow::find(int step)
{
    LogModel &model = m_log.model();
    const std::deque<qint64> &found = model.found();
    if (found.empty())
        return;
    const QModelIndex current = m_list->currentIndex();
    const QModelIndex top = m_list->indexAt({1, 1});
    qint64 from = found.back() + 1;
    if (current.isValid() && !m_list->isFollowing())
        from = current.data(LogModel::NumberRole).toLongLong();
    else if (step > 0 && top.isValid())
        from = top.data(LogModel::NumberRole).toLongLong() - 1;
    const auto after = step > 0 ? std::ranges::upper_bound(found, from) : std::ranges::lower_bound(found, from);
    qint64 target = 0;
    if (step > 0)
        target = after == found.end() ? found.front() : *after;
    else
        target = after == found.begin() ? found.back() : *std::prev(after);
    m_list->setFollowing(false);
    const QModelIndex row = model.index(model.rowOf(target));
    m_list->setCurrentIndex(row);
    m_list->scrollTo(row, QAbstractItemView::EnsureVisible);
    showFound();
}

void LogWindow::showFound()
{
    const std::deque<qint64> &found = m_log.model().found();
    const QModelIndex current = m_list->currentIndex();
    int place = 0;
    if (current.isValid()) {
        const qint64 number = current.data(LogModel::NumberRole).toLongLong();
        const auto at = std::ranges::lower_bound(found, number);
        if (at != found.end() && *at == number)
            place = static_cast<int>(at - found.begin()) + 1;
    }
    m_find->showCount(place, static_cast<int>(found.size()), m_log.model().isSearching());
    showLines();
}

void LogWindow::showLines()
{
    const LogModel &model = m_log.model();
    const QLocale locale;
    const auto kept = static_cast<int>(model.lines().size());
    QString text = tr("%n line(s)", nullptr, kept);
    if (model.rowCount() != kept)
        //: %1 is "17 lines", %2 a number of them
        text = tr("%1, %2 of them shown").arg(text, locale.toString(model.rowCount()));
    if (model.dropped() > 0)
        //: %1 is "100,000 lines", %2 the number of older ones that had to go
        text = tr("%1; the %2 before them were dropped").arg(text, locale.toString(model.dropped()));
    m_lines->setText(text);
    m_save->setEnabled(model.rowCount() > 0);
    m_copy->setEnabled(model.rowCount() > 0);
    m_stack->setCurrentWidget(model.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (model.rowCount() > 0)
        return;
    if (kept > 0 && model.isSearching())
        m_empty->setContent(u"search"_s, tr("Searching…"), {});
    else if (kept > 0)
        m_empty->setContent(u"search"_s, tr("No line is shown"),
                            tr("Look for something else, or show all output and all lines."));
    else if (m_log.state() == LogState::Following)
        m_empty->setContent(u"tasks"_s, tr("Nothing was written yet"),
                            tr("Lines appear here as soon as the container writes them."));
    else if (m_log.state() == LogState::Connecting)
        m_empty->setContent(u"source-loading"_s, tr("Connecting"), tr("The engine is asked for the log."));
    else
        m_empty->setContent(u"tasks"_s, tr("No line of the log is known"), {});
}

void LogWindow::showState()
{
    const std::optional<Error> &error = m_log.error();
    QString notice;
    m_reconnect->setEnabled(m_log.state() != LogState::Following);
    switch (m_log.state()) {
    case LogState::Connecting:
        m_state->setStatus(u"source-loading"_s, tr("Connecting"), Tone::Muted);
        break;
    case LogState::Following:
        m_state->setStatus(u"source-ok"_s, tr("Connected"), Tone::Good);
        break;
    case LogState::Ended:
        m_state->setStatus(u"source-ended"_s, tr("Ended"), Tone::Muted);
        notice = tr("The container has ended, and with it this log. Reconnect when it runs again.");
        break;
    case LogState::StreamEnded:
        m_state->setStatus(u"source-ended"_s, tr("Stopped"), Tone::Warning);
        notice = tr("The engine has stopped sending although the container may still run. Reconnect to go on.");
        break;
    case LogState::Removed:
        m_state->setStatus(u"gone"_s, tr("Removed"), Tone::Muted);
        notice = tr("The container does not exist any more. Its lines stay here until this window is closed.");
        break;
    case LogState::EngineGone:
        m_state->setStatus(u"source-failed"_s, tr("No engine"), Tone::Problem);
        notice = tr("The engine cannot be reached. Check that it is running, then reconnect.");
        break;
    case LogState::Failed:
        m_state->setStatus(u"source-failed"_s, tr("Failed"), Tone::Problem);
        //: %1 is what the engine said
        notice = tr("The engine gives no log: %1").arg(error ? error->what : QString());
        break;
    }
    if (error)
        m_state->setToolTip(error->what);
    const bool isProblem = m_log.state() == LogState::EngineGone || m_log.state() == LogState::Failed;
    if (notice.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(isProblem ? NoticeBar::Severity::Problem : NoticeBar::Severity::Information,
                             notice, m_log.state() == LogState::Removed ? QString() : tr("Reconnect"));
    showLines();
}

} // namespace stratadeck
