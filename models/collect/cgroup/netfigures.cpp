// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/netfigures.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <unistd.h>

namespace stratadeck
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t kColumns = 16;
constexpr std::size_t kMostInterfaces = 1000;

std::optional<std::array<double, kColumns>> toColumns(std::string_view text)
{
    std::array<double, kColumns> columns{};
    for (double& column : columns) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        quint64 number = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc())
            return std::nullopt;
        column = static_cast<double>(number);
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    }
    return columns;
}

// The link names a namespace by a number: "net:[4026531840]". It points nowhere, so QFileInfo is no help.
QByteArray networkNamespace(const QString& root, const QString& process)
{
    const QByteArray path = QFile::encodeName(u"%1/proc/%2/ns/net"_s.arg(root, process));
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.constData(), target.data(), target.size());
    return size > 0 ? QByteArray(target.data(), size) : QByteArray();
}

} // namespace

std::vector<InterfaceIo> parseNetDev(std::string_view text)
{
    std::vector<InterfaceIo> interfaces;
    while (!text.empty() && interfaces.size() < kMostInterfaces) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t colon = line.rfind(':'); // an alias has a colon in its name
        const std::size_t start = line.find_first_not_of(' ');
        if (colon == std::string_view::npos || start >= colon)
            continue;
        const std::string_view name = line.substr(start, colon - start);
        const std::optional<std::array<double, kColumns>> columns = toColumns(line.substr(colon + 1));
        if (name == "lo" || !columns)
            continue;
        const auto& c = *columns;
        interfaces.push_back({QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), c[0], c[1],
                              c[2], c[3], c[8], c[9], c[10], c[11]});
    }
    return interfaces;
}

NetReader::NetReader(KeptFile file)
    : m_file(std::move(file))
{
}

std::optional<NetReader> NetReader::open(const QString& root, qint64 pid)
{
    const QByteArray theirs = networkNamespace(root, QString::number(pid));
    const QByteArray ours = networkNamespace(root, u"self"_s);
    if (theirs.isEmpty() || ours.isEmpty() || theirs == ours)
        return std::nullopt;
    return NetReader(KeptFile(u"%1/proc/%2/net/dev"_s.arg(root).arg(pid)));
}

std::vector<InterfaceIo> NetReader::read(std::span<char> buffer)
{
    return parseNetDev(m_file.read(buffer).text);
}

} // namespace stratadeck
