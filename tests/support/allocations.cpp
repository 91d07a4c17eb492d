// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocations.h"

#include <cstddef>

namespace {

// Initial-exec, so that counting never allocates itself.
thread_local quint64 counted __attribute__((tls_model("initial-exec"))) = 0;

} // namespace

namespace stratadeck::test {

quint64 allocations()
{
    return counted;
}

} // namespace stratadeck::test

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

// The sanitizers have malloc to themselves, but tell of it.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void *, std::size_t),
                                                         void (*onFree)(const volatile void *));

namespace {

[[maybe_unused]] const int isInstalled = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void *, std::size_t) { ++counted; }, [](const volatile void *) {});

} // namespace

#else

// glibc lets a program replace these and keeps its own under other names. operator new ends here, too.
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);

void *malloc(std::size_t size)
{
    ++counted;
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size)
{
    ++counted;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, std::size_t size)
{
    ++counted;
    return __libc_realloc(memory, size);
}
}

#endif
