// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/sourcefinder.h"

#include "models/base/entitytext.h"
#include "models/base/errortext.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 640;
constexpr int kIconSize = 16;
constexpr double kTitleScale = 1.6;

QLabel *label(const QString &text, QWidget *parent)
{
    auto *widget = new QLabel(text, parent);
    widget->setTextFormat(Qt::PlainText);
    widget->setWordWrap(true);
    return widget;
}

} // namespace

SourceFinder::SourceFinder(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QWidget(this))
    , m_grid(new QGridLayout(m_rows))
{
    setObjectName(u"sourceFinder"_s);
    auto *title = label(tr("Looking at what runs on this machine"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * kTitleScale);
    title->setFont(large);
    auto *advice =
        label(tr("Charts appear by themselves as soon as the first figures are here. Everything is kept "
                 "in one local file."),
              this);
    auto *settings = new QPushButton(themedIcon(u"settings"_s), tr("Sources and settings…"), this);
    connect(settings, &QPushButton::clicked, this, &SourceFinder::settingsWanted);
    m_grid->setContentsMargins(0, 8, 0, 8);
    m_grid->setHorizontalSpacing(12);
    m_grid->setColumnStretch(2, 1);

    auto *column = new QWidget(this);
    column->setMaximumWidth(kWidth);
    auto *inner = new QVBoxLayout(column);
    inner->addWidget(title);
    inner->addWidget(advice);
    inner->addWidget(m_rows);
    inner->addWidget(settings, 0, Qt::AlignLeft);
    auto *layout = new QGridLayout(this);
    layout->setRowStretch(0, 1);
    layout->setRowStretch(2, 2);
    layout->addWidget(column, 1, 0, Qt::AlignHCenter);
}

void SourceFinder::setFound(const std::vector<FoundSource> &found, const std::vector<SourceStatus> &statuses)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const FoundSource &source : found) {
        const auto status = std::ranges::find(statuses, source.uri, &SourceStatus::uri);
        addRow(row++, source, status == statuses.end() ? nullptr : &*status);
    }
}

void SourceFinder::addRow(int row, const FoundSource &found, const SourceStatus *status)
{
    QString words;
    Wording wording = wordingOf(SourceState::Loading);
    if (status) {
        wording = wordingOf(status->state);
        words = status->error ? errorText(*status->error) : sourceStateText(status->state);
    } else {
        wording.icon = u"unknown"_s;
        switch (found.reason) {
        case FoundSource::Reason::Usable:
            words = sourceStateText(SourceState::Loading);
            break;
        case FoundSource::Reason::NotInstalled:
            words = tr("Not on this machine.");
            break;
        case FoundSource::Reason::NotRunning:
            //: %1 is a socket's path
            words =
                tr("Installed, but nobody listens on %1. Start its service to see it here.").arg(found.path);
            break;
        case FoundSource::Reason::NoPermission:
            wording = wordingOf(SourceState::Failed);
            words = tr("Your user may not open %1. Join the group that owns it.").arg(found.path);
            break;
        }
    }
    auto *icon = new QLabel(m_rows);
    icon->setPixmap(themedIcon(wording.icon, wording.tone).pixmap(kIconSize));
    m_grid->addWidget(icon, row, 0, Qt::AlignTop);
    m_grid->addWidget(label(found.uri, m_rows), row, 1, Qt::AlignTop);
    m_grid->addWidget(label(words, m_rows), row, 2, Qt::AlignTop);
}

} // namespace stratadeck
