// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/history/historyservice.h"
#include "widgets/inventory/entitydetails.h"

#include <QFrame>
#include <QTimer>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)

namespace stratadeck {

class DetailsModel;
class DetailsView;
class InventoryModel;

/// Everything known of one entity: identity, state, what it is made of, its figures, each with its source and
/// age. Asks only while it is visible, and writes at most once a second.
class DetailsPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPanel)
public:
    DetailsPanel(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                 QWidget *parent = nullptr);
    ~DetailsPanel() override;

    /// Who asks the engines; without, only what the history knows is shown. Must outlive the panel.
    void setEngines(DetailService *engines) { m_engines = engines; }

    /// None: says that one row must be selected.
    void setEntity(std::optional<EntityId> entity);
    /// Asks again for what has become old, when the panel is visible.
    void refresh();
    /// A line a row, tabs between what stands in it.
    QString plainText() const;

Q_SIGNALS:
    void closeWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What decides whether the engine's details may have changed.
    struct Shown {
        QString run;
        EntityState state{};
        EntityProblem problem{};
        bool hasSavedState = false;
        QString uri;
        bool operator==(const Shown &) const = default;
    };
    void askHistory(TimePoint now);
    void askEngine(TimePoint now);
    void showEngine(EntityId entity, const Result<EntityDetails> &details);
    void write();
    void layOut();

    InventoryModel &m_inventory;
    HistoryService &m_history;
    const Clock &m_clock;
    DetailService *m_engines = nullptr;
    DetailsModel *m_model;
    DetailsView *m_table;
    QLabel *m_message;
    QStackedLayout *m_stack = nullptr;
    QTimer m_beat;

    std::optional<EntityId> m_entity;
    std::optional<EntityFacts> m_facts;
    std::optional<EntityDetails> m_details;
    QString m_trouble;
    std::optional<TimePoint> m_historyAsked;
    std::optional<TimePoint> m_engineAsked;
    std::optional<JobQueue::JobId> m_reading;
    bool m_isAsking = false; // the engine
    Shown m_askedFor;
};

} // namespace stratadeck
