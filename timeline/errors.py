"""Every error that the package raises on purpose.

    TimelineError
    ├── ReadingError        an article cannot be read (unreadable, empty, binary, too large)
    ├── DateInputError      a date that a person typed is no date
    ├── WordDataError       a language's word file is wrong
    ├── MetadataError       a metadata.csv cannot be used
    ├── CurationError       a decision cannot be made (no such event, nothing to undo)
    ├── ServingError        the page cannot be served (the port is taken)
    ├── PasswordError       a password cannot be used (too short, none where one is needed)
    ├── StoppedError        a run was asked to stop; what it has done is kept
    └── StoreError          a store cannot be opened or written
        ├── StoreMovedError the store changed between reading and writing; do both again
        └── StoreAwayError  the database does not answer, or refuses

A message says what was wrong, with which input, and what to do about it, in one line.
"""


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


class MetadataError(TimelineError):
    """A metadata.csv lacks a column or holds a row that cannot be used."""


class StoreError(TimelineError):
    """A store cannot be opened, was written by a newer version, or cannot be written."""


class StoreMovedError(StoreError):
    """Somebody else wrote to the store after the data for this write were read."""


class StoreAwayError(StoreError):
    """The database does not answer or refuses, for a reason that lies outside of the program."""


class CurationError(TimelineError):
    """A person's decision cannot be made as it was asked for."""


class ServingError(TimelineError):
    """The page cannot be served where the user wants it."""


class PasswordError(TimelineError):
    """A password is missing where one is needed, or cannot be used."""


class StoppedError(TimelineError):
    """Somebody asked a run to stop."""
