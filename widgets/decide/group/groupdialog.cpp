// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/group/groupdialog.h"

#include "widgets/decide/group/groupedits.h"
#include "widgets/decide/group/groupresult.h"
#include "widgets/decide/group/groupscores.h"
#include "widgets/decide/workbench.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 520;
constexpr int kLongestLine = 2000;
constexpr qsizetype kFewest = 2; // one alone is no group
constexpr int kStart = 0;        // places in the stack
constexpr int kScores = 1;
constexpr int kResult = 2;

} // namespace

GroupDialog::GroupDialog(Workbench &bench, TableTools &tools, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_stack(new QStackedWidget(this))
    , m_authors(new QLineEdit(this))
    , m_open(new QPushButton(tr("&Open the round"), this))
    , m_scores(new GroupScores(bench, this))
    , m_result(new GroupResult(bench, tools, this))
{
    setObjectName(u"groupDialog"_s);
    setWindowTitle(tr("Group scoring"));
    m_stack->addWidget(buildStart());
    m_stack->addWidget(m_scores);
    m_stack->addWidget(m_result);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&bench, &Workbench::shown, this, &GroupDialog::follow);
    follow();
}

QWidget *GroupDialog::buildStart()
{
    auto *page = new QWidget(this);
    auto *advice =
        new QLabel(tr("Each person scores the cells alone and does not see what the others say. Then "
                      "all scores are shown at once, with how far apart they are."),
                   page);
    advice->setTextFormat(Qt::PlainText);
    advice->setWordWrap(true);
    m_authors->setObjectName(u"groupAuthors"_s);
    m_authors->setMaxLength(kLongestLine);
    m_authors->setText(m_bench.who());
    m_authors->setPlaceholderText(tr("At least two names, with commas between them"));
    m_open->setObjectName(u"groupOpen"_s);
    m_open->setDefault(true);
    auto *form = new QFormLayout;
    form->addRow(advice);
    form->addRow(tr("&People"), m_authors);
    form->addRow(QString(), m_open);
    page->setLayout(form);
    const auto showReady = [this] { m_open->setEnabled(authorsIn(m_authors->text()).size() >= kFewest); };
    connect(m_authors, &QLineEdit::textChanged, this, showReady);
    connect(m_open, &QPushButton::clicked, this, &GroupDialog::begin);
    showReady();
    return page;
}

void GroupDialog::follow()
{
    const GroupRound &round = m_bench.assessment().group;
    if (round.isRevealed)
        m_result->follow();
    else if (round.isOpen)
        m_scores->follow();
    m_stack->setCurrentIndex(round.isRevealed ? kResult : round.isOpen ? kScores : kStart);
}

void GroupDialog::begin()
{
    m_bench.commit(withOpenRound(m_bench.assessment(), authorsIn(m_authors->text())));
}

} // namespace stratadeck
