// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/filterexpression.h"

#include <QElapsedTimer>
#include <QTest>
#include <limits>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestFilterExpression : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void unknownMatchesNoComparison_data();
    void unknownMatchesNoComparison();
    void wrongTermsAreToldAndHideNothing_data();
    void wrongTermsAreToldAndHideNothing();
    void wrongTermLeavesTheOthersAtWork();
    void saysWhetherFiguresDecide();
    void everyFigureHasItsWord();
    void hostileTextIsBounded_data();
    void hostileTextIsBounded();
};

namespace {

constexpr double kGibi = 1024.0 * 1024 * 1024;
constexpr double kMebi = 1024.0 * 1024;

/// A running VM "web 1" on alpha with 85 % CPU, 6 GiB of memory and nothing known of its network.
struct Subject {
    EntityInfo info;
    QStringList tags{u"prod"_s, u"team-a"_s};
    QString source = u"qemu:///system"_s;
    Figures figures{};

    Subject()
    {
        info.name = u"web 1"_s;
        info.kind = EntityKind::VirtualMachine;
        info.state = EntityState::Running;
        info.host = u"alpha"_s;
        info.detail = u"debian 12"_s;
        figures.fill(std::numeric_limits<double>::quiet_NaN());
        figures[ordinal(Figure::Cpu)] = 85;
        figures[ordinal(Figure::Memory)] = 6 * kGibi;
        figures[ordinal(Figure::MemoryShare)] = 75;
        figures[ordinal(Figure::DiskTotal)] = 12 * kMebi;
        figures[ordinal(Figure::DiskLatency)] = 40;
        figures[ordinal(Figure::Cpus)] = 4;
        figures[ordinal(Figure::Uptime)] = 7200;
    }
    FilterRow row() const { return {&info, &tags, source, false, &figures}; }
};

bool passes(const QString &text)
{
    const Subject subject;
    return FilterExpression::parse(text).matches(subject.row());
}

} // namespace

void TestFilterExpression::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &text, bool expected) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text << expected;
    };
    row(u""_s, true);
    row(u"   "_s, true);
    row(u"WEB"_s, true);
    row(u"mail"_s, false);
    row(u"web running"_s, true);
    row(u"web stopped"_s, false);
    row(u"\"web 1\""_s, true);
    row(u"\"1 web\""_s, false);
    row(u"\"web 1"_s, true); // still being typed
    row(u"\"\""_s, true);
    row(u"web.1"_s, false); // plain text, no pattern
    row(u"prod"_s, true);
    row(u"kind:vm"_s, true);
    row(u"KIND:VM"_s, true);
    row(u"kind:container"_s, false);
    row(u"host:alp"_s, true);
    row(u"host:web"_s, false);
    row(u"host=alp"_s, false);
    row(u"host=ALPHA"_s, true);
    row(u"tag:pro"_s, true);
    row(u"tag=pro"_s, false);
    row(u"tag=prod tag:team"_s, true);
    row(u"tag:"_s, true);
    row(u"state:run"_s, true);
    row(u"source:qemu"_s, true);
    row(u"image:debian"_s, true);
    row(u"name:\"b 1\""_s, true);
    row(u"problem:"_s, false);
    row(u"colour:red"_s, false); // an unknown key is text
    row(u"registry:5000"_s, false);
    row(u"-mail"_s, true);
    row(u"!mail"_s, true);
    row(u"-web"_s, false);
    row(u"-kind:vm"_s, false);
    row(u"-\"web 1\""_s, false);
    row(u"! web"_s, false); // a sign alone is text
    row(u"cpu>80"_s, true);
    row(u"cpu>85"_s, false);
    row(u"cpu>=85"_s, true);
    row(u"cpu<=85%"_s, true);
    row(u"cpu<85"_s, false);
    row(u"cpu=85"_s, true);
    row(u"CPU>80.5"_s, true);
    row(u"-cpu>80"_s, false);
    row(u"mem>4GiB"_s, true);
    row(u"mem>6442450944"_s, false);
    row(u"mem>=6442450944"_s, true);
    row(u"mem<6.5gb"_s, true);
    row(u"mem>6.4GB"_s, true);
    row(u"mem>6.5GB"_s, false);
    row(u"mem>6100MiB"_s, true);
    row(u"mem>6G"_s, false);
    row(u"mem%>=75"_s, true);
    row(u"mem%>90%"_s, false);
    row(u"disk>10MiB/s"_s, true);
    row(u"disk>10MiB"_s, true);
    row(u"disk>20MB/s"_s, false);
    row(u"latency>30ms"_s, true);
    row(u"latency>0.1s"_s, false);
    row(u"vcpus=4"_s, true);
    row(u"uptime>1h"_s, true);
    row(u"uptime>=120min"_s, true);
    row(u"uptime>1d"_s, false);
    row(u"cpu>\"80\""_s, true);
    row(u"kind:vm cpu>80 tag:prod -tag:test"_s, true);
}

void TestFilterExpression::matches()
{
    QFETCH(QString, text);
    const FilterExpression filter = FilterExpression::parse(text);
    QVERIFY2(filter.problems().empty(),
             qPrintable(filter.problems().empty() ? QString() : filter.problems().front().sentence));
    QTEST(passes(text), "expected");
}

void TestFilterExpression::unknownMatchesNoComparison_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &sign : {u"<"_s, u"<="_s, u"="_s, u">"_s, u">="_s})
        QTest::newRow(qPrintable(sign)) << u"net"_s + sign + u"0"_s;
}

void TestFilterExpression::unknownMatchesNoComparison()
{
    QFETCH(QString, text);
    QVERIFY(!passes(text));
    QVERIFY(passes(u"-"_s + text)); // what is not known to be so
}

void TestFilterExpression::wrongTermsAreToldAndHideNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("named"); // what the sentence must name
    QTest::newRow("no number") << u"web cpu>"_s << 4 << u"place 5"_s;
    QTest::newRow("no number before a blank") << u"cpu> 80"_s << 0 << u"place 1"_s;
    QTest::newRow("word for a number") << u"cpu>much"_s << 0 << u"place 1"_s;
    QTest::newRow("two points") << u"cpu>1.2.3"_s << 0 << u"place 1"_s;
    QTest::newRow("negative") << u"cpu>-5"_s << 0 << u"place 1"_s;
    QTest::newRow("huge") << u"cpu>"_s + QString(400, u'9') << 0 << u"place 1"_s;
    QTest::newRow("unknown figure") << u"  load>5"_s << 2 << u"load"_s;
    QTest::newRow("no figure") << u">5"_s << 0 << u"place 1"_s;
    QTest::newRow("wrong unit") << u"cpu>5GiB"_s << 0 << u"GiB"_s;
    QTest::newRow("unit of a rate") << u"mem>5GiB/s"_s << 0 << u"GiB/s"_s;
    QTest::newRow("text compared") << u"host>a"_s << 0 << u"host"_s;
    QTest::newRow("placeholder in the text") << u"%2%1>5"_s << 0 << u"%2%1"_s;
}

void TestFilterExpression::wrongTermsAreToldAndHideNothing()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(QString, named);
    const FilterExpression filter = FilterExpression::parse(text);
    QVERIFY(!filter.problems().empty());
    const FilterProblem &problem = filter.problems().front();
    QCOMPARE(problem.position, qsizetype(position));
    QVERIFY(problem.length > 0 && problem.position + problem.length <= text.size());
    QVERIFY2(problem.sentence.contains(named), qPrintable(problem.sentence));
    const Subject subject;
    QVERIFY(filter.matches(subject.row()) || text.contains(u"80"_s)); // "80" is a word of its own there
}

void TestFilterExpression::wrongTermLeavesTheOthersAtWork()
{
    QVERIFY(passes(u"cpu> web"_s));
    QVERIFY(!passes(u"cpu> mail"_s));
}

void TestFilterExpression::saysWhetherFiguresDecide()
{
    QVERIFY(FilterExpression::parse(u"web -cpu>5"_s).usesFigures());
    QVERIFY(!FilterExpression::parse(u"web tag:cpu"_s).usesFigures());
    QVERIFY(FilterExpression::parse(u" "_s).isEmpty());
}

void TestFilterExpression::everyFigureHasItsWord()
{
    for (std::size_t i = 0; i < kFigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        QCOMPARE(findFigure(QString(toWord(figure))), std::optional(figure));
        QVERIFY(!figureTitle(figure).isEmpty());
        QVERIFY(!figureDefinition(figure).isEmpty());
    }
    QVERIFY(!findFigure(u""));
}

void TestFilterExpression::hostileTextIsBounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one long word") << QString(10'000, u'a');
    QTest::newRow("many words") << u"a "_s.repeated(5'000);
    QTest::newRow("many comparisons") << u"cpu>0 "_s.repeated(1'700);
    QTest::newRow("many mistakes") << u"cpu> "_s.repeated(2'000);
    QTest::newRow("quotes") << QString(10'001, u'"');
    QTest::newRow("signs") << u"<>=:-!"_s.repeated(1'700);
    QTest::newRow("minus") << u"-"_s.repeated(10'000);
    QTest::newRow("half surrogates") << QString(10'000, QChar(0xd800));
    QTest::newRow("zeros") << QString(10'000, QChar(u'\0'));
    QTest::newRow("right-to-left") << QString(10'000, QChar(0x202e));
    QTest::newRow("digits") << u"cpu>"_s + QString(9'996, u'1');
}

void TestFilterExpression::hostileTextIsBounded()
{
    QFETCH(QString, text);
    const FilterExpression filter = FilterExpression::parse(text);
    QVERIFY(filter.problems().size() <= 8);
    for (const FilterProblem &problem : filter.problems())
        QVERIFY(problem.position >= 0 && problem.position + problem.length <= text.size());
    const Subject subject;
    const FilterRow row = subject.row();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        (void)filter.matches(row);
    QVERIFY(timer.elapsed() < 2'000);
}

QTEST_GUILESS_MAIN(TestFilterExpression)
#include "tst_filterexpression.moc"
