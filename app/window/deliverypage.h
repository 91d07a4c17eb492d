// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/notifypage.h"

#include <QPointer>

class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace stratadeck {

class Notifying;
class SecretEdit;
class TestRow;
class TokenVault;

/// Web services and people with a mailbox that are told of alerts.
class DeliveryPage final : public NotifyPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryPage)
public:
    /// `notifying` is null while another process records.
    DeliveryPage(TokenVault &vault, Notifying *notifying, QWidget *parent = nullptr);

    void load(const NotifySettings &notify) override;
    QString problem() const override;
    void save(NotifySettings &notify) const override;
    std::vector<SecretChange> secrets() const override;

private:
    QGroupBox *buildWebs();
    QGroupBox *buildMail();
    QTreeWidgetItem *addWeb(const NotifySettings::Web &web);
    NotifySettings::Web webOf(const QTreeWidgetItem &item) const;
    NotifySettings::Mail mail() const;
    QString mailProblem() const;
    void showWeb();
    void keepToken();
    void showStates();
    void testWebhook();
    void testMailServer();
    void showSecurity();

    TokenVault &m_vault;
    QPointer<Notifying> m_notifying;
    bool m_isFollowing;
    NotifySettings m_loaded;
    QTreeWidget *m_webs;
    QPushButton *m_add;
    QPushButton *m_remove;
    SecretEdit *m_token;
    TestRow *m_testWeb;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_user;
    SecretEdit *m_password;
    QLabel *m_mailState;
    TestRow *m_testMail;
};

} // namespace stratadeck
