// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/webcall.h"

#include "models/notify/deliver/curlcall.h"

#include <QUrl>
#include <algorithm>
#include <curl/curl.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> urlOf(const WebEndpoint &endpoint, const QString &path)
{
    const QUrl url(endpoint.url + path, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(Error::Kind::Invalid, u"no usable http or https address: %1"_s.arg(endpoint.url),
                    endpoint.url);
    return url.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment);
}

bool isHeaderText(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

} // namespace

Result<WebAnswer> callWeb(const WebEndpoint &endpoint, WebMethod method, const QString &path,
                          const QByteArray &body, const std::stop_token &stop)
{
    const Result<QByteArray> url = urlOf(endpoint, path);
    if (!url)
        return tl::unexpected(url.error());
    if (!isHeaderText(endpoint.bearer))
        return fail(Error::Kind::Invalid, u"the token for %1 has unusable characters"_s.arg(endpoint.url),
                    endpoint.url);
    CurlCall call(endpoint.url, "http,https", endpoint.deadline);
    CURL *easy = call.easy();
    if (easy) {
        curl_easy_setopt(easy, CURLOPT_URL, url->constData());
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "Stratadeck/" STRATADECK_VERSION);
        if (method == WebMethod::Post) {
            curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
            curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.constData());
        } else if (method == WebMethod::Delete) {
            curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "DELETE");
        }
        if (!endpoint.user.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
            curl_easy_setopt(easy, CURLOPT_USERNAME, endpoint.user.toUtf8().constData());
            curl_easy_setopt(easy, CURLOPT_PASSWORD, endpoint.password.toUtf8().constData());
        }
    }
    call.setCertificates(endpoint.certificates);
    call.setLongestAnswer(endpoint.longestAnswer);
    call.addHeader("Expect:"); // no round trip to ask whether the body is wanted
    if (method == WebMethod::Post)
        call.addHeader("Content-Type: application/json");
    if (!endpoint.bearer.isEmpty())
        call.addHeader("Authorization: Bearer " + endpoint.bearer);
    if (const Result<> done = call.perform(stop); !done)
        return tl::unexpected(done.error());
    return WebAnswer{call.status(), call.answer(), call.retryAfter()};
}

} // namespace stratadeck
