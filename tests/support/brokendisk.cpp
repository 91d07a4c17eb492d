// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brokendisk.h"

#include <cerrno>
#include <sqlite3.h>
#include <unistd.h>

namespace stratadeck::test {

namespace {

int g_writes = 0;
int g_failing = 0; // number of the write that fails
bool g_full = false;

bool fails()
{
    ++g_writes;
    if (!g_full && g_writes != g_failing)
        return false;
    errno = ENOSPC;
    return true;
}

ssize_t brokenWrite(int file, const void *data, size_t size)
{
    return fails() ? -1 : ::write(file, data, size);
}

ssize_t brokenPwrite(int file, const void *data, size_t size, off_t offset)
{
    return fails() ? -1 : ::pwrite(file, data, size, offset);
}

void replace(const char *name, sqlite3_syscall_ptr call)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, name, call); // null restores the original
}

} // namespace

BrokenDisk::BrokenDisk()
{
    g_writes = 0;
    empty();
    replace("write", reinterpret_cast<sqlite3_syscall_ptr>(brokenWrite));
    replace("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(brokenPwrite));
    replace("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(brokenPwrite));
}

BrokenDisk::~BrokenDisk()
{
    for (const char *name : {"write", "pwrite", "pwrite64"})
        replace(name, nullptr);
}

void BrokenDisk::fill()
{
    g_full = true;
}

void BrokenDisk::failOnce(int nthWrite)
{
    g_failing = g_writes + nthWrite;
}

void BrokenDisk::empty()
{
    g_full = false;
    g_failing = 0;
}

int BrokenDisk::writes() const
{
    return g_writes;
}

} // namespace stratadeck::test
