// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace stratadeck {

class StatusPill;
class Workbench;

/// The verdict in one sentence, how sure it is, and what share of the cells is supported.
class VerdictHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictHeader)
public:
    VerdictHeader(Workbench &bench, QWidget *parent = nullptr);

    QString sentence() const;

Q_SIGNALS:
    /// What is to be known about the figures is wanted.
    void conditionsWanted();

private:
    void follow();
    void showShares();

    Workbench &m_bench;
    StatusPill *m_badge;
    QLabel *m_sentence;
    QLabel *m_shares;
};

} // namespace stratadeck
