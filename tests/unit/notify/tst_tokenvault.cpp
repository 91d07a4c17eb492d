// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/tokenvault.h"
#include "tests/support/privatebus.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QSet>
#include <optional>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestTokenVault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void withoutAKeyringItIsAFile();
    void filesOfOthersAreNotRead();
    void nothingThere();
    void tokensDiffer();

private:
    Result<TokenVault::Secret> read(TokenVault &vault, const QString &name);
    Result<TokenVault::Place> write(TokenVault &vault, const QString &name, const QString &text);
    PrivateBus m_bus; ///< on which there is no keyring
    QTemporaryDir m_folder;
};

void TestTokenVault::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
}

Result<TokenVault::Secret> TestTokenVault::read(TokenVault &vault, const QString &name)
{
    std::optional<Result<TokenVault::Secret>> answer;
    vault.read(name, this, [&answer](const auto &some) { answer = some; });
    [&answer] { QTRY_VERIFY(answer); }();
    return answer.value_or(fail(Error::Kind::Timeout, u"no answer"_s));
}

Result<TokenVault::Place> TestTokenVault::write(TokenVault &vault, const QString &name, const QString &text)
{
    std::optional<Result<TokenVault::Place>> answer;
    vault.write(name, text, this, [&answer](const auto &some) { answer = some; });
    [&answer] { QTRY_VERIFY(answer); }();
    return answer.value_or(fail(Error::Kind::Timeout, u"no answer"_s));
}

void TestTokenVault::withoutAKeyringItIsAFile()
{
    TokenVault vault(m_folder.filePath(u"new/secrets"_s));
    const auto place = write(vault, u"webhook/../token"_s, u"geheim 秘密"_s);
    VERIFY_OK(place);
    QCOMPARE(*place, TokenVault::Place::File);
    const auto secret = read(vault, u"webhook/../token"_s);
    VERIFY_OK(secret);
    QCOMPARE(secret->text, u"geheim 秘密"_s);
    QCOMPARE(secret->place, TokenVault::Place::File);
    const QFileInfoList files = QDir(m_folder.filePath(u"new/secrets"_s)).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    const QFile::Permissions forOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((files[0].permissions() & forOthers) == 0);
    vault.forget(u"webhook/../token"_s);
    VERIFY_FAILS(read(vault, u"webhook/../token"_s), Error::Kind::NotFound);
}

void TestTokenVault::filesOfOthersAreNotRead()
{
    TokenVault vault(m_folder.path());
    VERIFY_OK(write(vault, u"token"_s, u"secret"_s));
    QFile file(QDir(m_folder.path()).entryInfoList({u"*.secret"_s}, QDir::Files).value(0).filePath());
    QVERIFY(file.setPermissions(file.permissions() | QFile::ReadOther));
    VERIFY_FAILS(read(vault, u"token"_s), Error::Kind::Denied);
}

void TestTokenVault::nothingThere()
{
    TokenVault vault(m_folder.path());
    VERIFY_FAILS(read(vault, u"nothing"_s), Error::Kind::NotFound);
}

void TestTokenVault::tokensDiffer()
{
    QSet<QString> tokens;
    for (int i = 0; i < 100; ++i)
        tokens.insert(TokenVault::newToken());
    QCOMPARE(tokens.size(), 100);
    for (const QString &token : tokens)
        QCOMPARE(token.size(), 64);
}

QTEST_GUILESS_MAIN(TestTokenVault)
#include "tst_tokenvault.moc"
