// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace stratadeck {

class ElidedLabel;
class WeightSlider;
class Workbench;

/// A slider for the weight of each criterion, with the exact interval in which the winner stays.
class WeightPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeightPanel)
public:
    WeightPanel(Workbench &bench, QWidget *parent = nullptr);

    /// Of the criterion in this row of the report.
    WeightSlider *slider(std::size_t criterion) const;

Q_SIGNALS:
    /// Another way to weigh is to be opened: a WeightMethod as int.
    void methodWanted(int method);

private:
    struct Row {
        ElidedLabel *name;
        WeightSlider *slider;
        QLabel *percent;
    };
    void follow();
    void rebuild(std::size_t rows);
    void showRow(std::size_t criterion);
    void move(std::size_t criterion);
    void showMethod();

    Workbench &m_bench;
    QComboBox *m_method;
    QPushButton *m_edit;
    QLabel *m_note;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    std::vector<double> m_proportions; // as they were when somebody began to move
    QTimer m_rest;                     // keys rest: what is tried becomes a change
    bool m_isShowing = false;
};

} // namespace stratadeck
