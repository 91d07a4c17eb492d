// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/shortcutsheet.h"

#include "widgets/kit/actionregistry.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/fuzzyquery.h"
#include "widgets/kit/lineeditbuttons.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize(640, 600);

QTreeWidgetItem *categoryItem(QTreeWidget *tree, const QString &category)
{
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        if (tree->topLevelItem(i)->text(0) == category)
            return tree->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(tree, {category});
    item->setFlags(Qt::ItemIsEnabled);
    // All rows are as high as the first.
    item->setSizeHint(0, QSize(0, cellHeight(tree->fontMetrics())));
    item->setFirstColumnSpanned(true);
    QFont bold = tree->font();
    bold.setBold(true);
    item->setFont(0, bold);
    item->setExpanded(true);
    return item;
}

} // namespace

std::vector<ShortcutRow> shortcutsOf(const ActionRegistry &registry)
{
    std::vector<ShortcutRow> rows;
    for (const ActionRegistry::Entry &entry : registry.entries()) {
        const QString keys = shortcutText(*entry.action);
        if (!keys.isEmpty())
            rows.push_back({entry.category, plainText(*entry.action), keys});
    }
    return rows;
}

ShortcutSheet::ShortcutSheet(const std::vector<ShortcutRow> &rows, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_keys(new QTreeWidget(this))
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keys"));
    m_search->setObjectName(u"shortcutSearch"_s);
    m_search->setPlaceholderText(tr("Find a key or what it does"));
    m_search->setAccessibleName(m_search->placeholderText());
    addClearButton(*m_search);
    addSearchIcon(*m_search);
    m_keys->setObjectName(u"shortcutList"_s);
    m_keys->setAccessibleName(tr("Keys by subject"));
    m_keys->setHeaderLabels({tr("Action"), tr("Key")});
    m_keys->setRootIsDecorated(false);
    m_keys->setUniformRowHeights(true);
    fill(rows);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_keys, 1);
    layout->addWidget(buttons);
    resize(parent ? kSize.boundedTo(parent->size()) : kSize);
    m_search->setFocus();
}

void ShortcutSheet::fill(const std::vector<ShortcutRow> &rows)
{
    for (const ShortcutRow &row : rows)
        new QTreeWidgetItem(categoryItem(m_keys, row.category), {row.text, row.keys});
    QHeaderView *header = m_keys->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void ShortcutSheet::filter(const QString &typed)
{
    const QString wanted = foldForMatch(typed);
    for (int i = 0; i < m_keys->topLevelItemCount(); ++i) {
        QTreeWidgetItem *category = m_keys->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < category->childCount(); ++k) {
            QTreeWidgetItem *row = category->child(k);
            const bool shown = foldForMatch(row->text(0) + u' ' + row->text(1)).contains(wanted);
            row->setHidden(!shown);
            any = any || shown;
        }
        category->setHidden(!any);
    }
}

} // namespace stratadeck
