// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupreader.h"

#include <QByteArrayList>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

// How much keeping descriptors saves: 1,000 cgroups of this machine's v1 hierarchies are made, read both ways
// and removed again. Needs root and cgroup v1. Prints medians and their ratio; judges nothing.

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCgroups = 1000;
constexpr int kRounds = 21;
constexpr std::array kFiles{"cpuacct/%1/cpuacct.usage", "memory/%1/memory.usage_in_bytes",
                            "pids/%1/pids.current", "cpu/%1/cpu.stat"};
constexpr std::array kHierarchies{"cpu", "cpuacct", "memory", "pids", "blkio"};

QString nameOf(int number)
{
    return u"stratadeck-bench-%1-%2"_s.arg(getpid()).arg(number);
}

/// Removes what it made, whatever happens.
class Cgroups
{
public:
    Cgroups()
    {
        for (int i = 0; i < kCgroups; ++i) {
            for (const char *hierarchy : kHierarchies) {
                const QByteArray path = "/sys/fs/cgroup/" + QByteArray(hierarchy) + '/' + nameOf(i).toUtf8();
                if (mkdir(path.constData(), 0755) == 0)
                    m_made.append(path);
            }
        }
    }
    ~Cgroups()
    {
        for (const QByteArray &path : m_made)
            rmdir(path.constData());
    }
    Q_DISABLE_COPY_MOVE(Cgroups)
    bool isComplete() const { return m_made.size() == qsizetype(kCgroups * kHierarchies.size()); }

private:
    QByteArrayList m_made;
};

template<typename Sweep>
double medianMilliseconds(Sweep sweep)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        sweep();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

std::vector<QByteArray> allPaths()
{
    std::vector<QByteArray> paths;
    for (int i = 0; i < kCgroups; ++i) {
        for (const char *file : kFiles)
            paths.push_back(("/sys/fs/cgroup/"_L1 + QLatin1StringView(file)).arg(nameOf(i)).toUtf8());
    }
    return paths;
}

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

} // namespace

int main()
{
    raiseDescriptorLimit();
    const Cgroups cgroups;
    if (!cgroups.isComplete()) {
        std::fprintf(stderr, "cannot make cgroups: needs root and cgroup v1 hierarchies\n");
        return 1;
    }
    std::vector<char> buffer(64 * 1024);
    const std::vector<QByteArray> paths = allPaths();
    std::size_t checksum = 0;
    const double opening = medianMilliseconds([&] { checksum += openReadClose(paths, buffer); });

    std::vector<KeptFile> files;
    for (const QByteArray &path : paths)
        files.emplace_back(QString::fromUtf8(path));
    const double keeping = medianMilliseconds([&] {
        for (KeptFile &file : files)
            checksum += file.read(buffer).text.size();
    });
    const auto kept =
        std::count_if(files.begin(), files.end(), [](const KeptFile &file) { return file.isKept(); });
    files.clear();

    std::vector<CgroupReader> readers;
    for (int i = 0; i < kCgroups; ++i) {
        const QString name = nameOf(i);
        const QString root = u"/sys/fs/cgroup/"_s;
        readers.emplace_back(CgroupPaths{root + u"cpu/"_s + name,
                                         root + u"cpuacct/"_s + name,
                                         root + u"memory/"_s + name,
                                         root + u"blkio/"_s + name,
                                         root + u"pids/"_s + name,
                                         {},
                                         {}});
    }
    int alive = 0;
    const double full = medianMilliseconds([&] {
        for (CgroupReader &reader : readers) {
            CgroupFigures figures;
            alive += reader.read(buffer, figures) ? 1 : 0;
        }
    });

    std::printf("%d cgroups, median of %d rounds, %ld of %zu files kept open, %zu bytes, %d read\n", kCgroups,
                kRounds, static_cast<long>(kept), paths.size(), checksum, alive);
    std::printf("4 files, open + read + close   %8.2f ms\n", opening);
    std::printf("4 files, kept, pread           %8.2f ms\n", keeping);
    std::printf("all 9 files, read and parsed   %8.2f ms\n", full);
    std::printf("ratio                          %8.2f\n", opening / keeping);
    return 0;
}
