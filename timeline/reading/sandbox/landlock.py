"""Landlock: the kernel refuses files outside of the given folders, whatever code asks for them."""

import ctypes
import os
import stat
from collections.abc import Iterable

from timeline.reading.sandbox.syscalls import (
    LANDLOCK_ADD_RULE,
    LANDLOCK_CREATE_RULESET,
    LANDLOCK_RESTRICT_SELF,
    call,
    forbid_new_privileges,
)

_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# The number of rights over files by the version of Landlock: all are taken away but those to read.
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK, _SCOPES = 4, 6  # the versions that can refuse TCP; sockets and signals beyond the fence
_TCP = 0b11  # to bind, to connect
_BEYOND = 0b11  # abstract sockets, signals
_ASK_VERSION = 1
_BENEATH = 1


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """Return the version of Landlock that this kernel offers; 0 where it offers none."""
    try:
        return call(LANDLOCK_CREATE_RULESET, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def restrict(readable: Iterable[str]) -> None:
    """Refuse all files but those in given folders, and these but for reading, from now on.

    Where this kernel can, it refuses TCP and signals to others as well. Raises OSError where the
    kernel does not offer Landlock.
    """
    offered = version()
    rights = (1 << _RIGHTS.get(offered, max(_RIGHTS.values()))) - 1
    ruleset = _Ruleset(
        rights, _TCP if offered >= _NETWORK else 0, _BEYOND if offered >= _SCOPES else 0
    )
    size = 24 if offered >= _SCOPES else 16 if offered >= _NETWORK else 8
    made = call(LANDLOCK_CREATE_RULESET, ctypes.byref(ruleset), size, 0)
    try:
        for path in readable:
            _allow(made, path)
        forbid_new_privileges()
        call(LANDLOCK_RESTRICT_SELF, made, 0)
    finally:
        os.close(made)


def _allow(ruleset: int, path: str) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # what is not there cannot be read
        return
    try:
        folder = stat.S_ISDIR(os.fstat(opened).st_mode)
        rule = _Beneath(_READ_FILE | _READ_FOLDER if folder else _READ_FILE, opened)
        call(LANDLOCK_ADD_RULE, ruleset, _BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(opened)
