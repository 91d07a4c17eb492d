// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/notifypage.h"

#include <array>

class QCheckBox;
class QComboBox;
class QTimeEdit;

namespace stratadeck {

class NotificationBus;
class TestRow;

/// Notifications of the desktop: from which severity on, which make a sound, and when they are quiet.
class DesktopPage final : public NotifyPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopPage)
public:
    explicit DesktopPage(QWidget *parent = nullptr);

    void load(const NotifySettings &notify) override;
    QString problem() const override;
    void save(NotifySettings &notify) const override;

private:
    void showEnabled();
    void test();

    QCheckBox *m_on;
    QComboBox *m_least;
    std::array<QCheckBox *, 4> m_sounds{};
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    TestRow *m_test;
    NotificationBus *m_bus = nullptr;
};

} // namespace stratadeck
