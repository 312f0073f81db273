"""What a file of any format comes to: articles, refusals, and files that it packs."""

from dataclasses import dataclass

from timeline.model.article import DatedPhrase, LeftOut, Mark
from timeline.reading.facts import NOTHING_KNOWN, Facts


@dataclass(frozen=True, slots=True)
class Content:
    """One article of a file: the text, and the facts that its format states beside it.

    `name` tells it from the others of its file, and is empty where it is the only one. `marks` are
    stretches that the format itself sets apart, such as the quotations of a mail. `whole` says that
    the format itself marks off the text: every line of it is to be read, the dateline too, but for
    one that repeats the file's creation time. `left_out` is what of the file is not in the text.
    `dated` are phrases in it whose date the format states.
    """

    text: str
    facts: Facts = NOTHING_KNOWN
    whole: bool = False
    name: str = ""
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    dated: tuple[DatedPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that is no article, and why; `hidden` ones are left out on purpose."""

    name: str
    reason: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """A file inside an archive, still to be read."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Pictured:
    """Says that pages of a file are pictures, which may be read by another reader."""


Part = Content | Refused | Packed
Answer = Part | Pictured  # of a reader


class UnreadableError(ValueError):
    """A file that holds no article; the message says why, to follow the file's name."""
