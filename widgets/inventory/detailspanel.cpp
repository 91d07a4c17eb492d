// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailspanel.h"

#include "models/base/format.h"
#include "models/history/historyreader.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextEdit>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds kEvery{2000};
constexpr int kHeight = 190;

QToolButton *makeButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DetailsPanel::DetailsPanel(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                           QWidget *parent)
    : QFrame(parent)
    , m_inventory(inventory)
    , m_history(history)
    , m_clock(clock)
    , m_text(new QTextEdit(this))
{
    setObjectName(u"details"_s);
    m_text->setObjectName(u"detailsText"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Details of the selected row"));
    m_text->setFrameShape(QFrame::NoFrame);
    auto *title = new QLabel(tr("Details"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    QToolButton *copies = makeButton(u"copy"_s, tr("Copy all details"), this);
    copies->setObjectName(u"copyDetails"_s);
    QToolButton *closes = makeButton(u"close"_s, tr("Hide the details"), this);
    connect(copies, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(plainText()); });
    connect(closes, &QToolButton::clicked, this, &DetailsPanel::closeWanted);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(copies);
    head->addWidget(closes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    setMinimumHeight(kHeight / 2);
    render();
}

void DetailsPanel::setEntity(std::optional<EntityId> entity)
{
    if (entity == m_entity)
        return;
    if (m_running)
        m_history.cancel(*m_running);
    m_running.reset();
    m_entity = entity;
    m_asked = {};
    m_rows.clear();
    render();
    refresh();
}

void DetailsPanel::refresh()
{
    const bool due = std::chrono::abs(m_clock.now() - m_asked) >= kEvery;
    if (m_entity && isVisible() && due && !m_running)
        ask();
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

void DetailsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void DetailsPanel::ask()
{
    const TimePoint now = m_clock.now();
    m_asked = now;
    m_running = m_history.run<EntityFacts>(
        this,
        [entity = *m_entity, now](const HistoryReader &reader, const std::stop_token &stop) {
            return readFacts(reader, entity, now, stop);
        },
        [this](const Result<EntityFacts> &facts) {
            m_running.reset();
            if (facts) // what is shown stays, with its age, when the store cannot be read for a moment
                showFacts(*facts);
        });
}

void DetailsPanel::showFacts(const EntityFacts &facts)
{
    const int row = m_inventory.rowOf(facts.entity);
    if (row < 0 || facts.entity != m_entity)
        return;
    const QString state = m_inventory.index(row, InventoryModel::State).data().toString();
    m_rows = detailRows(m_inventory.info(row), state, m_inventory.sourceUri(row), facts, locale());
    // A selection that somebody is making is not taken away.
    if (!m_text->textCursor().hasSelection())
        render();
}

QString DetailsPanel::ageText(const DetailRow &row) const
{
    if (!row.at)
        return {};
    //: %1 is a length of time, such as "3 s"
    return tr("%1 ago").arg(formatDuration(m_clock.now() - *row.at, locale()));
}

void DetailsPanel::render()
{
    if (m_rows.empty()) {
        m_text->setPlainText(m_entity ? tr("Reading the history…")
                                      : tr("Select one row in the list to see its details."));
        return;
    }
    const QString muted = themeFor(palette()).mutedText.name();
    QString html = u"<table cellspacing='0' cellpadding='2'>"_s;
    for (const DetailRow &row : m_rows) {
        html += u"<tr><td style='color:%1'>%2&nbsp;&nbsp;</td><td>%3&nbsp;&nbsp;</td>"
                "<td style='color:%1'>%4&nbsp;&nbsp;</td><td style='color:%1'>%5</td></tr>"_s.arg(
                    muted, row.name.toHtmlEscaped(), row.value.toHtmlEscaped(), row.source.toHtmlEscaped(),
                    ageText(row).toHtmlEscaped());
    }
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setHtml(html + u"</table>"_s);
    m_text->verticalScrollBar()->setValue(scrolled);
}

QString DetailsPanel::plainText() const
{
    QString text;
    for (const DetailRow &row : m_rows) {
        QStringList cells{row.name, row.value, row.source, ageText(row)};
        while (cells.last().isEmpty())
            cells.removeLast();
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace stratadeck
