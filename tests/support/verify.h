// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// QVERIFY for Result<T>: on failure prints the error's own words.
#define VERIFY_OK(result)                                                                                      \
    do {                                                                                                       \
        const auto &verified = (result);                                                                       \
        QVERIFY2(verified.has_value(), qPrintable(verified ? QString() : verified.error().what));              \
    } while (false)

#define VERIFY_FAILS(result, expectedKind)                                                                     \
    do {                                                                                                       \
        const auto &verified = (result);                                                                       \
        QVERIFY2(!verified.has_value(), "expected an error");                                                  \
        QCOMPARE(verified.error().kind, expectedKind);                                                         \
    } while (false)
