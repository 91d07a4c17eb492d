// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/ruleeditor.h"

#include "models/base/plaintext.h"
#include "widgets/alert/rules/backtestview.h"
#include "widgets/alert/rules/rulebook.h"
#include "widgets/alert/rules/ruleform.h"
#include "widgets/alert/rules/ruletextedit.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/noticebar.h"
#include "widgets/kit/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr int kTextLines = 4;
constexpr int kFormWidth = 440;
constexpr int kIcon = 16;

} // namespace

RuleEditor::RuleEditor(RuleBook &book, HistoryService &history, const QString &path, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_draft(new RuleDraft(this))
    , m_back(make(u"ruleBack"_s, u"back"_s, tr("Back to the list"), tr("Leave the rule (Esc)"), {}))
    , m_undo(make(u"ruleEditUndo"_s, u"undo"_s, tr("Undo"), tr("Take the last change of the rule back"),
                  QKeySequence::Undo))
    , m_redo(make(u"ruleEditRedo"_s, u"redo"_s, tr("Redo"), tr("Change it again"), QKeySequence::Redo))
    , m_save(make(u"ruleSave"_s, u"bookmark"_s, tr("Save"), tr("Put the rule in force (Ctrl+S)"),
                  QKeySequence::Save))
    , m_title(new ElidedLabel(this))
    , m_notice(new NoticeBar(this))
    , m_form(new RuleForm(this))
    , m_text(new RuleTextEdit(this))
    , m_icon(new QLabel(this))
    , m_message(new QLabel(this))
    , m_backtest(new BacktestView(history, path, clock, this))
{
    setObjectName(u"ruleEditor"_s);
    m_redo->setShortcuts(QKeySequence::Redo); // desktops have several
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_notice->setObjectName(u"ruleEditNotice"_s);
    m_notice->setClosable(true);
    m_notice->clear();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(kMargin, kMargin, kMargin, 0);
    const auto addButton = [&](QAction *action, bool withText) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(plainText(*action));
        bar->addWidget(button);
    };
    addButton(m_back, true);
    bar->addWidget(m_title, 1);
    addButton(m_undo, false);
    addButton(m_redo, false);
    addButton(m_save, true);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(buildText());
    column->addWidget(m_backtest, 1);
    auto *parts = new QSplitter(Qt::Horizontal, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_form);
    parts->addWidget(right);
    parts->setStretchFactor(0, 0);
    parts->setStretchFactor(1, 1);
    parts->setSizes({kFormWidth, 2 * kFormWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(parts, 1);
    addAction(m_backtest->runAction()); // from everywhere in the editor
    connect(m_draft, &RuleDraft::changed, this, &RuleEditor::follow);
    connect(m_form, &RuleForm::edited, m_draft, &RuleDraft::setRule);
    connect(m_form, &RuleForm::problemChanged, this, [this](const QString &sentence) {
        m_formProblem = sentence;
        showMessage();
    });
    connect(m_text, &RuleTextEdit::edited, m_draft, &RuleDraft::setText);
    connect(m_back, &QAction::triggered, this, &RuleEditor::leave);
    connect(m_undo, &QAction::triggered, m_draft, &RuleDraft::undo);
    connect(m_redo, &QAction::triggered, m_draft, &RuleDraft::redo);
    connect(m_save, &QAction::triggered, this, &RuleEditor::save);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->clear();
        Q_EMIT finished({});
    });
}

QAction *RuleEditor::make(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
                          const QKeySequence &shortcut)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

QWidget *RuleEditor::buildText()
{
    auto *part = new QWidget(this);
    auto *head = new QLabel(tr("As &text:"), part);
    head->setBuddy(m_text);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kTextLines + 12);
    m_icon->setFixedSize(kIcon, kIcon);
    m_message->setObjectName(u"ruleMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *message = new QHBoxLayout;
    message->addWidget(m_icon, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(kMargin, kMargin, kMargin, 0);
    layout->setSpacing(3);
    layout->addWidget(head);
    layout->addWidget(m_text);
    layout->addLayout(message);
    return part;
}

void RuleEditor::edit(const RuleDefinition &rule)
{
    begin(rule, rule.name);
}

void RuleEditor::create(const RuleDefinition &rule)
{
    begin(rule, {});
}

void RuleEditor::begin(const RuleDefinition &rule, const QString &original)
{
    m_original = original;
    m_formProblem.clear();
    m_notice->clear();
    m_backtest->clear();
    m_draft->begin(rule);
    m_form->focusName();
}

void RuleEditor::follow(RuleDraft::From from)
{
    // A text that cannot be read leaves the form alone.
    if (from != RuleDraft::From::Form && !m_draft->wrongAt())
        m_form->setRule(m_draft->rule());
    if (from != RuleDraft::From::Text)
        m_text->setText(m_draft->text());
    m_text->setWrongAt(m_draft->wrongAt());
    m_title->setText(m_original.isEmpty() ? tr("New rule") : plainText(m_original, kLongestRuleName));
    m_undo->setEnabled(m_draft->canUndo());
    m_undo->setStatusTip(m_draft->canUndo() ? QString() : tr("Nothing was changed yet."));
    m_redo->setEnabled(m_draft->canRedo());
    m_redo->setStatusTip(m_draft->canRedo() ? QString() : tr("Nothing was taken back."));
    showMessage();
}

void RuleEditor::showMessage()
{
    const std::optional<QString> problem =
        m_formProblem.isEmpty() ? m_draft->problem() : std::optional(m_formProblem);
    m_icon->setPixmap(iconPixmap(problem ? u"problem"_s : u"running"_s,
                                 themeFor(palette()).tone(problem ? Tone::Problem : Tone::Good), kIcon,
                                 devicePixelRatioF()));
    m_message->setText(problem.value_or(tr("The rule can be judged.")));
    m_text->setAccessibleDescription(m_message->text());
    m_backtest->setRule(m_draft->rule(), problem);
}

void RuleEditor::refuse(const QString &sentence)
{
    //: %1 is a sentence that says why
    m_notice->showNotice(NoticeBar::Severity::Problem, tr("The rule was not saved. %1").arg(sentence));
}

void RuleEditor::save()
{
    const std::optional<QString> problem =
        m_formProblem.isEmpty() ? m_draft->problem() : std::optional(m_formProblem);
    if (problem && !m_book.isReadOnly()) {
        refuse(*problem);
        return;
    }
    const RuleDefinition &rule = m_draft->rule();
    std::vector<RuleDefinition> rules = m_book.rules();
    const int place = m_original.isEmpty() ? -1 : m_book.indexOf(m_original);
    if (place < 0)
        rules.push_back(rule); // new, or somebody removed it meanwhile
    else
        rules[static_cast<std::size_t>(place)] = rule;
    if (const auto refusal = m_book.refusalOf(rules)) {
        refuse(*refusal);
        return;
    }
    const QString name = plainText(rule.name, kLongestRuleName);
    //: %1 is the name of a rule
    if (m_book.apply(std::move(rules), tr("The rule %1 is in force.").arg(name)))
        Q_EMIT finished(rule.name);
}

void RuleEditor::leave()
{
    if (!m_draft->isChanged() && m_formProblem.isEmpty()) {
        Q_EMIT finished({});
        return;
    }
    m_notice->showNotice(NoticeBar::Severity::Warning, tr("The rule was changed and is not saved."),
                         tr("Discard the changes"));
    if (auto *discard = m_notice->findChild<QPushButton *>())
        discard->setFocus(Qt::OtherFocusReason);
}

void RuleEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

/// Fields have an undo of their own, which knows only themselves: the rule's steps go before.
bool RuleEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isStep = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
    if (!isStep || !widget || !isAncestorOf(widget))
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void RuleEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
}

void RuleEditor::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
}

} // namespace stratadeck
