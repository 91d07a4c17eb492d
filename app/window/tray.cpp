// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tray.h"

#include "app/session/session.h"
#include "models/base/format.h"
#include "models/incident/alertdesk.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/alert/alerttext.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"
#include "widgets/kit/words.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPace = std::chrono::seconds(2);
constexpr int kIconSize = 64;

constexpr int kMostShown = 9; // alerts; of more the icon has no room for the number

/// Each severity has a shape of its own, so that it is told apart without colour: a disc, a triangle, a square
/// and a diamond.
QPolygonF shapeOf(Severity severity, const QRectF &box)
{
    switch (severity) {
    case Severity::P0: {
        QPainterPath disc;
        disc.addEllipse(box);
        return disc.toFillPolygon();
    }
    case Severity::P1:
        return QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()});
    case Severity::P2:
        return QPolygonF(box.adjusted(box.width() / 12, box.width() / 12, 0, 0));
    case Severity::P3:
        return QPolygonF({{box.center().x(), box.top()},
                          {box.right(), box.center().y()},
                          {box.center().x(), box.bottom()},
                          {box.left(), box.center().y()}});
    }
    return {};
}

/// The worst severity of what nobody has responded to, and how many these are.
QIcon alertIcon(const AlertCount &count)
{
    QPixmap pixmap = applicationIcon().pixmap(kIconSize, kIconSize, QIcon::Normal, QIcon::Off);
    const Theme &theme = lightTheme();
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = pixmap.width() / pixmap.devicePixelRatio();
    const double side = width * 0.72;
    const QRectF box(width - side - 1, width - side - 1, side, side);
    painter.setPen(QPen(theme.base, side / 14));
    painter.setBrush(theme.tone(severityTone(count.worst)));
    painter.drawPolygon(shapeOf(count.worst, box));
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(side * 0.52));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(theme.base);
    const bool isHigh = count.worst == Severity::P1; // a triangle has its room below
    painter.drawText(isHigh ? box.translated(0, side * 0.14) : box, Qt::AlignCenter,
                     count.unanswered > kMostShown ? u"%1+"_s.arg(kMostShown)
                                                   : QString::number(count.unanswered));
    return pixmap;
}

// A disc with an exclamation mark over the corner: seen without colour as well.
QIcon problemIcon()
{
    QPixmap pixmap = applicationIcon().pixmap(kIconSize, kIconSize, QIcon::Normal, QIcon::Off);
    const Theme &theme = lightTheme();
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = pixmap.width() * 0.5 / pixmap.devicePixelRatio();
    const QRectF badge(side, side, side - 1, side - 1);
    painter.setPen(QPen(theme.base, side / 12));
    painter.setBrush(theme.problem);
    painter.drawEllipse(badge);
    painter.setPen(QPen(theme.base, side / 7, Qt::SolidLine, Qt::RoundCap));
    const QPointF centre = badge.center();
    painter.drawLine(centre - QPointF(0, side * 0.26), centre + QPointF(0, side * 0.04));
    painter.drawPoint(centre + QPointF(0, side * 0.26));
    return pixmap;
}

QIcon iconOf(const TraySummary &summary)
{
    if (summary.alerts.unanswered > 0)
        return alertIcon(summary.alerts);
    return summary.isBad() ? problemIcon() : applicationIcon();
}

} // namespace

Tray::Tray(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT showWanted();
    });
    connect(&m_refresh, &QTimer::timeout, this, &Tray::refresh);
    connect(&session, &Session::sourcesChanged, this, &Tray::refresh);
    connect(&session.alerts(), &AlertDesk::boardChanged, this, &Tray::refresh);
    refresh();
    fillMenu();
}

void Tray::setVisible(bool visible)
{
    m_icon.setVisible(visible);
    if (visible)
        m_refresh.start(kPace);
    else
        m_refresh.stop();
}

void Tray::refresh()
{
    TraySummary summary = summaryOf(m_session.inventory(), m_session.sources());
    summary.alerts = countOf(m_session.alerts().board(), m_session.clock().now());
    if (summary == m_shown)
        return;
    if (!m_shown || m_shown->isBad() != summary.isBad() || m_shown->alerts != summary.alerts)
        m_icon.setIcon(iconOf(summary));
    m_icon.setToolTip(tr("Stratadeck") + u'\n' + summaryText(summary));
    m_shown = summary;
}

void Tray::fillMenu()
{
    m_menu.clear();
    connect(m_menu.addAction(tr("&Show Stratadeck")), &QAction::triggered, this, &Tray::showWanted);
    m_menu.addSeparator();
    const InventoryModel &inventory = m_session.inventory();
    for (const EntityId entity : busiestGuests(inventory, kMostGuests)) {
        const int row = inventory.rowOf(entity);
        const EntityInfo &info = inventory.info(row);
        const double use =
            inventory.index(row, InventoryModel::CpuHost).data(InventoryModel::ValueRole).toDouble();
        QString name = info.name;
        name.replace(u'&', "&&"_L1);
        //: In the tray's menu: %1 is a guest's name, %2 its share of the host's CPU such as 12 %
        const QString text =
            tr("%1 (%2 of the host's CPU)").arg(name, formatValue(use, Unit::Percent, QLocale()));
        QAction *action = m_menu.addAction(themedIcon(wordingOf(info.kind).icon), text);
        connect(action, &QAction::triggered, this, [this, entity] { Q_EMIT entityWanted(entity); });
    }
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &Tray::quitWanted);
}

} // namespace stratadeck
