"""Every error that the package raises on purpose.

    TimelineError
    ├── ArticleError        one article fails; the run goes on with the others
    │   ├── ReadingError    ... to be read (unreadable, empty, binary, too large)
    │   └── AnalysisError   ... to be analysed, dated or merged; its text is kept
    ├── DateInputError      a date that a person typed is no date
    ├── InputError          what a program handed over is nothing that can be read
    ├── MissingExtraError   an optional package is not installed
    ├── UnknownNameError    a name that does not exist (a store, a collection, an article, a tag)
    │   ├── UnknownStoreError       … a store; a StoreError, too
    │   ├── UnknownCollectionError  … a collection; a StoreError, too
    │   ├── UnknownResourceError    … what an address of the API names
    │   └── UnknownSubjectError     … an event or a change; a EditError, too
    ├── WordDataError       a language's word file is wrong
    ├── ModelError          the parser's model is not the one that was measured
    ├── MetadataError       a metadata.csv cannot be used
    ├── PlacesError         a places.csv cannot be used
    ├── EditError       a decision cannot be made (no such event, nothing to undo)
    │   └── AmbiguousNameError      the beginning of an id that several events have
    ├── RequestError        what a browser sent cannot be used (wrong type, too long, too deep)
    │   └── UploadError             … brings no article that can be taken
    │       ├── TooLargeError       … more than is taken at once
    │       ├── HeldNamesError      … articles of names that are held, without what to do
    │       └── NoRoomError         … articles that the disk does not take
    ├── ReadOnlyError       something is to be changed where a timeline is only shown
    ├── DemoError           the sample collection cannot be written where it is wanted
    ├── ServingError        the page cannot be served (the port is taken)
    ├── ScriptError         a script of the page is written as the bundler does not read it
    ├── PasswordError       a password cannot be used (too short, none where one is needed)
    ├── ClusterError        a cluster cannot be worked on (no scheduler, no worker)
    ├── SettingsError       a file of settings cannot be read, or sets what there is not
    ├── TokenError          a token cannot be made, or the file of tokens is none
    ├── StoppedError        a run was asked to stop; what it has done is kept
    └── StoreError          a store cannot be opened or written
        ├── StoreNameError  what is given cannot name a store or a collection
        ├── StoreAwayError  the database does not answer, or refuses
        └── StoreMovedError the store changed between reading and writing; do both again
            └── EditConflictError somebody has edited a field since the editor saw it

A message says what was wrong, with which input, and what to do about it, in one line.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.wording.names import meant, quoted, there_are

if TYPE_CHECKING:
    from timeline.model.edit import EditConflict


class TimelineError(Exception):
    """Root of the package's own errors; its message is one line for the user.

    `exit_code` is what a command ends with: 1 where something could not be done, 2 where what was
    asked for cannot be.
    """

    exit_code = 1

    def __reduce__(self) -> "tuple[object, ...]":
        """Pickle the error as it is, whatever its constructor takes: workers send it back."""
        return _restored, (type(self), self.args, dict(self.__dict__))


def _restored(
    kind: type[TimelineError], args: tuple[object, ...], state: dict[str, object]
) -> TimelineError:
    """Return an error with the arguments and fields that it was pickled with."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class ArticleError(TimelineError):
    """One article fails, by name and reason; the run goes on with the others."""

    stage = "not read"  # what did not happen, before the name on the command line

    def __init__(self, name: str, reason: str) -> None:
        """Name the file as the user gave it, and the reason in plain words."""
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class ReadingError(ArticleError):
    """An article cannot be read."""


class AnalysisError(ArticleError):
    """An article cannot be analysed, dated or merged; its text is kept without events."""

    stage = "not analysed"


class DateInputError(TimelineError):
    """A date typed by a person is not one that can be read."""

    exit_code = 2


class InputError(TimelineError):
    """What a program handed over is of no type that can be read."""


class MissingExtraError(TimelineError):
    """Something needs a package that only an extra of the installation brings."""

    exit_code = 2

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(what, package, extra)  # what a pickle makes it of again
        self.what = what
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"{self.what} needs the package {self.package}, which is not installed: "
            f'pip install "article-timeline[{self.extra}]"'
        )


class SettingsError(TimelineError):
    """A file of settings cannot be read, or sets what there is not."""

    exit_code = 2


class TokenError(TimelineError):
    """A token cannot be made, or a file of tokens cannot be used."""


class WordDataError(TimelineError):
    """A language's word file breaks the rules of the loader."""


class ModelError(TimelineError):
    """A file of the parser's model is missing, or is not as it was noted."""


class MetadataError(TimelineError):
    """A metadata.csv lacks a column or holds a row that cannot be used."""


class PlacesError(TimelineError):
    """A places.csv lacks a column."""


class StoreError(TimelineError):
    """A store cannot be opened, was written by a newer version, or cannot be written."""


class StoreNameError(StoreError):
    """What is given cannot be the name of a store or of a collection."""

    exit_code = 2


class StoreMovedError(StoreError):
    """Somebody else wrote to the store after the data for this write were read."""


class EditConflictError(StoreMovedError):
    """Somebody has edited a field since the editor of this edit saw it; nothing was written."""

    def __init__(self, message: str, conflicts: "tuple[EditConflict, ...]" = ()) -> None:
        """Take the message and, for each field, both values and who made the other one."""
        super().__init__(message)
        self.conflicts = conflicts


class StoreAwayError(StoreError):
    """The database does not answer or refuses, for a reason that lies outside of the program."""


class EditError(TimelineError):
    """A person's decision cannot be made as it was asked for."""


class AmbiguousNameError(EditError):
    """The beginning of an id is that of several events."""

    exit_code = 2


class RequestError(TimelineError):
    """A request is malformed, or larger than any page of ours sends.

    `faults` are the places in it where something is wrong, each with what is needed there.
    """

    def __init__(
        self, message: str, faults: "tuple[tuple[tuple[str | int, ...], str], ...]" = ()
    ) -> None:
        """Take what is wrong in one sentence, and where."""
        super().__init__(message)
        self.faults = faults


class UploadError(RequestError):
    """What somebody sent brings no article that can be taken."""


class TooLargeError(UploadError):
    """More is sent than is taken at once."""


class NoRoomError(UploadError):
    """What is sent cannot be kept: the disk refuses it."""


class HeldNamesError(UploadError):
    """Articles have names that are held already, and nobody has said what is to happen."""

    def __init__(self, message: str, names: tuple[str, ...]) -> None:
        """Make the message, and keep the names."""
        super().__init__(message)
        self.names = names


class ReadOnlyError(TimelineError):
    """Something is to be changed where a timeline is only shown."""


class DemoError(TimelineError):
    """The sample collection cannot be written where it is wanted."""


class ServingError(TimelineError):
    """The page cannot be served where the user wants it."""


class ScriptError(TimelineError):
    """A script of the page is missing, or written in a way that the bundler does not read."""


class PasswordError(TimelineError):
    """A password is missing where one is needed, or cannot be used."""


class ClusterError(TimelineError):
    """A cluster cannot be worked on: no scheduler, no worker, or one of another version."""


class StoppedError(TimelineError):
    """Somebody asked a run to stop; `code` is what the command line exits with."""

    def __init__(self, message: str, code: int = 1) -> None:
        """Take what became of the work, and the exit code."""
        super().__init__(message)
        self.code = code


class UnknownNameError(TimelineError):
    """A name that does not exist; its message says which names are like it, and what there is.

    `kind` is what should have that name, `known` are the names that there are, the most telling
    first, and `listing` is the command that lists all of them, where there are too many.
    """

    exit_code = 2

    def __init__(self, kind: str, name: str, known: Sequence[str] = (), listing: str = "") -> None:
        super().__init__(kind, name, tuple(known), listing)  # what a pickle makes it of again
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        self.listing = listing

    def __str__(self) -> str:
        return (
            f"there is no {self.kind} {quoted(self.name)}; "
            f"{there_are(self.known, self.listing)}{meant(self.name, self.known)}"
        )


class UnknownStoreError(UnknownNameError, StoreError):
    """A store that does not exist where it is only to be read."""

    def __str__(self) -> str:
        how = "make one with timeline extract FOLDER --store FILE"
        return (
            f"there is no {self.kind} {quoted(self.name)} ({how}); "
            f"{there_are(self.known, self.listing)}{meant(self.name, self.known)}"
        )


class UnknownCollectionError(UnknownNameError, StoreError):
    """A collection that a store does not have."""


class UnknownSubjectError(UnknownNameError, EditError):
    """An event, an article, a mention or a change that does not exist, on which to decide."""

    def __str__(self) -> str:
        return (
            f"{quoted(self.name)} is no {self.kind}; "
            f"{there_are(self.known, self.listing)}{meant(self.name, self.known)}"
        )


class UnknownResourceError(UnknownNameError):
    """What an address of the API names and the collection does not have; `listing` lists them."""

    def __str__(self) -> str:
        return f"there is no {self.kind} {quoted(self.name)}; {self.listing} lists them"
