// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/httpclient.h"

#include "models/collect/container/curllibrary.h"
#include "models/collect/container/jsonfields.h"

#include <QFile>
#include <algorithm>
#include <cerrno>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestHeaders = 64 * 1024;
constexpr qsizetype kLongestChangeAnswer = 64 * 1024; // a sentence is expected
constexpr int kWakeMilliseconds = 1000;
constexpr qsizetype kLongestWords = 1000;

} // namespace

struct HttpClient::Handles {
    const CurlLibrary *curl = curlLibrary();
    CURLM *multi = curl ? curl->multiInit() : nullptr;
    CURL *easy = curl ? curl->easyInit() : nullptr;

    Handles() = default;
    Q_DISABLE_COPY_MOVE(Handles)
    bool areReady() const { return easy && multi; }
    template<typename Value>
    void set(CURLoption option, Value value) const
    {
        curl->easySetopt(easy, option, value);
    }
    ~Handles()
    {
        if (!curl)
            return;
        curl->easyCleanup(easy);
        curl->multiCleanup(multi);
    }
};

/// One request under way: what its callbacks have seen.
class HttpClient::Transfer
{
public:
    Transfer(const Handles &handles, Sink sink, qsizetype longest)
        : m_handles(handles)
        , m_sink(std::move(sink))
        , m_longest(longest)
    {
        handles.set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
        handles.set(CURLOPT_WRITEDATA, this);
        handles.set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
        handles.set(CURLOPT_HEADERDATA, this);
    }

    void setAnswered(std::function<void()> answered) { m_answered = std::move(answered); }
    void takeEveryStatus() { m_everyStatus = true; }
    bool isTooLong() const { return m_tooLong; }

    /// What the engine said of its refusal, when that is not 200; empty when nothing that can be read.
    QString refusal() const
    {
        const Result<QJsonDocument> json = parseJson(m_refusal, u"answer"_s);
        return json ? plainText(json->object(), "message"_L1, kLongestWords) : QString();
    }

    long status() const
    {
        long status = 0;
        m_handles.curl->easyGetinfo(m_handles.easy, CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

private:
    static std::size_t onBody(char *data, std::size_t, std::size_t size, void *self)
    {
        return static_cast<Transfer *>(self)->takeBody({data, static_cast<qsizetype>(size)}) ? size : 0;
    }
    static std::size_t onHeader(char *data, std::size_t, std::size_t size, void *self)
    {
        return static_cast<Transfer *>(self)->takeHeader({data, static_cast<qsizetype>(size)}) ? size : 0;
    }

    bool takeBody(QByteArrayView data)
    {
        m_taken += data.size();
        m_tooLong = m_longest > 0 && m_taken > m_longest;
        if (m_tooLong)
            return false;
        if (m_everyStatus || status() == 200)
            m_sink(data);
        else
            m_refusal.append(data.first(std::min(data.size(), kLongestChangeAnswer - m_refusal.size())));
        return true;
    }

    bool takeHeader(QByteArrayView line)
    {
        m_headers += static_cast<std::size_t>(line.size());
        m_tooLong = m_headers > kLongestHeaders; // also ends an engine that sends "100 Continue" for ever
        const bool isEnd = line == "\r\n" || line == "\n";
        if (isEnd && m_answered && status() == 200)
            m_answered();
        return !m_tooLong;
    }

    const Handles &m_handles;
    Sink m_sink;
    std::function<void()> m_answered;
    qsizetype m_longest;
    qsizetype m_taken = 0;
    QByteArray m_refusal;
    std::size_t m_headers = 0;
    bool m_tooLong = false;
    bool m_everyStatus = false;
};

namespace {

/// `systemError`: errno of what failed.
Error::Kind kindOfFailure(long systemError, CURLcode code)
{
    if (code == CURLE_OPERATION_TIMEDOUT)
        return Error::Kind::Timeout;
    if (code == CURLE_COULDNT_CONNECT && (systemError == EACCES || systemError == EPERM))
        return Error::Kind::Denied;
    // A unix socket whose owner has stopped accepting: somebody is there, and does not answer.
    if (code == CURLE_COULDNT_CONNECT && systemError == EAGAIN)
        return Error::Kind::Timeout;
    if (code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_UNSUPPORTED_PROTOCOL)
        return Error::Kind::Invalid;
    return Error::Kind::Unreachable;
}

Error::Kind kindOfStatus(long status)
{
    if (status == 401 || status == 403)
        return Error::Kind::Denied;
    return status == 404 ? Error::Kind::NotFound : Error::Kind::Io;
}

} // namespace

HttpClient::HttpClient(EngineEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
    , m_handles(std::make_unique<Handles>())
{
}

HttpClient::~HttpClient() = default;

Result<> HttpClient::transport(Transfer &transfer, const std::stop_token &stop)
{
    const CurlLibrary &curl = *m_handles->curl;
    CURL *easy = m_handles->easy;
    CURLM *multi = m_handles->multi;
    const std::stop_callback wakeOnStop(stop, [&curl, multi] { curl.multiWakeup(multi); });
    curl.multiAddHandle(multi, easy);
    int running = 1;
    while (running > 0 && !stop.stop_requested()) {
        if (curl.multiPerform(multi, &running) != CURLM_OK)
            break;
        if (running > 0)
            curl.multiPoll(multi, nullptr, 0, kWakeMilliseconds, nullptr);
    }
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    int left = 0;
    while (const CURLMsg *message = curl.multiInfoRead(multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            code = message->data.result;
    }
    curl.multiRemoveHandle(multi, easy);

    const QString &uri = m_endpoint.uri;
    if (running > 0 && stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"%1: cancelled"_s.arg(uri), uri);
    if (transfer.isTooLong())
        return fail(Error::Kind::Invalid, u"%1: answered with more than can be believed"_s.arg(uri), uri);
    if (code != CURLE_OK) {
        long systemError = 0;
        curl.easyGetinfo(easy, CURLINFO_OS_ERRNO, &systemError);
        const QString reason = QString::fromUtf8(curl.easyStrerror(code));
        return fail(kindOfFailure(systemError, code), u"%1: %2"_s.arg(uri, reason), uri);
    }
    return {};
}

Result<> HttpClient::perform(Transfer &transfer, const std::stop_token &stop)
{
    if (const Result<> done = transport(transfer, stop); !done)
        return done;
    const QString &uri = m_endpoint.uri;
    if (transfer.status() == 200)
        return {};
    const QString status = u"%1: HTTP status %2"_s.arg(uri).arg(transfer.status());
    const QString words = transfer.refusal();
    return fail(kindOfStatus(transfer.status()), words.isEmpty() ? status : status + u", "_s + words, uri);
}

Result<> HttpClient::prepare(const QByteArray &path, Milliseconds connectDeadline)
{
    if (!m_handles->areReady())
        return fail(Error::Kind::Io, u"libcurl could not be started"_s, m_endpoint.uri);
    const Handles &handles = *m_handles;
    handles.curl->easyReset(handles.easy);
    const QByteArray url = m_endpoint.baseUrl() + path;
    handles.set(CURLOPT_URL, url.constData());
    if (m_endpoint.isLocalSocket())
        handles.set(CURLOPT_UNIX_SOCKET_PATH, QFile::encodeName(m_endpoint.socketPath).constData());
    handles.set(CURLOPT_PROTOCOLS_STR, "http");
    handles.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    handles.set(CURLOPT_FOLLOWLOCATION, 0L);
    handles.set(CURLOPT_PROXY, "");
    handles.set(CURLOPT_NOSIGNAL, 1L);
    handles.set(CURLOPT_QUICK_EXIT, 1L); // never wait for a name server when we are done
    handles.set(CURLOPT_TCP_KEEPALIVE, 1L);
    handles.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connectDeadline.count()));
    return {};
}

Result<QByteArray> HttpClient::get(const QByteArray &path, Milliseconds deadline, const std::stop_token &stop)
{
    if (const Result<> ready = prepare(path, deadline); !ready)
        return tl::unexpected(ready.error());
    m_handles->set(CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
    QByteArray body;
    Transfer transfer(
        *m_handles, [&body](QByteArrayView data) { body += data; }, kLongestAnswer);
    if (const Result<> done = perform(transfer, stop); !done)
        return tl::unexpected(done.error());
    return body;
}

Result<HttpClient::Answer> HttpClient::post(const QByteArray &path, Milliseconds deadline,
                                            const std::stop_token &stop)
{
    if (const Result<> ready = prepare(path, deadline); !ready)
        return tl::unexpected(ready.error());
    const Handles &handles = *m_handles;
    handles.set(CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
    handles.set(CURLOPT_POST, 1L);
    handles.set(CURLOPT_POSTFIELDSIZE, 0L);
    handles.set(CURLOPT_COPYPOSTFIELDS, "");
    Answer answer;
    Transfer transfer(
        handles, [&answer](QByteArrayView data) { answer.body += data; }, kLongestChangeAnswer);
    transfer.takeEveryStatus();
    if (const Result<> done = transport(transfer, stop); !done)
        return tl::unexpected(done.error());
    answer.status = static_cast<int>(transfer.status());
    return answer;
}

Result<> HttpClient::stream(const QByteArray &path, Milliseconds connectDeadline,
                            const std::function<void()> &answered, const Sink &sink,
                            const std::stop_token &stop)
{
    if (const Result<> ready = prepare(path, connectDeadline); !ready)
        return ready;
    Transfer transfer(*m_handles, sink, 0);
    transfer.setAnswered(answered);
    return perform(transfer, stop);
}

} // namespace stratadeck
