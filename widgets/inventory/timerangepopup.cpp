// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/timerangepopup.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;

// The standard format of many languages has no seconds.
constexpr QLatin1StringView kFormat("yyyy-MM-dd HH:mm:ss");

// Which Qt leaves to their pictures.
void nameButtons(const QCalendarWidget &calendar)
{
    const auto name = [&calendar](const QString &button, const QString &text) {
        if (auto *found = calendar.findChild<QToolButton *>(button)) {
            found->setAccessibleName(text);
            found->setToolTip(text);
        }
    };
    name(u"qt_calendar_prevmonth"_s, TimeRangePopup::tr("Previous month"));
    name(u"qt_calendar_nextmonth"_s, TimeRangePopup::tr("Next month"));
}

QDateTimeEdit *makeEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setDisplayFormat(kFormat);
    edit->setCalendarPopup(true);
    nameButtons(*edit->calendarWidget());
    return edit;
}

TimePoint timeOf(const QDateTimeEdit &edit)
{
    return fromMillis(edit.dateTime().toMSecsSinceEpoch());
}

} // namespace

TimeRangePopup::TimeRangePopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_from(makeEdit(u"rangeFrom"_s, tr("From"), this))
    , m_to(makeEdit(u"rangeTo"_s, tr("To"), this))
    , m_hint(new QLabel(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
{
    setObjectName(u"rangePopup"_s);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Time range"));
    m_apply->setObjectName(u"rangeApply"_s);
    m_hint->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(m_hint);
    form->addRow(m_apply);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &TimeRangePopup::check);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &TimeRangePopup::check);
    connect(m_apply, &QPushButton::clicked, this, &TimeRangePopup::apply);
    check();
}

void TimeRangePopup::open(TimeRange range, const QWidget &anchor)
{
    m_from->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(range.from)));
    m_to->setDateTime(QDateTime::fromMSecsSinceEpoch(toMillis(range.to)));
    adjustSize();
    QPoint corner = anchor.mapToGlobal(QPoint(0, anchor.height()));
    const QRect room = anchor.screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(corner);
    show();
    m_from->setFocus(Qt::PopupFocusReason);
}

TimeRange TimeRangePopup::range() const
{
    return {timeOf(*m_from), timeOf(*m_to)};
}

void TimeRangePopup::check()
{
    const bool valid = range().length() >= std::chrono::seconds(1);
    m_apply->setEnabled(valid);
    m_hint->setText(valid ? tr("Times are those of this computer's time zone.")
                          : tr("The end must be later than the beginning."));
}

void TimeRangePopup::apply()
{
    if (!m_apply->isEnabled())
        return;
    close();
    Q_EMIT applied(range());
}

void TimeRangePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        apply();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace stratadeck
