// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/sourcestatus.h"
#include "models/collect/discover.h"

#include <QWidget>
#include <vector>

class QGridLayout;

namespace stratadeck {

/// The first page a new user sees: what was found on this machine, what was not and why, and what to
/// do next. It gives way to the charts as soon as there are figures.
class SourceFinder final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceFinder(QWidget *parent = nullptr);

    void setFound(const std::vector<FoundSource> &found, const std::vector<SourceStatus> &statuses);

Q_SIGNALS:
    void settingsWanted();

private:
    void addRow(int row, const FoundSource &found, const SourceStatus *status);

    QWidget *m_rows;
    QGridLayout *m_grid;
};

} // namespace stratadeck
