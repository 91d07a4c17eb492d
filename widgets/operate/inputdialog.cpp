// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/inputdialog.h"

#include "models/base/format.h"
#include "widgets/operate/namecheck.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kMebibyte = 1024 * 1024;
constexpr int kLongestName = 100;
constexpr int kWidth = 440;

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

InputDialog::InputDialog(Operation operation, const OperationTarget &target, TimePoint now, QWidget *parent)
    : QDialog(parent)
    , m_input(operationInfo(operation).input)
    , m_note(makeText(tr("Asking the engine…"), this))
{
    setObjectName(u"inputDialog"_s);
    const QString verb = operationText(operation, target.info.kind);
    setWindowTitle(verb);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"confirm"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const bool careful = operationInfo(operation).caution == OperationCaution::Destructive;
    m_act->setAutoDefault(!careful);
    QPushButton *suggested = careful ? buttons->button(QDialogButtonBox::Cancel) : m_act;
    suggested->setDefault(true);

    m_note->setObjectName(u"note"_s);
    auto *form = new QFormLayout(this);
    //: %1 is an operation such as Take snapshot, %2 a name
    form->addRow(makeText(tr("%1: “%2”").arg(verb, target.info.name), this));
    form->addRow(makeText(operationAdvice(operation, target.info.kind), this));
    form->addRow(tr("Up for:"), makeText(uptimeText(target), this));
    form->addRow(tr("CPU:"), makeText(formatValue(target.cpu, Unit::Percent, QLocale()), this));
    buildInput(form, now);
    form->addRow(m_note);
    m_check = new NameCheck(operation, {target}, this);
    connect(m_check, &NameCheck::changed, this, &InputDialog::showReady);
    form->addRow(m_check);
    form->addRow(buttons);
    resize(kWidth, sizeHint().height());
    showReady();
}

void InputDialog::buildInput(QFormLayout *form, TimePoint now)
{
    switch (m_input) {
    case OperationInput::NewSnapshot: {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMillis(now));
        m_name = new QLineEdit(time.toString(u"yyyy-MM-dd HH.mm.ss"_s), this);
        m_name->setObjectName(u"name"_s);
        m_name->setMaxLength(kLongestName);
        form->addRow(tr("&Name:"), m_name);
        connect(m_name, &QLineEdit::textChanged, this, &InputDialog::showReady);
        return;
    }
    case OperationInput::Snapshot:
        m_snapshots = new QComboBox(this);
        m_snapshots->setObjectName(u"snapshots"_s);
        form->addRow(tr("&Snapshot:"), m_snapshots);
        return;
    case OperationInput::Vcpus:
    case OperationInput::Memory:
        m_number = new QSpinBox(this);
        m_number->setObjectName(u"number"_s);
        if (m_input == OperationInput::Memory) {
            m_number->setSuffix(tr(" MiB"));
            form->addRow(tr("&Memory:"), m_number);
        } else {
            form->addRow(tr("&Virtual CPUs:"), m_number);
        }
        return;
    case OperationInput::None:
        return;
    }
}

void InputDialog::fillSnapshots(const GuestFacts &facts)
{
    m_snapshots->clear();
    for (auto it = facts.snapshots.rbegin(); it != facts.snapshots.rend(); ++it) { // newest first
        QString text = it->name;
        if (it->taken) {
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMillis(*it->taken));
            text += u"  "_s + QLocale().toString(time, QLocale::ShortFormat);
        }
        m_snapshots->addItem(text, it->name);
    }
}

void InputDialog::showFacts(const GuestFacts &facts)
{
    m_known = true;
    m_note->clear();
    if (m_snapshots) {
        fillSnapshots(facts);
        if (facts.snapshots.empty())
            m_note->setText(tr("It has no snapshot."));
    }
    if (m_number && m_input == OperationInput::Vcpus) {
        m_number->setRange(1, facts.maxVcpus);
        m_number->setValue(facts.vcpus);
        m_note->setText(tr("%n at most, as it is defined.", nullptr, facts.maxVcpus));
    }
    if (m_number && m_input == OperationInput::Memory) {
        m_number->setRange(1, static_cast<int>(facts.maxMemory / kMebibyte));
        m_number->setValue(static_cast<int>(facts.memory / kMebibyte));
        //: %1 is an amount of memory
        m_note->setText(tr("%1 at most, as it is defined.")
                            .arg(formatValue(static_cast<double>(facts.maxMemory), Unit::Bytes, QLocale())));
    }
    showReady();
}

void InputDialog::showProblem(const QString &text)
{
    m_note->setText(text);
}

void InputDialog::showReady()
{
    const bool named = m_name && !m_name->text().trimmed().isEmpty();
    const bool chosen = m_known && (m_number || (m_snapshots && m_snapshots->count() > 0));
    m_act->setEnabled((named || chosen) && m_check->isSatisfied());
    if (m_snapshots)
        m_snapshots->setEnabled(chosen);
    if (m_number)
        m_number->setEnabled(chosen);
    if (m_name && m_known)
        m_note->clear();
    m_note->setVisible(!m_note->text().isEmpty());
}

OperationArguments InputDialog::arguments() const
{
    OperationArguments arguments;
    if (m_name)
        arguments.snapshot = m_name->text().trimmed();
    if (m_snapshots)
        arguments.snapshot = m_snapshots->currentData().toString();
    if (m_input == OperationInput::Vcpus)
        arguments.vcpus = m_number->value();
    if (m_input == OperationInput::Memory)
        arguments.memory = static_cast<quint64>(m_number->value()) * kMebibyte;
    return arguments;
}

} // namespace stratadeck
