// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pch_tests.h"
#include "pch_widgets.h"
#include <QAction>
#include <QLineEdit>
