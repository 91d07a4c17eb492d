// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulespage.h"

#include "widgets/alert/rules/ruleactions.h"
#include "widgets/alert/rules/rulebook.h"
#include "widgets/alert/rules/ruleeditor.h"
#include "widgets/alert/rules/rulefiles.h"
#include "widgets/alert/rules/rulelist.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// What a new rule begins as.
RuleDefinition sketch()
{
    constexpr double kBusy = 85;
    constexpr double kCalm = 75;
    constexpr std::chrono::minutes kWhile{5};
    RuleDefinition rule;
    rule.clause.function = RuleFunction::Avg;
    rule.clause.subject.metric = MetricId::CpuHostPercent;
    rule.clause.window = kWhile;
    rule.clause.threshold = kBusy;
    rule.clear = kCalm;
    rule.hold = kWhile;
    return rule;
}

} // namespace

RulesPage::RulesPage(AlertDesk &desk, HistoryService &history, const QString &path, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_book(new RuleBook(desk, this))
    , m_files(new RuleFiles(*m_book, *this, this))
    , m_list(new RuleList(*m_book, desk, this))
    , m_editor(new RuleEditor(*m_book, history, path, clock, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"rulesPage"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    RuleActions &actions = m_list->actions();
    connect(&actions, &RuleActions::createWanted, this, &RulesPage::createRule);
    connect(&actions, &RuleActions::editWanted, this, &RulesPage::editRule);
    connect(&actions, &RuleActions::importWanted, m_files, &RuleFiles::askToImport);
    connect(&actions, &RuleActions::exportWanted, m_files, &RuleFiles::askToExport);
    // What could not be read may be there now.
    connect(&desk, &AlertDesk::boardChanged, this, [this] {
        if (isVisible() && !m_book->isLoaded())
            m_book->load();
    });
    connect(m_editor, &RuleEditor::finished, this, &RulesPage::finish);
    connect(m_book, &RuleBook::done, this, [this](const QString &sentence) {
        m_list->notice().clear();
        Q_EMIT done(sentence, [this] { m_book->undo(); });
    });
    connect(m_files, &RuleFiles::failed, this, [this](const QString &sentence) {
        m_list->notice().showNotice(NoticeBar::Severity::Problem, sentence);
    });
    connect(m_files, &RuleFiles::saved, this, [this](const QString &file) {
        //: %1 is the path of a file
        m_list->notice().showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(file));
    });
}

void RulesPage::setReadOnly(bool readOnly)
{
    m_book->setReadOnly(readOnly);
}

QList<QAction *> RulesPage::actions() const
{
    return m_list->actions().actions();
}

void RulesPage::focusFilter()
{
    if (m_stack->currentWidget() == m_list)
        m_list->focusFilter();
}

void RulesPage::editRule(const QString &name)
{
    const int place = m_book->indexOf(name);
    if (place < 0)
        return;
    m_stack->setCurrentWidget(m_editor);
    m_editor->edit(m_book->rules()[static_cast<std::size_t>(place)]);
    Q_EMIT wanted();
}

void RulesPage::createRule()
{
    m_stack->setCurrentWidget(m_editor);
    RuleDefinition rule = sketch();
    rule.name = RuleBook::freeName(tr("New rule"), m_book->names());
    m_editor->create(rule);
    Q_EMIT wanted();
}

void RulesPage::finish(const QString &name)
{
    m_stack->setCurrentWidget(m_list);
    if (!name.isEmpty())
        m_list->select(name);
    m_list->focusList();
}

void RulesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_book->load();
}

} // namespace stratadeck
