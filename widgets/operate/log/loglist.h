// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace stratadeck {

/// The lines of a log. While following, the newest stay in view; scrolling up stops that, End begins it again.
/// When it does not follow, what is in view stays although the oldest lines are dropped.
class LogList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogList)
public:
    LogList(QAbstractItemModel &model, QWidget *parent);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);

    void doItemsLayout() override;

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void noteRemoval(int first, int last);

    bool m_following = true;
    int m_dropped = 0; // rows above the view, since the last layout
};

} // namespace stratadeck
