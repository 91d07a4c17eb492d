// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QTest>
#include <array>
#include <cmath>
#include <tuple>
#include <vector>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

const std::array kThemes{&lightTheme(), &darkTheme()};

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB.
const std::array<Matrix, 4> kVision{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Triple times(const Matrix &m, const Triple &v)
{
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

// CIE Lab of a colour as seen with a kind of vision.
Triple seen(const QColor &colour, const Matrix &vision)
{
    Triple rgb = times(vision, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const Matrix toXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    const Triple xyz = times(toXyz, rgb);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Triple &a, const Triple &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastOfKnownPairs()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void everyTextIsReadableOnEveryBackground_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        for (const Theme *theme : kThemes) {
            const QString look = theme->dark ? u"dark"_s : u"light"_s;
            const std::vector<std::pair<QString, QColor>> texts{
                {u"text"_s, theme->text}, {u"muted"_s, theme->mutedText}, {u"accent"_s, theme->accent},
                {u"good"_s, theme->good}, {u"warning"_s, theme->warning}, {u"problem"_s, theme->problem},
            };
            const std::vector<std::pair<QString, QColor>> backgrounds{
                {u"window"_s, theme->window},
                {u"base"_s, theme->base},
                {u"alternate"_s, theme->alternateBase},
                {u"raised"_s, theme->raised},
                {u"selection"_s, theme->selection},
                {u"row under the mouse"_s, blended(theme->text, theme->base, 0.04)},
                {u"pressed button"_s, theme->pressed},
                {u"information"_s, theme->tint(Tone::Accent)},
                {u"warning"_s, theme->tint(Tone::Warning)},
                {u"problem"_s, theme->tint(Tone::Problem)},
            };
            for (const auto &[textName, text] : texts)
                for (const auto &[name, background] : backgrounds)
                    if (textName != u"accent"_s
                        || name != u"selection"_s) // links never stand in a selected row
                        QTest::addRow("%s: %s on %s", qPrintable(look), qPrintable(textName), qPrintable(name))
                            << text << background;
        }
    }
    void everyTextIsReadableOnEveryBackground()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, background);
        const double ratio = contrastRatio(text, background);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    // What widgets draw by themselves comes from the palette. Text of what is disabled is exempt in WCAG.
    void everyTextOfThePaletteIsReadable_data()
    {
        using P = QPalette;
        const std::vector<std::tuple<QString, P::ColorRole, P::ColorRole>> pairs{
            {u"label"_s, P::WindowText, P::Window},
            {u"list"_s, P::Text, P::Base},
            {u"alternate row"_s, P::Text, P::AlternateBase},
            {u"button"_s, P::ButtonText, P::Button},
            {u"selected"_s, P::HighlightedText, P::Highlight},
            {u"selected list text"_s, P::Text, P::Highlight},
            {u"tool tip"_s, P::ToolTipText, P::ToolTipBase},
            {u"placeholder"_s, P::PlaceholderText, P::Base},
            {u"bright on button"_s, P::BrightText, P::Button},
            {u"link"_s, P::Link, P::Window},
            {u"link in a list"_s, P::Link, P::Base},
            {u"visited link"_s, P::LinkVisited, P::Window},
        };
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        for (const Theme *theme : kThemes) {
            const QPalette palette = paletteOf(*theme);
            for (const auto &[name, text, background] : pairs)
                for (const auto group : {P::Active, P::Inactive})
                    QTest::addRow("%s: %s, %s", theme->dark ? "dark" : "light", qPrintable(name),
                                  group == P::Active ? "active" : "inactive")
                        << palette.color(group, text) << palette.color(group, background);
        }
    }
    void everyTextOfThePaletteIsReadable() { everyTextIsReadableOnEveryBackground(); }

    void curvesStandOutFromThePlot()
    {
        for (const Theme *theme : kThemes)
            for (const QColor &colour : theme->series)
                QVERIFY2(contrastRatio(colour, theme->base) >= 3, qPrintable(colour.name()));
    }

    void curvesCanBeToldApart_data()
    {
        QTest::addColumn<int>("vision");
        QTest::addColumn<double>("least");
        QTest::newRow("normal") << 0 << 20.0;
        QTest::newRow("protanopia") << 1 << 9.0;
        QTest::newRow("deuteranopia") << 2 << 9.0;
        QTest::newRow("tritanopia") << 3 << 9.0;
    }
    void curvesCanBeToldApart()
    {
        QFETCH(int, vision);
        QFETCH(double, least);
        const Matrix &matrix = kVision[static_cast<std::size_t>(vision)];
        for (const Theme *theme : kThemes) {
            for (std::size_t a = 0; a < theme->series.size(); ++a) {
                for (std::size_t b = a + 1; b < theme->series.size(); ++b) {
                    const double apart =
                        difference(seen(theme->series[a], matrix), seen(theme->series[b], matrix));
                    QVERIFY2(apart >= least,
                             qPrintable(u"%1 and %2: %3"_s.arg(theme->series[a].name(), theme->series[b].name())
                                            .arg(apart)));
                }
            }
        }
    }

    void paletteLeadsBackToItsTheme()
    {
        for (const Theme *theme : kThemes)
            QCOMPARE(themeFor(paletteOf(*theme)).dark, theme->dark);
    }

    void choosesAtRunTime()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(themeFor(QApplication::palette()).dark);
        QStyle *style = QApplication::style();
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY(!themeFor(QApplication::palette()).dark);
        QCOMPARE(QApplication::style(), style); // made once
        // The desktop of the test is light, whatever was chosen before.
        applyTheme(*qApp, ThemeChoice::Dark);
        applyTheme(*qApp, ThemeChoice::System);
        QVERIFY(!themeFor(QApplication::palette()).dark);
    }

    void blendsBetweenItsEnds()
    {
        QCOMPARE(blended(Qt::white, Qt::black, 0), QColor(Qt::black));
        QCOMPARE(blended(Qt::white, Qt::black, 1), QColor(Qt::white));
        QCOMPARE(blended(QColor(200, 100, 0), QColor(0, 100, 200), 0.5), QColor(100, 100, 100));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
