// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace stratadeck {

// Qt gives the buttons inside a line edit no name, and a screen reader reads them as "button".

/// The button that empties the edit, with a name.
void addClearButton(QLineEdit &edit);

/// The lens at the left of an edit in which one searches, with a name.
void addSearchIcon(QLineEdit &edit);

} // namespace stratadeck
