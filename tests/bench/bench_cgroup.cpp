// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupreader.h"
#include "tests/bench/benchcgroups.h"
#include "tests/bench/benchtable.h"

#include <fcntl.h>

// How much keeping descriptors saves: 1,000 cgroups of this machine's v1 hierarchies are made, read both ways
// and removed again. Needs root and cgroup v1.

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCgroups = 1000;
constexpr int kRounds = 21;

std::size_t openReadClose(const std::vector<QByteArray> &paths, std::span<char> buffer)
{
    std::size_t total = 0;
    for (const QByteArray &path : paths) {
        const int descriptor = open(path.constData(), O_RDONLY | O_CLOEXEC);
        const ssize_t size = read(descriptor, buffer.data(), buffer.size());
        total += size > 0 ? std::size_t(size) : 0;
        close(descriptor);
    }
    return total;
}

std::vector<CgroupReader> allReaders()
{
    std::vector<CgroupReader> readers;
    for (int i = 0; i < kCgroups; ++i) {
        readers.emplace_back(CgroupPaths{Cgroups::folder("cpu", i),
                                         Cgroups::folder("cpuacct", i),
                                         Cgroups::folder("memory", i),
                                         Cgroups::folder("blkio", i),
                                         Cgroups::folder("pids", i),
                                         Cgroups::folder("freezer", i),
                                         {}});
    }
    return readers;
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const Cgroups cgroups(kCgroups);
    if (!cgroups.isComplete()) {
        std::fprintf(stderr, "cannot make cgroups: needs root and cgroup v1 hierarchies\n");
        return 1;
    }
    std::vector<char> buffer(64 * 1024);
    const std::vector<QByteArray> paths = cgroups.leanPaths();
    std::vector<KeptFile> files;
    for (const QByteArray &path : paths)
        files.emplace_back(QString::fromUtf8(path));
    std::vector<CgroupReader> readers = allReaders();
    CgroupFigures figures;
    std::size_t checksum = 0;
    const auto readAll = [&](bool withSlow) {
        for (CgroupReader &reader : readers) {
            figures.clear();
            checksum += reader.read(buffer, figures, withSlow) ? 1 : 0;
        }
    };
    // Each pair by itself: what else is read in between pushes both out of the caches.
    const std::vector<double> lean = interleaved({[&] { checksum += openReadClose(paths, buffer); },
                                                  [&] {
                                                      for (KeptFile &file : files)
                                                          checksum += file.read(buffer).text.size();
                                                  }},
                                                 kRounds, threadCpu);
    const std::vector<double> whole = interleaved({[&] { readAll(false); }, [&] { readAll(true); },
                                                   [&] {
                                                       for (CgroupReader &reader : readers)
                                                           checksum += reader.isFrozen(buffer) ? 1 : 0;
                                                   }},
                                                  kRounds, threadCpu);
    const auto kept =
        std::count_if(files.begin(), files.end(), [](const KeptFile &file) { return file.isKept(); });
    std::printf("%d cgroups, median CPU of %d interleaved rounds, %ld of %zu files kept, %zu read\n", kCgroups,
                kRounds, static_cast<long>(kept), paths.size(), checksum);
    figure("4 files, open + read + close", lean[0], "ms");
    figure("4 files, kept, pread", lean[1], "ms");
    figure("collector: all 8 files of every sweep, read and parsed", whole[0], "ms");
    figure("collector: with memory.stat, once in ten seconds", whole[1], "ms");
    figure("collector: frozen or not", whole[2], "ms");
    return verdict("open + read + close / kept", 4, lean[0] / lean[1], true) ? 0 : 1;
}
