// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/log/logfindbar.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LogFindBar::LogFindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_matchCase(toggle(u"logMatchCase"_s, u"Aa"_s, tr("Tell capital letters from small ones.")))
    , m_expression(toggle(u"logExpression"_s, u".*"_s, tr("Read it as a regular expression.")))
    , m_only(toggle(u"logOnly"_s, tr("&Only matching lines"), tr("Hide lines in which it is not found.")))
    , m_next(new QAction(themedIcon(u"forward"_s), tr("Find next"), this))
    , m_previous(new QAction(themedIcon(u"back"_s), tr("Find previous"), this))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
{
    m_text->setObjectName(u"logFind"_s);
    m_text->setPlaceholderText(tr("Find in the log"));
    m_text->setAccessibleName(tr("Find in the log"));
    m_text->setToolTip(
        tr("Enter goes to the next place, Shift+Enter to the one before, Esc back to the lines."));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(1000);
    m_text->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_typing.setSingleShot(true);
    m_typing.setInterval(80ms);
    connect(&m_typing, &QTimer::timeout, this, &LogFindBar::apply);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_matchCase, &QToolButton::toggled, this, &LogFindBar::apply);
    connect(m_expression, &QToolButton::toggled, this, &LogFindBar::apply);
    connect(m_only, &QToolButton::toggled, this, &LogFindBar::onlyMatchesChanged);

    m_next->setShortcuts({QKeySequence(Qt::Key_F3)});
    m_next->setToolTip(tr("Find next (F3)"));
    m_previous->setShortcuts({QKeySequence(Qt::SHIFT | Qt::Key_F3)});
    m_previous->setToolTip(tr("Find previous (Shift+F3)"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_text, 1);
    for (QAction *action : {m_previous, m_next}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        line->addWidget(button);
    }
    line->addWidget(m_matchCase);
    line->addWidget(m_expression);
    line->addWidget(m_only);
    line->addWidget(m_count);
    m_count->setObjectName(u"logCount"_s);
    // Room for what is usual, so that the field does not jump while counting.
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(u"000,000 of 000,000"_s));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problem->setObjectName(u"logFindProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    setFocusProxy(m_text);
}

QToolButton *LogFindBar::toggle(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

LogPattern::Wish LogFindBar::wish() const
{
    return {m_text->text(), m_matchCase->isChecked(), m_expression->isChecked()};
}

void LogFindBar::apply()
{
    m_typing.stop();
    Q_EMIT wishChanged(wish());
}

void LogFindBar::begin(const QString &text)
{
    if (!text.isEmpty())
        m_text->setText(text);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LogFindBar::showCount(int place, int count, bool isSearching)
{
    const QLocale locale;
    QString text;
    if (place > 0)
        //: Of places found: %1 is which one, %2 how many there are
        text = tr("%1 of %2").arg(locale.toString(place), locale.toString(count));
    else if (count > 0 || isSearching)
        text = tr("%n line(s)", nullptr, count);
    else if (!m_text->text().isEmpty() && m_problem->isHidden())
        text = tr("Not found");
    if (isSearching)
        text += u'…';
    m_count->setText(text);
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

void LogFindBar::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setAccessibleDescription(problem);
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, themeFor(this->palette()).tone(Tone::Problem));
    m_problem->setPalette(palette);
}

void LogFindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_typing.isActive())
        apply();
    if (isEnter)
        (event->modifiers() & Qt::ShiftModifier ? m_previous : m_next)->trigger();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace stratadeck
