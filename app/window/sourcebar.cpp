// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sourcebar.h"

#include "app/session/session.h"
#include "models/base/entitytext.h"
#include "models/base/errortext.h"
#include "models/base/format.h"
#include "widgets/kit/statuspill.h"
#include "widgets/kit/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimer>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString clockTime(TimePoint time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(time)).time(), QLocale::ShortFormat);
}

bool isPartial(const SourceStatus &status)
{
    return status.state == SourceState::Ready && status.error;
}

QString word(const SourceStatus &status)
{
    const QString state = sourceStateText(status.state);
    if (isPartial(status))
        //: The source gives figures, but something of it does not answer
        return status.uri + u"  "_s + SourceBar::tr("Partly answering");
    if (status.state == SourceState::Ready || status.state == SourceState::Loading)
        return status.uri + u"  "_s + state;
    //: %1 is a source's state such as Failed, %2 a time of day
    return status.uri + u"  "_s + SourceBar::tr("%1 since %2").arg(state, clockTime(status.since));
}

QString explanation(const SourceStatus &status)
{
    QStringList lines{status.uri};
    if (status.error)
        lines.append(errorText(*status.error));
    if (status.lastSuccess)
        lines.append(SourceBar::tr("Last figures at %1.").arg(clockTime(*status.lastSuccess)));
    if (status.nextTry)
        lines.append(SourceBar::tr("Next try at %1.").arg(clockTime(*status.nextTry)));
    if (status.sweeps > 0) {
        lines.append(
            SourceBar::tr("%n sweep(s), typically %1 ms, at worst %2 ms.", nullptr,
                          static_cast<int>(status.sweeps))
                .arg(QLocale().toString(status.sweepP50, 'f', 1), QLocale().toString(status.sweepP99, 'f', 1)));
    }
    if (status.misses > 0)
        lines.append(SourceBar::tr("%n sweep(s) missed.", nullptr, static_cast<int>(status.misses)));
    return lines.join(u'\n');
}

} // namespace

SourceBar::SourceBar(Session &session, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_area(new QWidget(this))
    , m_layout(new QHBoxLayout(m_area))
    , m_store(new StatusPill(this))
{
    setObjectName(u"sourceBar"_s);
    setSizeGripEnabled(false);
    m_layout->setContentsMargins(4, 0, 4, 0);
    m_layout->addStretch();
    m_area->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // many sources never widen the window
    addWidget(m_area, 1);
    m_store->setObjectName(u"storePill"_s);
    addPermanentWidget(m_store);
    connect(m_store, &StatusPill::clicked, this, &SourceBar::settingsWanted);
    connect(&session, &Session::sourcesChanged, this, &SourceBar::showSources);
    connect(&session, &Session::storeStateChanged, this, &SourceBar::showStore);
    auto *seconds = new QTimer(this);
    connect(seconds, &QTimer::timeout, this, &SourceBar::showStore);
    seconds->start(std::chrono::seconds(1));
    showSources();
    showStore();
}

void SourceBar::showSources()
{
    const std::vector<SourceStatus> &sources = m_session.sources();
    while (m_pills.size() > sources.size()) {
        delete m_pills.back();
        m_pills.pop_back();
    }
    while (m_pills.size() < sources.size()) {
        auto *pill = new StatusPill(m_area);
        connect(pill, &StatusPill::clicked, this, &SourceBar::settingsWanted);
        m_layout->insertWidget(static_cast<int>(m_pills.size()), pill);
        m_pills.push_back(pill);
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const Wording wording = wordingOf(isPartial(sources[i]) ? SourceState::Stale : sources[i].state);
        m_pills[i]->setStatus(wording.icon, word(sources[i]), wording.tone, explanation(sources[i]));
    }
}

void SourceBar::showStore()
{
    const QString path = m_session.options().databasePath;
    switch (m_session.storeState()) {
    case Session::StoreState::Opening:
        m_store->setStatus(u"source-loading"_s, tr("Opening history"), Tone::Muted, path);
        return;
    case Session::StoreState::ReadOnly:
        m_store->setStatus(u"warning"_s, tr("Read only"), Tone::Warning, errorText(*m_session.storeError()));
        return;
    case Session::StoreState::Failed:
        m_store->setStatus(u"problem"_s, tr("No history"), Tone::Problem, errorText(*m_session.storeError()));
        return;
    case Session::StoreState::Writing:
        break;
    }
    const StoreStatus store = m_session.store();
    if (store.error) {
        m_store->setStatus(u"problem"_s, tr("Not recording"), Tone::Problem, errorText(*store.error));
        return;
    }
    QString text =
        path + u'\n' + tr("%n sample(s) recorded since start.", nullptr, static_cast<int>(store.stored));
    if (store.clockSetAt) {
        const QString step = formatDuration(std::chrono::abs(store.clockStep), QLocale());
        //: %1 is a time of day, %2 a length of time
        text += u'\n'
                + tr("The clock was set at %1, by %2; the history shows a gap there.")
                      .arg(clockTime(*store.clockSetAt), step);
    }
    m_store->setStatus(u"source-ok"_s, tr("Recording"), Tone::Good, text);
}

} // namespace stratadeck
