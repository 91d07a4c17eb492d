// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace stratadeck {

class Workbench;

/// Weighs by swings, by an order or by pairs; what follows is shown while figures change and stored at the end.
class WeightDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeightDialog)
public:
    WeightDialog(Workbench &bench, WeightMethod method, QWidget *parent = nullptr);

    void accept() override;
    void reject() override;

private:
    void buildPoints(QGridLayout &grid);
    void buildPairs(QGridLayout &grid);
    void change();
    void showResult();
    void fix();
    QString nameOfId(const QString &criterion) const;

    Workbench &m_bench;
    WeightSet m_set;
    std::vector<QDoubleSpinBox *> m_points;
    std::vector<QComboBox *> m_pairs;
    QLabel *m_result;
    QPushButton *m_fix;
};

} // namespace stratadeck
