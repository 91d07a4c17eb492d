// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/operate/target.h"

#include <QWidget>

class QLineEdit;

namespace stratadeck {

/// Whoever does something destructive to what is tagged `p0` (P0: people are without it at once) types its
/// name first; for several of them, how many they are. Not there, and satisfied, for anything else.
class NameCheck final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameCheck)
public:
    NameCheck(Operation operation, const OperationTargets &targets, QWidget *parent);

    bool isSatisfied() const;

Q_SIGNALS:
    void changed();

private:
    QString m_expected; ///< empty: nothing is asked
    QLineEdit *m_typed = nullptr;
};

} // namespace stratadeck
