// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/usageprofile.h"
#include "models/inventory/topusers.h"
#include "widgets/inventory/topfeed.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QAction;
class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;

namespace stratadeck {

class InventoryModel;
class TopRows;

/// Who uses most of one thing, now or over the range the charts show: VMs and containers, of all that are
/// watched whatever the filter hides, or the sums of tags. A click or Return on one asks for it, Ctrl+C copies
/// the rows. Looks anew every few seconds while it is visible.
class TopPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopPanel)
public:
    explicit TopPanel(const InventoryModel &inventory, QWidget *parent = nullptr);
    ~TopPanel() override;

    /// Without it only what is used now is known.
    void setHistory(HistoryService &history);
    /// The range the charts show, without what lies in the future.
    void setRange(TimeRange range);

    /// What is listed and how; remembered by whoever owns the panel.
    struct Choice {
        Figure figure = Figure::CpuHost;
        bool overRange = false;
        TopChoice list;
        bool operator==(const Choice &) const = default;
    };
    Choice choice() const;
    /// What is not offered is left as it was.
    void setChoice(const Choice &choice);

    void refresh();
    void focusRows();

Q_SIGNALS:
    void entityChosen(stratadeck::EntityId entity);
    void tagChosen(const QString &tag);
    void choiceChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpChoices();
    QMenu *makeMenu();
    void changed();
    void ask();
    void showNote(const TopList &list);

    const InventoryModel &m_inventory;
    QComboBox *m_figures;
    QComboBox *m_when;
    TopRows *m_rows;
    QLabel *m_note;
    QAction *m_byTag;
    QActionGroup *m_counts;
    QTimer m_look;
    std::unique_ptr<TopFeed> m_feed;
    TimeRange m_range{};
    std::vector<EntityUsage> m_usage; // of the last answer
    bool m_known = false;             // there was one
    QString m_problem;
};

} // namespace stratadeck
