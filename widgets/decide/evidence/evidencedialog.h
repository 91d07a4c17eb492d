// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"
#include "models/base/result.h"
#include "models/history/history.h"

#include <QDialog>
#include <QTimer>
#include <optional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace stratadeck {

class Workbench;

/// Takes a cell from what was recorded: which figure, of whom, over which time, and how it becomes one number.
/// What it says is shown before it is used.
class EvidenceDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceDialog)
public:
    EvidenceDialog(Workbench &bench, const QString &option, const QString &criterion,
                   QWidget *parent = nullptr);

private:
    void build(QFormLayout &form);
    void buildOrigin(QFormLayout &form);
    void buildLevels(QFormLayout &form);
    /// Of a lab, as it is chosen; none: what was recorded.
    const Evidence *labChoice() const;
    void loadEntities();
    void fillEntities(const std::vector<EntityRecord> &entities);
    EvidenceQuery query() const;
    void ask();
    void showAnswer(const Result<Evidence> &answer);
    void showLevels();
    void showReady();
    void store();

    Workbench &m_bench;
    QString m_option;
    QString m_criterion;
    QComboBox *m_origin;
    QComboBox *m_metric;
    QListWidget *m_entities;
    QLineEdit *m_instance;
    QComboBox *m_window;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QComboBox *m_aggregate;
    QDoubleSpinBox *m_percentile;
    QLabel *m_preview;
    QCheckBox *m_takesUnit;
    QLineEdit *m_worst;
    QLineEdit *m_best;
    QPushButton *m_ok = nullptr;
    QFormLayout *m_form = nullptr;
    QTimer m_pause;
    std::vector<EntityRecord> m_known;
    std::optional<Evidence> m_answer;
    int m_asked = 0;
};

} // namespace stratadeck
