// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace stratadeck {

/// What a page shows instead of nothing: an icon, one sentence on what is missing, one on what to do
/// next, and buttons that do it.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(const QString &iconName, const QString &title, const QString &advice);
    /// Replaces the buttons; the first is the suggested one, and gets the focus. Actions stay with their owner.
    void setActions(const QList<QAction *> &actions);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_advice;
    QHBoxLayout *m_buttons;
};

} // namespace stratadeck
