// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/logging.h"

namespace stratadeck {

Q_LOGGING_CATEGORY(lcCollect, "stratadeck.collect", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHistory, "stratadeck.history", QtWarningMsg)
Q_LOGGING_CATEGORY(lcOperate, "stratadeck.operate", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "stratadeck.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcWindow, "stratadeck.window", QtWarningMsg)

} // namespace stratadeck
