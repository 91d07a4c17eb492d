// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace stratadeck {

/// Items by numbers that are handed out upwards and never used twice. Takes memory for those that are left, not
/// for all that ever were: items lie in pages, and a page goes when its last item does. Finding an item
/// allocates nothing. References stay valid until their item is erased. Not thread-safe.
template<typename T>
class RefTable
{
public:
    std::size_t size() const { return m_size; }                      ///< items held
    std::size_t capacity() const { return m_pages.size() * kItems; } ///< items there is memory for

    std::size_t end() const { return m_end; } ///< one more than the highest number so far

    T *find(std::size_t number)
    {
        Page *page = pageOf(number / kItems);
        return page && page->holds(number) ? &page->items[number % kItems] : nullptr;
    }
    const T *find(std::size_t number) const
    {
        const Page *page = pageOf(number / kItems);
        return page && page->holds(number) ? &page->items[number % kItems] : nullptr;
    }

    /// An item that is held.
    T &operator[](std::size_t number) { return *find(number); }
    const T &operator[](std::size_t number) const { return *find(number); }

    T &set(std::size_t number, T item)
    {
        Page &page = needPage(number / kItems);
        if (!page.holds(number)) {
            page.held |= bit(number);
            ++m_size;
            m_end = std::max(m_end, number + 1);
        }
        return page.items[number % kItems] = std::move(item);
    }

    void erase(std::size_t number)
    {
        const auto at = placeOf(number / kItems);
        if (at == m_pages.end() || at->number != number / kItems || !at->page->holds(number))
            return;
        at->page->items[number % kItems] = T();
        at->page->held &= ~bit(number);
        --m_size;
        if (at->page->held == 0)
            m_pages.erase(at);
    }

    /// Calls with the number and the item of each, in order of numbers. The table must not change meanwhile.
    template<typename Visit>
    void forEach(Visit visit)
    {
        for (const Entry &entry : m_pages) {
            for (std::size_t i = 0; i < kItems; ++i) {
                if (entry.page->holds(i))
                    visit(entry.number * kItems + i, entry.page->items[i]);
            }
        }
    }

private:
    static constexpr std::size_t kItems = 64; // as many as `held` has bits
    static constexpr quint64 bit(std::size_t number) { return quint64(1) << (number % kItems); }

    struct Page {
        std::array<T, kItems> items{};
        quint64 held = 0;
        bool holds(std::size_t number) const { return (held & bit(number)) != 0; }
    };
    struct Entry {
        std::size_t number;
        std::unique_ptr<Page> page;
    };

    auto placeOf(std::size_t number) const
    {
        return std::lower_bound(m_pages.begin(), m_pages.end(), number,
                                [](const Entry &entry, std::size_t wanted) { return entry.number < wanted; });
    }

    Page *pageOf(std::size_t number) const
    {
        // Where nothing has gone yet a page lies where its number says.
        if (number < m_pages.size() && m_pages[number].number == number)
            return m_pages[number].page.get();
        const auto at = placeOf(number);
        return at != m_pages.end() && at->number == number ? at->page.get() : nullptr;
    }

    Page &needPage(std::size_t number)
    {
        const auto at = placeOf(number);
        if (at != m_pages.end() && at->number == number)
            return *at->page;
        return *m_pages.insert(at, Entry{number, std::make_unique<Page>()})->page;
    }

    std::vector<Entry> m_pages; // by number
    std::size_t m_size = 0;
    std::size_t m_end = 0;
};

} // namespace stratadeck
