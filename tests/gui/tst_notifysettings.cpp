// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notifying.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/alertmanagerpage.h"
#include "app/window/secretedit.h"
#include "app/window/settingsdialog.h"
#include "tests/support/fakeserver.h"
#include "tests/support/privatebus.h"
#include "tests/support/verify.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTimeEdit>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// The settings of how people and other programs are told.
class TestNotifySettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsChosenIsKept();
    void secretsGoToTheVault();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void testSaysHowItWent();
    void receiverTellsItsConfiguration();
    void everyFieldHasAName();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void open();
    void addWebhook(const QString &url);
    void type(const QString &secretEdit, const QString &text);
    bool accept();
    NotifySettings saved() const { return notifySettings(Settings(m_dir->filePath(u"settings.ini"_s))); }
    QString settingsFile() const;

    PrivateBus m_bus; ///< on which there is no keyring
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<TokenVault> m_vault;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestNotifySettings::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
}

void TestNotifySettings::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_dir->filePath(u"settings.ini"_s));
    m_vault = std::make_unique<TokenVault>(m_settings->secretsFolder());
    SessionOptions options;
    options.databasePath = m_dir->filePath(u"h.db"_s);
    options.sources = {u"replay:/nothing"_s};
    m_session = std::make_unique<Session>(options, m_clock);
    const QSignalSpy opened(m_session.get(), &Session::storeStateChanged);
    QTRY_COMPARE(opened.size(), 1);
    open();
}

void TestNotifySettings::cleanup()
{
    m_dialog.reset();
    m_session.reset();
    m_vault.reset();
    m_settings.reset();
    m_dir.reset();
}

void TestNotifySettings::open()
{
    m_dialog = std::make_unique<SettingsDialog>(*m_settings, *m_vault, *m_session);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestNotifySettings::addWebhook(const QString &url)
{
    child<QPushButton>(u"addWebhook"_s)->click();
    auto *list = child<QTreeWidget>(u"webhooks"_s);
    list->closePersistentEditor(list->currentItem());
    list->currentItem()->setText(0, url);
}

void TestNotifySettings::type(const QString &secretEdit, const QString &text)
{
    QTest::keyClicks(child<SecretEdit>(secretEdit)->findChild<QLineEdit *>(), text);
}

bool TestNotifySettings::accept()
{
    const QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    child<QDialogButtonBox>({})->button(QDialogButtonBox::Ok)->click();
    return QTest::qWaitFor([&] { return accepted.size() == 1; }, 10'000);
}

QString TestNotifySettings::settingsFile() const
{
    QFile file(m_dir->filePath(u"settings.ini"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestNotifySettings::whatIsChosenIsKept()
{
    QCOMPARE(notifySettings(*m_settings), NotifySettings());
    child<QCheckBox>(u"notifyDesktop"_s)->setChecked(false);
    child<QCheckBox>(u"notifyDesktop"_s)->setChecked(true);
    child<QComboBox>(u"notifyLeast"_s)->setCurrentIndex(1);
    child<QCheckBox>(u"sound3"_s)->setChecked(false);
    child<QCheckBox>(u"notifyQuiet"_s)->setChecked(true);
    child<QTimeEdit>(u"quietFrom"_s)->setTime(QTime(21, 30));
    addWebhook(u"https://example.org/hook"_s);
    child<QLineEdit>(u"mailHost"_s)->setText(u"mail.example.org"_s);
    child<QLineEdit>(u"mailFrom"_s)->setText(u"us@example.org"_s);
    child<QLineEdit>(u"mailTo"_s)->setText(u"a@example.org, b@example.org"_s);
    child<QLineEdit>(u"alertmanagerUrl"_s)->setText(u"http://127.0.0.1:9093/"_s);
    child<QCheckBox>(u"alertmanagerPull"_s)->setChecked(false);
    child<QLineEdit>(u"words0"_s)->setText(u"Page, p0"_s);
    child<QLineEdit>(u"words1"_s)->setText(u"critical"_s);
    QVERIFY(accept());
    const NotifySettings notify = saved();
    QVERIFY(notify.onDesktop);
    QCOMPARE(notify.least, Severity::P1);
    QCOMPARE(notify.sounds, (std::array<bool, 4>{true, true, true, false}));
    QVERIFY(notify.toasts().quiet == (QuietHours{QTime(21, 30), QTime(7, 0)}));
    QCOMPARE(notify.webs.size(), std::size_t(1));
    QCOMPARE(notify.webs[0].url, u"https://example.org/hook"_s);
    QVERIFY(!notify.webs[0].hasToken);
    QCOMPARE(notify.mail.to, (QStringList{u"a@example.org"_s, u"b@example.org"_s}));
    QCOMPARE(notify.alertmanager.url, u"http://127.0.0.1:9093"_s);
    QVERIFY(!notify.alertmanager.pulls && notify.alertmanager.pushes);
    QCOMPARE(notify.words.at(u"page"_s), Severity::P0);
    QCOMPARE(notify.words.at(u"critical"_s), Severity::P1);
    open(); // and shown again
    QCOMPARE(child<QTreeWidget>(u"webhooks"_s)->topLevelItem(0)->text(0), u"https://example.org/hook"_s);
    QCOMPARE(child<QLineEdit>(u"words0"_s)->text(), u"p0, page"_s);
    QCOMPARE(child<QComboBox>(u"notifyLeast"_s)->currentIndex(), 1);
    QVERIFY(accept());
    QCOMPARE(saved(), notify);
}

void TestNotifySettings::secretsGoToTheVault()
{
    addWebhook(u"https://example.org/hook"_s);
    type(u"webhookToken"_s, u"geheim1"_s);
    child<QLineEdit>(u"mailHost"_s)->setText(u"mail.example.org"_s);
    child<QLineEdit>(u"mailFrom"_s)->setText(u"us@example.org"_s);
    child<QLineEdit>(u"mailTo"_s)->setText(u"a@example.org"_s);
    child<QLineEdit>(u"mailUser"_s)->setText(u"us"_s);
    type(u"mailPassword"_s, u"geheim2"_s);
    const QSignalSpy changed(m_dialog.get(), &SettingsDialog::secretsChanged);
    const QSignalSpy inFiles(m_dialog.get(), &SettingsDialog::secretsKeptInFiles);
    QVERIFY(accept());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!inFiles.isEmpty());
    QVERIFY(!settingsFile().contains(u"geheim"_s));
    const NotifySettings notify = saved();
    QVERIFY(notify.webs[0].hasToken);
    QString token;
    m_vault->read(tokenName(notify.webs[0]), this,
                  [&token](const auto &secret) { token = secret ? secret->text : u"?"_s; });
    QTRY_COMPARE(token, u"geheim1"_s);
    // Another address has no token; the old one is forgotten.
    open();
    QVERIFY(child<SecretEdit>(u"webhookToken"_s)->isKept());
    child<QTreeWidget>(u"webhooks"_s)->topLevelItem(0)->setText(0, u"https://example.com/hook"_s);
    QVERIFY(!child<SecretEdit>(u"webhookToken"_s)->isKept());
    QVERIFY(accept());
    QVERIFY(!saved().webs[0].hasToken);
    token.clear();
    m_vault->read(tokenName(notify.webs[0]), this,
                  [&token](const auto &secret) { token = secret ? secret->text : u"?"_s; });
    QTRY_COMPARE(token, u"?"_s);
}

void TestNotifySettings::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::addColumn<int>("page");
    QTest::newRow("webhook of another kind")
        << u"webhooks"_s << u"ftp://example.org"_s << u"ftp://example.org"_s << 2;
    QTest::newRow("webhook with a password") << u"webhooks"_s << u"https://a:b@example.org"_s << u"a:b@"_s << 2;
    QTest::newRow("mail without an address") << u"mailHost"_s << u"mail.example.org"_s << u"“”"_s << 2;
    QTest::newRow("alertmanager") << u"alertmanagerUrl"_s << u"localhost:9093"_s << u"localhost:9093"_s << 3;
    QTest::newRow("severity twice") << u"words0"_s << u"warning"_s << u"warning"_s << 3;
    QTest::newRow("no word") << u"words0"_s << u"a=b"_s << u"a=b"_s << 3;
}

void TestNotifySettings::whatIsWrongIsNamed()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, named);
    QFETCH(int, page);
    if (field == "webhooks"_L1)
        addWebhook(text);
    else
        child<QLineEdit>(field)->setText(text);
    child<QDialogButtonBox>({})->button(QDialogButtonBox::Ok)->click();
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(child<QTabWidget>(u"settingsTabs"_s)->currentIndex(), page);
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(named); }));
    QCOMPARE(saved(), NotifySettings());
}

void TestNotifySettings::testSaysHowItWent()
{
    bool isGood = true;
    FakeWeb web([&isGood](const WebRequest &) { return WebReply{isGood ? 200 : 403, {}}; });
    child<QTabWidget>(u"settingsTabs"_s)->setCurrentIndex(2);
    addWebhook(web.url());
    type(u"webhookToken"_s, u"geheim"_s);
    auto *row = child<QWidget>(u"testWebhook"_s);
    auto *button = row->findChild<QPushButton *>(u"test"_s);
    auto *result = row->findChild<QLabel *>(u"testResult"_s);
    button->click();
    QTRY_COMPARE(result->text(), u"It was delivered."_s);
    QCOMPARE(web.requests()[0].headers.value("authorization"), QByteArray("Bearer geheim"));
    QVERIFY(web.requests()[0].body.contains("StratadeckTest"));
    isGood = false;
    button->click();
    QTRY_VERIFY(result->text().startsWith(u"It failed: "_s));
    QCOMPARE(saved(), NotifySettings()); // a test saves nothing
}

void TestNotifySettings::receiverTellsItsConfiguration()
{
    child<QCheckBox>(u"receives"_s)->setChecked(true);
    child<QSpinBox>(u"receiverPort"_s)->setValue(19'087);
    child<QPushButton>(u"copyConfiguration"_s)->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"url: http://127.0.0.1:19087/webhook"_s));
    QVERIFY(accept());
    QVERIFY(saved().receives);
    QString token;
    m_vault->read(receiverTokenName(), this,
                  [&token](const auto &secret) { token = secret ? secret->text : u"?"_s; });
    QTRY_VERIFY(!token.isEmpty());
    QCOMPARE(text, AlertmanagerPage::configuration(19'087, token)); // what was copied is what is expected
}

void TestNotifySettings::everyFieldHasAName()
{
    auto *tabs = child<QTabWidget>(u"settingsTabs"_s);
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        int fields = 0;
        for (QWidget *widget : tabs->currentWidget()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy())
                continue;
            if (widget->parentWidget() && qobject_cast<QAbstractSpinBox *>(widget->parentWidget()))
                continue; // the edit in a spin box is part of it
            ++fields;
            const QAccessibleInterface *named = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(named && !named->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
        QVERIFY(fields > 3);
    }
}

QTEST_MAIN(TestNotifySettings)
#include "tst_notifysettings.moc"
