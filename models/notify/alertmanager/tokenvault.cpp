// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/tokenvault.h"

#include "models/base/logging.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTimer>
#include <array>
#include <qt6keychain/keychain.h>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kDeadline = 5s;
constexpr qint64 kLongest = 4096;
const QString kService = u"org.stratadeck.Stratadeck"_s;

QString fileOf(const QString &folder, const QString &name)
{
    return folder + u'/' + QString::fromLatin1(name.toUtf8().toHex()) + u".secret"_s;
}

Result<TokenVault::Secret> readFile(const QString &folder, const QString &name)
{
    const QString path = fileOf(folder, name);
    QFile file(path);
    if (!file.exists())
        return fail(Error::Kind::NotFound, u"no secret %1"_s.arg(name), name);
    constexpr QFile::Permissions kOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Denied, u"cannot read %1: %2"_s.arg(path, file.errorString()), path);
    if ((file.permissions() & kOthers) != 0)
        return fail(Error::Kind::Denied, u"%1 may be read by others"_s.arg(path), path);
    return TokenVault::Secret{QString::fromUtf8(file.read(kLongest)), TokenVault::Place::File};
}

Result<TokenVault::Place> writeFile(const QString &folder, const QString &name, const QString &text)
{
    const QString path = fileOf(folder, name);
    QSaveFile file(path);
    const bool isWritten = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && file.write(text.toUtf8()) >= 0 && file.commit();
    if (!isWritten)
        return fail(Error::Kind::Io, u"cannot write %1: %2"_s.arg(path, file.errorString()), path);
    return TokenVault::Place::File;
}

/// Calls `done` once, when the job has finished or the keyring has not answered in time: a keyring that asks
/// the user to unlock it may wait for ever.
void start(QKeychain::Job *job, QObject *context, std::function<void(bool answered)> done)
{
    const auto isDone = std::make_shared<bool>(false);
    const auto end = [isDone, done = std::move(done)](bool answered) {
        if (!std::exchange(*isDone, true))
            done(answered);
    };
    QObject::connect(job, &QKeychain::Job::finished, context, [end] { end(true); });
    QTimer::singleShot(kDeadline, context, [end] { end(false); });
    job->setInsecureFallback(false);
    job->start();
}

} // namespace

TokenVault::TokenVault(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

QString TokenVault::newToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return QString::fromLatin1(bytes.toHex());
}

void TokenVault::read(const QString &name, QObject *context, std::function<void(const Result<Secret> &)> done)
{
    // There is a file only where the keyring did not take what was written last.
    if (Result<Secret> kept = readFile(m_folder, name); kept || kept.error().kind != Error::Kind::NotFound) {
        QTimer::singleShot(0, context, [done = std::move(done), kept = std::move(kept)] { done(kept); });
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(kService); // deletes itself
    job->setKey(name);
    const QPointer<QKeychain::ReadPasswordJob> running(job);
    start(job, context, [running, name, done = std::move(done)](bool answered) {
        if (answered && running && running->error() == QKeychain::NoError)
            done(Secret{running->textData(), Place::Keyring});
        else
            done(fail(Error::Kind::NotFound, u"no secret %1"_s.arg(name), name));
    });
}

void TokenVault::write(const QString &name, const QString &text, QObject *context,
                       std::function<void(const Result<Place> &)> done)
{
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setKey(name);
    job->setTextData(text);
    const QPointer<QKeychain::WritePasswordJob> running(job);
    start(job, context, [folder = m_folder, running, name, text, done = std::move(done)](bool answered) {
        if (answered && running && running->error() == QKeychain::NoError) {
            QFile::remove(fileOf(folder, name)); // what an earlier run had to keep there
            done(Place::Keyring);
            return;
        }
        qCWarning(lcSession, "no keyring takes the secret %s: it goes to a file", qPrintable(name));
        done(writeFile(folder, name, text));
    });
}

void TokenVault::forget(const QString &name)
{
    QFile::remove(fileOf(m_folder, name));
    auto *job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(name);
    job->setInsecureFallback(false);
    job->start();
}

} // namespace stratadeck
