// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/log/containerlog.h"

#include "models/base/channel.h"
#include "models/base/logging.h"
#include "models/collect/container/engineapi.h"
#include "models/collect/container/jsonfields.h"
#include "models/collect/sourceuri.h"
#include "models/operate/log/logdecoder.h"

#include <QEvent>
#include <QHash>
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostWaiting = 20'000; // lines
constexpr qint64 kMostWaitingCharacters = 8 * 1024 * 1024;
constexpr qint64 kSecond = 1'000'000'000;
constexpr auto kTail = static_cast<int>(LogModel::kMostLines);
constexpr int kLooks = 6;
constexpr auto kBetweenLooks = 250ms;

/// How often each line is there already. Engines tell times by the second or better, and begin a second anew.
using KnownLines = QHash<size_t, int>;

size_t identityOf(const LogLine &line)
{
    return qHashMulti(0, line.at, static_cast<int>(line.origin), line.cut, line.text);
}

/// From where a log goes on behind these lines.
struct LogPlace {
    qint64 since = 0; ///< seconds since 1970; 0: from its last lines
    KnownLines known;
};

template<typename Lines>
LogPlace placeAfter(const Lines &lines)
{
    LogPlace place;
    if (lines.empty() || lines.back().at <= 0)
        return place;
    // Two streams are written at once, so their times may be a little out of order.
    place.since = lines.back().at / kSecond - 1;
    for (const LogLine &line : lines) {
        if (line.at >= place.since * kSecond)
            ++place.known[identityOf(line)];
    }
    return place;
}

/// Whether a log as it was read at rest should take the place of what was shown while it grew: not when the
/// engine has dropped its beginning meanwhile.
bool isBetter(const std::vector<LogLine> &whole, const std::deque<LogLine> &shown)
{
    if (whole.empty() || shown.empty() || whole.size() > shown.size())
        return !whole.empty();
    return whole.front() == shown.front() && !std::ranges::equal(whole, shown);
}

} // namespace

/// What thread and window share.
struct ContainerLog::Feed {
    std::mutex mutex;
    std::condition_variable_any room;
    std::vector<LogLine> lines;
    std::vector<LogLine> whole; ///< read once more after the end
    qint64 characters = 0;
    LogState state = LogState::Connecting;
    std::optional<Error> error;
    Waker waker;

    void setState(LogState now, const std::optional<Error> &why = {})
    {
        {
            const std::scoped_lock lock(mutex);
            state = now;
            error = why;
        }
        waker.wake();
    }

    void setWhole(std::vector<LogLine> read)
    {
        {
            const std::scoped_lock lock(mutex);
            whole = std::move(read);
        }
        waker.wake();
    }

    void add(std::vector<LogLine> fresh, const std::stop_token &stop)
    {
        {
            std::unique_lock lock(mutex);
            room.wait(lock, stop,
                      [this] { return lines.size() < kMostWaiting && characters < kMostWaitingCharacters; });
            for (LogLine &line : fresh) {
                characters += line.text.size();
                lines.push_back(std::move(line));
            }
        }
        waker.wake();
    }
};

/// What lives on the thread: one answer of the engine.
class ContainerLog::Reader
{
public:
    Reader(EngineEndpoint endpoint, QString id, Milliseconds connectWithin, std::shared_ptr<Feed> feed)
        : m_endpoint(std::move(endpoint))
        , m_id(std::move(id))
        , m_connectWithin(connectWithin)
        , m_feed(std::move(feed))
    {
    }

    void goOnAfter(LogPlace place) { m_place = std::move(place); }

    void run(const std::stop_token &stop)
    {
        if (m_place.since == 0)
            readLast(stop);
        const Result<> ended = readAll(stop);
        if (stop.stop_requested())
            return;
        const std::pair<LogState, std::optional<Error>> end =
            ended ? lookWhy(stop) : std::pair(stateOf(ended.error()), std::optional(ended.error()));
        if (stop.stop_requested())
            return;
        if (end.first == LogState::Ended)
            m_feed->setWhole(readWhole(stop));
        m_feed->setState(end.first, end.second);
    }

private:
    static LogState stateOf(const Error &error)
    {
        switch (error.kind) {
        case Error::Kind::NotFound:
            return LogState::Removed;
        case Error::Kind::Unreachable:
        case Error::Kind::Timeout:
            return LogState::EngineGone;
        default:
            return LogState::Failed;
        }
    }

    // Podman before version 5 leaves out what is written between its reading the last lines and its following.
    // So these are read first; an engine that cannot do that follows from them.
    void readLast(const std::stop_token &stop)
    {
        std::vector<LogLine> lines = readWhole(stop);
        m_place = placeAfter(lines);
        if (m_place.since != 0)
            m_feed->add(std::move(lines), stop);
    }

    Result<> readAll(const std::stop_token &stop)
    {
        std::stop_source enough; // ends the answer before its end
        const std::stop_callback passOn(stop, [&enough] { enough.request_stop(); });
        HttpClient http(m_endpoint);
        LogDecoder decoder;
        Result<> decoded;
        std::vector<LogLine> lines;
        const LogDecoder::Sink keep = [&](LogLine &&line) {
            if (!isKnown(line))
                lines.push_back(std::move(line));
        };
        const HttpClient::Sink sink = [&](QByteArrayView data) {
            if (decoded)
                decoded = decoder.feed(data, keep);
            if (!decoded)
                enough.request_stop();
            if (!lines.empty())
                m_feed->add(std::exchange(lines, {}), enough.get_token());
        };
        const QByteArray path = EngineApi::logPath(m_id, EngineApi::LogRead::Follow, kTail, m_place.since);
        const Result<> ended = http.stream(
            path, m_connectWithin, [this] { m_feed->setState(LogState::Following); }, sink, enough.get_token());
        if (!decoded)
            return decoded;
        // A line that broke off comes again in full; one that the container left so does not.
        if (ended)
            decoder.finish(keep);
        if (!lines.empty())
            m_feed->add(std::move(lines), stop);
        return ended;
    }

    // Read at rest, a log has all lines also with a Podman that loses some while it follows.
    std::vector<LogLine> readWhole(const std::stop_token &stop) const
    {
        HttpClient http(m_endpoint);
        LogDecoder decoder;
        std::deque<LogLine> lines;
        qint64 characters = 0;
        const LogDecoder::Sink keep = [&](LogLine &&line) {
            characters += line.text.size();
            lines.push_back(std::move(line));
            for (; characters > LogModel::kMostCharacters || lines.size() > LogModel::kMostLines;
                 lines.pop_front())
                characters -= lines.front().text.size();
        };
        Result<> decoded;
        const HttpClient::Sink sink = [&](QByteArrayView data) {
            if (decoded)
                decoded = decoder.feed(data, keep);
        };
        const QByteArray path = EngineApi::logPath(m_id, EngineApi::LogRead::Once, kTail, 0);
        const Result<> ended = http.stream(path, m_connectWithin, {}, sink, stop);
        if (!ended || !decoded)
            return {};
        decoder.finish(keep);
        return {std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end())};
    }

    bool isKnown(const LogLine &line)
    {
        const auto it = m_place.known.find(identityOf(line));
        if (it == m_place.known.end())
            return false;
        if (--*it == 0)
            m_place.known.erase(it);
        return true;
    }

    // The stream came to a proper end; the container tells why. It is a moment before the engine knows.
    std::pair<LogState, std::optional<Error>> lookWhy(const std::stop_token &stop) const
    {
        EngineApi api(m_endpoint, m_connectWithin);
        for (int look = 0; look < kLooks && sleepFor(look == 0 ? 0ms : kBetweenLooks, stop); ++look) {
            const Result<EntityState> now = api.state(m_id, stop);
            if (!now)
                return {stateOf(now.error()), now.error()};
            if (*now != EntityState::Unknown && !isActive(*now))
                return {LogState::Ended, {}};
        }
        return {LogState::StreamEnded, {}};
    }

    EngineEndpoint m_endpoint;
    QString m_id;
    Milliseconds m_connectWithin;
    std::shared_ptr<Feed> m_feed;
    LogPlace m_place;
};

ContainerLog::ContainerLog(const QString &uri, const QString &key, LogTiming timing, QObject *parent)
    : QObject(parent)
    , m_uri(uri)
    , m_key(key)
    , m_timing(timing)
{
    m_delivery.setSingleShot(true);
    connect(&m_delivery, &QTimer::timeout, this, &ContainerLog::deliver);
    reconnect();
}

ContainerLog::~ContainerLog()
{
    m_feed->waker.setReceiver(nullptr);
}

void ContainerLog::reconnect()
{
    if (m_feed) {
        m_worker = Worker(); // asks the thread to stop, and waits for the moment that takes
        m_feed->waker.setReceiver(nullptr);
        deliver();
    }
    m_feed = std::make_shared<Feed>();
    m_feed->waker.setReceiver(this);
    const Result<SourceUri> source = SourceUri::parse(m_uri);
    const QString id = m_key.section(u'/', -1);
    const bool works = source && (source->kind == SourceKind::Podman || source->kind == SourceKind::Docker)
                       && isContainerId(id);
    if (!works) {
        m_feed->setState(LogState::Failed,
                         Error{Error::Kind::Invalid, u"%1 has no log of %2"_s.arg(m_uri, m_key), m_uri});
        return;
    }
    auto reader = std::make_shared<Reader>(EngineEndpoint::of(*source), id, m_timing.connectWithin, m_feed);
    reader->goOnAfter(placeAfter(m_model.lines()));
    m_worker = Worker(u"container-log"_s, [reader](const std::stop_token &stop) { reader->run(stop); });
    deliver();
}

void ContainerLog::customEvent(QEvent *event)
{
    if (event->type() != Waker::eventType() || m_delivery.isActive())
        return;
    const qint64 passed = m_sinceDelivery.isValid() ? m_sinceDelivery.elapsed() : m_timing.deliverEvery.count();
    m_delivery.start(Milliseconds(std::max<qint64>(0, m_timing.deliverEvery.count() - passed)));
}

void ContainerLog::deliver()
{
    std::vector<LogLine> lines;
    std::vector<LogLine> whole;
    LogState state{};
    std::optional<Error> error;
    {
        const std::scoped_lock lock(m_feed->mutex);
        lines.swap(m_feed->lines);
        whole.swap(m_feed->whole);
        m_feed->characters = 0;
        state = m_feed->state;
        error = m_feed->error;
    }
    m_feed->room.notify_all();
    m_sinceDelivery.start();
    if (!lines.empty())
        m_model.append(std::move(lines));
    if (isBetter(whole, m_model.lines()))
        m_model.replace(std::move(whole));
    if (state == m_state && error == m_error)
        return;
    m_state = state;
    m_error = error;
    if (error)
        qCInfo(lcOperate, "log of %ls: %ls", qUtf16Printable(m_key), qUtf16Printable(error->what));
    Q_EMIT stateChanged();
}

} // namespace stratadeck
