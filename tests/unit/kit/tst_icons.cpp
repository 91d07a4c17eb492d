// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"
#include "widgets/kit/words.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

// The colours of all opaque pixels.
QSet<QRgb> solidColours(const QPixmap &pixmap)
{
    QSet<QRgb> colours;
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255)
                colours.insert(image.pixel(x, y));
    return colours;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFileDraws_data()
    {
        QTest::addColumn<QString>("name");
        const QDir source(QStringLiteral(STRATADECK_SOURCE_DIR "/resources/icons"));
        for (const QString &file : source.entryList({u"*.svg"_s}))
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
    void everyFileDraws()
    {
        QFETCH(QString, name);
        QVERIFY(!themedIcon(name).isNull());
        const QPixmap pixmap = iconPixmap(name, Qt::magenta, 22, 2);
        QCOMPARE(pixmap.size(), QSize(44, 44));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        const auto colours = solidColours(pixmap);
        QVERIFY(!colours.isEmpty());
        if (name != u"stratadeck"_s) // the program's own icon has colours of its own
            QVERIFY(colours.contains(QColor(Qt::magenta).rgb()));
    }

    void unknownNameGivesNothing()
    {
        QVERIFY(themedIcon(u"no-such-icon"_s).isNull());
        QVERIFY(iconPixmap(u"no-such-icon"_s, Qt::black, 16, 1).isNull());
    }

    void followsTheTheme()
    {
        const QIcon icon = themedIcon(u"stopped"_s);
        const QIcon problem = themedIcon(u"stopped"_s, Tone::Problem);
        for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, choice);
            const Theme &theme = themeFor(QApplication::palette());
            QVERIFY(solidColours(icon.pixmap(32)).contains(theme.text.rgb()));
            QVERIFY(solidColours(icon.pixmap(32, QIcon::Disabled)).contains(theme.disabledText.rgb()));
            QVERIFY(solidColours(problem.pixmap(32)).contains(theme.problem.rgb()));
        }
    }

    void startAndResumeLookDifferent()
    {
        const QImage start = iconPixmap(u"start"_s, Qt::black, 16, 1).toImage();
        const QImage resume = iconPixmap(u"resume"_s, Qt::black, 16, 1).toImage();
        int either = 0;
        int one = 0;
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x) {
                const bool inStart = qAlpha(start.pixel(x, y)) > 127;
                const bool inResume = qAlpha(resume.pixel(x, y)) > 127;
                either += inStart || inResume ? 1 : 0;
                one += inStart != inResume ? 1 : 0;
            }
        }
        QVERIFY2(2 * one > either, qPrintable(u"%1 of %2"_s.arg(one).arg(either)));
    }

    void everyWordHasAnIcon()
    {
        QList<Wording> words;
        for (int state = 0; state <= static_cast<int>(EntityState::Gone); ++state)
            words += wordingOf(static_cast<EntityState>(state));
        for (int problem = 1; problem <= static_cast<int>(EntityProblem::StatsUnavailable); ++problem)
            words += wordingOf(static_cast<EntityProblem>(problem));
        for (const auto kind : {EntityKind::Host, EntityKind::VirtualMachine, EntityKind::Container})
            words += wordingOf(kind);
        for (int source = 0; source <= static_cast<int>(SourceState::Ended); ++source)
            words += wordingOf(static_cast<SourceState>(source));
        for (const Wording &word : words) {
            QVERIFY(!word.text.isEmpty());
            QVERIFY2(!themedIcon(word.icon).isNull(), qPrintable(word.icon));
        }
    }

    void aProblemIsShownBeforeTheState()
    {
        const Wording shown = wordingOf(EntityState::Running, EntityProblem::Unhealthy);
        QCOMPARE(shown.text, wordingOf(EntityProblem::Unhealthy).text);
        QCOMPARE(wordingOf(EntityState::ShutOff, EntityProblem::None).tone, Tone::Muted);
        QCOMPARE(wordingOf(EntityState::Crashed, EntityProblem::None).tone, Tone::Problem);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
