// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/defaults.h"
#include "models/cost/costfile.h"
#include "models/history/historyservice.h"
#include "tests/support/historyfixture.h"
#include "widgets/decide/cost/costpage.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contractCase()
{
    QFile file(QStringLiteral(STRATADECK_TEST_DATA "/contract/cost_project.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(qPrintable(file.fileName()));
    return file.readAll();
}

// An item for each year in which something is due.
void addLines(CostModel &model, const QString &name, const QJsonArray &amounts, const QString &option)
{
    for (qsizetype year = 0; year < amounts.size(); ++year) {
        if (amounts[year].toDouble() == 0)
            continue;
        CostItem item;
        item.name = name;
        item.id = freeId(u"%1 %2 %3"_s.arg(option.isEmpty() ? u"gain"_s : option, name).arg(year), {});
        item.option = option;
        item.kind = CostKind::OneOff;
        item.start = item.end = static_cast<int>(year);
        item.amount = Estimate::exact(amounts[year].toDouble());
        item.reason = u"the contract's example"_s;
        model.items.push_back(item);
    }
}

Assessment assessmentOf(const QJsonObject &example)
{
    Assessment assessment = newAssessment(u"Costs"_s, SystemClock().now());
    CostModel &model = assessment.cost;
    model.rate = example.value("discount_rate"_L1).toDouble();
    model.rateReason = u"the contract's example"_s;
    model.years = example.value("years"_L1).toInt();
    model.currency = u"k"_s;
    const auto addSide = [&](QLatin1StringView side, const QString &option) {
        const QJsonObject lines = example.value(side).toObject();
        for (auto line = lines.begin(); line != lines.end(); ++line)
            addLines(model, line.key(), line.value().toArray(), option);
    };
    addSide("vm_costs"_L1, u"vm"_s);
    addSide("container_costs"_L1, u"container"_s);
    addLines(model, u"efficiency"_s, example.value("efficiency_value"_L1).toArray(), {});
    return assessment;
}

} // namespace

/// The cost page over an empty history.
class TestCostPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatToDoFirst();
    void showsTheFiguresOfTheCommandLine();
    void missingAmountsAreNamed();
    void uncertainAmountsAreDrawn();
    void ratesThatAreNotUniqueAreNamed();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    std::vector<QStringList> figures() const
    {
        return child<FigureTable>(u"costFigures"_s)->figures().exactTable();
    }
    static double valueOf(const std::vector<QStringList> &table, const QString &name);

    std::unique_ptr<Store> m_store;
    SystemClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<AssessmentDesk> m_desk;
    std::unique_ptr<CostPage> m_page;
};

void TestCostPage::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_desk = std::make_unique<AssessmentDesk>(m_store->path, u"eve@desk"_s);
    m_page = std::make_unique<CostPage>(*m_desk, *m_history, m_clock, u"eve@desk"_s);
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestCostPage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_history.reset();
    m_writer.reset();
    m_store.reset();
}

double TestCostPage::valueOf(const std::vector<QStringList> &table, const QString &name)
{
    for (const QStringList &line : table) {
        if (line[0] == name)
            return line[1].toDouble();
    }
    throw std::runtime_error(qPrintable(name));
}

void TestCostPage::saysWhatToDoFirst()
{
    QSignalSpy wanted(m_page.get(), &CostPage::assessmentsWanted);
    child<QAction>(u"costOpen"_s)->trigger();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!child<QAction>(u"costAdd"_s)->isEnabled());
    require(m_desk->create(newAssessment(u"Costs"_s, m_clock.now())));
    QVERIFY(child<QAction>(u"costAdd"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"costAdvice"_s)->text().startsWith(u"No costs are known yet"_s));
}

void TestCostPage::showsTheFiguresOfTheCommandLine()
{
    const QByteArray json = contractCase();
    const QJsonObject answer = require(answerCost(json));
    require(m_desk->create(assessmentOf(QJsonDocument::fromJson(json).object())));
    auto *target = child<QComboBox>(u"costTarget"_s);
    target->setCurrentIndex(target->findData(u"container"_s));
    QVERIFY(QMetaObject::invokeMethod(target, "activated", Q_ARG(int, target->currentIndex())));
    const auto shown = figures();
    const auto same = [&](const QString &name, QLatin1StringView field) {
        const double expected = answer.value(field).toDouble();
        return qAbs(valueOf(shown, name) - expected) <= 1e-9 * qMax(1.0, qAbs(expected));
    };
    QVERIFY(same(u"Net present value (NPV)"_s, "npv"_L1));
    QVERIFY(same(u"NPV without efficiency value"_s, "npv_without_efficiency"_L1));
    QVERIFY(same(u"ROI by the document's formula"_s, "roi_percent"_L1));
    QVERIFY(same(u"Incremental ROI"_s, "roi_percent_incremental"_L1));
    QVERIFY(same(u"Discounted ROI"_s, "roi_percent_discounted"_L1));
    QVERIFY(same(u"Payback"_s, "payback_years"_L1));
    QVERIFY(same(u"Discounted payback"_s, "discounted_payback_years"_L1));
    QVERIFY(same(u"Internal rate of return (IRR)"_s, "irr"_L1));
    QVERIFY(same(u"Present value of staying"_s, "tco_pv_vm"_L1));
    QVERIFY(same(u"Present value of going"_s, "tco_pv_container"_L1));
    const auto flows = child<FigureTable>(u"costFlowTable"_s)->figures().exactTable();
    const QJsonArray expected = answer.value("net_flows"_L1).toArray();
    QCOMPARE(qsizetype(flows.size()), expected.size() + 1);
    for (qsizetype year = 0; year < expected.size(); ++year)
        QCOMPARE(flows[std::size_t(year) + 1][1].toDouble(), expected[year].toDouble());
}

void TestCostPage::missingAmountsAreNamed()
{
    require(m_desk->create(newAssessment(u"Costs"_s, m_clock.now())));
    child<QAction>(u"costUsual"_s)->trigger();
    QVERIFY(!m_page->bench().assessment().cost.items.empty());
    const QString advice = child<QLabel>(u"costAdvice"_s)->text();
    QVERIFY2(advice.contains(u"Hardware"_s), qPrintable(advice));
    QCOMPARE(figures().size(), std::size_t{1});
    // Enter on a line asks for its amount.
    auto *lines = child<FigureTable>(u"costLines"_s);
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Return);
    QTRY_VERIFY(child<QDialog>(u"costItemDialog"_s));
    auto *amount = child<QLineEdit>(u"costLow"_s);
    QTRY_VERIFY(amount->isVisible());
    amount->setFocus();
    QTest::keyClicks(amount, u"12.5"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"costItemDialog"_s));
    QCOMPARE(m_page->bench().assessment().cost.items.front().amount, Estimate::exact(12.5));
    child<QAction>(u"costUndo"_s)->trigger();
    QCOMPARE(m_page->bench().assessment().cost.items.front().amount.kind, Estimate::Kind::Missing);
}

void TestCostPage::uncertainAmountsAreDrawn()
{
    Assessment assessment = assessmentOf(QJsonDocument::fromJson(contractCase()).object());
    for (CostItem &item : assessment.cost.items) {
        const double amount = item.amount.low;
        item.amount = {Estimate::Kind::Triangular, 0.5 * amount, amount, 2 * amount, 0, {}};
    }
    require(m_desk->create(assessment));
    auto *target = child<QComboBox>(u"costTarget"_s);
    target->setCurrentIndex(target->findData(u"container"_s));
    QVERIFY(QMetaObject::invokeMethod(target, "activated", Q_ARG(int, target->currentIndex())));
    auto *table = child<FigureTable>(u"costUncertainty"_s);
    QTRY_VERIFY(table->figures().rowCount() > 5);
    const auto shown = table->figures().exactTable();
    QVERIFY(valueOf(shown, u"NPV P10"_s) < valueOf(shown, u"NPV P50"_s));
    QVERIFY(valueOf(shown, u"NPV P50"_s) < valueOf(shown, u"NPV P90"_s));
    const double negative = valueOf(shown, u"P(NPV < 0)"_s);
    QVERIFY(negative > 0 && negative < 1);
}

void TestCostPage::ratesThatAreNotUniqueAreNamed()
{
    Assessment assessment = newAssessment(u"Costs"_s, m_clock.now());
    assessment.cost.rateReason = u"test"_s;
    addLines(assessment.cost, u"go"_s, QJsonArray{100, 0, 132}, u"container"_s);
    addLines(assessment.cost, u"stay"_s, QJsonArray{0, 230, 0}, u"vm"_s);
    require(m_desk->create(assessment));
    auto *target = child<QComboBox>(u"costTarget"_s);
    target->setCurrentIndex(target->findData(u"container"_s));
    QVERIFY(QMetaObject::invokeMethod(target, "activated", Q_ARG(int, target->currentIndex())));
    for (const QStringList &line : figures()) {
        if (line[0] == "Internal rate of return (IRR)"_L1)
            QCOMPARE(line[1], u"not unique"_s);
    }
    const QStringList texts = [this] {
        QStringList all;
        for (const QStringList &line : figures())
            all.append(line.join(u' '));
        return all;
    }();
    QVERIFY(!texts.join(u' ').contains(u"nan"_s));
    QVERIFY(texts.join(u' ').contains(u"10.0 %"_s)); // one of the two rates
}

QTEST_MAIN(TestCostPage)
#include "tst_costpage.moc"
