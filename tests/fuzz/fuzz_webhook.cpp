// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/httpintake.h"
#include "models/notify/alertmanager/webhookmessage.h"

#include <cstdlib>

// The first byte says where the request is cut in two: how it arrives must not matter.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace stratadeck;
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const qsizetype cut = text.size() * data[0] / 256;
    HttpIntake whole("t");
    HttpIntake parts("t");
    whole.feed(text);
    parts.feed(QByteArrayView(text).first(cut));
    parts.feed(QByteArrayView(text).sliced(cut));
    if (whole.state() != parts.state() || whole.status() != parts.status() || whole.body() != parts.body())
        std::abort();
    if (whole.body().size() > HttpIntake::kLongestBody)
        std::abort();
    const auto message = parseWebhook(whole.state() == HttpIntake::State::Complete ? whole.body() : text);
    if (!message)
        return 0;
    for (const ForeignAlert &alert : message->alerts) {
        if (alert.labels.empty() || alert.fingerprint.size() != 16)
            std::abort();
    }
    return 0;
}
