// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/zoomhistory.h"

#include "tests/support/historyfixture.h"

using namespace stratadeck;
using namespace stratadeck::test;

namespace {

ChartView zoomed(qint64 from, qint64 to)
{
    return {std::chrono::minutes(15), TimeRange{second(from), second(to)}};
}

} // namespace

class TestZoomHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesBackAndForward()
    {
        ZoomHistory history(ChartView{});
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.goBack(), ChartView{}); // nowhere to go: stays
        history.go(zoomed(0, 100), second(0));
        history.go(zoomed(10, 20), second(5));
        QVERIFY(history.canGoBack());
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.goBack(), zoomed(0, 100));
        QCOMPARE(history.goBack(), ChartView{});
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.goForward(), zoomed(0, 100));
        QCOMPARE(history.goForward(), zoomed(10, 20));
        QVERIFY(!history.canGoForward());
    }

    void aNewStepForgetsWhatWasForward()
    {
        ZoomHistory history;
        history.go(zoomed(0, 100), second(0));
        history.goBack();
        history.go(zoomed(50, 60), second(10));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.goBack(), ChartView{});
    }

    void standingStillIsNoStep()
    {
        ZoomHistory history;
        history.go(zoomed(0, 100), second(0));
        history.go(zoomed(10, 20), second(10));
        history.goBack();
        history.goBack(); // live, with two views to go forward to
        history.hold({second(0), second(900)});
        QVERIFY(history.isHeld());
        QCOMPARE(history.current(), zoomed(0, 900));
        QVERIFY(history.canGoForward());
        history.follow();
        QVERIFY(!history.isHeld());
        QCOMPARE(history.current(), ChartView{});
        QCOMPARE(history.goForward(), zoomed(0, 100));
        QVERIFY(!history.isHeld());
    }

    void whatStoodStillCanBeGoneBackTo()
    {
        ZoomHistory history;
        history.hold({second(0), second(900)});
        history.go(zoomed(10, 20), second(10));
        QVERIFY(!history.isHeld()); // it is a view of its own now
        QCOMPARE(history.goBack(), zoomed(0, 900));
        QVERIFY(!history.canGoBack());
    }

    void turnsOfTheWheelAreOneStep()
    {
        ZoomHistory history;
        for (int i = 0; i < 5; ++i)
            history.go(zoomed(i, 100 - i), second(0) + Milliseconds(i * 100));
        QCOMPARE(history.current(), zoomed(4, 96));
        QCOMPARE(history.goBack(), ChartView{});
        QVERIFY(!history.canGoBack());
        // A clock that was set back begins a new step.
        history.go(zoomed(1, 2), second(100));
        history.go(zoomed(3, 4), second(50));
        QCOMPARE(history.goBack(), zoomed(1, 2));
    }

    void theSameViewIsNoStep()
    {
        ZoomHistory history;
        history.go(ChartView{}, second(0));
        QVERIFY(!history.canGoBack());
    }

    void forgetsTheOldest()
    {
        ZoomHistory history;
        const auto steps = static_cast<qint64>(ZoomHistory::kMostSteps) + 10;
        for (qint64 i = 1; i <= steps; ++i)
            history.go(zoomed(i, i + 1), second(i));
        int back = 0;
        for (; history.canGoBack(); ++back)
            history.goBack();
        QCOMPARE(back, static_cast<int>(ZoomHistory::kMostSteps));
    }

    void restartForgetsAll()
    {
        ZoomHistory history;
        history.go(zoomed(1, 2), second(0));
        history.restart(zoomed(5, 6));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.current(), zoomed(5, 6));
    }
};

QTEST_GUILESS_MAIN(TestZoomHistory)
#include "tst_zoomhistory.moc"
