// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/sourcestatus.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

QString toWord(SourceState state)
{
    switch (state) {
    case SourceState::Loading:
        return u"loading"_s;
    case SourceState::Ready:
        return u"ready"_s;
    case SourceState::Stale:
        return u"stale"_s;
    case SourceState::Failed:
        return u"failed"_s;
    case SourceState::Ended:
        return u"ended"_s;
    }
    return {};
}

} // namespace stratadeck
