// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sourceuri.h"

#include <QUrl>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestUri = 4096;

Result<SourceUri> invalid(const QString &text, const QString &expected)
{
    return fail(Error::Kind::Invalid, u"source '%1': %2"_s.arg(text.left(200), expected), text.left(200));
}

bool isLibvirtScheme(const QString &scheme)
{
    static const QStringList drivers{u"qemu"_s, u"test"_s, u"xen"_s, u"lxc"_s, u"bhyve"_s, u"vz"_s, u"ch"_s};
    return drivers.contains(scheme.section(u'+', 0, 0));
}

Result<SourceUri> socketUri(SourceUri uri, const QUrl &url)
{
    if (!url.path().startsWith(u'/') || !url.host().isEmpty())
        return invalid(uri.text, u"expected an absolute socket path after three slashes"_s);
    uri.path = url.path();
    return uri;
}

Result<SourceUri> tcpUri(SourceUri uri, const QUrl &url)
{
    if (url.host().isEmpty() || url.port() <= 0)
        return invalid(uri.text, u"expected //host:port"_s);
    uri.host = url.host();
    uri.port = static_cast<quint16>(url.port());
    return uri;
}

} // namespace

Result<SourceUri> SourceUri::parse(const QString &text)
{
    if (text.size() > kLongestUri)
        return invalid(text, u"longer than %1 characters"_s.arg(kLongestUri));
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0)
        return invalid(text, u"expected SCHEME:..., such as host: or qemu:///system"_s);
    const QString scheme = text.left(colon).toLower();
    SourceUri uri;
    uri.text = text;
    if (scheme == "host"_L1) {
        if (text.size() != colon + 1)
            return invalid(text, u"expected nothing after host:"_s);
        return uri;
    }
    if (scheme == "replay"_L1) {
        uri.kind = SourceKind::Replay;
        uri.path = text.mid(colon + 1);
        return uri.path.isEmpty() ? invalid(text, u"expected a file after replay:"_s) : uri;
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return invalid(text, url.errorString());
    if (isLibvirtScheme(scheme)) {
        uri.kind = SourceKind::Libvirt;
        return uri;
    }
    uri.kind = scheme.startsWith("docker"_L1) ? SourceKind::Docker : SourceKind::Podman;
    if (scheme == "podman"_L1 || scheme == "docker"_L1)
        return socketUri(uri, url);
    if (scheme == "podman+tcp"_L1 || scheme == "docker+tcp"_L1)
        return tcpUri(uri, url);
    if (scheme == "cgroup"_L1) {
        uri.kind = SourceKind::Cgroup;
        return socketUri(uri, url);
    }
    return invalid(text, u"unknown scheme '%1'"_s.arg(scheme.left(40)));
}

} // namespace stratadeck
