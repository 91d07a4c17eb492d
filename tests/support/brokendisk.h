// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stratadeck::test {

/// Lets SQLite's writes of this process fail with "no space left", from below: the product has no
/// switch for it. One at a time; destruction mends the disk.
class BrokenDisk
{
    Q_DISABLE_COPY_MOVE(BrokenDisk)
public:
    BrokenDisk();
    ~BrokenDisk();

    void fill();                 ///< every write fails from now on
    void failOnce(int nthWrite); ///< 1 is the next one
    void empty();
    int writes() const; ///< so far
};

} // namespace stratadeck::test
