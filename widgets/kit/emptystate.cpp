// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/emptystate.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 48;
constexpr int kTextWidth = 420;

QLabel *makeLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);

    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(makeLabel(this, u"emptyIcon"_s))
    , m_title(makeLabel(this, u"emptyTitle"_s))
    , m_advice(makeLabel(this, u"emptyAdvice"_s))
    , m_buttons(new QHBoxLayout)
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_advice->setForegroundRole(QPalette::PlaceholderText);
    m_buttons->setSpacing(8);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addSpacing(8);
    column->addLayout(m_buttons);
    column->addStretch(3);
    // Long lines are hard to read on a wide page; an alignment would lose the height for the width.
    auto *block = new QWidget(this);
    block->setLayout(column);
    block->setMaximumWidth(kTextWidth);
    auto *centred = new QHBoxLayout(this);
    centred->addStretch(1);
    centred->addWidget(block, 1000);
    centred->addStretch(1);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &advice)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(advice);
    showIcon();
}

void EmptyState::setActions(const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_buttons->addStretch();
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->text(), this);
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setDefault(action == actions.first());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

// No focus proxy: with one, Tab would pass over what stands above the buttons.
void EmptyState::focusInEvent(QFocusEvent *event)
{
    if (auto *suggested = findChild<QPushButton *>())
        suggested->setFocus(event->reason());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, themeFor(palette()).mutedText, kIcon, devicePixelRatioF()));
    m_icon->setVisible(!m_iconName.isEmpty());
}

} // namespace stratadeck
