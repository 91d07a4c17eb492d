// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/detailservice.h"

#include "models/base/logging.h"
#include "models/collect/container/engineapi.h"
#include "models/collect/libvirt/guestdetailsreader.h"
#include "models/collect/sourceuri.h"

#include <QEvent>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostHanging = 2;
constexpr auto kAgain = 20ms;

QString idOf(const QString &key)
{
    return key.section(u'/', -1);
}

} // namespace

/// Keeps the connection to the engine asked last.
class DetailService::Desk
{
public:
    Result<EntityDetails> read(const QString &key, const QString &uri, Milliseconds deadline)
    {
        const Result<SourceUri> source = SourceUri::parse(uri);
        if (!source)
            return tl::unexpected(source.error());
        if (m_uri != uri)
            close();
        m_uri = uri;
        if (source->kind == SourceKind::Libvirt)
            return readGuest(key);
        return readContainer(key, *source, deadline);
    }

    void close()
    {
        m_guests.reset();
        m_engine.reset();
    }

private:
    Result<EntityDetails> readGuest(const QString &key)
    {
        if (!m_guests)
            m_guests = std::make_unique<GuestDetailsReader>(m_uri);
        Result<GuestDetails> guest = m_guests->read(QUuid::fromString(idOf(key)));
        if (!guest)
            return tl::unexpected(guest.error());
        return EntityDetails{{}, std::move(*guest)};
    }

    Result<EntityDetails> readContainer(const QString &key, const SourceUri &source, Milliseconds deadline)
    {
        if (!m_engine)
            m_engine = std::make_unique<EngineApi>(EngineEndpoint::of(source), deadline);
        Result<ContainerDetails> container = m_engine->details(idOf(key), {});
        if (!container)
            return tl::unexpected(container.error());
        return EntityDetails{{}, std::move(*container)};
    }

    QString m_uri;
    std::unique_ptr<GuestDetailsReader> m_guests;
    std::unique_ptr<EngineApi> m_engine;
};

struct DetailService::Question {
    quint64 id = 0;
    QString key;
    QString uri;
    TimePoint at{};
    bool hasBegun = false;
    QPointer<QObject> context;
    Done done;
};

struct DetailService::Report {
    quint64 id = 0;
    Result<EntityDetails> result;
};

DetailService::DetailService(const Clock &clock, QObject *parent)
    : DetailService(clock, Timing(), parent)
{
}

DetailService::DetailService(const Clock &clock, Timing timing, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timing(timing)
    , m_reports(std::make_shared<Channel<Report>>(std::numeric_limits<std::size_t>::max()))
{
    m_reports->waker().setReceiver(this);
    for (QTimer *timer : {&m_deadline, &m_again, &m_idle})
        timer->setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &DetailService::giveUp);
    connect(&m_again, &QTimer::timeout, this, &DetailService::begin);
    connect(&m_idle, &QTimer::timeout, this, &DetailService::closeIdle);
}

DetailService::~DetailService()
{
    m_reports->waker().setReceiver(nullptr);
    if (!m_thread)
        return;
    // Closed where it was used, because closing may hang, too.
    m_thread->run([desk = m_desk] { return desk->close(), true; }, std::chrono::steady_clock::now() + 300ms,
                  {});
}

bool DetailService::canAsk(const QString &uri)
{
    const Result<SourceUri> source = SourceUri::parse(uri);
    return source
           && (source->kind == SourceKind::Libvirt || source->kind == SourceKind::Podman
               || source->kind == SourceKind::Docker);
}

void DetailService::ask(const QString &key, const QString &uri, QObject *context, Done done)
{
    m_question = std::make_unique<Question>();
    m_question->id = ++m_lastId;
    m_question->key = key;
    m_question->uri = uri;
    m_question->at = m_clock.now();
    m_question->context = context;
    m_question->done = std::move(done);
    if (!canAsk(uri)) {
        const Error error{Error::Kind::Invalid, u"%1 gives figures only"_s.arg(uri), uri};
        m_deadline.stop();
        (void)m_reports->push({m_lastId, tl::unexpected(error)});
        return;
    }
    m_deadline.start(m_timing.deadline);
    begin();
}

void DetailService::begin()
{
    if (!m_question || m_question->hasBegun)
        return;
    m_idle.start(m_timing.keepOpen);
    if (!m_thread) {
        m_desk = std::make_shared<Desk>();
        m_thread = std::make_unique<CallThread>(u"details"_s);
    }
    m_question->hasBegun =
        m_thread->post([desk = m_desk, reports = m_reports, id = m_question->id, key = m_question->key,
                        uri = m_question->uri, deadline = m_timing.deadline] {
            (void)reports->push({id, desk->read(key, uri, deadline)}); // never full
        });
    if (m_question->hasBegun)
        return;
    if (m_thread->busyFor() > m_timing.deadline && !letGo())
        return; // answered by the deadline
    m_again.start(kAgain);
}

void DetailService::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType())
        return;
    for (Report &report : m_reports->drain()) {
        if (!m_question || m_question->id != report.id)
            continue; // somebody asked something else meanwhile
        if (report.result)
            report.result->at = m_question->at;
        answer(report.result);
    }
}

void DetailService::answer(const Result<EntityDetails> &result)
{
    m_deadline.stop();
    const std::unique_ptr<Question> question = std::move(m_question);
    if (question->context)
        question->done(result);
}

void DetailService::giveUp()
{
    if (!m_question)
        return;
    qCWarning(lcCollect) << m_question->uri << "no answer about" << m_question->key;
    if (m_thread && m_thread->busyFor() > m_timing.deadline / 2)
        letGo();
    answer(fail(Error::Kind::Timeout, u"%1: no answer within the deadline"_s.arg(m_question->uri),
                m_question->uri));
}

// Without a way to cancel a call, the thread it hangs in is left behind; but not more than a few.
bool DetailService::letGo()
{
    std::erase_if(m_letGo, [](const std::weak_ptr<const void> &life) { return life.expired(); });
    if (m_letGo.size() >= kMostHanging)
        return false;
    m_letGo.push_back(m_thread->life());
    m_desk.reset();
    m_thread->letGo();
    m_thread.reset();
    return true;
}

void DetailService::closeIdle()
{
    if (m_thread && !m_question)
        m_thread->post([desk = m_desk] { desk->close(); });
}

} // namespace stratadeck
