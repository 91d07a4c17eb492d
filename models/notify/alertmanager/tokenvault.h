// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <functional>

namespace stratadeck {

/// Keeps tokens and passwords in the keyring of the desktop, or, where there is none, in a file that only the
/// user may read. Which of both is told, never hidden. Calls return at once, answers arrive in the same thread
/// within a few seconds.
class TokenVault final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenVault)
public:
    enum class Place : quint8 { Keyring, File };
    struct Secret {
        QString text;
        Place place = Place::Keyring;
    };

    /// `folder` is where files are made, one a secret.
    explicit TokenVault(QString folder, QObject *parent = nullptr);

    /// NotFound when neither place has it; Denied when a file may be read by others, too.
    void read(const QString &name, QObject *context, std::function<void(const Result<Secret> &)> done);
    void write(const QString &name, const QString &text, QObject *context,
               std::function<void(const Result<Place> &)> done);
    /// From both places.
    void forget(const QString &name);

    /// 32 random bytes in letters and digits.
    static QString newToken();

private:
    QString m_folder;
};

} // namespace stratadeck
