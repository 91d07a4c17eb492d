// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QWidget>
#include <optional>

class QAbstractButton;
class QButtonGroup;
class QToolButton;

namespace stratadeck {

/// The range presets from one minute to all, and Live/Paused.
class RangeBar final : public QWidget
{
    Q_OBJECT
public:
    /// Zero stands for "all that is recorded".
    static constexpr std::chrono::minutes kAll{0};

    /// The shortest preset at least this long; kAll beyond the longest.
    static std::chrono::minutes presetFor(std::chrono::minutes length);

    explicit RangeBar(QWidget *parent = nullptr);

    std::chrono::minutes preset() const { return m_preset; }
    void setPreset(std::chrono::minutes preset); ///< emits nothing
    bool isLive() const;
    void setLive(bool live); ///< emits nothing

    /// A range chosen in the charts: no preset is marked.
    void showCustomRange();

Q_SIGNALS:
    void presetChosen(std::chrono::minutes preset);
    void liveToggled(bool live);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLive();

    std::chrono::minutes m_preset{15};
    QButtonGroup *m_presets;
    QToolButton *m_live;
};

} // namespace stratadeck
