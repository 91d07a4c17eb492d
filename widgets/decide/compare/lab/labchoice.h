// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/decide/compare/lab/labcontext.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace stratadeck {

class Clock;

/// What a person chooses for a lab. Nothing is ticked before they do, and another choice takes the ticks away.
class LabChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabChoice)
public:
    LabChoice(const LabContext &context, const Clock &clock, QWidget *parent = nullptr);

    /// With the targets as they are now.
    LabPlan plan() const;

Q_SIGNALS:
    void changed();

private:
    /// Of one kind.
    struct Row {
        EntityKind kind{};
        QComboBox *target = nullptr;
        QCheckBox *mayStop = nullptr;
        QCheckBox *mayForce = nullptr; ///< of VMs only
        QLabel *interruption = nullptr;
    };
    Row addTarget(QFormLayout &form, EntityKind kind, const QString &label, const QString &name);
    QSpinBox *addNumber(QFormLayout &form, const QString &label, const QString &name);
    void fill(const Row &row);
    void showTicks(const Row &row);
    std::optional<LabTarget> targetOf(const Row &row) const;
    void follow();

    LabContext m_context;
    const Clock &m_clock;
    Row m_guest;
    Row m_container;
    QSpinBox *m_runs = nullptr;
    QSpinBox *m_deadline = nullptr;
    QSpinBox *m_window = nullptr;
};

} // namespace stratadeck
