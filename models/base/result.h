// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace stratadeck {

/// Why something could not be done. `kind` is for code, `what` is for the log (English, names the
/// thing), `subject` is what a person calls it: a path, a URI, a name. The sentence a person reads is
/// made of kind and subject by errorText().
struct Error {
    enum class Kind {
        NotFound,    ///< the thing asked for does not exist
        Denied,      ///< permissions or credentials
        Unreachable, ///< nobody answers there
        Timeout,     ///< somebody is there but does not answer in time
        Corrupt,     ///< data that should be ours cannot be read
        Foreign,     ///< a file that is not ours
        TooNew,      ///< written by a later version
        Busy,        ///< somebody else holds it
        Invalid,     ///< input that breaks the rules
        Cancelled,
        Ended, ///< a finite source has no more to give
        Io,    ///< disk full, read error and the like
    };
    Kind kind = Kind::Io;
    QString what;
    QString subject;

    bool operator==(const Error &) const = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing branch: `return fail(Error::Kind::Io, "...", path);`
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, QString what, QString subject = {})
{
    return tl::unexpected(Error{kind, std::move(what), std::move(subject)});
}

} // namespace stratadeck
