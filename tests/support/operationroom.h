// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/deskservice.h"
#include "models/inventory/inventorymodel.h"
#include "models/operate/tasklogmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/historyfixture.h"
#include "tests/support/inventorytext.h"
#include "widgets/operate/operationactions.h"

#include <QSignalSpy>

namespace stratadeck::test {

/// The operations around real models, a real store and an engine that answers what it is told to. For tests of
/// widgets to derive from; enter() before each, leave() after it.
class OperationRoom
{
protected:
    enum Entity : quint32 { kWeb = 1, kDb, kGuest, kOff, kHost };
    void select(std::initializer_list<Entity> entities)
    {
        std::vector<EntityId> ids;
        for (const Entity entity : entities)
            ids.push_back(m_ids.at(entity));
        m_actions->setSelection(ids);
    }
    QAction *action(Operation operation) const { return m_actions->action(operation); }
    QAction *action(ConsoleKind kind) const { return m_actions->action(kind); }
    static QByteArray id(Entity entity) { return QByteArray::number(quint32(entity)).rightJustified(64, 'a'); }

    void enter()
    {
        using namespace Qt::StringLiterals;
        using namespace std::chrono_literals;
        m_store = std::make_unique<Store>();
        m_writer = m_store->writer();
        m_engine = std::make_unique<FakeEngine>(m_store->folder.filePath(u"e.sock"_s));
        m_desk = std::make_unique<DeskService>(m_store->path);
        m_operator = std::make_unique<Operator>(OperationTiming{10s, 20ms, 20s, 60s});
        m_runner = std::make_unique<TaskRunner>(*m_desk, *m_operator, m_clock);
        m_log = std::make_unique<TaskLogModel>(*m_desk);
        m_inventory = std::make_unique<InventoryModel>();
        LiveUpdate update;
        const auto add = [&](Entity entity, EntityKind kind, const QString &name, EntityState state) {
            EntityUpdate row = entityUpdate(0, kind, name, state);
            row.info.key = toWord(kind) + u":h/"_s + QString::fromLatin1(id(entity));
            row.info.run = u"2023-11-14T20:12:20Z"_s; // two hours before the clock
            if (kind == EntityKind::VirtualMachine) {
                row.info.key = u"vm:h/00000000-0000-4000-8000-00000000000%1"_s.arg(int(entity)); // of no guest
                row.info.run = u"7"_s; // libvirt does not tell since when
                row.source = SourceId(1);
            }
            row.id = require(m_writer->entity(row.info, second(0)));
            m_ids[entity] = row.id;
            update.entities.push_back(row);
        };
        add(kWeb, EntityKind::Container, u"web"_s, EntityState::Running);
        add(kDb, EntityKind::Container, u"db"_s, EntityState::Running);
        add(kGuest, EntityKind::VirtualMachine, u"guest"_s, EntityState::Running);
        add(kOff, EntityKind::Container, u"off"_s, EntityState::Exited);
        add(kHost, EntityKind::Host, u"h"_s, EntityState::Running);
        update.figures.push_back({m_ids[kWeb], MetricId::CpuAllocPercent, m_clock.now(), 42});
        require(m_writer->append(second(1), {}));
        m_inventory->apply(update);
        SourceStatus podman;
        podman.state = SourceState::Ready;
        SourceStatus libvirt = podman;
        libvirt.id = SourceId(1);
        m_inventory->setSources({podman, libvirt}, m_clock.now());

        m_window = std::make_unique<QWidget>();
        m_flow = new OperationFlow(*m_runner, m_clock, m_window.get());
        m_actions = new OperationActions(
            *m_flow, *m_inventory,
            [this](std::optional<SourceId> source) {
                return source == SourceId(1) ? u"test:///default"_s
                                             : u"podman://"_s + m_store->folder.filePath(u"e.sock"_s);
            },
            m_window.get());
        QSignalSpy found(&m_actions->consoles(), &ConsoleFlow::reasonsChanged);
        m_window->show();
        QTRY_VERIFY(!found.isEmpty()); // what is really installed here comes no later than what install() says
    }

    void leave()
    {
        m_window.reset();
        m_log.reset();
        m_runner.reset();
        m_operator.reset();
        m_desk.reset();
        m_engine.reset();
        m_writer.reset();
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<DeskService> m_desk;
    std::unique_ptr<Operator> m_operator;
    std::unique_ptr<TaskRunner> m_runner;
    std::unique_ptr<TaskLogModel> m_log;
    std::unique_ptr<InventoryModel> m_inventory;
    std::unique_ptr<QWidget> m_window;
    OperationFlow *m_flow = nullptr;
    OperationActions *m_actions = nullptr;
    std::map<Entity, EntityId> m_ids;
    FakeClock m_clock;
};

} // namespace stratadeck::test
