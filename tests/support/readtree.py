#!/usr/bin/python3
# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# readtree.py APPLICATION [BUTTON...]
# Presses the buttons named, then reads the application's accessibility tree as a screen reader does and
# prints every node as JSON.
import json
import sys
import time

import pyatspi

MOST_CHILDREN = 500
DEEPEST = 30


def application(name):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == name:
            return app
    return None


def nodes(node, path, depth=0):
    role = node.getRoleName()
    state = node.getState()
    here = f"{path}/{role} {node.name!r}"
    yield node, {
        "role": role,
        "name": node.name,
        "path": here,
        "focusable": state.contains(pyatspi.STATE_FOCUSABLE),
        "showing": state.contains(pyatspi.STATE_SHOWING),
    }
    # A reader does not go into pages that are behind others; an application itself never says that it shows.
    if depth >= DEEPEST or (role != "application" and not state.contains(pyatspi.STATE_SHOWING)):
        return
    for i in range(min(node.childCount, MOST_CHILDREN)):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from nodes(child, here, depth + 1)


def press(app, name):
    for node, told in nodes(app, ""):
        if told["name"] == name and told["showing"] and told["role"] == "push button":
            node.queryAction().doAction(0)
            return
    sys.exit(f"no button is called {name}")


def main():
    app = application(sys.argv[1])
    if app is None:
        print("[]")
        return
    for button in sys.argv[2:]:
        press(app, button)
        time.sleep(0.5)  # what it opens has no name yet to wait for
    json.dump([told for _, told in nodes(app, "")], sys.stdout)


main()
