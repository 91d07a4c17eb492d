// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QWidget>
#include <optional>

class QAction;
class QButtonGroup;
class QToolButton;

namespace stratadeck {

class TimeRangePopup;

/// Back and forward, the range presets from one minute to all, a range from a pop-up, and Live/Paused.
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
    void setCanGo(bool back, bool forward);
    /// The range the pop-up begins with.
    void setShownRange(TimeRange range) { m_shown = range; }

Q_SIGNALS:
    void presetChosen(std::chrono::minutes preset);
    void liveToggled(bool live);
    void rangeChosen(stratadeck::TimeRange range);
    void backWanted();
    void forwardWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLive();
    QAction *addStep(const QString &icon, const QString &text, const QKeySequence &key, const QString &name);
    void askForRange();

    std::chrono::minutes m_preset{15};
    QButtonGroup *m_presets;
    QToolButton *m_live;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_custom;
    TimeRangePopup *m_popup = nullptr; // made when first wanted
    TimeRange m_shown{};
};

} // namespace stratadeck
