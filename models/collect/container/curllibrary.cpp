// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/curllibrary.h"

#include <dlfcn.h>
#include <optional>

namespace stratadeck {

namespace {

template<typename Function>
bool find(void *library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

std::optional<CurlLibrary> load()
{
    void *const library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL); // stays until the program ends
    if (!library)
        return {};
    CurlLibrary curl;
    decltype(&::curl_global_init) globalInit = nullptr;
    const bool isWhole = find(library, "curl_easy_cleanup", curl.easyCleanup)
                         && find(library, "curl_easy_getinfo", curl.easyGetinfo)
                         && find(library, "curl_easy_init", curl.easyInit)
                         && find(library, "curl_easy_reset", curl.easyReset)
                         && find(library, "curl_easy_setopt", curl.easySetopt)
                         && find(library, "curl_easy_strerror", curl.easyStrerror)
                         && find(library, "curl_multi_add_handle", curl.multiAddHandle)
                         && find(library, "curl_multi_cleanup", curl.multiCleanup)
                         && find(library, "curl_multi_info_read", curl.multiInfoRead)
                         && find(library, "curl_multi_init", curl.multiInit)
                         && find(library, "curl_multi_perform", curl.multiPerform)
                         && find(library, "curl_multi_poll", curl.multiPoll)
                         && find(library, "curl_multi_remove_handle", curl.multiRemoveHandle)
                         && find(library, "curl_multi_wakeup", curl.multiWakeup)
                         && find(library, "curl_global_init", globalInit);
    // It wants to be told once per process before its first use.
    if (!isWhole || globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return {};
    return curl;
}

} // namespace

const CurlLibrary *curlLibrary()
{
    static const std::optional<CurlLibrary> library = load(); // under a lock
    return library ? &*library : nullptr;
}

} // namespace stratadeck
