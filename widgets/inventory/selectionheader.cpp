// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/selectionheader.h"

#include "models/base/entitytext.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 24;
constexpr double kTitleScale = 1.25;

} // namespace

SelectionHeader::SelectionHeader(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_detail(new ElidedLabel(this))
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * kTitleScale);
    title.setBold(true);
    m_title->setFont(title);
    m_title->setObjectName(u"selection"_s);
    m_detail->setObjectName(u"selectionDetail"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addLayout(words, 1);
}

void SelectionHeader::showEntity(const EntityInfo &info, const QString &stateWords)
{
    m_iconName = wordingOf(info.kind).icon;
    m_title->setText(info.name);
    QStringList parts{kindText(info.kind), stateWords};
    if (info.kind != EntityKind::Host)
        //: %1 is a host's name
        parts.append(tr("on %1").arg(info.host));
    if (!info.detail.isEmpty())
        parts.append(detailText(info));
    m_detail->setText(parts.join(u" · "_s));
    showIcon();
}

void SelectionHeader::showSeveral(const QStringList &names)
{
    m_iconName = u"monitor"_s;
    m_title->setText(tr("%n item(s) compared", nullptr, static_cast<int>(names.size())));
    m_detail->setText(names.join(u", "_s));
    showIcon();
}

void SelectionHeader::showNothing()
{
    m_iconName.clear();
    m_title->setText(tr("Nothing selected"));
    m_detail->setText(tr("Select rows in the list to see their charts."));
    showIcon();
}

void SelectionHeader::showIcon()
{
    m_icon->setPixmap(m_iconName.isEmpty() ? QPixmap() : themedIcon(m_iconName).pixmap(kIconSize));
}

void SelectionHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    QWidget::changeEvent(event);
}

} // namespace stratadeck
