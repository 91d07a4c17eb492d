// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stratadeck {

// Strong integer ids. The first group lives in the store and survives restarts.
enum class EntityId : quint32 {};
enum class SeriesId : quint32 {};

// A source as configured in this run.
enum class SourceId : quint16 {};

// Per-source indexes, dense from 0, handed out by that source's BatchBuilder: a reading on the hot
// path is (SeriesRef, double) and nothing else.
enum class EntityRef : quint32 {};
enum class SeriesRef : quint32 {};

template<typename Id>
constexpr auto value(Id id)
{
    return static_cast<std::underlying_type_t<Id>>(id);
}

} // namespace stratadeck
