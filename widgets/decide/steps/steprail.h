// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QWidget>

class QToolButton;

namespace stratadeck {

class Workbench;

/// The seven steps in a row, with their state; a step opens its checks.
class StepRail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepRail)
public:
    StepRail(Workbench &bench, QWidget *parent = nullptr);

Q_SIGNALS:
    void stepWanted(int step);

private:
    void follow();

    Workbench &m_bench;
    std::array<QToolButton *, kSteps> m_steps{};
};

} // namespace stratadeck
