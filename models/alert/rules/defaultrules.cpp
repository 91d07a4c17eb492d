// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/defaultrules.h"

#include "models/alert/rules/ruletext.h"

#include <QCoreApplication>
#include <array>

namespace stratadeck {

namespace {

struct DefaultRule {
    const char *text;
    const char *summary;
    const char *description;
    const char *reason;
};

// What is stopped in order to go on elsewhere or later is not lost. It is remembered for longer than that the
// guest ran.
#define STRATADECK_PLANNED "\"migrated|saved|from-snapshot\""

constexpr std::array kRules{
    DefaultRule{"HostCpuBusy: avg(cpu.host_percent{kind=\"host\"}[5m]) > 90% for 5m clear < 80% keep 3m "
                "severity P3 flap",
                QT_TRANSLATE_NOOP("DefaultRule", "The CPUs of {name} have been {value} busy for ten minutes."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Everything on the host waits for CPU time. Sort the list by CPU to see who "
                                  "takes it."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Above nine tenths waiting times grow steeply; a mean of five minutes that "
                                  "lasts for five more is no passing peak.")},
    DefaultRule{
        "GuestCpuBusy: avg(cpu.alloc_percent{kind=~\"vm|container\"}[5m]) > 95% for 10m clear < 85% keep 5m "
        "severity P3 "
        "flap",
        QT_TRANSLATE_NOOP("DefaultRule", "{name} has used {value} of its CPUs for a quarter of an hour."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "It does what it can and would do more. Give it more CPUs or look for what "
                          "keeps it busy."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "A figure of 100 % is all that it may use; batch work of some minutes is "
                          "normal, a quarter of an hour is not.")},
    DefaultRule{
        "CpuThrottled: avg(cpu.throttled_percent[5m]) > 25% for 5m clear < 10% keep 5m severity P3 flap",
        QT_TRANSLATE_NOOP("DefaultRule", "{name} was held back by its CPU quota in {value} of the periods."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "Its answers become slow although the host may have CPU time left. Raise the "
                          "quota or start fewer threads."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "One period in four is felt as delay; single throttled periods are how a "
                          "quota works.")},
    DefaultRule{"HostMemoryLow: avg(mem.used_percent{kind=\"host\"}[1m]) > 92% for 5m clear < 88% keep 3m "
                "severity P2 flap",
                QT_TRANSLATE_NOOP("DefaultRule", "The memory of {name} is {value} used."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "The host will soon swap or end processes. Move a guest away or stop one."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Cache that can be given back is not counted, so less than a twelfth is "
                                  "left for everything that starts or grows.")},
    DefaultRule{"ContainerMemoryNearLimit: avg(mem.used_percent{kind=\"container\"}[1m]) > 90% for 3m clear < "
                "85% keep 3m severity "
                "P2 flap",
                QT_TRANSLATE_NOOP("DefaultRule", "{name} uses {value} of the memory that it may use."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "When it reaches its limit, the kernel ends one of its processes. Raise the "
                                  "limit or find what grows."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "The last tenth is the room for one request more; after that the kernel "
                                  "kills.")},
    DefaultRule{
        "GuestMemoryLow: avg(mem.used_percent{kind=\"vm\"}[1m]) > 95% for 10m clear < 90% keep 5m severity P3 "
        "flap",
        QT_TRANSLATE_NOOP("DefaultRule", "The guest {name} uses {value} of its memory."),
        QT_TRANSLATE_NOOP("DefaultRule", "It will soon swap or end processes of its own. Give it more memory."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "A guest's own cache is not counted; the balloon takes what is left over, so "
                          "nearly full is normal for some minutes.")},
    DefaultRule{
        "FileSystemFull: last(fs.used_percent) > 95% for 1m clear < 93% keep 1m severity P1",
        QT_TRANSLATE_NOOP("DefaultRule", "The file system {instance} of {host} is {value} full."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "Guests pause and services fail when nothing can be written. Delete or grow."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "Many file systems keep the last twentieth for the administrator, so this "
                          "is where others can write no more.")},
    DefaultRule{"FileSystemFilling: predict(fs.used_percent[1h], 4h) > 100% AND last(fs.used_percent) > 70% "
                "for 10m clear < 95% "
                "keep 10m severity P2",
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "The file system {instance} of {host} will be full within four hours."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "It grows as fast as this for an hour already. Find what writes before it is "
                                  "full."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Four hours are the time in which somebody has to look at it; below 70 % a "
                                  "copy that is under way looks the same and ends by itself.")},
    DefaultRule{"DiskSlow: avg(disk.read_latency[5m]) > 50ms OR avg(disk.write_latency[5m]) > 50ms for 5m keep "
                "5m severity P3 "
                "flap",
                QT_TRANSLATE_NOOP("DefaultRule", "Reading from or writing to {instance} of {name} takes long."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Everything that uses the disk waits for it. See who reads and writes most."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "A busy hard disk answers within 20 ms; a mean of 50 ms over five minutes "
                                  "means that a queue stands before it.")},
    DefaultRule{"RestartLoop: increase(restart.count[10m]) >= 3 OR count(event:died{kind=\"container\"}[10m]) "
                ">= 3 keep 5m severity "
                "P1",
                QT_TRANSLATE_NOOP("DefaultRule", "{name} starts again and again."),
                QT_TRANSLATE_NOOP("DefaultRule", "It ended three times within ten minutes. Its log says why."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Once is an update, twice may be a mistake that was put right; the third "
                                  "time within ten minutes is a loop.")},
    DefaultRule{
        "OutOfMemoryKill: increase(mem.oom_kills[10m]) > 0 OR count(event:oom[10m]) > 0 severity P1",
        QT_TRANSLATE_NOOP("DefaultRule", "The kernel ended a process of {name} for want of memory."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "What was ended may have been in the middle of something. Raise the limit or "
                          "find what grows."),
        QT_TRANSLATE_NOOP("DefaultRule", "One such end is a loss already; it is shown for ten minutes.")},
    DefaultRule{
        "HealthCheckFailing: last(problem:unhealthy) > 0 for 15s keep 30s severity P1 flap",
        QT_TRANSLATE_NOOP("DefaultRule", "The health check of {name} fails."),
        QT_TRANSLATE_NOOP("DefaultRule", "The container runs, and its own check says that it does not work."),
        QT_TRANSLATE_NOOP("DefaultRule", "The check has its own retries; when it says unhealthy it has failed "
                                         "several times.")},
    DefaultRule{"GuestNotAnswering: last(problem:monitor-not-answering) > 0 for 30s keep 30s severity P1",
                QT_TRANSLATE_NOOP("DefaultRule", "The monitor of the guest {name} does not answer."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "QEMU is stuck, often on storage that has gone. The guest may run or not; "
                                  "its figures are unknown."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Half a minute is longer than a snapshot or a device that is plugged in "
                                  "holds the monitor.")},
    DefaultRule{"SourceDown: last(source:down) > 0 for 30s keep 10s severity P1",
                QT_TRANSLATE_NOOP("DefaultRule", "{source} does not answer."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "Nothing is known of what it watches: neither that it runs nor that it does "
                                  "not."),
                QT_TRANSLATE_NOOP("DefaultRule", "A service that is restarted is back within half a minute.")},
    DefaultRule{
        "GuestIoError: count(event:io-error[10m]) > 0 severity P1",
        QT_TRANSLATE_NOOP("DefaultRule", "A disk of the guest {name} gave an I/O error."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "Its storage fails or is full; the guest may be paused until that is put "
                          "right."),
        QT_TRANSLATE_NOOP("DefaultRule", "No disk gives such errors in passing; it is shown for ten minutes.")},
    DefaultRule{"GuestWatchdog: count(event:watchdog[10m]) > 0 severity P1",
                QT_TRANSLATE_NOOP("DefaultRule", "The watchdog of the guest {name} has run out."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "The guest's system hung; what libvirt did then stands in its events."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "A watchdog runs out only when the guest hangs; it is shown for ten "
                                  "minutes.")},
    DefaultRule{"GuestMemoryFailure: count(event:memory-failure[1h]) > 0 severity P1",
                QT_TRANSLATE_NOOP("DefaultRule", "The memory under the guest {name} is damaged."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "The host's memory has an error that hardware could not correct. Move the "
                                  "guests away and test it."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "One error that cannot be corrected is often followed by others within the "
                                  "hour.")},
    DefaultRule{"GuestStopped: last(state.running{kind=\"vm\"}) < 1 AND max(state.running[1m]) > 0 UNLESS "
                "count(event:stopped{text=~" STRATADECK_PLANNED
                "}[2m]) > 0 OR count(event:crashed{kind=\"vm\"}[1m]) > 0 OR "
                "count(event:stopped{kind=\"vm\", text!~" STRATADECK_PLANNED
                "}[1m]) > 0 until last(state.running{kind=\"vm\"}) > "
                "0 severity P0",
                QT_TRANSLATE_NOOP("DefaultRule", "The guest {name} has stopped."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "It ran and does not run any more; it was neither saved nor migrated. This "
                                  "ends when it runs again."),
                QT_TRANSLATE_NOOP("DefaultRule",
                                  "What a guest served is unavailable from the first second. A planned stop "
                                  "belongs in a maintenance window.")},
    DefaultRule{
        "ContainerStopped: last(state.running{kind=\"container\", tag!=\"job\"}) < 1 AND "
        "max(state.running[1m]) > 0 OR "
        "count(event:died{kind=\"container\", tag!=\"job\"}[1m]) > 0 until "
        "last(state.running{kind=\"container\"}) > 0 "
        "severity P1",
        QT_TRANSLATE_NOOP("DefaultRule", "The container {name} has stopped."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "It ran and does not run any more. This ends when it runs again. Give what is "
                          "meant to end by itself the tag job."),
        QT_TRANSLATE_NOOP("DefaultRule",
                          "What a container served is unavailable from the first second, and others "
                          "may do its work.")},
};
#undef STRATADECK_PLANNED

} // namespace

std::vector<RuleDefinition> defaultRules()
{
    std::vector<RuleDefinition> rules;
    for (const DefaultRule &one : kRules) {
        auto rule = parseRule(QString::fromLatin1(one.text));
        if (!rule)
            continue; // a test reads every one of them
        rule->summary = QString::fromLatin1(one.summary);
        rule->description = QString::fromLatin1(one.description);
        rule->reason = QString::fromLatin1(one.reason);
        rules.push_back(std::move(*rule));
    }
    return rules;
}

QString ruleTextOf(const QString &text)
{
    return QCoreApplication::translate("DefaultRule", text.toUtf8().constData());
}

TextsAbout textsAbout(const RuleDefinition &rule, const Labels &labels, std::optional<double> value,
                      const QLocale &locale)
{
    if (!rule.more.empty() || rule.until)
        value.reset();
    const auto fill = [&](const QString &text) {
        return filledIn(ruleTextOf(text), labels, value, unitOf(rule.clause), locale);
    };
    return {fill(rule.summary), fill(rule.description)};
}

} // namespace stratadeck
