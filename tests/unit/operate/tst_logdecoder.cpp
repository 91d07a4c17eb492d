// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/logdecoder.h"
#include "models/operate/log/logpattern.h"
#include "models/operate/log/logtext.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QtEndian>

using namespace stratadeck;
using namespace Qt::StringLiterals;

// What engines answer, cut anywhere, and what containers write, well or badly.
class TestLogDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySplit_data();
    void everySplit();
    void longLines();
    void cutBetweenCharacters();
    void longLinesInMessages();
    void notALog_data();
    void notALog();
    void hugeFrameHeaderTakesNoMemory();
    void brokenOffLineWaits();
    void times_data();
    void times();
    void plainText_data();
    void plainText();
    void patterns_data();
    void patterns();
    void hostilePatternEnds();

private:
    static QByteArray frame(char stream, const QByteArray &text)
    {
        QByteArray header(8, '\0');
        header[0] = stream;
        qToBigEndian(static_cast<quint32>(text.size()), header.data() + 4);
        return header + text;
    }
    struct Read {
        std::vector<LogLine> lines;
        Result<> result;
    };
    /// Hands the answer over in pieces of this size.
    static Read read(const QByteArray &answer, qsizetype piece, bool complete = true)
    {
        Read read;
        LogDecoder decoder;
        const auto sink = [&read](LogLine &&line) { read.lines.push_back(std::move(line)); };
        for (qsizetype at = 0; at < answer.size() && read.result; at += piece)
            read.result =
                decoder.feed(QByteArrayView(answer).sliced(at, std::min(piece, answer.size() - at)), sink);
        if (complete)
            decoder.finish(sink);
        return read;
    }
    static constexpr auto kTime = "2026-11-24T03:50:00.123456789Z ";
    static constexpr qint64 kAt = 1'795'492'200'123'456'789;
};

void TestLogDecoder::everySplit_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QList<int>>("origins");
    const int out = static_cast<int>(LogOrigin::Output);
    const int err = static_cast<int>(LogOrigin::Error);
    const int tty = static_cast<int>(LogOrigin::Terminal);
    const QByteArray at = kTime;
    QTest::newRow("frames") << frame(1, at + "one\n") + frame(2, at + "two\n") + frame(1, at + "three\n")
                            << QStringList{u"one"_s, u"two"_s, u"three"_s} << QList<int>{out, err, out};
    QTest::newRow("terminal") << at + "one\r\n" + at + "\n" + at + "three"
                              << QStringList{u"one"_s, QString(), u"three"_s} << QList<int>{tty, tty, tty};
    QTest::newRow("utf-8") << frame(1, at + "zw\xc3\xb6lf \xe5\x8d\x81\xe4\xba\x8c \xf0\x9f\x90\xa2\n")
                           << QStringList{u"zw\u00f6lf \u5341\u4e8c \U0001f422"_s} << QList<int>{out};
    QTest::newRow("escapes") << at + "\x1b[1;31mred\x1b[0m \x1b]0;title\x07then\r\n"
                             << QStringList{u"red then"_s} << QList<int>{tty};
    // A message of the engine's, then more of the same line with a time of its own, the other stream between.
    QTest::newRow("parts") << frame(1, at + "one ") + frame(2, at + "two\n") + frame(1, at + "line\n")
                           << QStringList{u"two"_s, u"one line"_s} << QList<int>{err, out};
    QTest::newRow("empty frame") << frame(1, {}) + frame(1, at + "a\n") << QStringList{u"a"_s}
                                 << QList<int>{out};
    QTest::newRow("no time") << frame(1, "no time\n") + frame(1, "2026-13-01T00:00:00Z x\n")
                             << QStringList{u"no time"_s, u"2026-13-01T00:00:00Z x"_s} << QList<int>{out, out};
    // What a container writes is never taken for the engine's time.
    QTest::newRow("own time") << frame(1, at + "2020-01-01T00:00:00Z mine\n")
                              << QStringList{u"2020-01-01T00:00:00Z mine"_s} << QList<int>{out};
    QTest::newRow("no end") << frame(2, at + "last words") << QStringList{u"last words"_s} << QList<int>{err};
    QTest::newRow("engine's error") << frame(3, at + "cannot read\n") << QStringList{u"cannot read"_s}
                                    << QList<int>{err};
}

void TestLogDecoder::everySplit()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QStringList, texts);
    QFETCH(const QList<int>, origins);
    const bool hasTimes = !answer.contains("no time");
    for (qsizetype piece = 1; piece <= answer.size(); ++piece) {
        const Read whole = read(answer, piece);
        VERIFY_OK(whole.result);
        QCOMPARE(qsizetype(whole.lines.size()), texts.size());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const LogLine &line = whole.lines[std::size_t(i)];
            QCOMPARE(line.text, texts[i]);
            QCOMPARE(static_cast<int>(line.origin), origins[i]);
            QCOMPARE(line.at, hasTimes ? kAt : 0);
            QCOMPARE(line.cut, 0);
        }
    }
}

void TestLogDecoder::longLines()
{
    const QByteArray text(LogDecoder::kLongestLine + 17, 'x');
    const QByteArray answer = frame(1, kTime + text + "\n") + frame(1, QByteArray(kTime) + "next\n");
    for (const qsizetype piece : {qsizetype(1000), answer.size()}) {
        const Read found = read(answer, piece);
        QCOMPARE(found.lines.size(), std::size_t(2));
        QCOMPARE(found.lines[0].text.size(), LogDecoder::kLongestLine);
        QCOMPARE(found.lines[0].cut, 17);
        QCOMPARE(found.lines[1].text, u"next"_s);
        QCOMPARE(found.lines[1].cut, 0);
    }
}

void TestLogDecoder::cutBetweenCharacters()
{
    // The limit falls into the middle of a character of two bytes.
    const QByteArray text = QByteArray(LogDecoder::kLongestLine - 1, 'x') + "\xc3\xb6 and more";
    const Read found = read(frame(1, kTime + text + "\n"), 4096);
    QCOMPARE(found.lines.size(), std::size_t(1));
    QVERIFY(!found.lines[0].text.contains(QChar::ReplacementCharacter));
    QCOMPARE(found.lines[0].text.size(), LogDecoder::kLongestLine - 1);
    QCOMPARE(found.lines[0].cut, 11);
}

void TestLogDecoder::longLinesInMessages()
{
    QByteArray answer;
    for (int i = 0; i < 6; ++i)
        answer += frame(1, kTime + QByteArray(16'384, char('a' + i)) + (i == 5 ? "\n" : ""));
    const Read found = read(answer, 777);
    QCOMPARE(found.lines.size(), std::size_t(1));
    QCOMPARE(found.lines[0].text,
             QString(16'384, u'a') + QString(16'384, u'b') + QString(16'384, u'c') + QString(16'384, u'd'));
    QCOMPARE(found.lines[0].cut, 2 * 16'384);
}

void TestLogDecoder::notALog_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("padding") << frame(1, "a\n") + QByteArray("\1\1\0\0\0\0\0\1x", 9);
    QTest::newRow("stream") << frame(1, "a\n") + QByteArray("\4\0\0\0\0\0\0\1x", 9);
    QTest::newRow("text in between") << frame(1, "a\n") + "HTTP/1.1 500 Oops\r\n";
}

void TestLogDecoder::notALog()
{
    QFETCH(const QByteArray, answer);
    for (const qsizetype piece : {qsizetype(1), qsizetype(5), answer.size()}) {
        const Read found = read(answer, piece);
        VERIFY_FAILS(found.result, Error::Kind::Invalid);
        QCOMPARE(found.lines.size(), std::size_t(1)); // what came before it counts
    }
}

void TestLogDecoder::hugeFrameHeaderTakesNoMemory()
{
    QByteArray answer("\1\0\0\0\xff\xff\xff\xff", 8);
    answer += QByteArray(1'000'000, 'y');
    const Read found = read(answer, 65536);
    VERIFY_OK(found.result);
    QCOMPARE(found.lines.size(), std::size_t(1));
    QCOMPARE(found.lines[0].text.size() + found.lines[0].cut, 1'000'000);
}

// The rest comes after a reconnect.
void TestLogDecoder::brokenOffLineWaits()
{
    const QByteArray whole = frame(1, QByteArray(kTime) + "one\n") + frame(1, QByteArray(kTime) + "two\n");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const Read found = read(whole.first(size), 3, false);
        VERIFY_OK(found.result);
        QCOMPARE(found.lines.size(), std::size_t(size >= whole.size() / 2 ? 1 : 0));
    }
}

void TestLogDecoder::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("at");
    const qint64 second = 1'000'000'000;
    QTest::newRow("seconds") << QByteArray("2026-11-24T03:50:00Z") << 1'795'492'200 * second;
    QTest::newRow("nanoseconds") << QByteArray("2026-11-24T03:50:00.123456789Z") << kAt;
    QTest::newRow("few digits") << QByteArray("1970-01-01T00:00:01.5Z") << 3 * second / 2;
    QTest::newRow("more digits") << QByteArray("1970-01-01T00:00:01.1234567899Z") << second + 123'456'789;
    QTest::newRow("east") << QByteArray("1970-01-01T02:00:00+01:30") << 1800 * second;
    QTest::newRow("west") << QByteArray("1970-01-01T00:00:00-00:30") << 1800 * second;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << 1'709'164'800 * second;
    for (const char *bad : {"", "2026", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T03:50:00",
                            "2026-11-24T03:50:00.Z", "2026-11-24T03:50:00Zx", "2026-11-24 03:50:00Z",
                            "9999-11-24T03:50:00Z", "1969-12-31T23:59:59Z", "-026-11-24T03:50:00Z"})
        QTest::newRow(bad) << QByteArray(bad) << qint64(-1);
}

void TestLogDecoder::times()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, at);
    QCOMPARE(parseLogTime(text).value_or(-1), at);
}

void TestLogDecoder::plainText_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("plain");
    QTest::newRow("plain") << QByteArray("a b\tc") << u"a b\tc"_s;
    QTest::newRow("colour") << QByteArray("\x1b[38;5;208mwarn\x1b[m") << u"warn"_s;
    QTest::newRow("cursor") << QByteArray("\x1b[2K\x1b[1Gdone") << u"done"_s;
    QTest::newRow("charset") << QByteArray("\x1b(Bx\x1b)0y") << u"xy"_s;
    QTest::newRow("keypad") << QByteArray("\x1b=\x1b>x") << u"x"_s;
    QTest::newRow("link") << QByteArray("\x1b]8;;http://h\x1b\\text\x1b]8;;\x1b\\") << u"text"_s;
    QTest::newRow("device control") << QByteArray("a\x1bPq#0;2\x1b\\b") << u"ab"_s;
    QTest::newRow("string without end") << QByteArray("a\x1b]0;not hidden") << u"a0;not hidden"_s;
    QTest::newRow("control without end") << QByteArray("a\x1b[12") << u"a"_s;
    QTest::newRow("control broken") << QByteArray("a\x1b[1\x01z") << u"az"_s;
    QTest::newRow("escape at the end") << QByteArray("a\x1b") << u"a"_s;
    QTest::newRow("eight bits") << QByteArray("a\xc2\x9b"
                                              "31mb")
                                << u"ab"_s;
    QTest::newRow("controls") << QByteArray("a\0b\x07\x08\x7f", 6) << u"ab"_s;
    QTest::newRow("overwritten") << QByteArray("10%\r20%\r") << u"10% 20%"_s;
    QTest::newRow("turned") << QByteArray("a\xe2\x80\xae"
                                          "b\xe2\x81\xa6"
                                          "c\xe2\x80\xa8"
                                          "d")
                            << u"abc d"_s;
    QTest::newRow("not utf-8") << QByteArray("a\xff\xfe"
                                             "b")
                               << u"a\ufffd\ufffdb"_s;
}

void TestLogDecoder::plainText()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, plain);
    QCOMPARE(plainLogText(line), plain);
}

void TestLogDecoder::patterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("expression");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing") << QString() << false << false << 0;
    QTest::newRow("text") << u"ERROR"_s << false << false << 2;
    QTest::newRow("case") << u"ERROR"_s << true << false << 1;
    QTest::newRow("not an expression") << u"err.r"_s << false << false << 0;
    QTest::newRow("expression") << u"err.r"_s << false << true << 2;
    QTest::newRow("expression, case") << u"\\berr[a-z]+"_s << true << true << 1;
    QTest::newRow("nothing of it") << u"x*"_s << false << true
                                   << 26; // empty matches, before each and at the end
    QTest::newRow("wrong") << u"(err"_s << false << true << 0;
}

void TestLogDecoder::patterns()
{
    QFETCH(const QString, text);
    QFETCH(const bool, matchCase);
    QFETCH(const bool, expression);
    QFETCH(const int, found);
    const LogPattern pattern({text, matchCase, expression});
    const QString line = u"an ERROR and one error at"_s;
    QCOMPARE(pattern.spans(line, 100).size(), std::size_t(found));
    QCOMPARE(pattern.matches(line), found > 0);
    QCOMPARE(pattern.spans(line, 1).size(), std::size_t(found > 0));
    QCOMPARE(!pattern.problem().isEmpty(), text == "(err"_L1);
    if (!pattern.problem().isEmpty()) // counted in what the person typed
        QVERIFY2(pattern.problem().endsWith(u"at character 5"_s), qPrintable(pattern.problem()));
}

// Takes longer than the age of the world without a limit.
void TestLogDecoder::hostilePatternEnds()
{
    const LogPattern pattern({u"(a+)+$"_s, true, true});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!pattern.matches(QString(60'000, u'a') + u'b'));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestLogDecoder)
#include "tst_logdecoder.moc"
