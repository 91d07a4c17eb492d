// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/paletteitems.h"

#include "models/inventory/inventorymodel.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/navigator.h"
#include "widgets/kit/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PaletteItems)
};

PaletteItem itemOf(const ActionRegistry::Entry &entry)
{
    QAction *action = entry.action;
    PaletteItem item;
    item.id = action->objectName().isEmpty() ? QString() : u"action:"_s + action->objectName();
    item.text = plainText(*action);
    item.detail = entry.category;
    item.keys = shortcutText(*action);
    item.enabled = action->isEnabled();
    item.reason = disabledReason(*action);
    item.run = [action = QPointer(action)] {
        if (action)
            action->trigger();
    };
    return item;
}

PaletteItem itemOf(EntityId id, const EntityInfo &info, Navigator &navigator)
{
    const Wording kind = wordingOf(info.kind);
    PaletteItem item;
    item.id = u"entity:"_s + info.key;
    item.text = info.name;
    item.icon = kind.icon;
    const QString state = wordingOf(info.state, info.problem).text;
    item.detail = info.kind == EntityKind::Host
                      //: In the command palette beside a host's name: %1 is "Host", %2 its state
                      ? Tr::tr("%1, %2").arg(kind.text, state)
                      //: Beside a guest's name: %1 "VM" or "Container", %2 its host, %3 its state
                      : Tr::tr("%1 on %2, %3").arg(kind.text, info.host, state);
    item.run = [id, &navigator] { navigator.openEntity(id); };
    return item;
}

} // namespace

std::vector<PaletteItem> paletteItems(const ActionRegistry &actions, const InventoryModel &inventory,
                                      Navigator &navigator)
{
    std::vector<PaletteItem> items;
    items.reserve(actions.entries().size() + static_cast<std::size_t>(inventory.rowCount()));
    for (const ActionRegistry::Entry &entry : actions.entries()) {
        const bool opensPalette = entry.action->objectName() == "palette"_L1;
        if (entry.action->isVisible() && !entry.action->text().isEmpty() && !opensPalette)
            items.push_back(itemOf(entry));
    }
    for (int row = 0; row < inventory.rowCount(); ++row)
        items.push_back(itemOf(inventory.id(row), inventory.info(row), navigator));
    return items;
}

} // namespace stratadeck
