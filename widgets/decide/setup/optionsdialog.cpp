// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/setup/optionsdialog.h"

#include "models/assess/defaults.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 640;
constexpr int kListWidth = 200;

} // namespace

OptionsDialog::OptionsDialog(Workbench &bench, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_next(bench.assessment())
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_remove(new QPushButton(tr("Re&move"), this))
{
    setObjectName(u"optionsDialog"_s);
    setWindowTitle(tr("Options"));
    m_list->setObjectName(u"optionList"_s);
    m_list->setAccessibleName(tr("Options"));
    m_list->setFixedWidth(kListWidth);
    m_name->setObjectName(u"optionName"_s);
    m_name->setMaxLength(100);
    m_description->setTabChangesFocus(true);
    auto *addButton = new QPushButton(tr("&Add"), this);
    addButton->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    auto *listButtons = new QHBoxLayout;
    listButtons->addWidget(addButton);
    listButtons->addWidget(m_remove);
    left->addLayout(listButtons);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Description"), m_description);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left);
    columns->addLayout(form, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    connect(m_list, &QListWidget::currentRowChanged, this, &OptionsDialog::showOption);
    connect(m_name, &QLineEdit::textEdited, this, &OptionsDialog::edit);
    connect(m_description, &QPlainTextEdit::textChanged, this, &OptionsDialog::edit);
    connect(addButton, &QPushButton::clicked, this, &OptionsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &OptionsDialog::remove);
    connect(buttons, &QDialogButtonBox::accepted, this, &OptionsDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showList(0);
}

void OptionsDialog::showList(int row)
{
    m_isShowing = true;
    m_list->clear();
    for (const Option &option : m_next.options)
        m_list->addItem(nameOf(option));
    m_isShowing = false;
    m_list->setCurrentRow(std::clamp(row, -1, m_list->count() - 1));
    showOption();
}

void OptionsDialog::showOption()
{
    if (m_isShowing)
        return;
    m_isShowing = true;
    const int row = m_list->currentRow();
    const bool has = row >= 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_description, m_remove})
        widget->setEnabled(has);
    m_name->setText(has ? m_next.options[static_cast<std::size_t>(row)].name : QString());
    m_description->setPlainText(has ? m_next.options[static_cast<std::size_t>(row)].description : QString());
    m_isShowing = false;
}

void OptionsDialog::edit()
{
    const int row = m_list->currentRow();
    if (m_isShowing || row < 0)
        return;
    Option &option = m_next.options[static_cast<std::size_t>(row)];
    option.name = m_name->text().trimmed();
    option.description = m_description->toPlainText();
    m_list->item(row)->setText(nameOf(option));
    m_ok->setEnabled(!option.name.isEmpty());
}

void OptionsDialog::add()
{
    QStringList taken;
    for (const Option &each : m_next.options)
        taken.append(each.id);
    const QString name = tr("New option");
    m_next.options.push_back({freeId(name, taken), name, {}});
    showList(static_cast<int>(m_next.options.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void OptionsDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const QString id = m_next.options[static_cast<std::size_t>(row)].id;
    m_next.removeOption(id);
    showList(row);
}

void OptionsDialog::store()
{
    if (m_bench.commit(m_next))
        accept();
}

} // namespace stratadeck
