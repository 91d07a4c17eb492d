// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rail.h"

#include "widgets/kit/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 22;
constexpr int kButtonWidth = 76;
constexpr int kMostShortcuts = 9;
constexpr char kIconProperty[] = "iconName";

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"rail"_s);
    m_layout->setContentsMargins(4, 8, 4, 8);
    m_layout->setSpacing(4);
    m_layout->addStretch();
    QToolButton *find = makeButton(u"search"_s, tr("Find"));
    find->setObjectName(u"openPalette"_s);
    find->setToolTip(tr("Find a command, host, VM or container (Ctrl+K)"));
    m_layout->addWidget(find);
    connect(find, &QToolButton::clicked, this, &Rail::findWanted);
    QToolButton *settings = makeButton(u"settings"_s, tr("Settings"));
    settings->setObjectName(u"openSettings"_s);
    settings->setToolTip(tr("Sources, history, language and look (Ctrl+,)"));
    m_layout->addWidget(settings);
    connect(settings, &QToolButton::clicked, this, &Rail::settingsWanted);
    connect(m_pages, &QButtonGroup::idClicked, this, &Rail::pageChosen);
}

QToolButton *Rail::makeButton(const QString &icon, const QString &title)
{
    auto *button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setProperty(kIconProperty, icon);
    button->setIcon(themedIcon(icon));
    button->setIconSize({kIconSize, kIconSize});
    button->setText(title);
    button->setAccessibleName(title);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumWidth(kButtonWidth);
    return button;
}

void Rail::addPage(const QString &icon, const QString &title)
{
    QToolButton *button = makeButton(icon, title);
    button->setCheckable(true);
    const int page = m_count++;
    if (page < kMostShortcuts) {
        //: %1 is a page's name, %2 its key
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(title).arg(page + 1));
    }
    m_pages->addButton(button, page);
    m_layout->insertWidget(page, button);
}

void Rail::setCurrent(int page)
{
    if (QAbstractButton *button = m_pages->button(page))
        button->setChecked(true);
}

void Rail::showIcons()
{
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIcon(themedIcon(button->property(kIconProperty).toString()));
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcons();
    QWidget::changeEvent(event);
}

} // namespace stratadeck
