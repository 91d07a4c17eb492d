// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/cost/costitemdialog.h"

#include "models/assess/defaults.h"
#include "widgets/decide/cost/costtext.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 520;

QString typed(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

CostItem itemOf(const Assessment &assessment, const QString &id)
{
    for (const CostItem &item : assessment.cost.items) {
        if (item.id == id)
            return item;
    }
    CostItem item;
    item.end = assessment.cost.years;
    item.start = 1;
    item.option = assessment.cost.baseline;
    return item;
}

} // namespace

CostItemDialog::CostItemDialog(Workbench &bench, const QString &id, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_item(itemOf(bench.assessment(), id))
    , m_name(new QLineEdit(this))
    , m_option(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_driver(new QComboBox(this))
    , m_quantity(new QLineEdit(this))
    , m_quantitySource(new QLineEdit(this))
    , m_step(new QLineEdit(this))
    , m_known(new QComboBox(this))
    , m_low(new QLineEdit(this))
    , m_mode(new QLineEdit(this))
    , m_high(new QLineEdit(this))
    , m_growth(new QLineEdit(this))
    , m_start(new QSpinBox(this))
    , m_end(new QSpinBox(this))
    , m_sunk(new QCheckBox(tr("S&unk: paid already, counts in no figure"), this))
    , m_migration(new QCheckBox(tr("&Migration: dual running, training, exit"), this))
    , m_owner(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"costItemDialog"_s);
    setWindowTitle(id.isEmpty() ? tr("New cost line") : tr("Cost line"));
    m_form = new QFormLayout;
    build(*m_form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &CostItemDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    showKind();
    (id.isEmpty() ? m_name : m_low)->setFocus();
}

void CostItemDialog::build(QFormLayout &form)
{
    m_name->setObjectName(u"costName"_s);
    m_name->setText(m_item.name);
    m_name->setMaxLength(100);
    form.addRow(tr("&Name"), m_name);
    for (const Option &option : m_bench.assessment().options)
        m_option->addItem(nameOf(option), option.id);
    m_option->addItem(tr("gain of every option but the baseline"), QString());
    m_option->setCurrentIndex(m_option->findData(m_item.option));
    form.addRow(tr("O&ption"), m_option);
    for (const CostKind kind : {CostKind::OneOff, CostKind::Recurring, CostKind::Step})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_item.kind)));
    form.addRow(tr("How &often"), m_kind);
    buildAmount(form);
    m_growth->setText(typed(m_item.growth * 100));
    form.addRow(tr("&Growth a year (%)"), m_growth);
    for (QSpinBox *box : {m_start, m_end})
        box->setRange(0, kMostYears);
    m_start->setValue(m_item.start);
    m_end->setValue(m_item.end);
    form.addRow(tr("&From year (0 is today)"), m_start);
    form.addRow(tr("&To year"), m_end);
    m_sunk->setChecked(m_item.isSunk);
    m_migration->setChecked(m_item.isMigration);
    form.addRow(m_sunk);
    form.addRow(m_migration);
    m_owner->setText(m_item.owner);
    m_reason->setText(m_item.reason);
    m_reason->setObjectName(u"costReason"_s);
    form.addRow(tr("O&wner"), m_owner);
    form.addRow(tr("&Reason"), m_reason);
    for (QLineEdit *edit : {m_name, m_quantity, m_step, m_low, m_mode, m_high, m_growth})
        connect(edit, &QLineEdit::textChanged, this, &CostItemDialog::showReady);
    for (QComboBox *box : {m_kind, m_driver, m_known})
        connect(box, &QComboBox::currentIndexChanged, this, &CostItemDialog::showKind);
}

void CostItemDialog::buildAmount(QFormLayout &form)
{
    for (const CostDriver driver : {CostDriver::Total, CostDriver::Host, CostDriver::Core, CostDriver::Guest,
                                    CostDriver::Gigabyte, CostDriver::Fte, CostDriver::Application})
        m_driver->addItem(driverText(driver), static_cast<int>(driver));
    m_driver->setCurrentIndex(m_driver->findData(static_cast<int>(m_item.driver)));
    form.addRow(tr("&Driver"), m_driver);
    m_quantity->setText(typed(m_item.quantity));
    m_quantitySource->setText(m_item.quantitySource);
    m_quantitySource->setPlaceholderText(tr("Where the number comes from"));
    m_step->setText(typed(m_item.stepSize));
    form.addRow(tr("&Quantity"), m_quantity);
    form.addRow(tr("Quantit&y from"), m_quantitySource);
    form.addRow(tr("Step si&ze"), m_step);
    for (const Estimate::Kind kind :
         {Estimate::Kind::Missing, Estimate::Kind::Exact, Estimate::Kind::Triangular, Estimate::Kind::Pert})
        m_known->addItem(kindText(kind), static_cast<int>(kind));
    const Estimate &amount = m_item.amount;
    m_known->setCurrentIndex(std::max(0, m_known->findData(static_cast<int>(amount.kind))));
    if (amount.kind == Estimate::Kind::Missing)
        m_known->setCurrentIndex(1);
    m_known->setObjectName(u"costKnown"_s);
    form.addRow(tr("&Known as"), m_known);
    const bool isNew = amount.kind == Estimate::Kind::Missing;
    m_low->setText(isNew ? QString() : typed(amount.low));
    m_mode->setText(isNew ? QString() : typed(amount.mode));
    m_high->setText(isNew ? QString() : typed(amount.high));
    m_low->setObjectName(u"costLow"_s);
    form.addRow(tr("&Amount or least"), m_low);
    form.addRow(tr("&Likely"), m_mode);
    form.addRow(tr("Mo&st"), m_high);
}

void CostItemDialog::showKind()
{
    const auto known = static_cast<Estimate::Kind>(m_known->currentData().toInt());
    const bool isRange = known == Estimate::Kind::Triangular || known == Estimate::Kind::Pert;
    m_form->setRowVisible(m_low, known != Estimate::Kind::Missing);
    m_form->setRowVisible(m_mode, isRange);
    m_form->setRowVisible(m_high, isRange);
    const auto kind = static_cast<CostKind>(m_kind->currentData().toInt());
    m_form->setRowVisible(m_step, kind == CostKind::Step);
    m_form->setRowVisible(m_end, kind != CostKind::OneOff);
    const bool isTotal = m_driver->currentData().toInt() == static_cast<int>(CostDriver::Total);
    m_form->setRowVisible(m_quantity, !isTotal);
    m_form->setRowVisible(m_quantitySource, !isTotal);
    showReady();
}

Estimate CostItemDialog::amount() const
{
    const auto known = static_cast<Estimate::Kind>(m_known->currentData().toInt());
    Estimate figure{known, 0, 0, 0, 0, {}};
    if (known == Estimate::Kind::Missing)
        return figure;
    figure.low = numberOf(m_low->text()).value_or(0);
    if (known != Estimate::Kind::Exact) {
        figure.mode = numberOf(m_mode->text()).value_or(0);
        figure.high = numberOf(m_high->text()).value_or(0);
    }
    return figure;
}

void CostItemDialog::showReady()
{
    QString problem;
    if (m_name->text().trimmed().isEmpty())
        problem = tr("A line needs a name.");
    for (QLineEdit *edit : {m_low, m_mode, m_high, m_quantity, m_step, m_growth}) {
        if (m_form->isRowVisible(edit) && !numberOf(edit->text()))
            problem = tr("Give a number in each field.");
    }
    const Estimate now = amount();
    const bool isRange = now.kind == Estimate::Kind::Triangular || now.kind == Estimate::Kind::Pert;
    if (problem.isEmpty() && isRange && !(now.low <= now.mode && now.mode <= now.high))
        problem = tr("The figures must ascend from least to most.");
    m_problem->setText(problem);
    if (m_ok)
        m_ok->setEnabled(problem.isEmpty() && m_bench.canEdit());
}

void CostItemDialog::store()
{
    m_item.name = m_name->text().trimmed();
    m_item.option = m_option->currentData().toString();
    m_item.kind = static_cast<CostKind>(m_kind->currentData().toInt());
    m_item.driver = static_cast<CostDriver>(m_driver->currentData().toInt());
    const bool isTotal = m_item.driver == CostDriver::Total;
    m_item.quantity = isTotal ? 1 : numberOf(m_quantity->text()).value_or(1);
    m_item.quantitySource = isTotal ? QString() : m_quantitySource->text().trimmed();
    m_item.stepSize = numberOf(m_step->text()).value_or(1);
    m_item.amount = amount();
    m_item.growth = numberOf(m_growth->text()).value_or(0) / 100;
    m_item.start = m_start->value();
    m_item.end = std::max(m_item.start, m_end->value());
    m_item.isSunk = m_sunk->isChecked();
    m_item.isMigration = m_migration->isChecked();
    m_item.owner = m_owner->text().trimmed();
    m_item.reason = m_reason->text().trimmed();
    Assessment next = m_bench.assessment();
    QStringList taken;
    for (const CostItem &item : next.cost.items)
        taken.append(item.id);
    if (m_item.id.isEmpty()) {
        m_item.id = freeId(m_item.name, taken);
        next.cost.items.push_back(m_item);
    } else {
        for (CostItem &item : next.cost.items) {
            if (item.id == m_item.id)
                item = m_item;
        }
    }
    if (m_bench.commit(next))
        accept();
}

} // namespace stratadeck
