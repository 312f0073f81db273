"""What the reading process gives up before it reads: memory, files, connections, children."""

import contextlib
import math
import os
import sys
import sysconfig
import time
from types import MappingProxyType

from timeline.reading.apart.limits import Limits

_SYSTEM = ("/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone", "/dev/null", "/proc/self")
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "os.utime",
    "os.kill",
    "shutil.",
    "ftplib.",
    "urllib.",
    "http.",
    "smtplib.",
    "webbrowser.",
    "winreg.",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


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


def fence() -> None:
    """Refuse files outside of the packages, writing, connections and children from now on."""
    roots = tuple(
        os.path.realpath(path) + os.sep
        for path in {
            *sysconfig.get_paths().values(),
            *filter(None, sys.path),
            sys.prefix,
            sys.base_prefix,
        }
    )

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            _check_open(arguments, roots)
        elif event.startswith(_REFUSED):
            raise FencedError(event)

    sys.addaudithook(hook)


def _check_open(arguments: tuple[object, ...], roots: tuple[str, ...]) -> None:
    path, _, flags = arguments
    if not isinstance(path, str | bytes) or not isinstance(flags, int):
        return  # a file that is open already
    real = os.path.realpath(os.fsdecode(path))
    if flags & _WRITES and real != os.devnull:
        raise FencedError(real)
    if not real.startswith(roots) and not real.startswith(_SYSTEM):
        raise FencedError(real)
