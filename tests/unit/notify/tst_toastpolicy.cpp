// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/desktop/toast.h"
#include "tests/support/noticemaker.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestToastPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAndCloses();
    void manyAtOnceAreOne();
    void slowlyOneByOne();
    void emergenciesAreNeverHidden();
    void onlyWhatIsSevereEnough();
    void quietHours_data();
    void quietHours();
    void emergencySoundsAgain();
    void buttonsAndHints();
    void markup();
};

namespace {

constexpr TimePoint kNoon = fromMillis(1'700'049'600'000); // 12:00 UTC

ToastSettings settings()
{
    ToastSettings some;
    some.zone = QTimeZone::utc();
    return some;
}

// "show 1!" with a sound, "sum 6 P2", "close 1", "close sum"
QString wordsOf(const std::vector<ToastStep> &steps)
{
    QStringList words;
    for (const ToastStep &step : steps) {
        if (const auto *show = std::get_if<ShowToast>(&step))
            words.append(u"show %1%2"_s.arg(show->alert.incident).arg(show->hasSound ? u"!"_s : QString()));
        else if (const auto *summary = std::get_if<ShowSummary>(&step))
            words.append(u"sum %1 %2%3"_s.arg(summary->count)
                             .arg(toWord(summary->worst), summary->hasSound ? u"!"_s : QString()));
        else if (const auto *close = std::get_if<CloseToast>(&step))
            words.append(u"close %1"_s.arg(close->incident));
        else
            words.append(u"close sum"_s);
    }
    return words.join(u", "_s);
}

std::vector<AlertMessage> alerts(int from, int to, Severity severity = Severity::P2)
{
    std::vector<AlertMessage> some;
    for (int i = from; i <= to; ++i)
        some.push_back(firingAlert(i, severity));
    return some;
}

} // namespace

void TestToastPolicy::showsAndCloses()
{
    ToastPolicy policy(settings());
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(1, 2)), kNoon)), u"show 1!, show 2!"_s);
    QCOMPARE(wordsOf(policy.judge(noticeOf({resolved(firingAlert(1))}), kNoon + 1min)), u"close 1"_s);
    // Told twice that it is over: nothing is left to close.
    QCOMPARE(wordsOf(policy.judge(noticeOf({resolved(firingAlert(1))}), kNoon + 1min)), QString());
    QCOMPARE(wordsOf(policy.acknowledged(2)), u"close 2"_s);
    QCOMPARE(wordsOf(policy.acknowledged(2)), QString());
}

void TestToastPolicy::manyAtOnceAreOne()
{
    ToastPolicy policy(settings());
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(1, 5)), kNoon)),
             u"show 1!, show 2!, show 3!, show 4!, show 5!"_s);
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(6, 8)), kNoon + 9s)), u"sum 3 P2!"_s);
    // Told again they stay in the summary; resolved they leave it.
    QCOMPARE(wordsOf(policy.judge(noticeOf({firingAlert(6)}), kNoon + 1h)), u"sum 3 P2!"_s);
    QCOMPARE(wordsOf(policy.judge(noticeOf({resolved(firingAlert(6)), resolved(firingAlert(7))}), kNoon + 1h)),
             u"sum 2 P2, sum 1 P2"_s);
    QCOMPARE(wordsOf(policy.acknowledged(8)), u"close sum"_s);
}

void TestToastPolicy::slowlyOneByOne()
{
    ToastPolicy policy(settings());
    for (int i = 1; i <= 20; ++i)
        QCOMPARE(wordsOf(policy.judge(noticeOf({firingAlert(i)}), kNoon + i * 2s)), u"show %1!"_s.arg(i));
}

void TestToastPolicy::emergenciesAreNeverHidden()
{
    ToastPolicy policy(settings());
    policy.judge(noticeOf(alerts(1, 20)), kNoon);
    QCOMPARE(wordsOf(policy.judge(noticeOf({firingAlert(21, Severity::P0)}), kNoon)), u"show 21!"_s);
    // One that becomes an emergency leaves the summary.
    QCOMPARE(wordsOf(policy.judge(noticeOf({firingAlert(20, Severity::P0)}), kNoon)), u"show 20!, sum 14 P2"_s);
}

void TestToastPolicy::onlyWhatIsSevereEnough()
{
    ToastSettings some = settings();
    some.least = Severity::P1;
    some.sounds[1] = false;
    ToastPolicy policy(some);
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(1, 1, Severity::P2)), kNoon)), QString());
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(2, 2, Severity::P1)), kNoon)),
             u"show 2"_s); // without a sound
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(1, 1, Severity::P0)), kNoon)), u"show 1!"_s);
    // What was shown once goes on in its place.
    QCOMPARE(wordsOf(policy.judge(noticeOf(alerts(1, 1, Severity::P3)), kNoon)), u"show 1!"_s);
}

void TestToastPolicy::quietHours_data()
{
    QTest::addColumn<int>("hour");
    QTest::addColumn<int>("severity");
    QTest::addColumn<bool>("sounds");
    for (const int severity : {0, 1, 2, 3}) {
        QTest::addRow("P%d at noon", severity) << 12 << severity << true;
        QTest::addRow("P%d before midnight", severity) << 23 << severity << (severity < 2);
        QTest::addRow("P%d when it begins", severity) << 22 << severity << (severity < 2);
        QTest::addRow("P%d after midnight", severity) << 3 << severity << (severity < 2);
        QTest::addRow("P%d when it ends", severity) << 7 << severity << true;
    }
}

void TestToastPolicy::quietHours()
{
    QFETCH(int, hour);
    QFETCH(int, severity);
    QFETCH(bool, sounds);
    ToastSettings some = settings();
    some.quiet = {QTime(22, 0), QTime(7, 0)};
    ToastPolicy policy(some);
    const TimePoint at = kNoon - 12h + std::chrono::hours(hour);
    QCOMPARE(policy.hasSound(static_cast<Severity>(severity), at), sounds);
    some.sounds = {};
    policy.setSettings(some);
    QVERIFY(!policy.hasSound(static_cast<Severity>(severity), at));
}

void TestToastPolicy::emergencySoundsAgain()
{
    ToastPolicy policy(settings());
    policy.judge(noticeOf({firingAlert(1, Severity::P0), firingAlert(2, Severity::P1)}), kNoon);
    QCOMPARE(policy.nextRepeat(), std::optional(kNoon + 60s));
    QCOMPARE(wordsOf(policy.repeats(kNoon + 59s)), QString());
    QCOMPARE(wordsOf(policy.repeats(kNoon + 60s)), u"show 1!"_s);
    // The machine slept for an hour: one sound, not sixty.
    QCOMPARE(wordsOf(policy.repeats(kNoon + 1h)), u"show 1!"_s);
    QCOMPARE(wordsOf(policy.repeats(kNoon + 1h)), QString());
    policy.acknowledged(1);
    QCOMPARE(policy.nextRepeat(), std::optional<TimePoint>());
}

void TestToastPolicy::buttonsAndHints()
{
    const ToastAbilities all = ToastAbilities::of({u"actions"_s, u"body"_s, u"sound"_s});
    const Toast bad = toastOf(ShowToast{firingAlert(1, Severity::P0), true}, all);
    QCOMPARE(bad.actions,
             (QStringList{u"default"_s, u"Open"_s, u"ack"_s, u"Acknowledge"_s, u"sil1h"_s, u"Silence 1 h"_s}));
    QCOMPARE(bad.hints[u"urgency"_s], QVariant::fromValue(uchar(2)));
    QCOMPARE(bad.hints[u"urgency"_s].metaType(), QMetaType::fromType<uchar>());
    QVERIFY(bad.hints[u"resident"_s].toBool());
    QVERIFY(bad.hints.contains(u"sound-name"_s) && !bad.hints.contains(u"suppress-sound"_s));
    QCOMPARE(bad.hints[u"desktop-entry"_s].toString(), u"org.stratadeck.Stratadeck"_s);
    QCOMPARE(bad.timeout, 0);
    const Toast mild = toastOf(ShowToast{firingAlert(1, Severity::P3), false}, all);
    QCOMPARE(mild.hints[u"urgency"_s], QVariant::fromValue(uchar(0)));
    QVERIFY(!mild.hints.contains(u"resident"_s) && mild.hints[u"suppress-sound"_s].toBool());
    QVERIFY(toastOf(ShowToast{firingAlert(1), true}, ToastAbilities::of({u"body"_s})).actions.isEmpty());
    QVERIFY(toastOf(ShowToast{firingAlert(1), true}, ToastAbilities::of({})).body.isEmpty());
    QCOMPARE(toastOf(ShowSummary{7, Severity::P1, true}, all).actions, (QStringList{u"default"_s, u"Open"_s}));
}

void TestToastPolicy::markup()
{
    AlertMessage alert = firingAlert(1);
    alert.annotations[u"summary"_s] = u"<img src='file:///etc/passwd'> & <b>bold</b>"_s;
    const ToastAbilities reads = ToastAbilities::of({u"body"_s, u"body-markup"_s});
    QCOMPARE(toastOf(ShowToast{alert, true}, reads).body,
             u"P2: &lt;img src='file:///etc/passwd'&gt; &amp; &lt;b&gt;bold&lt;/b&gt;"_s);
    QCOMPARE(toastOf(ShowToast{alert, true}, ToastAbilities::of({u"body"_s})).body,
             u"P2: img src='file:///etc/passwd'  bbold/b"_s);
}

QTEST_GUILESS_MAIN(TestToastPolicy)
#include "tst_toastpolicy.moc"
