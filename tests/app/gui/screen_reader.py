#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader hears: walks every page of the running window through AT-SPI.

Usage: screen_reader.py PROGRAM [PAGE ...]
Needs a display and a session bus: `dbus-run-session -- xvfb-run -a screen_reader.py PROGRAM`.
Every control that can have the focus must have a name; tables and charts must have one, too, and name their
columns. Prints one line per fault and a count; exit status 1 if there is a fault, 2 if the window did not appear.
"""

import os
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PAGES = ["workload", "demand", "requirements", "catalogue", "options", "compare", "scaling", "cost", "scores", "report"]
# Parts of a control that toolkits give no name: the control itself has one.
UNNAMED_PARTS = {Atspi.Role.SCROLL_BAR, Atspi.Role.TABLE_CELL, Atspi.Role.VIEWPORT, Atspi.Role.SPLIT_PANE,
                 Atspi.Role.LIST_ITEM, Atspi.Role.TREE_ITEM, Atspi.Role.WINDOW}
NAMED = {Atspi.Role.TABLE, Atspi.Role.TREE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST, Atspi.Role.CHART, Atspi.Role.CANVAS,
         Atspi.Role.IMAGE, Atspi.Role.SLIDER, Atspi.Role.COMBO_BOX, Atspi.Role.CHECK_BOX, Atspi.Role.PUSH_BUTTON,
         Atspi.Role.PAGE_TAB_LIST, Atspi.Role.UNKNOWN}
TIMEOUT_S = 30


def application(pid):
    """The window's application once it has told the bus of itself."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == pid and child.get_child_count() > 0:
                return child
        time.sleep(0.1)
    return None


def label_of(node):
    """The text of the label that names this control, if one does."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets() > 0:
            return relation.get_target(0).get_name()
    return ""


def children(node):
    return [child for child in map(node.get_child_at_index, range(min(node.get_child_count(), 400))) if child is not None]


def is_handle(node):
    """The bar between two parts of a splitter; what it divides has names."""
    return node.get_parent() is not None and node.get_parent().get_role() == Atspi.Role.SPLIT_PANE


def is_viewport(node):
    """The area within a scrolling control, such as a chart, that has a name itself."""
    parent = node.get_parent()
    return parent is not None and parent.get_role() == Atspi.Role.FILLER and bool(parent.get_name())


def place(node):
    """Role and ancestors, for a person who looks for the control."""
    parts = []
    while node is not None and len(parts) < 4:
        parts.append(f"{node.get_role_name()} '{node.get_name() or ''}'")
        node = node.get_parent()
    return " in ".join(parts)


def walk(node, depth=0):
    """All nodes that are on screen; of a table only itself."""
    if depth > 40:
        return
    try:
        states = node.get_state_set()
        if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
            return
        yield node, states
        if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
            return
        for child in children(node):
            yield from walk(child, depth + 1)
    except gi.repository.GLib.Error:
        return  # the control went away while it was looked at


def faults_of(app):
    """(fault lines, number of controls seen)"""
    faults, seen = [], 0
    for node, states in walk(app):
        role = node.get_role()
        seen += 1
        name = (node.get_name() or "").strip() or label_of(node)
        if role == Atspi.Role.UNKNOWN and is_handle(node) or role == Atspi.Role.FILLER and is_viewport(node):
            continue
        needs_name = role in NAMED or (states.contains(Atspi.StateType.FOCUSABLE) and role not in UNNAMED_PARTS)
        if needs_name and not name:
            faults.append(f"no name: {place(node)}")
        if role in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
            table = node.get_table_iface()
            if table is None:
                faults.append(f"no table interface: {place(node)}")
            elif table.get_n_columns() > 0 and not any(
                    table.get_column_description(column) for column in range(table.get_n_columns())):
                faults.append(f"no column names: {place(node)}")
    return faults, seen


def main():
    program, pages = sys.argv[1], sys.argv[2:] or PAGES
    faults, seen = [], 0
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", HOME=home,
                           XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        for page in pages:
            process = subprocess.Popen([program, "--page", page, "--example", "assistant"], env=environment)
            try:
                app = application(process.pid)
                if app is None:
                    print(f"{page}: the window did not appear on the accessibility bus", file=sys.stderr)
                    return 2
                time.sleep(1.5)
                found, count = faults_of(app)
                if count < 30:
                    found.append(f"only {count} controls are on the bus")
                faults += [f"{page}: {fault}" for fault in found]
                seen += count
            finally:
                process.kill()
                process.wait()
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {seen} controls, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
