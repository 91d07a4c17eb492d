// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/kernelfile.h"
#include "models/collect/host/linkreader.h"
#include "tests/bench/benchtable.h"

#include <QProcess>
#include <QTemporaryFile>
#include <sched.h>

// How the counters of 1,000 network interfaces are read: /proc/net/dev against netlink, in a network namespace
// of our own that ends with this program. Needs root and ip(8).

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPairs = 500;
constexpr int kRounds = 101;

bool makePairs()
{
    QTemporaryFile batch;
    if (!batch.open())
        return false;
    for (int i = 0; i < kPairs; ++i)
        batch.write(u"link add sda%1 type veth peer name sdb%1\n"_s.arg(i).toUtf8());
    batch.close();
    return QProcess::execute(u"ip"_s, {u"-batch"_s, batch.fileName()}) == 0;
}

/// Both ways side by side. The ratio is netlink's share of the time of /proc/net/dev.
double compare(const char *what)
{
    KernelFile file(u"/proc/net/dev"_s);
    const std::unique_ptr<LinkReader> reader = LinkReader::open();
    std::vector<NetLine> lines;
    std::size_t links = 0;
    std::size_t bytes = 0;
    const std::vector<double> times =
        interleaved({[&] { bytes = file.read().value_or(std::string_view()).size(); },
                     [&] {
                         const auto text = file.read();
                         if (text)
                             lines = parseNetDev(*text, std::move(lines));
                     },
                     [&] {
                         const auto read = reader ? reader->read() : std::nullopt;
                         links = read ? read->size() : 0;
                     }},
                    kRounds, threadCpu);
    std::printf(
        "%s: %zu interfaces by netlink, %zu in the %zu bytes of /proc/net/dev, median CPU of %d rounds\n", what,
        links, lines.size(), bytes, kRounds);
    figure("  /proc/net/dev, kept, read only", times[0], "ms");
    figure("  /proc/net/dev, kept, read and parsed", times[1], "ms");
    figure("  RTM_GETSTATS dump, read and parsed", times[2], "ms");
    return links == lines.size() ? times[2] / times[1] : 1;
}

} // namespace

int main()
{
    if (::unshare(CLONE_NEWNET) != 0) {
        std::fprintf(stderr, "cannot make a network namespace: needs root\n");
        return 1;
    }
    std::printf("netlink / proc of one interface: %.2f\n", compare("as in a container"));
    if (!makePairs()) {
        std::fprintf(stderr, "cannot make network interfaces with ip(8)\n");
        return 1;
    }
    const double share = compare("1,000 interfaces");
    return verdict("netlink / proc of 1,000 interfaces", 0.5, share, false) ? 0 : 1;
}
