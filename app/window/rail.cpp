// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rail.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 22;
constexpr int kButtonWidth = 76;
constexpr int kMostShortcuts = 9;
constexpr char kIconProperty[] = "iconName";

/// A pill over the corner of a page's button.
class PageMark final : public QWidget
{
public:
    explicit PageMark(QWidget &button)
        : QWidget(&button)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void show(const QString &text, Tone tone)
    {
        m_text = text;
        m_tone = tone;
        setVisible(!text.isEmpty());
        const int height = fontMetrics().height() + 2;
        const int width = std::max(height, fontMetrics().horizontalAdvance(text) + height / 2);
        const int right = parentWidget()->width() > width ? parentWidget()->width() : kButtonWidth;
        setGeometry(right - width - 2, 1, width, height);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tone(m_tone));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setPen(theme.base);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
    Tone m_tone{};
};

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

void Rail::setMark(int page, const QString &mark, Tone tone, const QString &explanation)
{
    QAbstractButton *button = m_pages->button(page);
    if (!button)
        return;
    auto *label = button->findChild<PageMark *>();
    if (!label)
        label = new PageMark(*button);
    label->show(mark, tone);
    button->setAccessibleDescription(explanation);
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
