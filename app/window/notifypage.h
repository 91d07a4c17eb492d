// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/notifysettings.h"

#include <QWidget>
#include <vector>

namespace stratadeck {

/// A password or token that a settings page wants in the vault, or no longer.
struct SecretChange {
    QString name;
    QString text; ///< empty: it is to be forgotten
};

/// A page of the settings dialog that is about telling people. Nothing changes before OK.
class NotifyPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotifyPage)
public:
    using QWidget::QWidget;

    virtual void load(const NotifySettings &notify) = 0;
    /// A sentence that names what is wrong; empty when nothing is.
    virtual QString problem() const = 0;
    virtual void save(NotifySettings &notify) const = 0;
    virtual std::vector<SecretChange> secrets() const { return {}; }
};

} // namespace stratadeck
