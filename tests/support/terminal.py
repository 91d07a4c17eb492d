#!/usr/bin/python3
# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A terminal for tests: `terminal.py -e PROGRAM ARGUMENT...` runs it on a terminal of its own.

TERMINAL_LOG     where everything it shows is written to
TERMINAL_AWAITS  what must have been shown before anything is typed
TERMINAL_TYPES   what is typed then; \\x1d and the like are read as in Python
Ends with the program, with its status; after a minute it gives up.
"""
import os
import pty
import select
import signal
import sys

LONGEST = 60

if len(sys.argv) < 3 or sys.argv[1] != "-e":
    sys.exit("usage: terminal.py -e PROGRAM ARGUMENT...")
awaits = os.environ.get("TERMINAL_AWAITS", "").encode()
types = os.environ.get("TERMINAL_TYPES", "").encode().decode("unicode_escape").encode("latin-1")
signal.alarm(LONGEST)

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
shown = b""
with open(os.environ["TERMINAL_LOG"], "wb", buffering=0) as log:
    while True:
        select.select([terminal], [], [])
        try:
            data = os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        if not data:
            break
        shown += data
        log.write(data)
        if types and awaits in shown:
            os.write(terminal, types)
            types = b""
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
