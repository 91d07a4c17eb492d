// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/compare/lab/labchoice.h"

#include "models/base/clock.h"
#include "models/base/plaintext.h"
#include "models/inventory/inventorymodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60;

int seconds(Milliseconds length)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(length).count());
}

} // namespace

LabChoice::LabChoice(const LabContext &context, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_clock(clock)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_guest = addTarget(*form, EntityKind::VirtualMachine, tr("&Virtual machine"), u"labGuest"_s);
    m_container = addTarget(*form, EntityKind::Container, tr("&Container"), u"labContainer"_s);
    const LabPlan usual;
    m_runs = addNumber(*form, tr("&Number of starts each"), u"labRuns"_s);
    m_runs->setRange(1, LabPlan::kMostRuns);
    m_runs->setValue(usual.runs);
    m_deadline = addNumber(*form, tr("&Deadline of a start"), u"labDeadline"_s);
    m_deadline->setRange(seconds(LabPlan::kShortestDeadline), seconds(LabPlan::kLongestDeadline));
    m_deadline->setValue(seconds(usual.deadline));
    m_window = addNumber(*form, tr("Watch overhead &for"), u"labWindow"_s);
    m_window->setRange(0, seconds(LabPlan::kLongestWindow));
    m_window->setValue(seconds(usual.window));
    m_window->setToolTip(
        tr("After each start, what it takes of its host is compared with what its guest uses, as recorded."));
    //: Seconds
    const QString suffix = tr(" s");
    m_deadline->setSuffix(suffix);
    m_window->setSuffix(suffix);
    const auto refill = [this] {
        fill(m_guest);
        fill(m_container);
        follow();
    };
    connect(m_context.inventory, &InventoryModel::rowsInserted, this, refill);
    connect(m_context.inventory, &InventoryModel::modelReset, this, refill);
    connect(m_context.inventory, &InventoryModel::dataChanged, this, &LabChoice::follow);
    refill();
}

LabChoice::Row LabChoice::addTarget(QFormLayout &form, EntityKind kind, const QString &label,
                                    const QString &name)
{
    Row row{kind, new QComboBox(this), new QCheckBox(this), nullptr, new QLabel(this)};
    row.target->setObjectName(name);
    row.target->addItem(tr("None"), 0U);
    row.mayStop->setObjectName(name + u"MayStop"_s);
    row.interruption->setObjectName(name + u"Interruption"_s);
    row.interruption->setTextFormat(Qt::PlainText);
    row.interruption->setWordWrap(true);
    form.addRow(label, row.target);
    form.addRow(QString(), row.interruption);
    form.addRow(QString(), row.mayStop);
    if (kind == EntityKind::VirtualMachine) {
        row.mayForce = new QCheckBox(tr("Force it off when it does not shut down: unsaved data is lost"), this);
        row.mayForce->setObjectName(name + u"MayForce"_s);
        row.mayForce->setToolTip(tr("A guest that is still booting does not hear its power button."));
        form.addRow(QString(), row.mayForce);
        connect(row.mayForce, &QCheckBox::toggled, this, &LabChoice::follow);
    }
    connect(row.mayStop, &QCheckBox::toggled, this, &LabChoice::follow);
    connect(row.target, &QComboBox::currentIndexChanged, this, [this, row] {
        row.mayStop->setChecked(false);
        if (row.mayForce)
            row.mayForce->setChecked(false);
        follow();
    });
    return row;
}

QSpinBox *LabChoice::addNumber(QFormLayout &form, const QString &label, const QString &name)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(name);
    form.addRow(label, number);
    connect(number, &QSpinBox::valueChanged, this, &LabChoice::changed);
    return number;
}

// Rows are only ever added to the inventory; the choice stays.
void LabChoice::fill(const Row &row)
{
    const InventoryModel &inventory = *m_context.inventory;
    for (int i = 0; i < inventory.rowCount(); ++i) {
        const EntityInfo &info = inventory.info(i);
        const quint32 id = value(inventory.id(i));
        if (info.kind != row.kind || info.state == EntityState::Gone || row.target->findData(id) >= 0)
            continue;
        const QString name = plainText(info.name, kLongestName);
        row.target->addItem(info.host.isEmpty() ? name
                                                //: %1 is a VM or container, %2 its host
                                                : tr("%1 on %2").arg(name, plainText(info.host, kLongestName)),
                            id);
    }
}

std::optional<LabTarget> LabChoice::targetOf(const Row &row) const
{
    const InventoryModel &inventory = *m_context.inventory;
    const auto id = static_cast<EntityId>(row.target->currentData().toUInt());
    const int at = inventory.rowOf(id);
    if (at < 0 || row.target->currentIndex() <= 0)
        return {};
    return LabTarget{id, inventory.info(at), m_context.uriOf(inventory.source(at)), row.mayStop->isChecked(),
                     row.mayForce && row.mayForce->isChecked()};
}

LabPlan LabChoice::plan() const
{
    LabPlan plan;
    for (const Row &row : {m_guest, m_container}) {
        if (std::optional<LabTarget> target = targetOf(row))
            plan.targets.push_back(std::move(*target));
    }
    plan.runs = m_runs->value();
    plan.deadline = std::chrono::seconds(m_deadline->value());
    plan.window = std::chrono::seconds(m_window->value());
    return plan;
}

void LabChoice::showTicks(const Row &row)
{
    const std::optional<LabTarget> target = targetOf(row);
    const std::optional<QString> interruption =
        target ? interruptionOf(*target, m_clock.now()) : std::optional<QString>();
    row.interruption->setText(interruption.value_or(QString()));
    row.interruption->setVisible(interruption.has_value());
    row.mayStop->setVisible(interruption.has_value());
    if (target) {
        // A name is no mnemonic.
        const QString name = plainText(target->entity.name, kLongestName).replace(u'&', "&&"_L1);
        row.mayStop->setText(tr("“%1” may be stopped").arg(name));
    }
    if (row.mayForce)
        row.mayForce->setVisible(target.has_value());
}

void LabChoice::follow()
{
    showTicks(m_guest);
    showTicks(m_container);
    Q_EMIT changed();
}

} // namespace stratadeck
