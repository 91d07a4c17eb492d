// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/valuescale.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr double kUnknownValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kMebi = 1024.0 * 1024;

} // namespace

class TestValueScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRound_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<double>("fixed"); // 0: none
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("unitText");
        QTest::addColumn<QString>("topLabel");
        QTest::newRow("percent") << 37.0 << Unit::Percent << 100.0 << 5 << 100.0 << 25.0 << u"%"_s << u"100"_s;
        QTest::newRow("low percent panel")
            << 37.0 << Unit::Percent << 100.0 << 2 << 100.0 << 50.0 << u"%"_s << u"100"_s;
        QTest::newRow("one step") << 37.0 << Unit::Percent << 100.0 << 1 << 100.0 << 100.0 << u"%"_s
                                  << u"100"_s;
        QTest::newRow("wavers around 100 %")
            << 101.0 << Unit::Percent << 100.0 << 5 << 101.0 << 25.0 << u"%"_s << u"101"_s;
        QTest::newRow("clearly over 100 %")
            << 143.0 << Unit::Percent << 100.0 << 5 << 150.0 << 50.0 << u"%"_s << u"150"_s;
        QTest::newRow("load") << 3.3 << Unit::None << 0.0 << 5 << 4.0 << 1.0 << QString() << u"4"_s;
        QTest::newRow("small load") << 0.07 << Unit::None << 0.0 << 5 << 0.08 << 0.02 << QString() << u"0.08"_s;
        QTest::newRow("bytes") << 1.9 * 1024 * kMebi << Unit::Bytes << 0.0 << 4 << 2 * 1024 * kMebi
                               << 512 * kMebi << u"GiB"_s << u"2.0"_s;
        QTest::newRow("bytes to a fixed maximum") << 100 * kMebi << Unit::Bytes << 512 * kMebi << 4
                                                  << 512 * kMebi << 128 * kMebi << u"MiB"_s << u"512"_s;
        QTest::newRow("byte rate") << 300'000.0 << Unit::BytesPerSecond << 0.0 << 4 << 320.0 * 1024
                                   << 128.0 * 1024 << u"KiB/s"_s << QString();
        QTest::newRow("large counts") << 73'000.0 << Unit::PerSecond << 0.0 << 4 << 80'000.0 << 20'000.0
                                      << u"k1/s"_s << u"80"_s;
        QTest::newRow("nothing known")
            << kUnknownValue << Unit::None << 0.0 << 4 << 1.0 << 0.5 << QString() << u"1.0"_s;
        QTest::newRow("no half byte") << 0.0 << Unit::BytesPerSecond << 0.0 << 4 << 1.0 << 1.0 << u"B/s"_s
                                      << u"1"_s;
        QTest::newRow("no half process") << 1.0 << Unit::Count << 0.0 << 4 << 1.0 << 1.0 << QString() << u"1"_s;
        QTest::newRow("all zero") << 0.0 << Unit::Milliseconds << 0.0 << 2 << 1.0 << 0.5 << u"ms"_s << u"1.0"_s;
    }
    void isRound()
    {
        QFETCH(double, largest);
        QFETCH(Unit, unit);
        QFETCH(double, fixed);
        QFETCH(int, steps);
        QFETCH(double, top);
        QFETCH(QString, topLabel);
        const auto scale = valueScale(0, largest, unit, fixed > 0 ? std::optional(fixed) : std::nullopt, steps);
        QCOMPARE(scale.bottom, 0.0);
        if (!topLabel.isEmpty()) {
            QCOMPARE(scale.top, top);
            QCOMPARE(scale.label(scale.top, QLocale::c()), topLabel);
        }
        QTEST(scale.step, "step");
        QTEST(scale.unit, "unitText");
    }

    void holdsEveryMagnitude()
    {
        for (const auto unit : {Unit::None, Unit::Bytes, Unit::PerSecond, Unit::Seconds}) {
            for (int power = 0; power < 74; ++power) {
                const double largest = 1e-3 * std::pow(1.7, power); // up to 1e14
                for (const int steps : {1, 3, 8}) {
                    const auto scale = valueScale(0, largest, unit, {}, steps);
                    QVERIFY(scale.top >= largest * 0.999999);
                    QVERIFY(scale.top / scale.step <= steps + 1e-6);
                    QVERIFY(scale.label(scale.top, QLocale::c()).size() <= 7 || largest < 0.01
                            || unit == Unit::Seconds);
                }
            }
        }
    }

    void showsNegativeValues()
    {
        const auto scale = valueScale(-3, 8, Unit::None, {}, 5);
        QVERIFY(scale.bottom <= -3 && scale.top >= 8);
        QCOMPARE(std::fmod(scale.bottom, scale.step), 0.0);
    }

    void speaksTheLocale()
    {
        const auto scale = valueScale(0, 2.2, Unit::None, {}, 5);
        QCOMPARE(scale.label(1.5, QLocale(QLocale::German)), u"1,5"_s);
    }
};

QTEST_GUILESS_MAIN(TestValueScale)
#include "tst_valuescale.moc"
