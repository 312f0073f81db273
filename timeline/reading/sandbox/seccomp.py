"""Seccomp: the kernel refuses every system call that reading needs not, whatever code makes it.

The filter is a program of the kernel's packet filter: it looks at the number of a call and at its
plain arguments. What is not named is refused; a call made as that of another kind of machine ends
the process. Calls whose arguments lie in memory, and calls newer than this file, are answered as
unknown, for libraries then take the older ones.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Sequence

from timeline.reading.sandbox.syscalls import (
    FREE,
    NEWEST,
    call,
    forbid_new_privileges,
    machine,
    number_of,
)

Instruction = tuple[int, int, int, int]  # code, how far to go on if true, if false, constant
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000
REFUSE, UNKNOWN = ERROR | errno.EPERM, ERROR | errno.ENOSYS
MACHINE_CODES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16  # where they lie in what the filter sees
_X32 = 0x40000000
_IN_MEMORY = ("clone3", "openat2")
_TO_WRITE = 0o3 | 0o100 | 0o1000 | 0o2000 | 0o20000 | 0o20000000  # any but to read what is there
_DESCRIPTOR = (0, 1, 2, 3, 1030)  # fcntl: duplicate, flags
_TERMINAL = (0x5401, 0x5450, 0x5451)  # ioctl: is it one, and should a program inherit it
_ASK_ACTION, _SET_FILTER, _ALL_THREADS = 2, 1, 1


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def offered() -> bool:
    """Return whether this kernel can filter system calls, on a machine whose calls are known."""
    known = machine()
    if known is None:
        return False
    action = ctypes.c_uint32(KILL)
    try:
        call(number_of("seccomp", known) or 0, _ASK_ACTION, 0, ctypes.byref(action))
    except OSError:
        return False
    return True


def restrict() -> None:
    """Refuse all system calls but those that reading needs, from now on.

    Raises OSError where the kernel does not offer seccomp.
    """
    known = machine()
    if known is None:
        raise OSError(errno.ENOSYS, "the system calls of this machine are not known")
    code = b"".join(struct.pack("HBBI", *step) for step in program(known, os.getpid()))
    forbid_new_privileges()
    filtering = _Program(len(code) // 8, code)
    number = number_of("seccomp", known) or 0
    call(number, _SET_FILTER, _ALL_THREADS, ctypes.byref(filtering))


def program(on: str, pid: int) -> list[Instruction]:
    """Return the filter for a kind of machine and a process."""
    steps: list[Instruction] = [
        (LOAD, 0, 0, _MACHINE),
        (EQUAL, 1, 0, MACHINE_CODES[on]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, _NUMBER),
    ]
    if on == "x86_64":
        steps += [(AT_LEAST, 0, 1, _X32), (RETURN, 0, 0, KILL)]
    steps += [(AT_LEAST, 0, 1, NEWEST + 1), (RETURN, 0, 0, UNKNOWN)]
    for name in FREE:
        steps += _when(on, name, [(RETURN, 0, 0, ALLOW)])
    for name in _IN_MEMORY:
        steps += _when(on, name, [(RETURN, 0, 0, UNKNOWN)])
    steps += _when(on, "open", _without(1, _TO_WRITE))
    steps += _when(on, "openat", _without(2, _TO_WRITE))
    steps += _when(on, "fcntl", _among(1, _DESCRIPTOR))
    steps += _when(on, "ioctl", _among(1, _TERMINAL))
    steps += _when(on, "prlimit64", _among(0, (0,)))  # its own limits
    steps += _when(on, "tgkill", _among(0, (pid,)))  # itself, to end
    return [*steps, (RETURN, 0, 0, REFUSE)]


def _when(on: str, name: str, then: list[Instruction]) -> list[Instruction]:
    number = number_of(name, on)
    return [] if number is None else [(EQUAL, 0, len(then), number), *then]


def _without(argument: int, bits: int) -> list[Instruction]:
    return [
        (LOAD, 0, 0, _ARGUMENTS + 8 * argument),
        (ANY_BIT, 0, 1, bits),
        (RETURN, 0, 0, REFUSE),
        (RETURN, 0, 0, ALLOW),
    ]


def _among(argument: int, values: Sequence[int]) -> list[Instruction]:
    steps: list[Instruction] = [(LOAD, 0, 0, _ARGUMENTS + 8 * argument)]
    for value in values:
        steps += [(EQUAL, 0, 1, value), (RETURN, 0, 0, ALLOW)]
    return [*steps, (RETURN, 0, 0, REFUSE)]
