"""What the reading process gives up before it reads: memory, files, connections, children."""

import contextlib
import math
import os
import site
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import timeline
from timeline.reading.sandbox import landlock, seccomp
from timeline.reading.sandbox.limits import Limits

_SYSTEM = (
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/etc/zoneinfo",
    "/etc/localtime",
    "/etc/timezone",
    "/dev/null",
)
# Where the shared objects lie that packages are linked to.
_LIBRARIES = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
)
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chdir",
    "os.chflags",
    "os.chmod",
    "os.chown",
    "os.setxattr",
    "os.removexattr",
    "os.truncate",
    "os.utime",
    "os.kill",
    "pty.",
    "shutil.",
    "sqlite3.",
    "syslog.",
    "ftplib.",
    "urllib.",
    "http.",
    "smtplib.",
    "webbrowser.",
    "winreg.",
    "_winapi.CreateProcess",
)
_LISTING = ("os.listdir", "os.scandir")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
NO_LANDLOCK = "it has no Landlock (Linux 5.13 and newer do, where it is switched on)"
NO_SECCOMP = "it has no seccomp, or is neither x86_64 nor aarch64"
WEAKER = "the process that reads files is fenced off less well on this system: {}; see Security"


class FencedError(PermissionError):
    """Something in the reading process tried what reading needs not."""


def bound(limits: Limits) -> None:
    """Bound this process, as far as the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = MappingProxyType(
        {
            resource.RLIMIT_AS: limits.memory,
            resource.RLIMIT_NOFILE: limits.files,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_NPROC: 0,  # looked at where one is made, by the kernel itself
        }
    )
    for kind, most in wanted.items():
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (most, most))


def allow(seconds: float) -> None:
    """Let this process compute for so many seconds from now; the system ends it after that."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    until = math.ceil(time.process_time() + seconds)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def missing() -> tuple[str, ...]:
    """Return what this system lacks of the fence that Linux can give."""
    if sys.platform != "linux":
        return ()
    lacking = {NO_LANDLOCK: not landlock.version(), NO_SECCOMP: not seccomp.offered()}
    return tuple(reason for reason, lacks in lacking.items() if lacks)


def fence() -> None:
    """Refuse files outside of the packages, writing, connections and children from now on.

    On Linux the kernel refuses them to whatever code asks, as far as it can; raises OSError where
    it could and does not. Everywhere Python refuses them to Python code.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # others are threads, which are refused as well
    if sys.platform == "linux":
        lacking = missing()
        if NO_LANDLOCK not in lacking:
            landlock.restrict((*_packages(), *_LIBRARIES, *_SYSTEM))
        if NO_SECCOMP not in lacking:
            seccomp.restrict()
    folders = tuple(map(os.path.realpath, (*_packages(), *_LIBRARIES)))

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            _check_open(arguments, folders)
        elif event in _LISTING:
            _check_listing(arguments, folders)
        elif event.startswith(_REFUSED):
            raise FencedError(event)

    sys.addaudithook(hook)


def _packages() -> list[str]:
    """Return the folders of Python's library and of the packages; of a source tree our own part."""
    package = Path(timeline.__file__).absolute().parent
    installed = {os.path.realpath(folder) for folder in site.getsitepackages()}
    source = {os.path.realpath(package.parent)} - installed
    given = [p for p in sys.path if Path(p).is_absolute() and os.path.realpath(p) not in source]
    library = Path(os.__file__).absolute().parent
    return [*given, str(package), str(library), str(Path(sys.base_prefix, "lib"))]


def _check_open(arguments: tuple[object, ...], folders: Sequence[str]) -> None:
    path, _, flags = arguments
    if not isinstance(path, str | bytes) or not isinstance(flags, int):
        return  # a file that is open already
    real = os.path.realpath(os.fsdecode(path))
    if flags & _WRITES and real != os.devnull:
        raise FencedError(real)
    if not _within(real, folders) and not real.startswith(_SYSTEM):
        raise FencedError(real)


def _check_listing(arguments: tuple[object, ...], folders: Sequence[str]) -> None:
    (path,) = arguments
    if isinstance(path, int):
        return  # a folder that is open already
    real = os.path.realpath(os.fsdecode(path) if isinstance(path, str | bytes) else os.curdir)
    if not _within(real, folders):
        raise FencedError(real)


def _within(real: str, folders: Sequence[str]) -> bool:
    return any(real == folder or real.startswith(folder + os.sep) for folder in folders)
