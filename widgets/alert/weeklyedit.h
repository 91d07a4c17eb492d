// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/weekly.h"

#include <QWidget>
#include <array>

class QCheckBox;
class QComboBox;
class QTimeEdit;

namespace stratadeck {

/// Asks for days of the week and a time of day, and by which place's clocks.
class WeeklyEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeeklyEdit)
public:
    /// Begins with the weekday and hour of `now`, by this desktop's clock.
    explicit WeeklyEdit(TimePoint now, QWidget *parent = nullptr);

    /// Not valid while something is missing.
    Weekly weekly() const;

Q_SIGNALS:
    void changed();

private:
    std::array<QCheckBox *, 7> m_days{};
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QComboBox *m_zone;
};

/// "Mon, Tue 22:00–06:00 (Europe/Berlin)", in the person's language.
QString weeklyText(const Weekly &weekly);

} // namespace stratadeck
