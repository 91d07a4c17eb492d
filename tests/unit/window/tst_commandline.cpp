// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commandline.h"

#include <QHash>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhoOnlyWantsAText_data();
    void knowsWhoOnlyWantsAText();
    void knowsWhetherThereIsADisplay_data();
    void knowsWhetherThereIsADisplay();
};

using Variables = QHash<QByteArray, QString>;

void TestCommandLine::knowsWhoOnlyWantsAText_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("text");
    QTest::newRow("nothing") << QStringList{u"stratadeck"_s} << false;
    QTest::newRow("help") << QStringList{u"stratadeck"_s, u"--help"_s} << true;
    QTest::newRow("version behind") << QStringList{u"stratadeck"_s, u"--db"_s, u"x"_s, u"-v"_s} << true;
    QTest::newRow("not an option any more") << QStringList{u"stratadeck"_s, u"--"_s, u"--help"_s} << false;
}

void TestCommandLine::knowsWhoOnlyWantsAText()
{
    QFETCH(QStringList, arguments);
    QTEST(CommandLine::asksForText(arguments), "text");
}

void TestCommandLine::knowsWhetherThereIsADisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<bool>("shown");
    const QStringList plain{u"stratadeck"_s};
    QTest::newRow("nothing set") << plain << Variables{} << false;
    QTest::newRow("empty") << plain << Variables{{"DISPLAY", u""_s}} << false;
    QTest::newRow("X11") << plain << Variables{{"DISPLAY", u":0"_s}} << true;
    QTest::newRow("Wayland") << plain << Variables{{"WAYLAND_DISPLAY", u"wayland-0"_s}} << true;
    QTest::newRow("offscreen") << plain << Variables{{"QT_QPA_PLATFORM", u"offscreen"_s}} << true;
    QTest::newRow("xcb without X") << plain << Variables{{"QT_QPA_PLATFORM", u"xcb"_s}} << false;
    QTest::newRow("a list of platforms") << plain << Variables{{"QT_QPA_PLATFORM", u"wayland;xcb"_s}} << false;
    QTest::newRow("platform on the line")
        << QStringList{u"stratadeck"_s, u"-platform"_s, u"offscreen"_s} << Variables{} << true;
}

void TestCommandLine::knowsWhetherThereIsADisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(Variables, variables);
    const QString problem = CommandLine::displayProblem(
        arguments, [&](const char *name) { return variables.value(QByteArray(name)); });
    QTEST(problem.isEmpty(), "shown");
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
