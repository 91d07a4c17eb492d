// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace stratadeck {

/// A message inside the page it concerns; never a dialog. Plain text. Hidden until showNotice().
class NoticeBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)
public:
    enum class Severity { Information, Warning, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// `action` is the word on the button; without one there is no button. Screen readers are told.
    void showNotice(Severity severity, const QString &text, const QString &action = {});
    void clear();
    QString text() const;
    void setClosable(bool closable);

Q_SIGNALS:
    void actionTriggered();
    void closed(); ///< by the person, not by clear()

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showIcon();

    Severity m_severity = Severity::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace stratadeck
