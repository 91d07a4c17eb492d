// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace stratadeck {

/// A password or token that is never shown: one may type another, or have the one that is kept forgotten.
class SecretEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretEdit)
public:
    /// `name` is what assistive programs call it.
    explicit SecretEdit(const QString &name, QWidget *parent = nullptr);

    /// One lies in the vault; whatever was typed is dropped.
    void setKept(bool kept);
    void setText(const QString &text);
    bool isKept() const { return m_isKept; }
    /// What has been typed; empty when nothing was.
    QString text() const;
    /// There will be one.
    bool hasSecret() const { return m_isKept || !text().isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    void showKept();

    QLineEdit *m_edit;
    QToolButton *m_forget;
    bool m_isKept = false;
};

} // namespace stratadeck
