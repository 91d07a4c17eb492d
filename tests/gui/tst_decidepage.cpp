// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/defaults.h"
#include "models/decide/decidefile.h"
#include "models/history/historyservice.h"
#include "tests/support/historyfixture.h"
#include "tests/support/pagekeys.h"
#include "widgets/decide/decidepage.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/matrix/matrixmodel.h"
#include "widgets/decide/matrix/matrixview.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/weights/weightslider.h"
#include "widgets/decide/workbench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Of the contract's example with closed-form intervals: VM, container, hybrid by six criteria.
constexpr std::array<std::array<double, 3>, 6> kValues{{{0.8, 0.7, 0.75},
                                                        {0.9, 0.6, 0.75},
                                                        {0.4, 0.95, 0.7},
                                                        {0.55, 0.75, 0.45},
                                                        {0.5, 0.85, 0.65},
                                                        {0.95, 0.7, 0.8}}};
constexpr std::array kWeights{20, 25, 20, 15, 12, 8};
constexpr double kSecurityUpper = 0.386920980926431;

QJsonObject contractCase(const QString &name)
{
    QFile file(QStringLiteral(STRATADECK_TEST_DATA "/contract/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

// The example as an assessment: values between 0 and 1, so the levels are 0 and 1.
Assessment assessmentOf(const QJsonObject &example)
{
    Assessment assessment = newAssessment(example.value("name"_L1).toString(), SystemClock().now());
    assessment.options.clear();
    assessment.criteria.clear();
    const QJsonArray options = example.value("alternatives"_L1).toArray();
    const QJsonArray criteria = example.value("criteria"_L1).toArray();
    WeightSet weights;
    weights.author = u"eve@desk"_s;
    for (const QJsonValue &name : options)
        assessment.options.push_back({freeId(name.toString(), {}), name.toString(), {}});
    for (qsizetype j = 0; j < criteria.size(); ++j) {
        Criterion criterion;
        criterion.name = criteria[j].toString();
        criterion.id = freeId(criterion.name, {});
        weights.points.push_back({criterion.id, example.value("weights"_L1).toArray()[j].toDouble()});
        assessment.criteria.push_back(criterion);
    }
    assessment.setWeights(weights);
    for (qsizetype i = 0; i < options.size(); ++i) {
        for (qsizetype j = 0; j < criteria.size(); ++j) {
            const QJsonValue figure = example.value("matrix"_L1).toArray()[i].toArray()[j];
            if (figure.isDouble())
                assessment = withTypedFigure(assessment, assessment.options[std::size_t(i)].id,
                                             assessment.criteria[std::size_t(j)].id, figure.toDouble(),
                                             u"eve"_s, assessment.created);
        }
    }
    assessment.cost.baseline = assessment.options.front().id;
    return assessment;
}

} // namespace

/// The architect's desk over a file in which something was recorded.
class TestDecidePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aDecisionByKeysAlone();
    void showsTheFiguresOfTheCommandLine();
    void missingCellsStayOpen();
    void hostileTitlesArePlain();
    void judgmentsAreMadeToAgree();
    void duplicateAndRename();
    void frozenIsNotChanged();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QDialog *dialog(const QString &name) const;
    void begin(const QString &title);
    void open(const Assessment &assessment);
    void fillByKeys();
    void takeByKeys(int option, bool takesUnit);
    void weighByKeys();
    QString winner() const;
    QString verdict() const { return child<QLabel>(u"verdict"_s)->text(); }
    Workbench &bench() const { return m_page->bench(); }

    std::unique_ptr<Store> m_store;
    SystemClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<AssessmentDesk> m_desk;
    std::unique_ptr<DecidePage> m_page;
};

void TestDecidePage::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    // Three guests that use exactly what makes the example's performance: 20, 30 and 25 %.
    const TimePoint start = m_clock.now() - 10min;
    std::vector<SeriesValue> values;
    for (int guest = 1; guest <= 3; ++guest) {
        const EntityId entity = require(m_writer->entity(vmInfo(guest), start));
        values.push_back({require(m_writer->series(entity, MetricId::CpuHostPercent, {})),
                          100 - 100 * kValues[0][std::size_t(guest) - 1]});
    }
    for (int second = 0; second < 300; ++second)
        require(m_writer->append(start + std::chrono::seconds(second), values));
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_desk = std::make_unique<AssessmentDesk>(m_store->path, u"eve@desk"_s);
    m_page = std::make_unique<DecidePage>(*m_desk, *m_history, m_clock, u"eve@desk"_s);
    new QAbstractItemModelTester(&child<MatrixView>(u"matrix"_s)->cells(), m_page.get());
    m_page->resize(1300, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestDecidePage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_history.reset();
    m_writer.reset();
    m_store.reset();
}

QDialog *TestDecidePage::dialog(const QString &name) const
{
    QDialog *found = nullptr;
    (void)QTest::qWaitFor([&] {
        found = child<QDialog>(name);
        return found && found->isActiveWindow() && focus() && focus()->window() == found;
    });
    return found;
}

void TestDecidePage::begin(const QString &title)
{
    m_page->setFocus();
    QTest::keyClick(m_page.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dialog(u"textDialog"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    write(title);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->hasOpen());
    QTRY_VERIFY(!child<QDialog>(u"textDialog"_s));
    m_page->activateWindow();
    QTRY_COMPARE(focus(), static_cast<QWidget *>(child<MatrixView>(u"matrix"_s)));
}

void TestDecidePage::open(const Assessment &assessment)
{
    require(m_desk->create(assessment));
    m_page->findChild<QTreeView *>(u"assessmentList"_s)->setFocus();
    QTRY_COMPARE(m_desk->list().size(), std::size_t{1});
    press(Qt::Key_Return);
    QTRY_COMPARE(focus(), static_cast<QWidget *>(child<MatrixView>(u"matrix"_s)));
}

QString TestDecidePage::winner() const
{
    const auto &first = bench().report().verdict.winner;
    return first ? optionName(bench().assessment(), *first) : QString();
}

// Points out of ten in all rows but the first; of the management complexity less is better.
void TestDecidePage::fillByKeys()
{
    for (std::size_t row = 1; row < kValues.size(); ++row) {
        press(Qt::Key_Home, Qt::ControlModifier);
        for (std::size_t i = 0; i < row; ++i)
            press(Qt::Key_Down);
        for (std::size_t option = 0; option < 3; ++option) {
            const bool isCost = row == 3;
            const double value = kValues[row][option];
            write(QString::number(10 * (isCost ? 1 - value : value)));
            press(Qt::Key_Return);
            QTRY_COMPARE(focus(), static_cast<QWidget *>(child<MatrixView>(u"matrix"_s)));
            press(Qt::Key_Right);
        }
    }
}

void TestDecidePage::takeByKeys(int option, bool takesUnit)
{
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < option; ++i)
        press(Qt::Key_Right);
    press(Qt::Key_E);
    QVERIFY(dialog(u"evidenceDialog"_s));
    auto *entities = child<QListWidget>(u"evidenceEntities"_s);
    QTRY_COMPARE(entities->count(), 3);
    QVERIFY(tabTo(u"evidenceEntities"_s));
    press(Qt::Key_Home);
    for (int i = 0; i < option; ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Space);
    auto *preview = child<QLabel>(u"evidencePreview"_s);
    QTRY_VERIFY2(preview->text().contains(u"300 sample"_s), qPrintable(preview->text()));
    if (takesUnit) {
        QVERIFY(tabTo(u"evidenceTakesUnit"_s));
        press(Qt::Key_Space);
        QVERIFY(tabTo(u"evidenceWorst"_s));
        write(u"100"_s);
        QVERIFY(tabTo(u"evidenceBest"_s));
        write(u"0"_s);
    }
    QVERIFY(tabTo(u"evidenceUse"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(!child<QDialog>(u"evidenceDialog"_s));
    m_page->activateWindow();
    QTRY_COMPARE(focus(), static_cast<QWidget *>(child<MatrixView>(u"matrix"_s)));
}

void TestDecidePage::weighByKeys()
{
    QVERIFY(tabTo(u"weigh"_s));
    press(Qt::Key_Space);
    QVERIFY(dialog(u"weightDialog"_s));
    const QStringList criteria{u"performance"_s,           u"security"_s,     u"scalability"_s,
                               u"management-complexity"_s, u"cost-benefit"_s, u"maturity"_s};
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        QVERIFY(tabTo(u"points_"_s + criteria[i]));
        press(Qt::Key_A, Qt::ControlModifier);
        write(QString::number(kWeights[std::size_t(i)]));
    }
    press(Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"weightDialog"_s));
    m_page->activateWindow();
    QTRY_VERIFY(focus());
}

void TestDecidePage::aDecisionByKeysAlone()
{
    begin(u"Web shop"_s);
    QCOMPARE(bench().assessment().title, u"Web shop"_s);
    QVERIFY(bench().report().supportedShare == 0);
    fillByKeys();
    takeByKeys(0, true);
    takeByKeys(1, false);
    takeByKeys(2, false);
    const Cell *measured = bench().assessment().cell(u"vm"_s, u"performance"_s);
    QVERIFY(measured);
    QCOMPARE(measured->source, Source::Measured);
    QVERIFY(qAbs(bench().assessment().evidenceOf(measured->figure.evidence)->value - 20) < 1e-6);
    weighByKeys();
    QCOMPARE(winner(), u"Container"_s);
    QVERIFY2(verdict().contains(u"Container"_s), qPrintable(verdict()));

    // The slider says where somebody else wins; stepping past it, somebody else does.
    auto *slider = child<WeightSlider>(u"weight1"_s);
    QVERIFY(slider->band());
    QVERIFY(qAbs(slider->band()->upper - kSecurityUpper) < 1e-6);
    QCOMPARE(slider->band()->above, u"VM"_s);
    const Assessment before = m_desk->state();
    QVERIFY(tabTo(u"weight1"_s));
    for (int percent = 26; percent <= 38; ++percent)
        press(Qt::Key_Right);
    QCOMPARE(winner(), u"Container"_s);
    press(Qt::Key_Right);
    QCOMPARE(slider->value(), 390);
    QCOMPARE(winner(), u"VM"_s);
    QTRY_VERIFY(verdict().startsWith(u"VM leads"_s));
    QTRY_VERIFY(m_desk->state() != before);

    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(winner(), u"Container"_s);
    QCOMPARE(m_desk->state(), before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(winner(), u"VM"_s);
}

void TestDecidePage::showsTheFiguresOfTheCommandLine()
{
    const QJsonObject example = contractCase(u"sens_02_closed_form_stability_intervals"_s);
    const QJsonObject answer = require(answerDecision(QJsonDocument(example).toJson()));
    open(assessmentOf(example));
    QCOMPARE(winner(), answer.value("winner"_L1).toString());
    const auto intervals = child<FigureTable>(u"intervalTable"_s)->figures().exactTable();
    const QJsonArray expected = answer.value("intervals"_L1).toArray();
    QCOMPARE(qsizetype(intervals.size()), expected.size() + 1);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QStringList &line = intervals[std::size_t(i) + 1];
        const QJsonValue &each = expected[i];
        QCOMPARE(line[0], each["criterion"_L1].toString());
        QVERIFY(qAbs(line[1].toDouble() - each["weight"_L1].toDouble()) < 1e-12);
        QVERIFY(qAbs(line[2].toDouble() - each["lower"_L1].toDouble()) < 1e-12);
        QVERIFY(qAbs(line[4].toDouble() - each["upper"_L1].toDouble()) < 1e-12);
        const auto challenger = [](const QJsonValue &who) {
            return who.isNull() ? u"nobody"_s : who.toString();
        };
        QCOMPARE(line[3], challenger(each["lower_challenger"_L1]));
        QCOMPARE(line[5], challenger(each["upper_challenger"_L1]));
    }
    QHash<QString, double> scores;
    const auto ranking = child<FigureTable>(u"rankTable"_s)->figures().exactTable();
    for (std::size_t row = 1; row < ranking.size(); ++row)
        scores.insert(ranking[row][0], ranking[row][2].toDouble());
    const QJsonArray names = example.value("alternatives"_L1).toArray();
    for (qsizetype i = 0; i < names.size(); ++i)
        QVERIFY(qAbs(scores.value(names[i].toString()) - answer.value("score"_L1)[i].toDouble()) < 1e-12);
    // Copied, a table is what it shows.
    auto *table = child<FigureTable>(u"intervalTable"_s);
    table->actions().front()->trigger();
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), qsizetype(intervals.size()));
}

void TestDecidePage::missingCellsStayOpen()
{
    begin(u"Nothing known"_s);
    const MatrixModel &cells = child<MatrixView>(u"matrix"_s)->cells();
    for (int row = 0; row < cells.rowCount(); ++row) {
        for (int column = 0; column < cells.columnCount(); ++column)
            QCOMPARE(cells.index(row, column).data().toString(), u"missing"_s);
    }
    QVERIFY(winner().isEmpty());
    QVERIFY2(verdict().startsWith(u"Too much is missing"_s), qPrintable(verdict()));
    write(u"7"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(cells.index(0, 0).data().toString().startsWith(u"7 points"_s));
    QVERIFY(cells.index(0, 0).data().toString().contains(u"no reason"_s));
    press(Qt::Key_Delete);
    QCOMPARE(cells.index(0, 0).data().toString(), u"missing"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(cells.index(0, 0).data().toString().startsWith(u"7 points"_s));
    // No text of the page is ever "nan", whatever is missing.
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(u"nan"_s), qPrintable(label->text()));
    for (FigureTable *table : m_page->findChildren<FigureTable *>()) {
        for (const QStringList &line : table->figures().exactTable())
            QVERIFY(!line.contains(u"nan"_s));
    }
}

void TestDecidePage::hostileTitlesArePlain()
{
    const QString hostile = u"<b>x</b><img src=file:///etc/passwd>"_s;
    begin(hostile);
    auto *title = child<QLabel>(u"assessmentTitle"_s);
    QCOMPARE(title->textFormat(), Qt::PlainText);
    QCOMPARE(title->text(), hostile);
    QVERIFY(!title->toolTip().contains(u'<'));
    Assessment next = bench().assessment();
    next.options[0].name = hostile;
    next.criteria[0].name = hostile;
    QVERIFY(bench().commit(next));
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u"<b>"_s));
}

void TestDecidePage::judgmentsAreMadeToAgree()
{
    begin(u"Pairs"_s);
    auto *method = child<QComboBox>(u"weightMethod"_s);
    method->setCurrentIndex(method->findData(static_cast<int>(WeightMethod::Ahp)));
    QVERIFY(QMetaObject::invokeMethod(method, "activated", Q_ARG(int, method->currentIndex())));
    QVERIFY(dialog(u"weightDialog"_s));
    // Performance over security over scalability, and scalability over performance: nobody can mean that.
    const auto choose = [&](int pair, int step) {
        auto *box = child<QComboBox>(u"pair%1"_s.arg(pair));
        box->setCurrentIndex(box->findData(step));
    };
    choose(0, 6);
    choose(1, -6);
    choose(5, 6);
    QVERIFY(bench().report().consistencyRatio.value_or(0) >= 0.1);
    const double before = *bench().report().consistencyRatio;
    auto *fix = child<QPushButton>(u"fixJudgment"_s);
    QVERIFY(fix->isVisible());
    QTest::keyClick(fix, Qt::Key_Space);
    QVERIFY(*bench().report().consistencyRatio < before);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<QDialog>(u"weightDialog"_s));
    QVERIFY(m_desk->state().weights.empty());
}

void TestDecidePage::duplicateAndRename()
{
    begin(u"First"_s);
    QTRY_COMPARE(m_desk->list().size(), std::size_t{1});
    press(Qt::Key_F2);
    QVERIFY(dialog(u"textDialog"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    write(u"Renamed"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk->state().title, u"Renamed"_s);
    QTRY_VERIFY(!child<QDialog>(u"textDialog"_s));
    child<QAction>(u"assessmentDuplicate"_s)->trigger();
    QVERIFY(dialog(u"textDialog"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk->list().size(), std::size_t{2});
    QCOMPARE(m_desk->state().title, u"Renamed (copy)"_s);
}

void TestDecidePage::frozenIsNotChanged()
{
    begin(u"Frozen"_s);
    require(m_desk->freeze(u"1"_s));
    QVERIFY(!bench().canEdit());
    QVERIFY(!child<QAction>(u"cellClear"_s)->isEnabled());
    write(u"7"_s);
    QVERIFY(m_desk->state().cells.empty());
    QVERIFY(!child<WeightSlider>(u"weight0"_s)->isEnabled());
    require(m_desk->reopen(u"another look"_s));
    QVERIFY(bench().canEdit());
}

QTEST_MAIN(TestDecidePage)
#include "tst_decidepage.moc"
