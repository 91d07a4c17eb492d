// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/operate/consoleflow.h"
#include "widgets/operate/operationflow.h"

#include <QObject>
#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace stratadeck {

class InventoryModel;

/// One set of actions for toolbar, context menu and palette, about what is selected. A grey one tells in its
/// tool tip why.
class OperationActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationActions)
public:
    /// The URI of a source of this run; empty when there is none.
    using UriOf = std::function<QString(std::optional<SourceId>)>;

    OperationActions(OperationFlow &flow, const InventoryModel &inventory, UriOf uriOf, QObject *parent);
    ~OperationActions() override;

    void setSelection(const std::vector<EntityId> &entities);
    /// States or sources may have changed. Cheap when they have not.
    void refresh();

    /// Every operation, then the consoles, in the order of menus.
    const QList<QAction *> &actions() const { return m_actions; }
    QAction *action(Operation operation) const;
    QAction *action(ConsoleKind kind) const;
    ConsoleFlow &consoles() { return *m_consoles; }
    /// The few for a toolbar: those of everyday, then a menu with the others.
    QList<QAction *> toolbarActions() const;

private:
    OperationTargets targets() const;
    void addConsoles();
    void show(QAction *action, const OperationInfo &info) const;
    bool restores() const;
    void show(QAction *action, const ConsoleInfo &info) const;
    static void showReason(QAction *action, const QString &title, const std::optional<QString> &reason,
                           const QString &advice);
    /// What decides about the actions of one target.
    struct Judged {
        EntityKind kind{};
        EntityState state{};
        EntityProblem problem{};
        bool restores = false;
        std::optional<SourceId> source;
        bool operator==(const Judged &) const = default;
    };
    std::vector<Judged> judged() const;

    OperationFlow &m_flow;
    ConsoleFlow *m_consoles;
    const InventoryModel &m_inventory;
    UriOf m_uriOf;
    std::vector<EntityId> m_entities;
    std::vector<Judged> m_judged;
    OperationTargets m_targets; // as they were judged
    QList<QAction *> m_actions;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_more;
};

} // namespace stratadeck
