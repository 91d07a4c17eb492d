// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <vector>

class QHBoxLayout;

namespace stratadeck {

class Session;
class StatusPill;

/// The status bar: every source with its state, and whether history is being recorded.
class SourceBar final : public QStatusBar
{
    Q_OBJECT
public:
    explicit SourceBar(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void settingsWanted();

private:
    void showSources();
    void showStore();

    Session &m_session;
    QWidget *m_area;
    QHBoxLayout *m_layout;
    std::vector<StatusPill *> m_pills;
    StatusPill *m_store;
};

} // namespace stratadeck
