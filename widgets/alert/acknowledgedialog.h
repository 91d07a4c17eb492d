// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QDialog>
#include <optional>

class QComboBox;
class QLineEdit;

namespace stratadeck {

/// Asks for how long somebody takes care of alerts, and for a note. Show with open().
class AcknowledgeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AcknowledgeDialog)
public:
    AcknowledgeDialog(const QString &what, QWidget *parent);

    /// Absent: the usual time-out.
    std::optional<Milliseconds> length() const;
    QString note() const;
    bool isSticky() const;

private:
    QComboBox *m_length;
    QComboBox *m_rise;
    QLineEdit *m_note;
};

} // namespace stratadeck
