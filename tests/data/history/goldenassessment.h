// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/defaults.h"
#include "models/assess/editing.h"
#include "tests/support/historyfixture.h"

namespace stratadeck::test {

/// Since version 5. Never change it: the stored files were made with it.
inline AssessmentLog goldenAssessment()
{
    Assessment assessment = newAssessment(QStringLiteral("Wohin mit der 数据库?"), second(0));
    assessment.id = QStringLiteral("6f1f2d5e-0000-4000-8000-000000000001");
    AssessmentLog log = require(AssessmentLog::create(assessment, QStringLiteral("eve@desk"), second(1)));
    assessment.setCell({QStringLiteral("vm"),
                        QStringLiteral("security"),
                        Estimate::exact(7.25),
                        Source::Judgment,
                        {},
                        0.5,
                        QStringLiteral("grüße"),
                        QStringLiteral("eve"),
                        second(2)});
    require(log.commit(assessment, QStringLiteral("eve@desk"), second(2), QStringLiteral("seen")));
    require(log.undo(QStringLiteral("bob@desk"), second(3)));
    require(log.redo(QStringLiteral("bob@desk"), second(4)));
    require(log.freeze(QStringLiteral("v1"), QStringLiteral("bob@desk"), second(5)));
    return log;
}

} // namespace stratadeck::test
