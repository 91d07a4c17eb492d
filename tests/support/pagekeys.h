// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace stratadeck::test {

// A page by keys alone: each goes to what has the focus.

inline QWidget *focus()
{
    return QApplication::focusWidget();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTRY_VERIFY(focus());
    QTest::keyClick(focus(), key, modifiers);
}

/// Letter by letter: the first may open an editor for the others.
inline void write(const QString &text)
{
    for (const QChar letter : text) {
        QTRY_VERIFY(focus());
        QTest::keyClick(focus(), letter.toLatin1());
    }
}

/// Tab until what has this name has the focus; false when it never gets it.
inline bool tabTo(const QString &name)
{
    constexpr int most = 60;
    for (int i = 0; i < most && focus(); ++i) {
        if (focus()->objectName() == name)
            return true;
        QTest::keyClick(focus(), Qt::Key_Tab);
    }
    return false;
}

} // namespace stratadeck::test
