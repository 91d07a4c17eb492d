// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/setup/assumptionsdialog.h"

#include "models/assess/defaults.h"
#include "models/base/plaintext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 680;
constexpr int kLongestOwner = 100;
constexpr int kLongestShown = 200;
constexpr int kUsualMonths = 6; // until it is looked at again, unless somebody says otherwise

QDate dayOf(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at)).date();
}

QString expiryText(const Assumption &assumption)
{
    return assumption.expires ? QLocale().toString(dayOf(*assumption.expires), QLocale::ShortFormat)
                              : AssumptionsDialog::tr("never");
}

} // namespace

AssumptionsDialog::AssumptionsDialog(Workbench &bench, TableTools &tools, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_next(bench.assessment())
    , m_table(new FigureTable(tr("Assumptions"), tools, this))
    , m_text(new QPlainTextEdit(this))
    , m_owner(new QLineEdit(this))
    , m_expires(new QCheckBox(tr("Must be looked at &again on"), this))
    , m_expiry(new QDateEdit(this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"assumptionsDialog"_s);
    setWindowTitle(tr("Assumptions"));
    m_table->setObjectName(u"assumptionTable"_s);
    auto *addButton = new QPushButton(tr("&Add"), this);
    addButton->setObjectName(u"assumptionAdd"_s);
    addButton->setAutoDefault(false);
    m_remove->setObjectName(u"assumptionRemove"_s);
    m_remove->setAutoDefault(false);
    auto *changes = new QHBoxLayout;
    changes->addWidget(addButton);
    changes->addWidget(m_remove);
    changes->addStretch(1);
    m_problem->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"assumptionsOk"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(changes);
    layout->addLayout(buildForm());
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    QWidget::setTabOrder(m_table, addButton);
    QWidget::setTabOrder(addButton, m_remove);
    QWidget::setTabOrder(m_remove, m_text);
    resize(kWidth, sizeHint().height());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AssumptionsDialog::showAssumption);
    connect(addButton, &QPushButton::clicked, this, &AssumptionsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &AssumptionsDialog::remove);
    connect(buttons, &QDialogButtonBox::accepted, this, &AssumptionsDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showTable();
    if (!m_next.assumptions.empty())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    showAssumption();
}

QFormLayout *AssumptionsDialog::buildForm()
{
    m_text->setObjectName(u"assumptionText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().height() * 4);
    m_owner->setObjectName(u"assumptionOwner"_s);
    m_owner->setMaxLength(kLongestOwner);
    m_expires->setObjectName(u"assumptionExpires"_s);
    m_expiry->setObjectName(u"assumptionExpiry"_s);
    m_expiry->setAccessibleName(tr("Day from which the assumption must be looked at again"));
    m_expiry->setCalendarPopup(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&What is assumed"), m_text);
    form->addRow(tr("&Owner"), m_owner);
    form->addRow(m_expires, m_expiry);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AssumptionsDialog::edit);
    connect(m_owner, &QLineEdit::textEdited, this, &AssumptionsDialog::edit);
    connect(m_expires, &QCheckBox::toggled, this, &AssumptionsDialog::edit);
    connect(m_expiry, &QDateEdit::dateChanged, this, &AssumptionsDialog::edit);
    return form;
}

Assumption *AssumptionsDialog::current()
{
    const int row = m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_next.assumptions.size())
               ? &m_next.assumptions[static_cast<std::size_t>(row)]
               : nullptr;
}

void AssumptionsDialog::showTable()
{
    std::vector<std::vector<FigureCell>> rows;
    for (const Assumption &each : m_next.assumptions)
        rows.push_back({{plainText(each.text, kLongestShown)},
                        {plainText(each.owner, kLongestOwner)},
                        {expiryText(each)}});
    m_table->setTable({tr("What is assumed"), tr("Owner"), tr("Look again on")}, std::move(rows));
    showReady();
}

void AssumptionsDialog::showAssumption()
{
    const Assumption *shown = current();
    m_isShowing = true;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_text, m_owner, m_expires, m_remove})
        widget->setEnabled(shown);
    const TimePoint now = m_bench.clock().now();
    m_text->setPlainText(shown ? shown->text : QString());
    m_owner->setText(shown ? shown->owner : QString());
    m_expires->setChecked(shown && shown->expires);
    m_expiry->setEnabled(m_expires->isChecked());
    m_expiry->setDate(shown && shown->expires ? dayOf(*shown->expires) : dayOf(now).addMonths(kUsualMonths));
    m_isShowing = false;
}

void AssumptionsDialog::showReady()
{
    const bool isComplete = std::ranges::none_of(
        m_next.assumptions, [](const Assumption &each) { return each.text.trimmed().isEmpty(); });
    m_problem->setText(isComplete ? QString() : tr("Write down what is assumed, or remove the line."));
    m_ok->setEnabled(m_bench.canEdit() && isComplete);
}

void AssumptionsDialog::edit()
{
    Assumption *edited = current();
    if (m_isShowing || !edited)
        return;
    edited->text = m_text->toPlainText();
    edited->owner = m_owner->text().trimmed();
    m_expiry->setEnabled(m_expires->isChecked());
    // A day that nobody touched keeps its hour, which another machine may have given it.
    const bool isSameDay = edited->expires && dayOf(*edited->expires) == m_expiry->date();
    if (!m_expires->isChecked())
        edited->expires.reset();
    else if (!isSameDay)
        edited->expires = fromMillis(m_expiry->date().startOfDay().toMSecsSinceEpoch());
    showTable();
}

void AssumptionsDialog::add()
{
    QStringList taken;
    for (const Assumption &each : m_next.assumptions)
        taken.append(each.id);
    m_next.assumptions.push_back({freeId(u"assumption"_s, taken), {}, {}, {}});
    showTable();
    m_table->setCurrentIndex(m_table->model()->index(static_cast<int>(m_next.assumptions.size()) - 1, 0));
    showAssumption();
    m_text->setFocus();
}

void AssumptionsDialog::remove()
{
    const int row = m_table->currentRow();
    if (!current())
        return;
    m_next.assumptions.erase(m_next.assumptions.begin() + row);
    showTable();
    const int last = static_cast<int>(m_next.assumptions.size()) - 1;
    if (last >= 0)
        m_table->setCurrentIndex(m_table->model()->index(std::min(row, last), 0));
    showAssumption();
}

void AssumptionsDialog::store()
{
    if (m_bench.commit(m_next))
        accept();
}

} // namespace stratadeck
