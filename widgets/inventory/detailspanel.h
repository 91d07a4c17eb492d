// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/history/historyservice.h"
#include "widgets/inventory/entitydetails.h"

#include <QFrame>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QTextEdit)

namespace stratadeck {

class InventoryModel;

/// Everything known of one entity as text that can be selected and copied: identity, state, allocation,
/// disks and network, each figure with its source and age.
class DetailsPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPanel)
public:
    DetailsPanel(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                 QWidget *parent = nullptr);

    /// None: says that one row must be selected.
    void setEntity(std::optional<EntityId> entity);
    /// Reads the figures again when they have become old and the panel is visible.
    void refresh();
    /// A line a row, tabs between what stands in it.
    QString plainText() const;

Q_SIGNALS:
    void closeWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void showFacts(const EntityFacts &facts);
    void render();
    QString ageText(const DetailRow &row) const;

    InventoryModel &m_inventory;
    HistoryService &m_history;
    const Clock &m_clock;
    QTextEdit *m_text;
    std::optional<EntityId> m_entity;
    std::vector<DetailRow> m_rows;
    TimePoint m_asked{};
    std::optional<JobQueue::JobId> m_running;
};

} // namespace stratadeck
