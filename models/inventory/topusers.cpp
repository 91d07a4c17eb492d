// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/topusers.h"

#include "models/inventory/inventorymodel.h"

#include <algorithm>
#include <map>

namespace stratadeck {

namespace {

constexpr double kHighShare = 0.95;

// What one entity uses: a figure of now, or a profile.
struct User {
    int row = 0;
    double now = 0;
    const UsageProfile *profile = nullptr;
};

/// Adds up entries one by one.
class Sum
{
public:
    void add(const User &user)
    {
        ++m_members;
        if (!user.profile) {
            m_now += user.now;
            return;
        }
        m_profile.add(*user.profile);
        m_measured += user.profile->measured();
    }

    TopEntry entry() const
    {
        TopEntry entry;
        entry.members = m_members;
        if (m_profile.isEmpty()) {
            entry.value = m_now;
            return entry;
        }
        entry.value = m_profile.mean();
        entry.high = m_profile.quantile(kHighShare);
        entry.measured = m_measured / m_members;
        return entry;
    }

private:
    int m_members = 0;
    double m_now = 0;
    UsageProfile m_profile;
    double m_measured = 0;
};

void keepLargest(std::vector<TopEntry> &entries, std::size_t count)
{
    std::erase_if(entries, [](const TopEntry &entry) { return !(entry.value > 0); }); // nor the unknown
    const auto end = entries.begin() + static_cast<std::ptrdiff_t>(std::min(count, entries.size()));
    std::ranges::partial_sort(entries, end, [](const TopEntry &a, const TopEntry &b) {
        return a.value != b.value ? a.value > b.value : a.name < b.name;
    });
    entries.erase(end, entries.end());
}

TopList listEntities(const InventoryModel &inventory, std::span<const User> users, std::size_t count)
{
    TopList list;
    for (const User &user : users) {
        Sum sum;
        sum.add(user);
        TopEntry entry = sum.entry();
        entry.entity = inventory.id(user.row);
        entry.name = inventory.info(user.row).name;
        list.entries.push_back(std::move(entry));
    }
    keepLargest(list.entries, count);
    return list;
}

TopList listTags(const InventoryModel &inventory, std::span<const User> users, std::size_t count)
{
    TopList list;
    std::map<QString, Sum> sums;
    Sum untagged;
    for (const User &user : users) {
        const QStringList &tags = inventory.tags(user.row);
        list.underSeveralTags += tags.size() > 1 ? 1 : 0;
        for (const QString &tag : tags)
            sums[tag].add(user);
        if (tags.isEmpty())
            untagged.add(user);
    }
    for (const auto &[tag, sum] : sums) {
        TopEntry entry = sum.entry();
        entry.kind = TopEntry::Kind::Tag;
        entry.name = tag;
        list.entries.push_back(std::move(entry));
    }
    keepLargest(list.entries, count);
    TopEntry rest = untagged.entry();
    rest.kind = TopEntry::Kind::Untagged;
    if (rest.members > 0 && rest.value > 0)
        list.entries.push_back(std::move(rest));
    return list;
}

TopList listed(const InventoryModel &inventory, std::span<const User> users, const TopChoice &choice)
{
    return choice.byTag ? listTags(inventory, users, choice.count)
                        : listEntities(inventory, users, choice.count);
}

} // namespace

TopList topNow(const InventoryModel &inventory, Figure figure, const TopChoice &choice)
{
    std::vector<User> users;
    for (int row = 0; row < inventory.rowCount(); ++row) {
        // The unknown is not above zero either.
        if (inventory.info(row).kind != EntityKind::Host && inventory.figure(row, figure) > 0)
            users.push_back({row, inventory.figure(row, figure), nullptr});
    }
    return listed(inventory, users, choice);
}

TopList topOver(const InventoryModel &inventory, std::span<const EntityUsage> usage, const TopChoice &choice)
{
    std::vector<User> users;
    for (const EntityUsage &one : usage) {
        const int row = inventory.rowOf(one.entity);
        if (row >= 0 && inventory.info(row).kind != EntityKind::Host && !one.profile.isEmpty())
            users.push_back({row, 0, &one.profile});
    }
    return listed(inventory, users, choice);
}

} // namespace stratadeck
