// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/palettelist.h"

#include <QFrame>
#include <QPointer>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace stratadeck {

class PaletteModel;

/// Lies over the top of its window: one types a few letters and Enter runs the best match. Up, Down and
/// the page keys choose, Esc or a click elsewhere closes. A child of the window and not a popup of its
/// own, because input methods write Chinese only into the active window.
class CommandPalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)
public:
    explicit CommandPalette(QWidget *window);
    ~CommandPalette() override;

    /// Offers these, with nothing typed yet.
    void open(std::vector<PaletteItem> items);
    void dismiss();

    /// Ids of what was run, the latest first; for the settings.
    QStringList recent() const { return m_recent; }
    void setRecent(const QStringList &ids);

    static constexpr int kMostRemembered = 12;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followFocus(const QWidget *before, const QWidget *now);
    bool handleKey(int key);
    void moveBy(int rows);
    void search(const QString &typed);
    void announceCurrent();
    void runCurrent();
    void place();

    PaletteModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing;
    QStringList m_recent;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace stratadeck
