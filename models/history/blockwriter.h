// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/catalogue.h"
#include "models/history/groupblock.h"

namespace stratadeck {

/// Puts heads as blocks into the open transaction.
class BlockWriter
{
public:
    explicit BlockWriter(Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }
    Result<> prepare(const Database &db);
    Result<> write(quint32 group, const GroupHead &head);

private:
    void noteFigures(quint32 group, const GroupHead &head);

    Catalogue &m_catalogue;
    BlockEncoder m_encoder;
    Statement m_put;
};

} // namespace stratadeck
