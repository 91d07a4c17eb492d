// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/rangebar.h"

#include "widgets/inventory/timerangepopup.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <vector>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Preset {
    int minutes;
    QString label;
    QString name; // for tool tips and screen readers
};

std::vector<Preset> presets()
{
    constexpr int hour = 60;
    constexpr int day = 24 * hour;
    //: Short button labels for lengths of time: m minutes, h hours, d days, y year
    return {{1, RangeBar::tr("1m"), RangeBar::tr("Last minute")},
            {5, RangeBar::tr("5m"), RangeBar::tr("Last 5 minutes")},
            {15, RangeBar::tr("15m"), RangeBar::tr("Last 15 minutes")},
            {hour, RangeBar::tr("1h"), RangeBar::tr("Last hour")},
            {6 * hour, RangeBar::tr("6h"), RangeBar::tr("Last 6 hours")},
            {day, RangeBar::tr("24h"), RangeBar::tr("Last 24 hours")},
            {7 * day, RangeBar::tr("7d"), RangeBar::tr("Last 7 days")},
            {30 * day, RangeBar::tr("30d"), RangeBar::tr("Last 30 days")},
            {365 * day, RangeBar::tr("1y"), RangeBar::tr("Last year")},
            {0, RangeBar::tr("All"), RangeBar::tr("All that is recorded")}};
}

} // namespace

RangeBar::RangeBar(QWidget *parent)
    : QWidget(parent)
    , m_presets(new QButtonGroup(this))
    , m_live(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    m_back =
        addStep(u"back"_s, tr("Back to the range before"), QKeySequence(Qt::ALT | Qt::Key_Left), u"zoomBack"_s);
    m_forward = addStep(u"forward"_s, tr("Forward to the range after"), QKeySequence(Qt::ALT | Qt::Key_Right),
                        u"zoomForward"_s);
    for (const Preset &preset : presets()) {
        auto *button = new QToolButton(this);
        button->setText(preset.label);
        button->setToolTip(preset.name);
        button->setAccessibleName(preset.name);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName(u"range-%1"_s.arg(preset.minutes));
        m_presets->addButton(button, preset.minutes);
        layout->addWidget(button);
    }
    m_custom =
        addStep(u"calendar"_s, tr("Range from … to …"), QKeySequence(Qt::CTRL | Qt::Key_G), u"customRange"_s);
    layout->addSpacing(4);
    m_live->setObjectName(u"live"_s);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setFocusPolicy(Qt::TabFocus);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(m_live);
    layout->addStretch();
    connect(m_presets, &QButtonGroup::idClicked, this, [this](int minutes) {
        m_preset = std::chrono::minutes(minutes);
        Q_EMIT presetChosen(m_preset);
    });
    connect(m_live, &QToolButton::toggled, this, [this](bool live) {
        showLive();
        Q_EMIT liveToggled(live);
    });
    connect(m_back, &QAction::triggered, this, &RangeBar::backWanted);
    connect(m_forward, &QAction::triggered, this, &RangeBar::forwardWanted);
    connect(m_custom, &QAction::triggered, this, &RangeBar::askForRange);
    setCanGo(false, false);
    setPreset(m_preset);
    showLive();
}

QAction *RangeBar::addStep(const QString &icon, const QString &text, const QKeySequence &key,
                           const QString &name)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    //: %1 is what a button does, %2 its key
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    addAction(action);
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    button->setObjectName(name + u"Button"_s);
    layout()->addWidget(button);
    return action;
}

void RangeBar::setCanGo(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void RangeBar::askForRange()
{
    if (!m_popup) {
        m_popup = new TimeRangePopup(this);
        connect(m_popup, &TimeRangePopup::applied, this, &RangeBar::rangeChosen);
    }
    m_popup->open(m_shown, *findChild<QToolButton *>(u"customRangeButton"_s));
}

void RangeBar::setPreset(std::chrono::minutes preset)
{
    QAbstractButton *button = m_presets->button(static_cast<int>(preset.count()));
    if (!button)
        return;
    m_preset = preset;
    button->setChecked(true);
}

void RangeBar::showCustomRange()
{
    if (QAbstractButton *button = m_presets->checkedButton()) {
        m_presets->setExclusive(false);
        button->setChecked(false);
        m_presets->setExclusive(true);
    }
}

std::chrono::minutes RangeBar::presetFor(std::chrono::minutes length)
{
    for (const Preset &preset : presets()) {
        if (preset.minutes >= length.count())
            return std::chrono::minutes(preset.minutes);
    }
    return kAll;
}

bool RangeBar::isLive() const
{
    return m_live->isChecked();
}

void RangeBar::setLive(bool live)
{
    const QSignalBlocker blocker(m_live);
    m_live->setChecked(live);
    showLive();
}

void RangeBar::showLive()
{
    const bool live = isLive();
    m_live->setText(live ? tr("Live") : tr("Paused"));
    m_live->setIcon(themedIcon(live ? u"live"_s : u"pause"_s));
    m_live->setToolTip(live ? tr("The charts follow the newest figures. Space pauses them.")
                            : tr("The charts stand still; recording goes on. Space follows again."));
    m_live->setAccessibleName(m_live->text());
    m_live->setAccessibleDescription(m_live->toolTip());
}

void RangeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showLive();
    QWidget::changeEvent(event);
}

} // namespace stratadeck
