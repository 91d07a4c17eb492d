// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/notifypage.h"

#include <QPointer>
#include <array>

class QCheckBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace stratadeck {

class Notifying;
class SecretEdit;
class TestRow;
class TokenVault;

/// An Alertmanager that takes part: what goes there, what comes here, and what its severities mean.
class AlertmanagerPage final : public NotifyPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertmanagerPage)
public:
    /// `notifying` is null while another process records.
    AlertmanagerPage(TokenVault &vault, Notifying *notifying, QWidget *parent = nullptr);

    void load(const NotifySettings &notify) override;
    QString problem() const override;
    void save(NotifySettings &notify) const override;
    std::vector<SecretChange> secrets() const override;

    /// What Alertmanager's own configuration has to say so that its webhooks arrive here.
    static QString configuration(int port, const QString &token);

private:
    QGroupBox *buildLink();
    QGroupBox *buildReceiver();
    QGroupBox *buildSeverities();
    NotifySettings::Alertmanager wanted() const;
    void showEnabled();
    void showStates();
    void test();
    void testReceiving();
    void copyConfiguration();

    TokenVault &m_vault;
    QPointer<Notifying> m_notifying;
    bool m_isFollowing;
    NotifySettings m_loaded;
    QString m_receiverToken; ///< empty until the vault has answered
    bool m_isTokenNew = false;
    QLineEdit *m_url;
    SecretEdit *m_token;
    QCheckBox *m_pushes;
    QCheckBox *m_pulls;
    QCheckBox *m_mirrors;
    QLabel *m_state;
    TestRow *m_test;
    QCheckBox *m_receives;
    QSpinBox *m_port;
    QPushButton *m_copy;
    QLabel *m_receiverState;
    TestRow *m_testReceiver;
    std::array<QLineEdit *, 4> m_words{};
};

} // namespace stratadeck
