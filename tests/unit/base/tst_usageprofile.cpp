// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/usageprofile.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kStart = fromMillis(1'700'000'000'000);
constexpr TimeRange kRange{kStart, kStart + 1200s}; // a part is ten seconds

} // namespace

class TestUsageProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKnownAtFirst()
    {
        for (const UsageProfile &none : {UsageProfile(), UsageProfile(kRange)}) {
            QVERIFY(none.isEmpty());
            QVERIFY(std::isnan(none.mean()));
            QVERIFY(std::isnan(none.quantile(0.95)));
            QCOMPARE(none.measured(), 0.0);
        }
    }

    void meanIsWeightedByTimeAndMissingTimeIsTold()
    {
        UsageProfile profile(kRange);
        profile.hold(kStart + 300s, kStart + 600s, 10);
        profile.hold(kStart + 600s, kStart + 700s, 50);
        QCOMPARE(profile.mean(), 20.0); // not 25 of 400 s as if the rest were zero: 8 000 / 400
        QCOMPARE(profile.measured(), 400.0 / 1200);
    }

    void timesAreClippedAndCutIntoParts()
    {
        UsageProfile profile(kRange);
        profile.hold(kStart - 500s, kStart + 5s, 8);
        profile.hold(kStart + 5s, kStart + 15s, 2);
        profile.hold(kStart + 1195s, kStart + 9999s, 4);
        profile.hold(kStart + 100s, kStart + 100s, 1000); // for no time
        QCOMPARE(profile.measured(), 20.0 / 1200);
        QCOMPARE(profile.mean(), (8.0 * 5 + 2 * 10 + 4 * 5) / 20);
        QCOMPARE(profile.quantile(1), 5.0); // the first part is half 8 and half 2
    }

    void quantileIsOfTheKnownParts()
    {
        UsageProfile profile(kRange);
        for (int part = 0; part < 100; ++part)
            profile.hold(kStart + part * 10s, kStart + (part + 1) * 10s, part + 1);
        QCOMPARE(profile.quantile(0.95), 95.0);
        QCOMPARE(profile.quantile(0), 1.0);
        QCOMPARE(profile.quantile(1), 100.0);
    }

    void sumsLevelsOfTheSameTime()
    {
        UsageProfile sum;
        UsageProfile read(kRange);
        read.hold(kStart, kStart + 1200s, 30);
        UsageProfile plugged(kRange);
        plugged.hold(kStart + 600s, kStart + 1200s, 10); // a disk that came later
        sum.add(read);
        sum.add(plugged);
        QCOMPARE(sum.mean(), 35.0);
        QCOMPARE(sum.measured(), 1.0);
        QCOMPARE(sum.quantile(1), 40.0);
    }
};

QTEST_GUILESS_MAIN(TestUsageProfile)
#include "tst_usageprofile.moc"
