// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/notifying.h"

namespace stratadeck {

/// Why a way of telling people does not work, in one sentence. Window thread.
QString channelErrorText(const Error &error);

/// How it does: when it last worked, how much waits, what is wrong. Window thread.
QString channelText(const ChannelState &state);

/// Of the one of this kind and name, or what there is to say when there is none. `notifying` is null while
/// another process records.
QString channelText(const Notifying *notifying, ChannelState::Kind kind, const QString &name);

} // namespace stratadeck
