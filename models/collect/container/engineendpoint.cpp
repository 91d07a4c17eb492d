// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/engineendpoint.h"

#include "models/collect/sourceuri.h"

#include <QUrl>

namespace stratadeck {

using namespace Qt::StringLiterals;

EngineEndpoint EngineEndpoint::of(const SourceUri &uri)
{
    const auto flavour = uri.kind == SourceKind::Docker ? EngineFlavour::Docker : EngineFlavour::Podman;
    return {flavour, uri.text, uri.path, uri.host, uri.port};
}

QByteArray EngineEndpoint::baseUrl() const
{
    if (isLocalSocket())
        return "http://localhost";
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host); // puts brackets around IPv6 addresses
    url.setPort(port);
    return url.toEncoded();
}

} // namespace stratadeck
