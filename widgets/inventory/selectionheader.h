// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace stratadeck {

class ElidedLabel;

/// Names what the charts show: icon, name, state and details of one entity, or how many are compared.
class SelectionHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionHeader(QWidget *parent = nullptr);

    /// `stateWords` is the state as the list words it.
    void showEntity(const EntityInfo &info, const QString &stateWords);
    void showSeveral(const QStringList &names);
    void showNothing();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QString m_iconName;
    QLabel *m_icon;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
};

} // namespace stratadeck
