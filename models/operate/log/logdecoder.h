// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/operate/log/logline.h"

#include <QByteArray>
#include <QByteArrayView>
#include <array>
#include <functional>

namespace stratadeck {

/// Makes lines of what an engine answers when it is asked for a log with timestamps. Engines send frames of a
/// stream each (8 bytes: stream, three zeros, length) or, for a container with a terminal, the bare text. Such
/// text begins with the digit of a timestamp, a frame never does. One decoder reads one answer; the pieces may
/// be cut anywhere.
class LogDecoder
{
public:
    /// What is beyond this many bytes of a line is left out and counted.
    static constexpr qsizetype kLongestLine = 64 * 1024;

    using Sink = std::function<void(LogLine &&)>;

    LogDecoder();

    /// Invalid when it is no log; nothing more can be read then.
    Result<> feed(QByteArrayView data, const Sink &sink);
    /// The answer is complete: hands out what has no line end.
    void finish(const Sink &sink);

private:
    enum class Form { Unknown, Framed, Bare };
    struct Part {
        LogOrigin origin = LogOrigin::Output;
        bool wantsTime = true; // what comes next begins with a timestamp
        bool begun = false;
        QByteArray stamp;
        QByteArray text;
        qint64 at = 0;
        qint64 cut = 0;
    };
    Result<> feedFrames(QByteArrayView data, const Sink &sink);
    Result<> openFrame();
    void take(Part &part, QByteArrayView data, const Sink &sink);
    QByteArrayView takeTime(Part &part, QByteArrayView data);
    static void append(Part &part, QByteArrayView data);
    static void emitLine(Part &part, const Sink &sink);

    Form m_form = Form::Unknown;
    QByteArray m_header;
    quint32 m_left = 0;          // of the open frame
    std::array<Part, 3> m_parts; // by origin
    Part *m_open = nullptr;
};

} // namespace stratadeck
