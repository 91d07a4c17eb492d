// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace stratadeck {

enum class Tone;

/// The left rail: one button a page (Ctrl+1 ...), find and settings at the bottom.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void addPage(const QString &icon, const QString &title);
    void setCurrent(int page);
    /// A short mark on a page's button, such as a count; empty: none. `explanation` is for screen readers.
    void setMark(int page, const QString &mark, Tone tone, const QString &explanation);

Q_SIGNALS:
    void pageChosen(int page);
    void findWanted(); ///< the command palette
    void settingsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const QString &icon, const QString &title);
    void showIcons();

    QButtonGroup *m_pages;
    QVBoxLayout *m_layout;
    int m_count = 0;
};

} // namespace stratadeck
