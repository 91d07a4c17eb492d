// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/entityname.h"

#include "models/inventory/inventorymodel.h"

#include <QCoreApplication>
#include <functional>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EntityName)
};

constexpr int kLongestShown = 100;
constexpr std::size_t kMostNamed = 5;

using Test = std::function<bool(const EntityInfo &)>;

std::vector<int> rowsWhere(const InventoryModel &inventory, const Test &test)
{
    std::vector<int> rows;
    std::vector<int> gone;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        const EntityInfo &info = inventory.info(row);
        if (test(info))
            (info.state == EntityState::Gone ? gone : rows).push_back(row);
    }
    return rows.empty() ? gone : rows;
}

NamedEntity ambiguous(const InventoryModel &inventory, const QString &name, const std::vector<int> &rows)
{
    QStringList keys;
    for (std::size_t i = 0; i < std::min(rows.size(), kMostNamed); ++i)
        keys.append(inventory.info(rows[i]).key);
    if (rows.size() > kMostNamed)
        keys.append(u"…"_s);
    return {{},
            Tr::tr("“%1” is the name of more than one: %2. Use one of these keys instead.")
                .arg(name.left(kLongestShown), keys.join(u", "_s))};
}

} // namespace

NamedEntity findEntity(const InventoryModel &inventory, const QString &name)
{
    const Test tests[] = {
        [&](const EntityInfo &info) { return info.key == name; },
        [&](const EntityInfo &info) { return info.name == name; },
        [&](const EntityInfo &info) { return info.name.compare(name, Qt::CaseInsensitive) == 0; },
    };
    for (const Test &test : tests) {
        const std::vector<int> rows = rowsWhere(inventory, test);
        if (rows.size() > 1)
            return ambiguous(inventory, name, rows);
        if (!rows.empty())
            return {inventory.id(rows.front()), {}};
    }
    bool isNumber = false;
    const auto id = static_cast<EntityId>(name.toUInt(&isNumber));
    if (isNumber && inventory.rowOf(id) >= 0)
        return {id, {}};
    return {{}, Tr::tr("No host, VM or container is called “%1”.").arg(name.left(kLongestShown))};
}

} // namespace stratadeck
