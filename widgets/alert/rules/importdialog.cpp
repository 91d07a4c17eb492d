// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/importdialog.h"

#include "models/base/plaintext.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 480;
constexpr int kNameWidth = 220;
constexpr int kRemarkLines = 5;

QString fateText(const ImportedRule &rule)
{
    QString text;
    switch (rule.fate) {
    case ImportedRule::Fate::Added:
        text = ImportDialog::tr("is added");
        break;
    case ImportedRule::Fate::Same:
        return ImportDialog::tr("is in force already");
    case ImportedRule::Fate::Replaces:
        text = ImportDialog::tr("replaces the rule of this name");
        break;
    case ImportedRule::Fate::Renamed:
        //: Of a rule; %1 is its new name
        text = ImportDialog::tr("is added as “%1”").arg(plainText(rule.text));
        break;
    case ImportedRule::Fate::Refused:
        //: Of a rule; %1 is a sentence that says why
        return ImportDialog::tr("is refused: %1").arg(plainText(rule.text));
    }
    if (rule.isExternal)
        //: Of a rule; %1 is what becomes of it
        return ImportDialog::tr("%1, and kept as it is: only Prometheus can judge it").arg(text);
    return text;
}

QIcon fateIcon(const ImportedRule &rule)
{
    if (rule.fate == ImportedRule::Fate::Refused)
        return themedIcon(u"problem"_s, Tone::Problem);
    if (rule.fate == ImportedRule::Fate::Same)
        return themedIcon(u"info"_s, Tone::Muted);
    return rule.isExternal ? themedIcon(u"warning"_s, Tone::Warning) : themedIcon(u"running"_s, Tone::Good);
}

} // namespace

ImportDialog::ImportDialog(const QString &file, std::vector<RuleDefinition> current, ImportedRules imported,
                           QWidget *parent)
    : QDialog(parent)
    , m_inForce(std::move(current))
    , m_imported(std::move(imported))
    , m_head(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_replaces(new QCheckBox(tr("&Replace rules of the same name"), this))
{
    setObjectName(u"importDialog"_s);
    //: Title of a dialog; %1 is the name of a file
    setWindowTitle(tr("Import rules of %1").arg(plainText(file, 80)));
    m_head->setObjectName(u"importHead"_s);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_list->setObjectName(u"importList"_s);
    m_list->setAccessibleName(tr("Rules of the file"));
    m_list->setHeaderLabels({tr("Rule"), tr("What becomes of it")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnWidth(0, kNameWidth);
    m_replaces->setObjectName(u"importReplaces"_s);
    m_replaces->setToolTip(tr("Otherwise they are added under another name, and the old ones stay."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"confirm"_s);
    m_act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_replaces, &QCheckBox::toggled, this, &ImportDialog::showPlan);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_head);
    layout->addWidget(m_list, 1);
    if (!m_imported.remarks.isEmpty()) {
        auto *remarks = new QPlainTextEdit(this);
        remarks->setObjectName(u"importRemarks"_s);
        remarks->setAccessibleName(tr("What does not fit"));
        remarks->setReadOnly(true);
        remarks->setTabChangesFocus(true);
        remarks->setFixedHeight(fontMetrics().lineSpacing() * kRemarkLines + 12);
        QStringList lines;
        for (const QString &remark : m_imported.remarks)
            lines.append(plainText(remark, 1000));
        remarks->setPlainText(lines.join(u'\n'));
        auto *head = new QLabel(tr("What does not &fit:"), this);
        head->setBuddy(remarks);
        layout->addWidget(head);
        layout->addWidget(remarks);
    }
    layout->addWidget(m_replaces);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    showPlan();
}

void ImportDialog::showPlan()
{
    m_plan = planImport(m_inForce, m_imported.rules, m_replaces->isChecked());
    m_list->clear();
    int refused = 0;
    for (const ImportedRule &rule : m_plan.imported) {
        refused += rule.fate == ImportedRule::Fate::Refused ? 1 : 0;
        auto *item = new QTreeWidgetItem(m_list, {plainText(rule.name), fateText(rule)});
        item->setIcon(1, fateIcon(rule));
        item->setToolTip(1, fateText(rule));
    }
    QString head = m_plan.imported.empty()
                       ? tr("The file has no rules.")
                       : tr("%n rule(s) will be added or changed.", nullptr, m_plan.changes);
    if (refused > 0)
        head += u' ' + tr("%n rule(s) are refused; the list says why.", nullptr, refused);
    m_head->setText(head);
    m_act->setEnabled(m_plan.changes > 0);
}

} // namespace stratadeck
