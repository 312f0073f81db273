"""Tokens of scripts: each has a name and a scope, is kept as a hash, and opens the API only.

A token is 256 random bits, so that one hash that is quick suffices, and no guessing needs a limit.
They stand in a file of their own, beside the store or where somebody says: every worker sees what
is made and revoked at once.
"""

import json
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from timeline.errors import TokenError, UnknownNameError

FILE_VARIABLE = "TIMELINE_TOKEN_FILE"
ENDING = ".tokens"
PREFIX = "tl_"  # by which scanners of secrets and people know one
LONGEST_NAME = 80  # characters
_BYTES = 32


class Scope(StrEnum):
    """What a token lets a script do."""

    READ = "read"
    EDIT = "edit"  # and read


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: without itself."""

    name: str
    scope: Scope
    hashed: str
    made: str  # ISO 8601


@dataclass(frozen=True, slots=True)
class TokenFile:
    """The file that holds the tokens of a served timeline; there may be none yet."""

    path: Path

    def tokens(self) -> tuple[Token, ...]:
        """Return all tokens, in the order in which they were made; raise TokenError."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise TokenError(f"{self.path}: cannot be read ({error.strerror})") from error
        return _read(self.path, (found.st_mtime_ns, found.st_size, found.st_ino))

    def find(self, text: str) -> Token | None:
        """Return the token that a text is; None where it is none, or was revoked."""
        hashed = _hashed(text)
        found = (one for one in self.tokens() if secrets.compare_digest(one.hashed, hashed))
        return next(found, None)

    def add(self, name: str, scope: Scope, made: str) -> str:
        """Make a token and return it, which nobody can do again; raise TokenError."""
        named = " ".join(name.split())
        if not named or len(named) > LONGEST_NAME:
            raise TokenError(f"a token has a name of 1 to {LONGEST_NAME} characters")
        held = self.tokens()
        if any(one.name == named for one in held):
            raise TokenError(f"there is a token {named!r} already; revoke it, or take another name")
        text = PREFIX + secrets.token_urlsafe(_BYTES)
        self._write((*held, Token(named, scope, _hashed(text), made)))
        return text

    def revoke(self, name: str) -> None:
        """Remove a token; raise UnknownNameError where there is none of that name."""
        held = self.tokens()
        left = tuple(one for one in held if one.name != name)
        if len(left) == len(held):
            raise UnknownNameError("token", name, tuple(one.name for one in held))
        self._write(left)

    def _write(self, tokens: tuple[Token, ...]) -> None:
        """Put tokens into the file, which only its owner may read, at once."""
        lines = "".join(json.dumps(asdict(one)) + "\n" for one in tokens)
        try:
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(lines)
                Path(name).replace(self.path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(name)  # noqa: PTH108 - as it was made
                raise
        except OSError as error:
            raise TokenError(f"{self.path}: cannot be written ({error.strerror})") from error


@lru_cache(maxsize=4)
def _read(path: Path, _state: tuple[int, int, int]) -> tuple[Token, ...]:
    """Read a file; the state tells one content from another."""
    try:
        return tuple(_tokens(path.read_text("utf-8")))
    except OSError as error:
        raise TokenError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise TokenError(
            f"{path}: is no file of tokens; move it away, and make new ones"
        ) from error


def _tokens(text: str) -> Iterator[Token]:
    for line in text.splitlines():
        told = json.loads(line)
        yield Token(str(told["name"]), Scope(told["scope"]), str(told["hashed"]), str(told["made"]))


def beside(store: str) -> Path:
    """Return the file of tokens that belongs to a store in a file."""
    return Path(store + ENDING)


def of_environment(environment: Mapping[str, str]) -> TokenFile | None:
    """Return the file of tokens that the environment names, None where it names none."""
    name = environment.get(FILE_VARIABLE)
    return TokenFile(Path(name)) if name else None


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
