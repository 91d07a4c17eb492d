// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operation.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Operation)
};

constexpr EntityKinds kVm = EntityKind::VirtualMachine;
constexpr EntityKinds kBoth = EntityKind::VirtualMachine | EntityKind::Container;

// In the order of menus and of the enumeration.
constexpr std::array kCatalogue{
    OperationInfo{Operation::Start, "start"_L1, kBoth, OperationCaution::None, OperationInput::None, {}},
    OperationInfo{Operation::Stop, "stop"_L1, kBoth, OperationCaution::Confirm, OperationInput::None,
                  Operation::Kill},
    OperationInfo{Operation::Restart, "restart"_L1, kBoth, OperationCaution::Confirm, OperationInput::None,
                  Operation::Reset},
    OperationInfo{Operation::Kill, "kill"_L1, kBoth, OperationCaution::Destructive, OperationInput::None, {}},
    OperationInfo{Operation::Pause, "pause"_L1, kBoth, OperationCaution::None, OperationInput::None, {}},
    OperationInfo{Operation::Resume, "resume"_L1, kBoth, OperationCaution::None, OperationInput::None, {}},
    OperationInfo{Operation::Reset, "reset"_L1, kVm, OperationCaution::Destructive, OperationInput::None, {}},
    OperationInfo{Operation::Save, "save"_L1, kVm, OperationCaution::Confirm, OperationInput::None, {}},
    OperationInfo{Operation::SnapshotCreate,
                  "snapshot-create"_L1,
                  kVm,
                  OperationCaution::None,
                  OperationInput::NewSnapshot,
                  {}},
    OperationInfo{Operation::SnapshotRevert,
                  "snapshot-revert"_L1,
                  kVm,
                  OperationCaution::Destructive,
                  OperationInput::Snapshot,
                  {}},
    OperationInfo{Operation::SnapshotDelete,
                  "snapshot-delete"_L1,
                  kVm,
                  OperationCaution::Destructive,
                  OperationInput::Snapshot,
                  {}},
    OperationInfo{Operation::SetVcpus, "set-vcpus"_L1, kVm, OperationCaution::None, OperationInput::Vcpus, {}},
    OperationInfo{
        Operation::SetMemory, "set-memory"_L1, kVm, OperationCaution::None, OperationInput::Memory, {}},
};

} // namespace

std::span<const OperationInfo> operationCatalogue()
{
    return kCatalogue;
}

const OperationInfo &operationInfo(Operation operation)
{
    return kCatalogue[static_cast<std::size_t>(operation)];
}

std::optional<Operation> findOperation(QStringView word)
{
    const auto *const it =
        std::ranges::find_if(kCatalogue, [word](const OperationInfo &info) { return info.word == word; });
    return it == kCatalogue.end() ? std::nullopt : std::optional(it->id);
}

QString operationText(Operation operation, EntityKinds kinds)
{
    const bool vm = kinds == kVm;
    switch (operation) {
    case Operation::Start:
        return Tr::tr("Start");
    case Operation::Stop:
        return vm ? Tr::tr("Shut down") : Tr::tr("Stop");
    case Operation::Restart:
        return vm ? Tr::tr("Reboot") : Tr::tr("Restart");
    case Operation::Kill:
        return vm ? Tr::tr("Force off") : Tr::tr("Kill");
    case Operation::Pause:
        return Tr::tr("Pause");
    case Operation::Resume:
        return Tr::tr("Resume");
    case Operation::Reset:
        return Tr::tr("Force reset");
    case Operation::Save:
        return Tr::tr("Save and stop");
    case Operation::SnapshotCreate:
        return Tr::tr("Take snapshot");
    case Operation::SnapshotRevert:
        return Tr::tr("Revert to snapshot");
    case Operation::SnapshotDelete:
        return Tr::tr("Delete snapshot");
    case Operation::SetVcpus:
        return Tr::tr("Change virtual CPUs");
    case Operation::SetMemory:
        return Tr::tr("Change memory");
    }
    return {};
}

QString operationAdvice(Operation operation, EntityKinds kinds)
{
    const bool vm = kinds == kVm;
    switch (operation) {
    case Operation::Start:
        return Tr::tr("Starts it; a saved VM goes on where it was.");
    case Operation::Stop:
        return vm ? Tr::tr("Asks the guest to shut down, as its power button does.")
                  : Tr::tr("Asks it to end; a container that does not is killed after its stop time.");
    case Operation::Restart:
        return vm ? Tr::tr("Asks the guest to reboot.") : Tr::tr("Stops it gracefully and starts it again.");
    case Operation::Kill:
        return Tr::tr("Ends it at once, as pulling the plug does. What it has not written is lost.");
    case Operation::Pause:
        return Tr::tr("Stops its CPUs; it keeps its memory and goes on when it is resumed.");
    case Operation::Resume:
        return Tr::tr("Lets it go on where it was paused.");
    case Operation::Reset:
        return Tr::tr("Presses the reset button. What the guest has not written is lost.");
    case Operation::Save:
        return Tr::tr("Writes the guest's memory to disk and stops it; starting goes on from there.");
    case Operation::SnapshotCreate:
        return Tr::tr("Keeps the present state of disks and memory under a name.");
    case Operation::SnapshotRevert:
        return Tr::tr("Goes back to a snapshot. What has changed since is lost.");
    case Operation::SnapshotDelete:
        return Tr::tr("Forgets a snapshot. The present state stays.");
    case Operation::SetVcpus:
        return Tr::tr("Changes how many virtual CPUs the running guest has, until it stops.");
    case Operation::SetMemory:
        return Tr::tr("Changes how much memory the running guest has, until it stops.");
    }
    return {};
}

QString restoreText()
{
    return Tr::tr("Restore");
}

QString restoreAdvice()
{
    return Tr::tr("Reads its saved memory back; the guest goes on where it was saved.");
}

QString argumentText(Operation operation, const OperationArguments &arguments)
{
    switch (operationInfo(operation).input) {
    case OperationInput::None:
        return {};
    case OperationInput::NewSnapshot:
    case OperationInput::Snapshot:
        return u"snapshot="_s + arguments.snapshot;
    case OperationInput::Vcpus:
        return u"vcpus=%1"_s.arg(arguments.vcpus);
    case OperationInput::Memory:
        return u"memory=%1"_s.arg(arguments.memory);
    }
    return {};
}

} // namespace stratadeck
