// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/log/loglist.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace stratadeck {

LogList::LogList(QAbstractItemModel &model, QWidget *parent)
    : QListView(parent)
{
    // Before the view's own connections, which would make a neighbour of what goes the current line, and show
    // it.
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { noteRemoval(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_dropped = 0; });
    setModel(&model);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideNone);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() < verticalScrollBar()->value())
            setFollowing(false);
    });
}

void LogList::setFollowing(bool following)
{
    if (following)
        scrollToBottom();
    if (std::exchange(m_following, following) != following)
        Q_EMIT followingChanged(following);
}

void LogList::noteRemoval(int first, int last)
{
    if (first == 0)
        m_dropped += last + 1;
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.row() >= first && current.row() <= last)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
}

void LogList::doItemsLayout()
{
    const int top = verticalScrollBar()->value() - std::exchange(m_dropped, 0);
    QListView::doItemsLayout();
    if (m_following)
        scrollToBottom();
    else
        verticalScrollBar()->setValue(top);
}

void LogList::keyPressEvent(QKeyEvent *event)
{
    executeDelayedItemsLayout(); // without it, a step at this moment would not scroll
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
        // From what is in view; the current line may be far above it.
        if (m_following && model()->rowCount() > 0)
            selectionModel()->setCurrentIndex(model()->index(model()->rowCount() - 1, 0),
                                              QItemSelectionModel::NoUpdate);
        setFollowing(false);
        break;
    case Qt::Key_End:
        setFollowing(true);
        break;
    default:
        break;
    }
    QListView::keyPressEvent(event);
    if (event->key() == Qt::Key_Home)
        scrollToTop();
}

// Who chooses a line wants to read it.
void LogList::mousePressEvent(QMouseEvent *event)
{
    if (indexAt(event->pos()).isValid())
        setFollowing(false);
    QListView::mousePressEvent(event);
}

} // namespace stratadeck
