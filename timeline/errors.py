"""Every error that the package raises on purpose.

    TimelineError
    ├── ReadingError        an article cannot be read (unreadable, empty, binary, too large)
    ├── DateInputError      a date that a person typed is no date
    ├── WordDataError       a language's word file is wrong
    ├── ModelError          the parser's model is not the one that was measured
    ├── MetadataError       a metadata.csv cannot be used
    ├── CurationError       a decision cannot be made (no such event, nothing to undo)
    ├── RequestError        what a browser sent cannot be used (wrong type, too long, too deep)
    ├── ServingError        the page cannot be served (the port is taken)
    ├── PasswordError       a password cannot be used (too short, none where one is needed)
    ├── StoppedError        a run was asked to stop; what it has done is kept
    └── StoreError          a store cannot be opened or written
        └── StoreMovedError the store changed between reading and writing; do both again
            └── EditConflictError somebody has edited a field since the editor saw it

A message says what was wrong, with which input, and what to do about it, in one line.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.curation import EditConflict


class TimelineError(Exception):
    """Root of the package's own errors; its message is one line for the user."""


class ReadingError(TimelineError):
    """An article cannot be read; the run goes on with the others."""

    def __init__(self, name: str, reason: str) -> None:
        """Name the file as the user gave it, and the reason in plain words."""
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class DateInputError(TimelineError):
    """A date typed by a person is not one that can be read."""


class WordDataError(TimelineError):
    """A language's word file breaks the rules of the loader."""


class ModelError(TimelineError):
    """A file of the parser's model is missing, or is not as it was noted."""


class MetadataError(TimelineError):
    """A metadata.csv lacks a column or holds a row that cannot be used."""


class StoreError(TimelineError):
    """A store cannot be opened, was written by a newer version, or cannot be written."""


class StoreMovedError(StoreError):
    """Somebody else wrote to the store after the data for this write were read."""


class EditConflictError(StoreMovedError):
    """Somebody has edited a field since the editor of this edit saw it; nothing was written."""

    def __init__(self, message: str, conflicts: "tuple[EditConflict, ...]" = ()) -> None:
        """Say what is in conflict, with both values, by whom and when the other one was made."""
        super().__init__(message)
        self.conflicts = conflicts


class CurationError(TimelineError):
    """A person's decision cannot be made as it was asked for."""


class RequestError(TimelineError):
    """A request of the browser is malformed, or larger than any page of ours sends."""


class ServingError(TimelineError):
    """The page cannot be served where the user wants it."""


class PasswordError(TimelineError):
    """A password is missing where one is needed, or cannot be used."""


class StoppedError(TimelineError):
    """Somebody asked a run to stop."""
