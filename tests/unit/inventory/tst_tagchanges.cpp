// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/deskservice.h"
#include "models/history/historywriter.h"
#include "tests/support/verify.h"
#include "widgets/inventory/tagchanges.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestTagChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void readsTagsFromText_data();
    void readsTagsFromText();
    void changesWhatAllShareAndLeavesTheRest();
    void undoGivesBackEachOnesOwn();

private:
    QStringList tagsOf(EntityId entity) const { return m_desk->tags().value(entity); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<DeskService> m_desk;
    EntityId m_web{};
    EntityId m_mail{};
};

void TestTagChanges::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString path = m_dir->filePath(u"history.db"_s);
    const auto writer = HistoryWriter::open(path);
    VERIFY_OK(writer);
    const auto add = [&](const QString &name) {
        EntityInfo info;
        info.key = u"vm:h/"_s + name;
        info.kind = EntityKind::VirtualMachine;
        info.name = name;
        return (*writer)->entity(info, fromMillis(1'000'000)).value();
    };
    m_web = add(u"web"_s);
    m_mail = add(u"mail"_s);
    m_desk = std::make_unique<DeskService>(path);
}

void TestTagChanges::cleanup()
{
    m_desk.reset();
    m_dir.reset();
}

void TestTagChanges::readsTagsFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << u" , ,"_s << QStringList{};
    QTest::newRow("blanks and commas")
        << u" prod,web  team-a "_s << QStringList{u"prod"_s, u"web"_s, u"team-a"_s};
    QTest::newRow("each once") << u"a b a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("control characters go") << QString(u"a\u0007b"_s) << QStringList{u"ab"_s};
}

void TestTagChanges::readsTagsFromText()
{
    QFETCH(QString, text);
    QTEST(tagsIn(text), "expected");
}

void TestTagChanges::changesWhatAllShareAndLeavesTheRest()
{
    TagChanges changes(*m_desk);
    changes.setCommon({m_web}, {u"own"_s});
    QTRY_COMPARE(tagsOf(m_web), QStringList{u"own"_s});
    QCOMPARE(changes.common({m_web, m_mail}), QStringList{});
    changes.setCommon({m_web, m_mail}, {u"prod"_s, u"old"_s});
    QTRY_COMPARE(tagsOf(m_mail), (QStringList{u"old"_s, u"prod"_s}));
    QTRY_COMPARE(tagsOf(m_web), (QStringList{u"old"_s, u"own"_s, u"prod"_s}));
    QCOMPARE(changes.common({m_web, m_mail}), (QStringList{u"old"_s, u"prod"_s}));
    changes.setCommon({m_web, m_mail}, {u"prod"_s});
    QTRY_COMPARE(tagsOf(m_mail), QStringList{u"prod"_s});
    QTRY_COMPARE(tagsOf(m_web), (QStringList{u"own"_s, u"prod"_s}));
    QCOMPARE(changes.known(), (QStringList{u"own"_s, u"prod"_s}));
}

void TestTagChanges::undoGivesBackEachOnesOwn()
{
    TagChanges changes(*m_desk);
    QVERIFY(!changes.canUndo());
    changes.setCommon({m_web}, {u"own"_s});
    QTRY_COMPARE(tagsOf(m_web), QStringList{u"own"_s});
    changes.setCommon({m_web, m_mail}, {u"prod"_s});
    QTRY_COMPARE(tagsOf(m_web), (QStringList{u"own"_s, u"prod"_s}));
    QTRY_COMPARE(tagsOf(m_mail), QStringList{u"prod"_s});
    changes.setCommon({m_web, m_mail}, {u"prod"_s}); // nothing to take back of this one
    changes.undo();
    QTRY_COMPARE(tagsOf(m_mail), QStringList{});
    QTRY_COMPARE(tagsOf(m_web), QStringList{u"own"_s});
    changes.undo();
    QTRY_COMPARE(tagsOf(m_web), QStringList{});
    QVERIFY(!changes.canUndo());
}

QTEST_GUILESS_MAIN(TestTagChanges)
#include "tst_tagchanges.moc"
