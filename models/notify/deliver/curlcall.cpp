// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/curlcall.h"

#include <QFile>
#include <algorithm>
#include <cstring>
#include <curl/curl.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWakeMilliseconds = 1000;

// libcurl wants to be told once per process before its first use; a local static is initialised under a lock.
bool isCurlReady()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

Error::Kind kindOf(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return Error::Kind::Timeout;
    case CURLE_LOGIN_DENIED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
        return Error::Kind::Denied;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return Error::Kind::Invalid;
    default:
        return Error::Kind::Unreachable;
    }
}

} // namespace

struct CurlCall::Handles {
    CURLM *multi = isCurlReady() ? curl_multi_init() : nullptr;
    CURL *easy = isCurlReady() ? curl_easy_init() : nullptr;
    curl_slist *headers = nullptr;
    curl_slist *recipients = nullptr;

    Handles() = default;
    Q_DISABLE_COPY_MOVE(Handles)
    ~Handles()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
        curl_slist_free_all(headers);
        curl_slist_free_all(recipients);
    }
};

CurlCall::CurlCall(QString name, const char *protocols, Milliseconds deadline)
    : m_name(std::move(name))
    , m_handles(std::make_unique<Handles>())
{
    CURL *curl = easy();
    if (!curl)
        return;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L); // never wait for a name server when we are done
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(deadline.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &CurlCall::onAnswer);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
}

CurlCall::~CurlCall() = default;

CURL *CurlCall::easy() const
{
    return m_handles->easy;
}

void CurlCall::setCertificates(const QString &file)
{
    if (easy() && !file.isEmpty())
        curl_easy_setopt(easy(), CURLOPT_CAINFO, QFile::encodeName(file).constData());
}

void CurlCall::setUpload(const QByteArray &text)
{
    m_upload = &text;
    if (!easy())
        return;
    curl_easy_setopt(easy(), CURLOPT_READFUNCTION, &CurlCall::onRead);
    curl_easy_setopt(easy(), CURLOPT_READDATA, this);
    curl_easy_setopt(easy(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(text.size()));
}

void CurlCall::addHeader(const QByteArray &line)
{
    m_handles->headers = curl_slist_append(m_handles->headers, line.constData());
}

void CurlCall::addRecipient(const QByteArray &address)
{
    m_handles->recipients = curl_slist_append(m_handles->recipients, address.constData());
}

std::size_t CurlCall::onAnswer(char *data, std::size_t, std::size_t size, void *self)
{
    auto *call = static_cast<CurlCall *>(self);
    if (call->m_answer.size() + static_cast<qsizetype>(size) > call->m_longestAnswer)
        return 0;
    call->m_answer.append(data, static_cast<qsizetype>(size));
    return size;
}

std::size_t CurlCall::onRead(char *buffer, std::size_t, std::size_t size, void *self)
{
    auto *call = static_cast<CurlCall *>(self);
    const qsizetype count = std::min(call->m_upload->size() - call->m_sent, static_cast<qsizetype>(size));
    std::memcpy(buffer, call->m_upload->constData() + call->m_sent, static_cast<std::size_t>(count));
    call->m_sent += count;
    return static_cast<std::size_t>(count);
}

Result<> CurlCall::perform(const std::stop_token &stop)
{
    CURLM *multi = m_handles->multi;
    if (!easy() || !multi)
        return fail(Error::Kind::Io, u"libcurl could not be started"_s, m_name);
    if (m_handles->headers)
        curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, m_handles->headers);
    if (m_handles->recipients)
        curl_easy_setopt(easy(), CURLOPT_MAIL_RCPT, m_handles->recipients);
    const std::stop_callback wakeOnStop(stop, [multi] { curl_multi_wakeup(multi); });
    curl_multi_add_handle(multi, easy());
    int running = 1;
    while (running > 0 && !stop.stop_requested()) {
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            break;
        if (running > 0)
            curl_multi_poll(multi, nullptr, 0, kWakeMilliseconds, nullptr);
    }
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            code = message->data.result;
    }
    curl_multi_remove_handle(multi, easy());
    if (running > 0 && stop.stop_requested())
        return fail(Error::Kind::Cancelled, m_name + u": cancelled"_s, m_name);
    if (code == CURLE_WRITE_ERROR)
        return fail(Error::Kind::Invalid, m_name + u": answered with more than can be believed"_s, m_name);
    if (code != CURLE_OK) {
        const QString reason = QString::fromUtf8(curl_easy_strerror(code));
        return fail(kindOf(code), m_name + u": "_s + reason, m_name);
    }
    return {};
}

int CurlCall::status() const
{
    long status = 0;
    if (easy())
        curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    return static_cast<int>(status);
}

Milliseconds CurlCall::retryAfter() const
{
    curl_off_t seconds = 0;
    if (easy())
        curl_easy_getinfo(easy(), CURLINFO_RETRY_AFTER, &seconds);
    constexpr curl_off_t kLongest = 24 * 3600;
    return std::chrono::seconds(std::clamp(seconds, curl_off_t(0), kLongest));
}

} // namespace stratadeck
