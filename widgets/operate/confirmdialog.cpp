// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/confirmdialog.h"

#include "models/base/format.h"
#include "models/operate/guestfacts.h"
#include "widgets/kit/rowdelegate.h"
#include "widgets/operate/namecheck.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRowsShown = 8;
constexpr int kWidth = 560;
constexpr int kFirstFigure = 3; // columns from here on are figures

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(Operation operation, const OperationTargets &targets, QWidget *parent)
    : QDialog(parent)
    , m_facts(makeText({}, this))
{
    setObjectName(u"confirmDialog"_s);
    const QString verb = operationText(operation, kindsOf(targets));
    setWindowTitle(verb);
    const QString question = targets.size() == 1
                                 //: %1 is an operation such as Shut down, %2 a name
                                 ? tr("%1: “%2”?").arg(verb, targets.front().info.name)
                                 //: %1 is an operation such as Shut down
                                 : tr("%1: %n item(s)?", nullptr, static_cast<int>(targets.size())).arg(verb);
    auto *title = makeText(question, this);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    title->setObjectName(u"question"_s);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *act = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    act->setObjectName(u"confirm"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    const bool careful = operationInfo(operation).caution == OperationCaution::Destructive;
    act->setAutoDefault(!careful);
    QPushButton *suggested = careful ? cancel : act;
    suggested->setDefault(true);
    suggested->setFocus();

    auto *check = new NameCheck(operation, targets, this);
    const auto showReady = [check, act] { act->setEnabled(check->isSatisfied()); };
    connect(check, &NameCheck::changed, act, showReady);
    showReady();

    m_facts->setObjectName(u"facts"_s);
    m_facts->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(makeText(operationAdvice(operation, kindsOf(targets)), this));
    layout->addWidget(buildTable(targets));
    layout->addWidget(m_facts);
    layout->addWidget(check);
    layout->addWidget(buttons);
    setAccessibleDescription(question);
    resize(kWidth, sizeHint().height());
}

QTreeWidget *ConfirmDialog::buildTable(const OperationTargets &targets)
{
    auto *table = new QTreeWidget(this);
    table->setObjectName(u"targets"_s);
    table->setAccessibleName(tr("What this is done to"));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setItemDelegate(new RowDelegate(table));
    table->setHeaderLabels({tr("Name"), tr("Host"), tr("State"), tr("Up for"), tr("CPU"), tr("Memory")});
    const QLocale locale;
    for (const OperationTarget &target : targets) {
        auto *item =
            new QTreeWidgetItem(table, {target.info.name, target.info.host, target.state, uptimeText(target),
                                        formatValue(target.cpu, Unit::Percent, locale),
                                        formatValue(target.memory, Unit::Bytes, locale)});
        item->setToolTip(0, target.info.name);
        for (int column = kFirstFigure; column < table->columnCount(); ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = kFirstFigure; column < table->columnCount(); ++column)
        table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    const int rows = std::min(static_cast<int>(targets.size()), kMostRowsShown);
    const int height = table->header()->sizeHint().height() + rows * table->sizeHintForRow(0);
    table->setMinimumHeight(height + 2 * table->frameWidth() + 4);
    table->setMaximumHeight(height + 2 * table->frameWidth() + 4);
    return table;
}

void ConfirmDialog::showFacts(const GuestFacts &facts, TimePoint now)
{
    QStringList lines;
    if (!facts.isPersistent)
        lines.append(tr("It is not defined permanently: when it stops, its definition is lost."));
    if (facts.snapshots.empty()) {
        lines.append(tr("It has no snapshot to go back to."));
    } else if (const auto &last = facts.snapshots.back(); last.taken && *last.taken <= now) {
        //: %1 is a snapshot's name, %2 a length of time
        lines.append(tr("Its last snapshot is “%1”, taken %2 ago.")
                         .arg(last.name, formatDuration(now - *last.taken, QLocale())));
    }
    m_facts->setText(lines.join(u'\n'));
    m_facts->setVisible(!lines.isEmpty());
}

} // namespace stratadeck
