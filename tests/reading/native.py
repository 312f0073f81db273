"""What native code could try inside of the reading process, tried by ctypes: `python -m` this.

Prints what each attempt gave, as JSON. The arguments are a folder in which everything may be done,
and the words `fenced`, `landlock` or `seccomp` (one part of the fence alone), or `free`.
"""

import ctypes
import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from timeline.reading.sandbox import fence, landlock, seccomp
from timeline.reading.sandbox.limits import LIMITS

REFUSED = {errno.EPERM, errno.EACCES, errno.ENOSYS}
SYSTEM_CALLS = {  # by number, which is the same on every machine from 424 on
    "io_uring_setup": (425, 8, None),
    "open_tree": (428, -100, b"/", 1),
    "fsopen": (430, b"tmpfs", 0),
    "pidfd_open": (434, os.getppid(), 0),
    "clone3": (435, None, 0),
    "openat2": (437, -100, b"/etc/passwd", None, 24),
    "pidfd_getfd": (438, 0, 0, 0),
    "mount_setattr": (442, -100, b"/", 0, None, 0),
    "landlock_create_ruleset": (444, None, 0, 1),
    "memfd_secret": (447, 0),
    "unknown": (1_000,),
}


def attempts(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return the functions of the C library that are called, with their arguments, by a name."""
    file, other, new = (bytes(folder / name) for name in ("file", "other", "new"))
    parent, nothing, program = os.getppid(), None, (ctypes.c_char_p * 2)(b"true")
    package = bytes(Path(fence.__file__))
    return {
        "open outside": ("open", b"/etc/passwd", os.O_RDONLY),
        "open in the working folder": ("open", file, os.O_RDONLY),
        "open the folder": ("open", bytes(folder), os.O_RDONLY | os.O_DIRECTORY),
        "open to write": ("open", file, os.O_WRONLY),
        "open to append": ("open", file, os.O_RDWR | os.O_APPEND),
        "open the package to write": ("open", package, os.O_WRONLY),
        "open nowhere to write": ("open", b"/dev/null", os.O_WRONLY),
        "open without a name": ("open", b"/tmp", os.O_RDWR | 0o20200000, 0o600),
        "open the memory of the parent": ("open", b"/proc/%d/mem" % parent, os.O_RDONLY),
        "open the environment of the parent": ("open", b"/proc/%d/environ" % parent, os.O_RDONLY),
        "open the own environment": ("open", b"/proc/self/environ", os.O_RDONLY),
        "creat": ("creat", new, 0o600),
        "truncate": ("truncate", file, 0),
        "mkdir": ("mkdir", new, 0o700),
        "mkfifo": ("mkfifo", new, 0o600),
        "mknod": ("mknod", new, 0o100600, 0),
        "mknod of a device": ("mknod", new, 0o060600, 0),
        "symlink": ("symlink", file, new),
        "link": ("link", file, new),
        "rename": ("rename", file, new),
        "unlink": ("unlink", other),
        "rmdir": ("rmdir", bytes(folder / "empty")),
        "chmod": ("chmod", file, 0o777),
        "chown": ("chown", file, 0, 0),
        "utimes": ("utimes", file, nothing),
        "setxattr": ("setxattr", file, b"user.a", b"b", 1, 0),
        "chdir": ("chdir", bytes(folder)),
        "chroot": ("chroot", bytes(folder)),
        "mount": ("mount", b"none", bytes(folder), b"tmpfs", 0, nothing),
        "umount": ("umount", b"/proc"),
        "unshare": ("unshare", 0x10000000),
        "setns": ("setns", 0, 0),
        "socket": ("socket", 2, 1, 0),
        "socket of datagrams": ("socket", 2, 2, 0),
        "socket of this machine": ("socket", 1, 1, 0),
        "socket of the kernel": ("socket", 16, 3, 0),
        "raw socket": ("socket", 2, 3, 1),
        "socketpair": ("socketpair", 1, 1, 0, (ctypes.c_int * 2)()),
        "connect": ("connect", 0, b"\0" * 16, 16),
        "bind": ("bind", 0, b"\0" * 16, 16),
        "listen": ("listen", 0, 1),
        "sendto": ("sendto", 0, b"a", 1, 0, b"\0" * 16, 16),
        "system": ("system", b"true"),
        "popen": ("popen", b"true", b"r"),
        "execve": ("execve", b"/bin/true", program, nothing),
        "execl of Python": ("execl", os.fsencode(sys.executable), b"python", b"--version", nothing),
        "fork": ("fork",),
        "posix_spawn": ("posix_spawn", nothing, b"/bin/true", nothing, nothing, program, nothing),
        "kill the parent": ("kill", parent, 0),
        "kill all": ("kill", -1, 0),
        "killpg": ("killpg", 0, 0),
        "sigqueue": ("sigqueue", parent, 0, nothing),
        "ptrace": ("ptrace", 16, parent, nothing, nothing),
        "ptrace oneself": ("ptrace", 0, 0, nothing, nothing),
        "process_vm_readv": ("process_vm_readv", parent, nothing, 0, nothing, 0, 0),
        "process_vm_writev": ("process_vm_writev", parent, nothing, 0, nothing, 0, 0),
        "prlimit of the parent": ("prlimit", parent, 7, nothing, nothing),
        "setpriority": ("setpriority", 0, 0, 0),
        "setuid": ("setuid", 0),
        "prctl": ("prctl", 3, 0, 0, 0, 0),
        "personality": ("personality", 0),
        "fcntl of signals": ("fcntl", 0, 8, parent),
        "ioctl of a terminal": ("ioctl", 0, 0x5412, b"a"),
        "memfd_create": ("memfd_create", b"a", 0),
        "inotify_init": ("inotify_init",),
        "fanotify_init": ("fanotify_init", 0, 0),
        "shmget": ("shmget", 0, 4096, 0o1600),
        "mq_open": ("mq_open", b"/a", 0o100, 0o600, nothing),
        "epoll_create": ("epoll_create", 1),
        "eventfd": ("eventfd", 0, 0),
        "pipe": ("pipe", (ctypes.c_int * 2)()),
        "syscall to halt with wrong words": ("reboot", 0),
        "swapon": ("swapon", b"/nowhere", 0),
        "acct": ("acct", b"/nowhere"),
        "sethostname": ("sethostname", b"", -1),
        **{name: ("syscall", *numbers) for name, numbers in SYSTEM_CALLS.items()},
    }


def tried(library: ctypes.CDLL, attempt: tuple[object, ...]) -> str:
    """Make an attempt; return "refused", or what came of it."""
    name, *arguments = attempt
    function: Callable[..., int] = library[str(name)]
    passed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    ctypes.set_errno(0)
    result = function(*passed)
    failed = ctypes.get_errno()
    if name == "fork" and result == 0:
        os._exit(0)
    if name == "system":  # the status of a shell that was never there
        return "refused" if os.waitstatus_to_exitcode(result & 0xFFFF) == 127 else "done"
    if name == "popen":
        return "refused" if result == 0 and failed in REFUSED else "done"
    if name == "posix_spawn":
        return "refused" if result in REFUSED else f"done: {result}"
    if result != -1:
        return f"done: {result}"
    return "refused" if failed in REFUSED else errno.errorcode[failed]


def main(folder: Path, how: str, names: list[str]) -> None:
    """Stand behind the fence, or a part of it, and try what is named, or all."""
    if how != "free":
        fence.bound(LIMITS)
    if how == "landlock":
        seccomp.offered = lambda: False
    if how == "seccomp":
        landlock.version = lambda: 0
    library = ctypes.CDLL(None, use_errno=True)
    all_attempts = attempts(folder)
    given = {name: all_attempts[name] for name in names or all_attempts}
    for attempt in given.values():
        library[str(attempt[0])].restype = ctypes.c_int
    if how != "free":
        fence.fence()
    print(json.dumps({name: tried(library, attempt) for name, attempt in given.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
