// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

#include <QLatin1String>
#include <QString>
#include <optional>
#include <span>

namespace stratadeck {

/// What a person can do to a VM or a container. VMs and containers share an operation where it means the
/// same to its user, so that a mixed selection can be stopped at once. The task log keeps words, never these
/// numbers.
enum class Operation : quint8 {
    Start,
    Stop,    ///< asks the guest to shut down, the container to end
    Restart, ///< asks the guest to reboot; stops and starts a container
    Kill,    ///< ends it at once, as pulling the plug does
    Pause,
    Resume,
    Reset, ///< presses the reset button
    Save,  ///< writes the memory to disk and stops
    SnapshotCreate,
    SnapshotRevert,
    SnapshotDelete,
    SetVcpus,  ///< of the running guest
    SetMemory, ///< of the running guest
};

/// How much care an operation asks for.
enum class OperationCaution : quint8 {
    None,        ///< carried out at once
    Confirm,     ///< asked about; nothing is lost
    Destructive, ///< asked about, Cancel is the default: unsaved data or a snapshot is lost
};

/// What an operation needs to be told.
enum class OperationInput : quint8 { None, NewSnapshot, Snapshot, Vcpus, Memory };

/// One line of the catalogue.
struct OperationInfo {
    Operation id{};
    QLatin1StringView word; ///< stored: "snapshot-create"
    EntityKinds kinds;
    OperationCaution caution = OperationCaution::None;
    OperationInput input = OperationInput::None;
    std::optional<Operation> force; ///< what helps when the target ignores this one
};

/// Values for the input an operation asks for; the others are ignored.
struct OperationArguments {
    QString snapshot; ///< name, 1..100 characters
    int vcpus = 0;
    quint64 memory = 0; ///< bytes

    bool operator==(const OperationArguments &) const = default;
};

std::span<const OperationInfo> operationCatalogue();
const OperationInfo &operationInfo(Operation operation);
std::optional<Operation> findOperation(QStringView word);

/// The operation on a button, without mnemonic: "Shut down" for VMs, "Stop" for containers and for both.
QString operationText(Operation operation, EntityKinds kinds);
/// One sentence on what it does to targets of these kinds.
QString operationAdvice(Operation operation, EntityKinds kinds);

/// The same of Start when every target goes on from its saved memory: "Restore".
QString restoreText();
QString restoreAdvice();

/// The arguments in one line for the task log, untranslated: "snapshot=before, memory=1073741824"; empty
/// without.
QString argumentText(Operation operation, const OperationArguments &arguments);

} // namespace stratadeck
