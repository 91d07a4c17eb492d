// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jobqueue.h"
#include "models/base/result.h"

#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace stratadeck {

/// A button that tries something and says beside it how that went.
class TestRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestRow)
public:
    /// `name` is what assistive programs call the button; it stands for the channel that is tried.
    TestRow(const QString &text, const QString &name, const QString &success, QWidget *parent = nullptr);

    /// A try on a worker thread, with what it needs; called when the button is pressed.
    using Try = std::function<Result<>(const std::stop_token &)>;
    void run(Try attempt);
    /// It needs no try.
    void showProblem(const QString &problem);
    void showResult(const Result<> &result);
    void setReady(bool ready);

Q_SIGNALS:
    void wanted();

private:
    void showText(const QString &text, bool isGood);

    QPushButton *m_button;
    QLabel *m_result;
    QString m_success;
    JobQueue m_jobs{1};
};

} // namespace stratadeck
