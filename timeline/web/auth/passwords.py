"""The one password of a served timeline: made, kept as a hash, and tried.

Hashes are werkzeug's (scrypt with a salt). The key that signs sessions follows from the password,
so that several processes share it and a new password ends every session.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import scrypt
from hmac import digest
from pathlib import Path
from typing import Self

from werkzeug.security import check_password_hash, generate_password_hash

from timeline.errors import PasswordError

LEAST = 10  # characters
LONGEST = 1_000  # characters; hashing more would only keep the machine busy
VARIABLE, FILE_VARIABLE = "TIMELINE_PASSWORD", "TIMELINE_PASSWORD_FILE"
_METHOD = "scrypt"
_PURPOSE = b"timeline: the key of sessions"


@dataclass(frozen=True, slots=True)
class Password:
    """A password as its hash, and the key that signs the sessions it opens."""

    hashed: str = field(repr=False)
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Take a password as it is; raise PasswordError where it is too short."""
        # As slow as the hash itself: a cookie shall tell no more of the password than that.
        key = scrypt(checked(text).encode(), salt=_PURPOSE, n=2**14, r=8, p=1, dklen=32)
        return cls(generate_password_hash(text, _METHOD), key)

    @classmethod
    def kept(cls, path: Path) -> Self:
        """Read the file that `keep` wrote; raise PasswordError where it is none."""
        try:
            hashed = path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise PasswordError(f"{path}: cannot be read as a password file") from error
        if not hashed.startswith(f"{_METHOD}:") or hashed.count("$") != 2:  # noqa: PLR2004 - its form
            msg = f"{path}: is no password file; make one with timeline password {path}"
            raise PasswordError(msg)
        return cls(hashed, digest(hashed.encode(), _PURPOSE, "sha256"))

    def matches(self, attempt: str) -> bool:
        """Return whether this is the password; takes the same time for right and wrong ones."""
        return len(attempt) <= LONGEST and check_password_hash(self.hashed, attempt)


def checked(text: str) -> str:
    """Return a password as it is; raise PasswordError where it is too short or too long."""
    if not LEAST <= len(text) <= LONGEST:
        raise PasswordError(f"a password has {LEAST} to {LONGEST:,} characters")
    return text


def keep(text: str, path: Path) -> None:
    """Write the hash of a password to a file that only its owner may read."""
    line = generate_password_hash(checked(text), _METHOD) + "\n"
    try:
        path.unlink(missing_ok=True)  # the rights of an old file would stay
        with open(path, "x", encoding="ascii", opener=_private) as file:
            file.write(line)
    except OSError as error:
        raise PasswordError(f"{path}: cannot be written ({error.strerror})") from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def of_environment(environment: Mapping[str, str]) -> Password | None:
    """Return the password that the environment names, by file or as it is; None without one."""
    if environment.get(FILE_VARIABLE):
        return Password.kept(Path(environment[FILE_VARIABLE]))
    text = environment.get(VARIABLE)
    return Password.of(text) if text else None
