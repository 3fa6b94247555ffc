"""Drives a program by the roles and names that its accessibility tree shows to a screen reader: a hardened package lets nobody in otherwise.

Does what makes a desktop's programs show themselves: tells the session that a screen reader is there, and asks windows for their attributes,
which Chromium takes as the sign to show its page. Reads a JSON list a line: [verb, role, name, text]; `name` is a regular expression for the whole name. Answers a line each: "ok" with what
was found, or "no" with a sentence. Needs Debian's at-spi2-core, python3-gi, gir1.2-atspi-2.0 and xdotool.
"""
import json
import re
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 60


def arrive():
    """As a desktop's settings do when its screen reader is switched on. A program asks for it when it starts."""
    value = GLib.Variant('(ssv)', ('org.a11y.Status', 'IsEnabled', GLib.Variant('b', True)))
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set', value, None, Gio.DBusCallFlags.NONE, -1, None)


def below(node):
    """All that is on screen below a node. What vanishes meanwhile is passed over."""
    try:
        yield node
        if node.get_role_name() == 'frame':
            node.get_attributes()
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except Exception:
        return
    for child in children:
        if child is not None:
            yield from below(child)


def fits(node, role, name):
    try:
        return node.get_role_name() == role and re.fullmatch(name, node.get_name() or '', re.S) is not None
    except Exception:
        return False


def found(role, name):
    return next((node for node in below(Atspi.get_desktop(0)) if fits(node, role, name)), None)


def wait(role, name, patience=PATIENCE):
    late = time.monotonic() + patience
    while time.monotonic() < late:
        node = found(role, name)
        if node is not None:
            return node
        time.sleep(0.3)
    raise LookupError(f'There is no {role} "{name}".')


def enabled(role, name):
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        node = wait(role, name)
        if node.get_state_set().contains(Atspi.StateType.SENSITIVE):
            return node
        time.sleep(0.3)
    raise LookupError(f'The {role} "{name}" stays disabled.')


def fill(role, name, text):
    """Types it as a person would, anew if keys got lost on a busy machine; what a password field holds is not to be read."""
    for _ in range(4):
        node = enabled(role, name)
        Atspi.Component.grab_focus(node)
        time.sleep(0.5)
        subprocess.run(['xdotool', 'key', 'ctrl+a'], check=True)
        subprocess.run(['xdotool', 'type', '--delay', '30', '--', text], check=True)
        time.sleep(0.5)
        if role != 'entry' or Atspi.Text.get_text(node, 0, -1) == text:
            return
    raise LookupError(f'The {role} "{name}" does not keep what is typed.')


def obey(verb, role, name, text=None):
    if verb == 'wait':
        return wait(role, name, text or PATIENCE).get_name()
    if verb == 'press':
        Atspi.Action.do_action(enabled(role, name), 0)
    elif verb == 'fill':
        fill(role, name, text)
    elif verb == 'arrive':
        arrive()
    elif verb == 'tree':
        return '\n'.join(f'{node.get_role_name()} {node.get_name()!r}' for node in below(Atspi.get_desktop(0)) if node.get_name())
    else:
        raise ValueError(f'Nobody knows how to {verb}.')
    return ''


Atspi.init()
for line in sys.stdin:
    try:
        print(json.dumps(['ok', obey(*json.loads(line))]), flush=True)
    except Exception as error:
        print(json.dumps(['no', str(error)]), flush=True)
