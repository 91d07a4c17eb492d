// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace stratadeck {

/// Installs Stratadeck's and Qt's own translations for `language` ("en", "zh_CN"; empty: the desktop's
/// language where it is one of these, else English) and makes it the default QLocale's language.
/// Replaces what an earlier call installed.
void installLanguage(QCoreApplication &application, const QString &language);

} // namespace stratadeck
