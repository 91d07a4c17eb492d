// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/testrow.h"

#include "app/window/channeltext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

TestRow::TestRow(const QString &text, const QString &name, const QString &success, QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(text, this))
    , m_result(new QLabel(this))
    , m_success(success)
{
    m_button->setAutoDefault(false);
    m_button->setAccessibleName(name);
    m_button->setObjectName(u"test"_s);
    m_result->setObjectName(u"testResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    layout->addWidget(m_result, 1);
    connect(m_button, &QPushButton::clicked, this, &TestRow::wanted);
}

void TestRow::run(Try attempt)
{
    m_button->setEnabled(false);
    showText(tr("Trying…"), true);
    m_jobs.run(this, [this, attempt = std::move(attempt)](const std::stop_token &stop) {
        const Result<> result = attempt(stop);
        return [this, result] {
            m_button->setEnabled(true);
            showResult(result);
        };
    });
}

void TestRow::showResult(const Result<> &result)
{
    showText(result ? m_success : channelErrorText(result.error()), result.has_value());
}

void TestRow::showProblem(const QString &problem)
{
    showText(problem, false);
}

void TestRow::setReady(bool ready)
{
    m_button->setEnabled(ready);
}

void TestRow::showText(const QString &text, bool isGood)
{
    m_result->setText(isGood ? text : tr("It failed: %1").arg(text));
}

} // namespace stratadeck
