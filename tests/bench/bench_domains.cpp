// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/collect/libvirt/libvirtcollector.h"
#include "tests/bench/benchtable.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <map>
#include <mutex>
#include <string>
#include <thread>

// What 1,000 domains of libvirt's test driver cost: one call for all against one call each, and which calls the
// collector makes in a second. bench_domains [SOCKET of a running libvirtd]; without it the driver runs in this
// process, where a call costs next to nothing.

using namespace stratadeck;
using namespace stratadeck::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDomains = 1000;
constexpr int kRounds = 15;
constexpr int kSweeps = 10;

std::mutex mutex;
std::map<std::string, int> calls;

void count(const char *name)
{
    const std::scoped_lock lock(mutex);
    ++calls[name];
}

} // namespace

// The collector's calls go through these to the library's own.
#define COUNTED(name, parameters, arguments)                                                                   \
    int name parameters                                                                                        \
    {                                                                                                          \
        static const auto real = reinterpret_cast<int(*) parameters>(dlsym(RTLD_NEXT, #name));                 \
        count(#name);                                                                                          \
        return real arguments;                                                                                 \
    }
extern "C" {
COUNTED(virConnectGetAllDomainStats,
        (virConnectPtr connection, unsigned int stats, virDomainStatsRecordPtr **records, unsigned int flags),
        (connection, stats, records, flags))
COUNTED(virDomainListGetStats,
        (virDomainPtr * domains, unsigned int stats, virDomainStatsRecordPtr **records, unsigned int flags),
        (domains, stats, records, flags))
COUNTED(virConnectListAllDomains, (virConnectPtr connection, virDomainPtr **domains, unsigned int flags),
        (connection, domains, flags))
COUNTED(virDomainGetInfo, (virDomainPtr domain, virDomainInfoPtr info), (domain, info))
COUNTED(virDomainGetState, (virDomainPtr domain, int *state, int *reason, unsigned int flags),
        (domain, state, reason, flags))
COUNTED(virDomainGetCPUStats,
        (virDomainPtr domain, virTypedParameterPtr parameters, unsigned int number, int first,
         unsigned int cpus, unsigned int flags),
        (domain, parameters, number, first, cpus, flags))
COUNTED(virDomainGetControlInfo, (virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags),
        (domain, info, flags))
COUNTED(virNodeGetCPUStats,
        (virConnectPtr connection, int number, virNodeCPUStatsPtr parameters, int *size, unsigned int flags),
        (connection, number, parameters, size, flags))
COUNTED(virNodeGetMemoryStats,
        (virConnectPtr connection, int cell, virNodeMemoryStatsPtr parameters, int *size, unsigned int flags),
        (connection, cell, parameters, size, flags))
}

namespace {

bool writeDriver(const QString &path)
{
    QByteArray text("<node>\n");
    for (int i = 0; i < kDomains; ++i) {
        text += u"<domain type='test'><name>guest%1</name><memory>262144</memory><vcpu>2</vcpu>"
                "<os><type>hvm</type></os></domain>\n"_s.arg(i)
                    .toUtf8();
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text + "</node>\n") > 0;
}

double bulkAgainstEach(const QString &uri)
{
    const virConnectPtr connection = virConnectOpen(qPrintable(uri));
    virDomainPtr *domains = nullptr;
    const int found = connection ? virConnectListAllDomains(connection, &domains, 0) : -1;
    int answers = 0;
    const std::vector<double> times =
        interleaved({[&] {
                         virDomainStatsRecordPtr *records = nullptr;
                         answers += virConnectGetAllDomainStats(connection, 0, &records, 0);
                         virDomainStatsRecordListFree(records);
                     },
                     [&] {
                         for (int i = 0; i < found; ++i) {
                             virDomainInfo info{};
                             answers += virDomainGetInfo(domains[i], &info) == 0 ? 1 : 0;
                         }
                     }},
                    kRounds, wallClock);
    std::printf("%d domains, %d answers, medians of %d rounds\n", found, answers, kRounds);
    figure("one call for all (virConnectGetAllDomainStats)", times[0], "ms");
    figure("one call each (virDomainGetInfo)", times[1], "ms");
    for (int i = 0; i < found; ++i)
        virDomainFree(domains[i]);
    std::free(domains);
    virConnectClose(connection);
    return found == kDomains ? times[1] / times[0] : 0;
}

/// Which calls one second of the collector makes, without the first ones that learn what there is.
void countCalls(const QString &uri)
{
    const SystemClock clock;
    LibvirtCollector collector({SourceId(1), uri, &clock});
    std::size_t readings = 0;
    for (int sweep = -3; sweep < kSweeps; ++sweep) {
        if (sweep == 0) {
            const std::scoped_lock lock(mutex);
            calls.clear();
            readings = 0;
        }
        const auto batches = collector.collect({});
        for (const SampleBatch &batch : batches.value_or(std::vector<SampleBatch>()))
            readings += batch.readings.size();
        std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    }
    std::printf("calls of the collector a sweep, mean of %d sweeps, %zu readings a sweep\n", kSweeps,
                readings / kSweeps);
    const std::scoped_lock lock(mutex);
    for (const auto &[name, number] : calls)
        figure(("  " + name).c_str(), static_cast<double>(number) / kSweeps, "calls");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"domains.xml"_s);
    if (!writeDriver(path))
        return 1;
    const QString uri = argc > 1 ? u"test+unix://%1?socket=%2"_s.arg(path, QString::fromUtf8(argv[1]))
                                 : u"test://%1"_s.arg(path);
    std::printf("%s\n", qPrintable(uri));
    const double ratio = bulkAgainstEach(uri);
    countCalls(uri);
    if (argc <= 1)
        return 0; // without a daemon in between there is no target
    return verdict("one call each / one call for all", 10, ratio, true) ? 0 : 1;
}
