// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/guestconsoles.h"

#include <QUrl>
#include <QXmlStreamReader>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 4 * 1024 * 1024;
constexpr std::size_t kMostGraphics = 16;
constexpr qsizetype kLongestText = 256;

QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    const QStringView value = xml.attributes().value(name);
    return value.size() <= kLongestText ? value.toString() : QString();
}

GuestGraphics readGraphics(QXmlStreamReader &xml)
{
    GuestGraphics graphics;
    graphics.type = attribute(xml, "type"_L1);
    graphics.listen = attribute(xml, "listen"_L1);
    graphics.socket = attribute(xml, "socket"_L1);
    bool isNumber = false;
    const int port = attribute(xml, "port"_L1).toInt(&isNumber);
    graphics.port = isNumber ? port : -1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "listen"_L1 && graphics.socket.isEmpty())
            graphics.socket = attribute(xml, "socket"_L1);
        xml.skipCurrentElement();
    }
    return graphics;
}

void readDevices(QXmlStreamReader &xml, GuestConsoles &consoles)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == "graphics"_L1 && consoles.graphics.size() < kMostGraphics) {
            consoles.graphics.push_back(readGraphics(xml));
            continue;
        }
        // Others write into files or are connected elsewhere; libvirt hands out streams to pty only.
        const bool isLine = xml.name() == "serial"_L1 || xml.name() == "console"_L1;
        if (isLine && attribute(xml, "type"_L1) == "pty"_L1)
            consoles.hasSerial = true;
        xml.skipCurrentElement();
    }
}

} // namespace

QString GuestGraphics::address() const
{
    if (type != "vnc"_L1 && type != "spice"_L1)
        return {};
    if (!socket.isEmpty())
        return u"%1+unix://%2"_s.arg(type, QString::fromLatin1(QUrl::toPercentEncoding(socket, "/")));
    constexpr int kLastPort = 65535;
    if (port <= 0 || port > kLastPort)
        return {};
    const bool isAnywhere = listen.isEmpty() || listen == "0.0.0.0"_L1 || listen == "::"_L1;
    QUrl url;
    url.setScheme(type);
    url.setHost(isAnywhere ? u"127.0.0.1"_s : listen);
    url.setPort(port);
    return url.isValid() && !url.host().isEmpty() ? QString::fromLatin1(url.toEncoded()) : QString();
}

std::optional<GuestConsoles> GuestConsoles::parse(QByteArrayView xml)
{
    if (xml.size() > kLargest)
        return {};
    QXmlStreamReader reader(QByteArray::fromRawData(xml.data(), xml.size()));
    reader.setEntityExpansionLimit(0);
    if (!reader.readNextStartElement() || reader.name() != "domain"_L1)
        return {};
    GuestConsoles consoles;
    while (reader.readNextStartElement()) {
        if (reader.name() == "devices"_L1)
            readDevices(reader, consoles);
        else
            reader.skipCurrentElement();
    }
    return reader.hasError() ? std::nullopt : std::optional(std::move(consoles));
}

} // namespace stratadeck
