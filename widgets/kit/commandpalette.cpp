// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/commandpalette.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/lineeditbuttons.h"
#include "widgets/kit/palettedelegate.h"
#include "widgets/kit/palettemodel.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 620;
constexpr int kTop = 48;
constexpr int kMargin = 8;
constexpr int kPage = 10;
constexpr int kRowsShown = 12;
constexpr int kLongestQuery = 200;

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing has a name like this."), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    m_search->setObjectName(u"paletteSearch"_s);
    m_search->setAccessibleName(tr("Find a command, host, VM or container"));
    m_search->setPlaceholderText(tr("Type a command, or the name of a host, VM or container"));
    m_search->setToolTip(tr("Up and Down choose, Enter runs, Esc closes."));
    m_search->setMaxLength(kLongestQuery);
    addSearchIcon(*m_search);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay where one types
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_nothing->setContentsMargins(kCellMargin, kMargin, kCellMargin, kMargin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin / 2);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandPalette::announceCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(qApp, &QApplication::focusChanged, this, &CommandPalette::followFocus);
    window->installEventFilter(this);
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setRecent(const QStringList &ids)
{
    m_recent = ids.mid(0, kMostRemembered);
}

void CommandPalette::open(std::vector<PaletteItem> items)
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_model->setItems(std::move(items), m_recent);
    m_search->clear();
    search({});
    raise();
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    const bool focused = m_search->hasFocus();
    hide();
    if (focused && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    // Closures may hold what is gone by the time the palette is opened again.
    m_model->setItems({}, m_recent);
}

void CommandPalette::search(const QString &typed)
{
    m_model->search(typed);
    const bool any = m_model->rowCount() > 0;
    m_nothing->setVisible(!any);
    m_list->setVisible(any);
    place();
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
    announceCurrent();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(kWidth, window->width() - 2 * kMargin);
    const int rows = std::min(m_model->rowCount(), kRowsShown);
    const int list =
        rows > 0 ? rows * cellHeight(m_list->fontMetrics()) + 2 : m_nothing->sizeHint().height() + kMargin / 2;
    const int wanted = m_search->sizeHint().height() + list + 2 * kMargin + kMargin / 2;
    const int top = std::min(kTop, window->height() / 10);
    setGeometry((window->width() - width) / 2, top, width, std::min(wanted, window->height() - top - kMargin));
}

// The focus stays in the box, so a screen reader hears of the row from there.
void CommandPalette::announceCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    m_search->setAccessibleDescription(current.isValid() ? current.data(Qt::AccessibleTextRole).toString()
                                                         : m_nothing->text());
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = m_list->currentIndex().row();
    int to = std::clamp(from + rows, 0, count - 1);
    if (to == from && std::abs(rows) == 1)
        to = rows > 0 ? 0 : count - 1; // round the end
    m_list->setCurrentIndex(m_model->index(to));
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_PageUp:
        moveBy(-kPage);
        return true;
    case Qt::Key_PageDown:
        moveBy(kPage);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return false;
    }
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_model->item(current.row()).enabled)
        return;
    const PaletteItem item = m_model->item(current.row());
    if (!item.id.isEmpty()) {
        m_recent.removeAll(item.id);
        m_recent.prepend(item.id);
        m_recent = m_recent.mid(0, kMostRemembered);
    }
    dismiss(); // first, so that what runs finds the focus where it was
    if (item.run)
        item.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (isVisible() && event->type() == QEvent::MouseButtonPress) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget != this && !isAncestorOf(widget))
            dismiss();
    }
    return QFrame::eventFilter(watched, event);
}

// Something else took the focus, such as a dialog. With none at all, another program is in front.
void CommandPalette::followFocus(const QWidget * /*before*/, const QWidget *now)
{
    if (now && now != m_search)
        dismiss();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.raised);
    painter.setPen(theme.accent);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace stratadeck
