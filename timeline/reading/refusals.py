"""Why a path is no article, in plain words."""

import stat

_KINDS = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def refusal(mode: int) -> str | None:
    """Return why a file of this mode (`os.stat`) is no article; None for a regular file."""
    if stat.S_ISREG(mode):
        return None
    return next((reason for test, reason in _KINDS if test(mode)), "is not a file")


def reason_of(error: OSError | ValueError) -> str:
    """Return why the system would not give a file."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case IsADirectoryError():
            return "is a folder"
        case PermissionError():
            return "may not be read (no permission)"
        case OSError():
            return f"cannot be read: {(error.strerror or 'unknown reason').lower()}"
        case _:
            return "is no valid file name"
