"""A session as a screen reader sees it: what the window says of itself, and what it does when it is asked to.

Run inside a session bus with the accessibility bus started; says what is wrong and exits with 1.
"""

import sys
import time

import pyatspi

PATIENCE = 300  # looks before a wait is given up; each takes longer on a busy machine
HANDLED = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "entry",
    "text",
    "slider",
    "spin button",
    "link",
    "list item",
    "menu item",
    "combo box",
    "canvas",
}


def wait(what, ready):
    for _ in range(PATIENCE):
        try:
            found = ready()
        except Exception:  # what was looked at is gone by now
            found = None
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"waited in vain for {what}")


def nodes(of):
    found = [of]
    for child in of:
        if child is not None:
            found += nodes(child)
    return found


def named(app, beginning, roles=HANDLED):
    for node in nodes(app):
        if node.getRoleName() in roles and node.name.startswith(beginning):
            return node
    return None


def press(app, beginning):
    node = wait(beginning, lambda: named(app, beginning))
    actions = node.queryAction()
    if actions.nActions == 0:
        sys.exit(f"{beginning}: nothing can be done with it")
    actions.doAction(0)


def says(app, words):
    return any(words in node.name for node in nodes(app))


def check_names(app, where):
    for node in nodes(app):
        if node.getRoleName() not in HANDLED:
            continue
        if not node.name.strip():
            sys.exit(f"{where}: a {node.getRoleName()} has no name")
        if any(0xE000 <= ord(letter) <= 0xF8FF for letter in node.name):
            sys.exit(f"{where}: {node.name!r} is called by the glyph of an icon")


def window():
    desktop = pyatspi.Registry.getDesktop(0)
    found = [app for app in desktop if app is not None and "hroughline" in app.name]
    return found[0] if found else None


app = wait("the window", window)
event = "Eighteen months of looking for an answer"
wait("the marks of both views", lambda: named(app, event) and named(app, "Huawei, company"))
check_names(app, "at first")
roles = {node.getRoleName() for node in nodes(app)}
for role in ("canvas", "list item", "push button"):
    if role not in roles:
        sys.exit(f"no {role} among {sorted(roles)}")

press(app, event)
wait("its quotation", lambda: says(app, "stepping up their exploration"))
selected = wait("the selected mark", lambda: named(app, event))
if not selected.getState().contains(pyatspi.STATE_SELECTED):
    sys.exit(f"{selected.name!r} is not said to be selected")
wait("who took part", lambda: says(app, "belongs to it"))
check_names(app, "with an event")

press(app, "File")
wait("an entry of the menu", lambda: named(app, "Open a path…"))
check_names(app, "with a menu")
press(app, "Open a path…")
wait("the dialog", lambda: says(app, "Path of the story file"))
check_names(app, "with a dialog")
press(app, "Cancel")
wait("the dialog to be gone", lambda: not says(app, "Path of the story file"))
print("every name is there")
