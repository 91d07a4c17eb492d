// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/containernet.h"

#include <QFile>
#include <array>
#include <climits>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// The link names a namespace by a number: "net:[4026531840]". It points nowhere, so QFileInfo is no help.
QByteArray networkNamespace(const QString &root, const QString &process)
{
    const QByteArray path = QFile::encodeName(u"%1/proc/%2/ns/net"_s.arg(root, process));
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.constData(), target.data(), target.size());
    return size > 0 ? QByteArray(target.data(), size) : QByteArray();
}

void assign(const NetLine &line, InterfaceIo &io)
{
    const auto figure = [](quint64 count) { return static_cast<double>(count); };
    const QUtf8StringView name(line.name.data(), static_cast<qsizetype>(line.name.size()));
    if (QAnyStringView(io.name) != QAnyStringView(name))
        io.name = name.toString();
    io.rxBytes = figure(line.received.bytes);
    io.rxPackets = figure(line.received.packets);
    io.rxErrors = figure(line.received.errors);
    io.rxDrops = figure(line.received.drops);
    io.txBytes = figure(line.sent.bytes);
    io.txPackets = figure(line.sent.packets);
    io.txErrors = figure(line.sent.errors);
    io.txDrops = figure(line.sent.drops);
}

} // namespace

NetReader::NetReader(KeptFile file)
    : m_file(std::move(file))
{
}

std::optional<NetReader> NetReader::open(const QString &root, qint64 pid)
{
    const QByteArray theirs = networkNamespace(root, QString::number(pid));
    const QByteArray ours = networkNamespace(root, u"self"_s);
    if (theirs.isEmpty() || ours.isEmpty() || theirs == ours)
        return std::nullopt;
    return NetReader(KeptFile(u"%1/proc/%2/net/dev"_s.arg(root).arg(pid)));
}

const std::vector<InterfaceIo> &NetReader::read(std::span<char> buffer)
{
    m_lines = parseNetDev(m_file.read(buffer).text, std::move(m_lines));
    std::erase_if(m_lines, [](const NetLine &line) { return line.name == "lo"; });
    m_interfaces.resize(m_lines.size());
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        assign(m_lines[i], m_interfaces[i]);
    return m_interfaces;
}

} // namespace stratadeck
