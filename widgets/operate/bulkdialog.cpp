// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/bulkdialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize(620, 360);
enum Column { kName, kHost, kResult };

} // namespace

BulkDialog::BulkDialog(TaskRunner &runner, Operation operation, OperationTargets targets, QWidget *parent)
    : QDialog(parent)
    , m_runner(runner)
    , m_operation(operation)
    , m_targets(std::move(targets))
    , m_title(new QLabel(this))
    , m_table(new QTreeWidget(this))
{
    setObjectName(u"bulkDialog"_s);
    setWindowTitle(operationText(operation, kindsOf(m_targets)));
    m_title->setObjectName(u"bulkTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    m_force = buttons->addButton(tr("Force…"), QDialogButtonBox::ActionRole);
    m_force->setObjectName(u"bulkForce"_s);
    m_force->hide();
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(u"bulkCancel"_s);
    m_cancel->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &BulkDialog::callOff);
    connect(m_force, &QPushButton::clicked, this, [this] {
        m_force->hide();
        Q_EMIT forceWanted(*operationInfo(m_operation).force, m_ignored);
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    buildTable();
    connect(&runner, &TaskRunner::ended, this, &BulkDialog::showEnd);
    connect(&m_countdown, &QTimer::timeout, this, &BulkDialog::count);
    m_countdown.start(std::chrono::seconds(1));
    resize(kSize);
    showSummary();
    m_cancel->setFocus();
}

void BulkDialog::buildTable()
{
    m_table->setObjectName(u"bulkRows"_s);
    m_table->setAccessibleName(tr("Result of each item"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setHeaderLabels({tr("Name"), tr("Host"), tr("Result")});
    for (const OperationTarget &target : m_targets) {
        const std::optional<QString> reason = whyNotOn(m_operation, target, m_runner.engine().isReadOnly());
        //: %1 is a sentence with the reason
        const QString state = reason ? tr("Left out: %1").arg(*reason) : tr("Waits");
        auto *item = new QTreeWidgetItem(m_table, {target.info.name, target.info.host, state});
        item->setToolTip(kResult, state);
        m_items.push_back(reason ? nullptr : item);
    }
    m_table->resizeColumnToContents(kName);
    m_table->resizeColumnToContents(kHost);
}

void BulkDialog::count()
{
    if (--m_left > std::chrono::seconds(0)) {
        showSummary();
        return;
    }
    m_countdown.stop();
    begin();
}

void BulkDialog::begin()
{
    m_begun = true;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (!m_items[i])
            continue;
        const OperationTarget &target = m_targets[i];
        m_items[i]->setText(kResult, tr("Under way"));
        const TaskRunner::TaskId task = m_runner.run(target.entity, {m_operation, target.info, target.uri, {}});
        m_rows.insert(value(task), {m_items[i], i});
        ++m_waiting;
    }
    showSummary();
}

void BulkDialog::showEnd(const TaskRunner::Task &task, const OperationResult &result)
{
    const auto row = m_rows.constFind(value(task.id));
    if (row == m_rows.constEnd())
        return;
    const EntityInfo &info = task.request.entity;
    const QString text = resultText(m_operation, info.kind, info.name, result);
    row->item->setText(kResult, text);
    row->item->setToolTip(kResult, text);
    const bool ignored = result && *result == OperationEnd::Ignored;
    if (ignored)
        m_ignored.push_back(m_targets[row->target]);
    --m_waiting;
    ++(result && !ignored ? m_done : m_failed);
    showSummary();
}

void BulkDialog::showSummary()
{
    const QString verb = operationText(m_operation, kindsOf(m_targets));
    if (!m_begun) {
        //: %1 is an operation such as Shut down
        m_title->setText(tr("%1 begins in %n second(s).", nullptr, static_cast<int>(m_left.count())).arg(verb));
        return;
    }
    if (m_waiting > 0) {
        m_cancel->setText(tr("Stop waiting"));
        //: %1 is an operation such as Shut down
        m_title->setText(tr("%1: %n still under way.", nullptr, m_waiting).arg(verb));
        return;
    }
    m_cancel->setText(tr("Close"));
    //: %1 is an operation such as Shut down, %2 and %3 are numbers
    m_title->setText(tr("%1: %2 done, %3 not.").arg(verb).arg(m_done).arg(m_failed));
    const std::optional<Operation> force = operationInfo(m_operation).force;
    if (!force || m_ignored.empty())
        return;
    //: %1 is an operation such as Force off
    m_force->setText(tr("%1 what still runs…").arg(operationText(*force, kindsOf(m_ignored))));
    m_force->show();
}

void BulkDialog::callOff()
{
    if (!m_begun || m_waiting == 0) {
        reject();
        return;
    }
    for (auto row = m_rows.constBegin(); row != m_rows.constEnd(); ++row)
        m_runner.cancel(static_cast<TaskRunner::TaskId>(row.key()));
}

// Esc and the window's own button: within the first seconds that means "do not".
void BulkDialog::reject()
{
    m_countdown.stop();
    QDialog::reject();
}

} // namespace stratadeck
