// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/detailspanel.h"

#include "models/base/errortext.h"
#include "models/history/historyreader.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/detailsmodel.h"
#include "widgets/inventory/detailsview.h"
#include "widgets/kit/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBeat = 1s;
constexpr Milliseconds kHistoryEvery{2000};
constexpr Milliseconds kEngineEvery{5000};
constexpr int kLowest = 110;

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

bool isDue(std::optional<TimePoint> last, TimePoint now, Milliseconds every)
{
    return !last || std::chrono::abs(now - *last) >= every;
}

} // namespace

DetailsPanel::DetailsPanel(InventoryModel &inventory, HistoryService &history, const Clock &clock,
                           QWidget *parent)
    : QFrame(parent)
    , m_inventory(inventory)
    , m_history(history)
    , m_clock(clock)
    , m_model(new DetailsModel(this))
    , m_table(new DetailsView(*m_model, this))
    , m_message(new QLabel(this))
{
    setObjectName(u"details"_s);
    m_message->setObjectName(u"detailsMessage"_s);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_message->setWordWrap(true);
    layOut();
    m_beat.setInterval(kBeat);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        refresh();
        write();
    });
    setMinimumHeight(kLowest);
    write();
}

DetailsPanel::~DetailsPanel() = default;

void DetailsPanel::layOut()
{
    auto *title = new QLabel(tr("Details"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    QToolButton *copies = makeButton(u"copy"_s, tr("Copy all details"), this);
    copies->setObjectName(u"copyDetails"_s);
    QToolButton *closes = makeButton(u"close"_s, tr("Hide the details"), this);
    connect(copies, &QToolButton::clicked, m_table, &DetailsView::copyAll);
    connect(closes, &QToolButton::clicked, this, &DetailsPanel::closeWanted);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(copies);
    head->addWidget(closes);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);
}

void DetailsPanel::setEntity(std::optional<EntityId> entity)
{
    if (entity == m_entity)
        return;
    if (m_reading)
        m_history.cancel(*m_reading);
    m_reading.reset();
    m_entity = entity;
    m_facts.reset();
    m_details.reset();
    m_trouble.clear();
    m_historyAsked.reset();
    m_engineAsked.reset();
    m_isAsking = false;
    m_model->setRows({});
    write();
    refresh();
}

void DetailsPanel::refresh()
{
    if (!m_entity || !isVisible())
        return;
    const TimePoint now = m_clock.now();
    if (!m_reading && isDue(m_historyAsked, now, kHistoryEvery))
        askHistory(now);
    askEngine(now);
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_beat.start();
    refresh();
}

void DetailsPanel::hideEvent(QHideEvent *event)
{
    m_beat.stop();
    QFrame::hideEvent(event);
}

void DetailsPanel::askHistory(TimePoint now)
{
    m_historyAsked = now;
    m_reading = m_history.run<EntityFacts>(
        this,
        [entity = *m_entity, now](const HistoryReader &reader, const std::stop_token &stop) {
            return readFacts(reader, entity, now, stop);
        },
        [this](const Result<EntityFacts> &facts) {
            m_reading.reset();
            if (!facts)
                return; // what is shown stays, with its age, when the store cannot be read for a moment
            const bool isFirst = !m_facts;
            m_facts = *facts;
            if (isFirst)
                write();
        });
}

// Asked again when a while has passed, and at once when it is seen to have changed.
void DetailsPanel::askEngine(TimePoint now)
{
    const int row = m_inventory.rowOf(*m_entity);
    if (row < 0 || !m_engines || m_isAsking)
        return;
    const EntityInfo &info = m_inventory.info(row);
    const QString uri = m_inventory.sourceUri(row);
    if (info.kind == EntityKind::Host || info.state == EntityState::Gone || uri.isEmpty())
        return;
    const Shown shown{info.run, info.state, info.problem, info.hasSavedState, uri};
    const bool isOther = shown != m_askedFor && isDue(m_engineAsked, now, kBeat);
    if (!isOther && !isDue(m_engineAsked, now, kEngineEvery))
        return;
    m_askedFor = shown;
    m_engineAsked = now;
    if (!DetailService::canAsk(uri)) {
        m_trouble = tr("Not known here: %1 gives figures only.").arg(uri);
        return;
    }
    m_isAsking = true;
    m_engines->ask(info.key, uri, this, [this, entity = *m_entity](const Result<EntityDetails> &details) {
        showEngine(entity, details);
    });
}

void DetailsPanel::showEngine(EntityId entity, const Result<EntityDetails> &details)
{
    if (entity != m_entity)
        return;
    m_isAsking = false;
    const bool isNews = !m_details || details.has_value() != m_trouble.isEmpty();
    m_trouble.clear();
    if (details)
        m_details = *details;
    else
        // What was read before stays, with its age.
        m_trouble = tr("Cannot be read: %1").arg(errorText(details.error()));
    if (isNews)
        write();
}

void DetailsPanel::write()
{
    const int row = m_entity ? m_inventory.rowOf(*m_entity) : -1;
    if (row < 0) {
        m_model->setRows({});
        m_message->setText(tr("Select one row in the list to see its details."));
        m_stack->setCurrentWidget(m_message);
        return;
    }
    if (!m_facts && !m_details) {
        m_message->setText(tr("Reading the history…"));
        m_stack->setCurrentWidget(m_message);
        return;
    }
    DetailInput input;
    input.info = m_inventory.info(row);
    input.stateWords = m_inventory.index(row, InventoryModel::State).data().toString();
    input.source = m_inventory.sourceUri(row);
    input.facts = m_facts ? &*m_facts : nullptr;
    input.details = m_details ? &*m_details : nullptr;
    input.trouble = m_trouble;
    input.now = m_clock.now();
    m_model->setRows(detailRows(input, locale()));
    m_model->setNow(input.now);
    m_stack->setCurrentWidget(m_table);
}

QString DetailsPanel::plainText() const
{
    return m_table->allText();
}

} // namespace stratadeck
