// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace stratadeck {

/// Calls work(0) ... work(count - 1), each once, on this thread and one for every other processor, in no order.
/// Returns when all are done, or, once stop was asked, when those begun are done: then false.
bool runParallel(std::size_t count, const std::function<void(std::size_t)> &work,
                 const std::stop_token &stop = {});

} // namespace stratadeck
