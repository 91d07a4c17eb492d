// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incident/alertcommand.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace stratadeck {

class WeeklyEdit;

/// Asks what is to be silenced, put under maintenance or on hold, until when or at which
/// times of the week, and why. Show with open().
class SuppressDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SuppressDialog)
public:
    /// `labels`: of the alert that it is about; empty for a window that is about everything.
    SuppressDialog(SuppressorKind kind, const Labels &labels, TimePoint now, QWidget *parent);

    WindowRequest request() const;

private:
    void addScopes(const Labels &labels);
    bool isWeekly() const;
    void showRepeat();
    void showEnd();
    void showReady();

    SuppressorKind m_kind;
    TimePoint m_now;
    std::vector<Labels> m_scopes;
    QComboBox *m_scope;
    QFormLayout *m_form;
    QComboBox *m_repeat;
    WeeklyEdit *m_weekly;
    QComboBox *m_length;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_end;
    QLineEdit *m_why;
    QLabel *m_advice;
    QPushButton *m_act;
};

/// What it suppresses, in words.
QString scopeText(const Labels &pattern);

} // namespace stratadeck
