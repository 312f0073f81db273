"""System calls of Linux by number: what the readers need, and how one is made from Python."""

import ctypes
import os
import struct
from collections.abc import Mapping
from types import MappingProxyType

# Number on x86_64 and on aarch64; None where that machine has no such call.
FREE: Mapping[str, tuple[int, int | None]] = MappingProxyType(  # whatever its arguments are
    {
        "read": (0, 63),
        "write": (1, 64),
        "mmap": (9, 222),
        "munmap": (11, 215),
        "brk": (12, 214),
        "futex": (202, 98),
        "newfstatat": (262, 79),
        "fstat": (5, 80),
        "stat": (4, None),
        "lseek": (8, 62),
        "close": (3, 57),
        "getdents64": (217, 61),
        "mprotect": (10, 226),
        "mremap": (25, 216),
        "madvise": (28, 233),
        "readv": (19, 65),
        "writev": (20, 66),
        "pread64": (17, 67),
        "lstat": (6, None),
        "statx": (332, 291),
        "access": (21, None),
        "faccessat": (269, 48),
        "faccessat2": (439, 439),
        "readlink": (89, None),
        "readlinkat": (267, 78),
        "getcwd": (79, 17),
        "clock_gettime": (228, 113),
        "clock_getres": (229, 114),
        "clock_nanosleep": (230, 115),
        "nanosleep": (35, 101),
        "gettimeofday": (96, 169),
        "time": (201, None),
        "times": (100, 153),
        "getrusage": (98, 165),
        "getrandom": (318, 278),
        "rt_sigaction": (13, 134),
        "rt_sigprocmask": (14, 135),
        "rt_sigreturn": (15, 139),
        "sigaltstack": (131, 132),
        "restart_syscall": (219, 128),
        "sched_yield": (24, 124),
        "sched_getaffinity": (204, 123),
        "getcpu": (309, 168),
        "getpid": (39, 172),
        "gettid": (186, 178),
        "getppid": (110, 173),
        "getuid": (102, 174),
        "geteuid": (107, 175),
        "getgid": (104, 176),
        "getegid": (108, 177),
        "uname": (63, 160),
        "sysinfo": (99, 179),
        "poll": (7, None),
        "ppoll": (271, 73),
        "exit": (60, 93),
        "exit_group": (231, 94),
    }
)
LOOKED_AT: Mapping[str, tuple[int, int | None]] = MappingProxyType(
    {
        "open": (2, None),
        "openat": (257, 56),
        "ioctl": (16, 29),
        "fcntl": (72, 25),
        "prlimit64": (302, 261),
        "tgkill": (234, 131),
        "clone3": (435, 435),
        "openat2": (437, 437),
        "seccomp": (317, 277),
    }
)
MACHINES = ("x86_64", "aarch64")
NEWEST = 469  # the last number that Linux 6.18 knows
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446  # everywhere
_WORD = 8


def machine() -> str | None:
    """Return the kind of this machine, where its numbers are known."""
    name = os.uname().machine
    return name if name in MACHINES and struct.calcsize("P") == _WORD else None


def number_of(name: str, on: str) -> int | None:
    """Return the number of a system call on a kind of machine."""
    return {**FREE, **LOOKED_AT}[name][MACHINES.index(on)]


def call(number: int, *arguments: object) -> int:
    """Make a system call; raise OSError where it fails."""
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    passed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(library.syscall(ctypes.c_long(number), *passed))
    if result < 0:
        failed = ctypes.get_errno()
        raise OSError(failed, os.strerror(failed))
    return result


def forbid_new_privileges() -> None:
    """Keep this process from ever gaining rights, as the fences demand of those without any."""
    library = ctypes.CDLL(None, use_errno=True)
    set_no_new_privileges = 38
    if library.prctl(set_no_new_privileges, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs cannot be set")
