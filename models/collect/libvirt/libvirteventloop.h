// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/worker.h"

#include <memory>

namespace stratadeck {

/// The thread that runs libvirt's event loop. libvirt has one loop a process, so every connection shares
/// this one by holding a reference; the thread ends with the last of them. Callbacks of connections run
/// here and must only put what they learn into a queue. The loop is our own: libvirt's default runs on
/// GLib's default context, which Qt's dispatcher of the main thread iterates, too, so that callbacks
/// would run in the window's thread and this one would wait for it.
class LibvirtEventLoop
{
    Q_DISABLE_COPY_MOVE(LibvirtEventLoop)
public:
    /// Any thread. Registers the loop with libvirt the first time, which has to happen before the first
    /// connection is opened.
    static Result<std::shared_ptr<LibvirtEventLoop>> share();

    ~LibvirtEventLoop();

private:
    struct Users;
    LibvirtEventLoop();

    Worker m_worker;
};

} // namespace stratadeck
