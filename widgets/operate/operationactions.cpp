// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/operationactions.h"

#include "models/inventory/inventorymodel.h"
#include "models/operate/operationrules.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QMenu>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEveryday = 6; // Start ... Resume, the first of the catalogue

QString iconOf(Operation operation)
{
    switch (operation) {
    case Operation::Start:
        return u"start"_s;
    case Operation::Resume:
        return u"resume"_s;
    case Operation::Stop:
        return u"stop"_s;
    case Operation::Restart:
    case Operation::Reset:
        return u"restart"_s;
    case Operation::Kill:
        return u"kill"_s;
    case Operation::Pause:
        return u"pause"_s;
    case Operation::Save:
        return u"export"_s;
    case Operation::SnapshotCreate:
    case Operation::SnapshotRevert:
        return u"snapshot"_s;
    case Operation::SnapshotDelete:
        return u"remove"_s;
    case Operation::SetVcpus:
    case Operation::SetMemory:
        return u"settings"_s;
    }
    return {};
}

QString iconOf(ConsoleKind kind)
{
    switch (kind) {
    case ConsoleKind::Graphical:
        return u"vm"_s;
    case ConsoleKind::Log:
        return u"log"_s;
    case ConsoleKind::Serial:
    case ConsoleKind::Shell:
        return u"terminal"_s;
    }
    return {};
}

bool asksFirst(const OperationInfo &info)
{
    return info.caution != OperationCaution::None || info.input != OperationInput::None;
}

} // namespace

OperationActions::OperationActions(OperationFlow &flow, const InventoryModel &inventory, UriOf uriOf,
                                   QObject *parent)
    : QObject(parent)
    , m_flow(flow)
    , m_consoles(new ConsoleFlow(flow, flow.window()))
    , m_inventory(inventory)
    , m_uriOf(std::move(uriOf))
    , m_menu(std::make_unique<QMenu>())
    , m_more(new QAction(this))
{
    for (const OperationInfo &info : operationCatalogue()) {
        auto *action = new QAction(themedIcon(iconOf(info.id)), QString(), this);
        action->setObjectName(u"operation-"_s + info.word);
        connect(action, &QAction::triggered, this,
                [this, operation = info.id] { m_flow.start(operation, targets()); });
        m_actions.append(action);
    }
    // Del opens the question whether to stop, never more than that.
    action(Operation::Stop)->setShortcut(QKeySequence::Delete);
    action(Operation::Stop)->setShortcutContext(Qt::WidgetShortcut);
    m_menu->addActions(m_actions.mid(kEveryday));
    m_menu->addSeparator();
    addConsoles();
    m_more->setMenu(m_menu.get());
    m_more->setIcon(themedIcon(u"more"_s));
    m_more->setText(tr("More operations"));
    m_more->setObjectName(u"operation-more"_s);
    connect(&flow.runner().engine(), &Operator::readOnlyChanged, this, [this] { setSelection(m_entities); });
    setSelection({});
}

OperationActions::~OperationActions() = default;

void OperationActions::addConsoles()
{
    for (const ConsoleInfo &info : consoleCatalogue()) {
        auto *action = new QAction(themedIcon(iconOf(info.id)), consoleText(info.id), this);
        action->setObjectName(u"console-"_s + info.word);
        connect(action, &QAction::triggered, this, [this, kind = info.id] {
            if (m_targets.size() == 1)
                m_consoles->open(kind, m_targets.front());
        });
        m_actions.append(action);
        m_menu->addAction(action);
    }
    connect(m_consoles, &ConsoleFlow::reasonsChanged, this, [this] { setSelection(m_entities); });
}

QAction *OperationActions::action(Operation operation) const
{
    return m_actions.at(static_cast<qsizetype>(operation));
}

QAction *OperationActions::action(ConsoleKind kind) const
{
    return m_actions.at(static_cast<qsizetype>(operationCatalogue().size()) + static_cast<qsizetype>(kind));
}

QList<QAction *> OperationActions::toolbarActions() const
{
    QList<QAction *> actions = m_actions.first(kEveryday);
    actions.append(m_more);
    return actions;
}

OperationTargets OperationActions::targets() const
{
    OperationTargets targets;
    for (const EntityId entity : m_entities) {
        const int row = m_inventory.rowOf(entity);
        if (row < 0)
            continue;
        targets.push_back({entity, m_inventory.info(row), m_uriOf(m_inventory.source(row)),
                           m_inventory.index(row, InventoryModel::State).data().toString(),
                           m_inventory.figure(row, Figure::Cpu), m_inventory.figure(row, Figure::Memory),
                           m_inventory.figure(row, Figure::Uptime),
                           m_inventory.tags(row).contains(u"p0"_s, Qt::CaseInsensitive)});
    }
    return targets;
}

std::vector<OperationActions::Judged> OperationActions::judged() const
{
    std::vector<Judged> judged;
    judged.reserve(m_entities.size());
    for (const EntityId entity : m_entities) {
        const int row = m_inventory.rowOf(entity);
        if (row < 0)
            continue;
        const EntityInfo &info = m_inventory.info(row);
        judged.push_back({info.kind, info.state, info.problem, startRestores(info), m_inventory.source(row)});
    }
    return judged;
}

void OperationActions::setSelection(const std::vector<EntityId> &entities)
{
    m_entities = entities;
    m_judged = judged();
    m_targets = targets();
    for (const OperationInfo &info : operationCatalogue())
        show(action(info.id), info);
    for (const ConsoleInfo &info : consoleCatalogue())
        show(action(info.id), info);
    m_consoles->look();
}

void OperationActions::refresh()
{
    if (judged() != m_judged)
        setSelection(m_entities);
}

// Of those that can be started, none may be one that boots.
bool OperationActions::restores() const
{
    bool any = false;
    for (const OperationTarget &target : m_targets) {
        if (whyNot(Operation::Start, target.info, false))
            continue;
        if (!startRestores(target.info))
            return false;
        any = true;
    }
    return any;
}

void OperationActions::show(QAction *action, const OperationInfo &info) const
{
    const EntityKinds kinds = kindsOf(m_targets) & info.kinds;
    const bool isRestore = info.id == Operation::Start && restores();
    const QString text = isRestore ? restoreText() : operationText(info.id, kinds);
    const QString advice = isRestore ? restoreAdvice() : operationAdvice(info.id, kinds);
    action->setText(asksFirst(info) ? text + u'…' : text);
    std::optional<QString> reason = tr("Select virtual machines or containers first.");
    const bool readOnly = m_flow.runner().engine().isReadOnly();
    for (const OperationTarget &target : m_targets) {
        reason = whyNotOn(info.id, target, readOnly);
        if (!reason || readOnly)
            break; // one that it works on is enough, the others are left out; and read-only holds for all
    }
    if (!reason && info.input != OperationInput::None && m_targets.size() > 1)
        reason = tr("Select one virtual machine alone for this.");
    showReason(action, text, reason, advice);
}

void OperationActions::show(QAction *action, const ConsoleInfo &info) const
{
    std::optional<QString> reason = tr("Select virtual machines or containers first.");
    if (m_targets.size() == 1)
        reason = m_consoles->whyNot(info.id, m_targets.front());
    else if (m_targets.size() > 1)
        reason = info.of == EntityKind::VirtualMachine ? tr("Select one virtual machine alone for this.")
                                                       : tr("Select one container alone for this.");
    showReason(action, consoleText(info.id), reason, consoleAdvice(info.id));
}

void OperationActions::showReason(QAction *action, const QString &title, const std::optional<QString> &reason,
                                  const QString &advice)
{
    action->setEnabled(!reason);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString head = key.isEmpty() ? title : u"%1 (%2)"_s.arg(title, key);
    action->setToolTip(head + u'\n' + reason.value_or(advice));
    action->setStatusTip(reason.value_or(QString())); // alone, for the palette
}

} // namespace stratadeck
