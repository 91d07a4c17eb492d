// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/silencemirror.h"

#include <QDateTime>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSilenceMirror : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingBeforeTheFirstAnswer();
    void windowIsShownOnce();
    void anotherRunGoesOn();
    void otherEndKeepsTheSilence();
    void endedHereEndsThere();
    void silencesOfOthersStay();
    void weeklyIsShownWhileItCovers();
    void withoutAnEndItIsMadeLonger();

private:
    const TimePoint m_now = fromMillis(1'700'000'000'000); // a Tuesday, 22:13:20 UTC
};

namespace {

Window window(const QString &id, TimePoint from, std::optional<TimePoint> to)
{
    Window window;
    window.id = id;
    window.name = id;
    window.pattern = {{u"host"_s, u"h1"_s}, {u"empty"_s, QString()}};
    window.from = from;
    window.to = to;
    window.by = u"alice"_s;
    window.why = u"backup [1]"_s;
    return window;
}

/// As it is there once it has been put.
ForeignSilence taken(const SilenceMirror::Step &step, const QString &id)
{
    ForeignSilence silence = std::get<ForeignSilence>(step);
    silence.id = id;
    return silence;
}

} // namespace

void TestSilenceMirror::nothingBeforeTheFirstAnswer()
{
    SilenceMirror mirror;
    mirror.setWindows({window(u"w"_s, m_now, m_now + 1h)});
    QVERIFY(mirror.due(m_now).empty());
    mirror.setThere({});
    QCOMPARE(mirror.due(m_now).size(), std::size_t(1));
}

void TestSilenceMirror::windowIsShownOnce()
{
    SilenceMirror mirror;
    mirror.setThere({});
    mirror.setWindows({window(u"w"_s, m_now - 1h, m_now + 1h), window(u"over"_s, m_now - 2h, m_now - 1h)});
    const auto steps = mirror.due(m_now);
    QCOMPARE(steps.size(), std::size_t(1));
    const auto silence = std::get<ForeignSilence>(steps[0]);
    QVERIFY(silence.id.isEmpty());
    QVERIFY(silence.matchers == (std::vector<SilenceMatcher>{{u"host"_s, u"h1"_s}}));
    QCOMPARE(silence.startsAt, m_now);
    QCOMPARE(silence.endsAt, m_now + 1h);
    QCOMPARE(silence.createdBy, u"alice"_s);
    QVERIFY(silence.comment.startsWith(u"backup [1]"_s));
    QVERIFY(mirror.due(m_now + 1s).empty()); // it is under way
    QCOMPARE(mirror.due(m_now + SilenceMirror::kPatience).size(), std::size_t(1));
    mirror.setThere({taken(steps[0], u"s1"_s)});
    QVERIFY(mirror.due(m_now + 1min).empty());
}

void TestSilenceMirror::anotherRunGoesOn()
{
    SilenceMirror first;
    first.setThere({});
    first.setWindows({window(u"w"_s, m_now, m_now + 1h)});
    const auto steps = first.due(m_now);
    SilenceMirror next;
    next.setWindows({window(u"w"_s, m_now, m_now + 1h)});
    next.setThere({taken(steps[0], u"s1"_s)});
    QVERIFY(next.due(m_now + 1min).empty());
}

void TestSilenceMirror::otherEndKeepsTheSilence()
{
    SilenceMirror mirror;
    mirror.setThere({});
    mirror.setWindows({window(u"w"_s, m_now, m_now + 1h)});
    const auto steps = mirror.due(m_now);
    mirror.setThere({taken(steps[0], u"s1"_s)});
    mirror.setWindows({window(u"w"_s, m_now, m_now + 2h)});
    const auto longer = mirror.due(m_now + 1min);
    QCOMPARE(longer.size(), std::size_t(1));
    QCOMPARE(std::get<ForeignSilence>(longer[0]).id, u"s1"_s);
    QCOMPARE(std::get<ForeignSilence>(longer[0]).startsAt, m_now);
    QCOMPARE(std::get<ForeignSilence>(longer[0]).endsAt, m_now + 2h);
}

void TestSilenceMirror::endedHereEndsThere()
{
    SilenceMirror mirror;
    mirror.setThere({});
    mirror.setWindows({window(u"w"_s, m_now, m_now + 1h)});
    const auto steps = mirror.due(m_now);
    mirror.setThere({taken(steps[0], u"s1"_s)});
    mirror.setWindows({window(u"w"_s, m_now, m_now + 1min)});
    const auto end = mirror.due(m_now + 2min);
    QCOMPARE(end.size(), std::size_t(1));
    QCOMPARE(std::get<SilenceMirror::End>(end[0]).id, u"s1"_s);
}

void TestSilenceMirror::silencesOfOthersStay()
{
    SilenceMirror mirror;
    ForeignSilence theirs;
    theirs.id = u"t1"_s;
    theirs.comment = u"deployment"_s;
    ForeignSilence another = theirs; // of a program of ours elsewhere
    another.id = u"t2"_s;
    another.comment = u"backup [stratadeck elsewhere]"_s;
    mirror.setThere({theirs, another});
    mirror.setWindows({});
    QVERIFY(mirror.due(m_now).empty());
}

void TestSilenceMirror::weeklyIsShownWhileItCovers()
{
    SilenceMirror mirror;
    mirror.setThere({});
    Window weekly = window(u"w"_s, m_now - 24h, {});
    weekly.weekly = Weekly{"Etc/UTC", {2}, QTime(23, 0), QTime(1, 0)};
    mirror.setWindows({weekly});
    QVERIFY(mirror.due(m_now).empty());
    const TimePoint within = m_now + 1h;
    const auto steps = mirror.due(within);
    QCOMPARE(steps.size(), std::size_t(1));
    const TimePoint end = std::get<ForeignSilence>(steps[0]).endsAt;
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMillis(end), Qt::UTC).toString(Qt::ISODate),
             u"2023-11-15T01:00:00Z"_s);
    mirror.setThere({taken(steps[0], u"s1"_s)});
    QVERIFY(mirror.due(within + 1h).empty());
    mirror.setThere({});
    QVERIFY(mirror.due(end).empty());
    QCOMPARE(mirror.due(within + 7 * 24h).size(), std::size_t(1));
}

void TestSilenceMirror::withoutAnEndItIsMadeLonger()
{
    SilenceMirror mirror;
    mirror.setThere({});
    Window all = window(u"w"_s, m_now, {});
    all.pattern.clear();
    mirror.setWindows({all});
    const auto steps = mirror.due(m_now);
    QCOMPARE(steps.size(), std::size_t(1));
    const auto silence = std::get<ForeignSilence>(steps[0]);
    QVERIFY(silence.matchers == (std::vector<SilenceMatcher>{{u"alertname"_s, u".+"_s, true, true}}));
    QCOMPARE(silence.endsAt, m_now + 24h);
    mirror.setThere({taken(steps[0], u"s1"_s)});
    QVERIFY(mirror.due(m_now + 11h).empty());
    QCOMPARE(mirror.due(m_now + 13h).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestSilenceMirror)
#include "tst_silencemirror.moc"
