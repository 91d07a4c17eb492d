// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extension/samplestable.h"
#include "app/extension/serieslist.h"
#include "tests/fuzz/argumentchecks.h"
#include "tests/fuzz/argumentstore.h"

#include <cstdlib>

namespace {

using namespace stratadeck;

/// The extension inside this program, so that it is instrumented.
class Host
{
    Q_DISABLE_COPY_MOVE(Host)
public:
    Host()
    {
        fuzz::fillArgumentStore(m_store);
        sqlite3_open_v2(m_store.path.toUtf8().constData(), &m_db, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_create_module_v2(m_db, "samples", &samplesModule(), nullptr, nullptr);
        sqlite3_create_module_v2(m_db, "series_list", &seriesListModule(), nullptr, nullptr);
        m_check = std::make_unique<fuzz::ArgumentCheck>(m_db);
    }
    ~Host()
    {
        m_check.reset();
        sqlite3_close(m_db);
    }
    fuzz::Verdict check(QByteArrayView input) { return m_check->check(input); }

private:
    test::Store m_store;
    sqlite3 *m_db = nullptr;
    std::unique_ptr<fuzz::ArgumentCheck> m_check;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static Host host;
    if (host.check(QByteArrayView(data, static_cast<qsizetype>(size))) == fuzz::Verdict::Broken)
        std::abort();
    return 0;
}
