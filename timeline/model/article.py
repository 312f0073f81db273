"""An article as it was read: untouched text, and marks on it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.model.language_tag import base_of
from timeline.model.span import Span
from timeline.model.when import Basis, When


class ClaimSource(StrEnum):
    """Where a publication date comes from, most reliable first."""

    GIVEN = "given"  # the user said so
    METADATA = "metadata"  # metadata.csv
    CREATION = "creation"  # the creation time of a TimeML file
    RECORD = "record"  # a field of front matter, JSON, CSV, a feed or an e-mail's header
    PAGE = "page"  # what a web page says to programs: JSON-LD, <meta>, <time>
    URL = "url"  # year, month and day in the address
    LABEL = "label"  # "Published: 31 July 2024"
    HEADER = "header"  # a line of its own above the text
    DATELINE = "dateline"  # "KABUL, Aug 15 (Reuters) -", the year may be missing
    FILENAME = "filename"
    CREATED = "created"  # when a Word file was begun, or what an e-book's package says
    UPDATED = "updated"  # "Updated: ...", later than the publication or equal to it
    GUESS = "guess"  # a date in a web page's furniture that nothing names
    ACCESSED = "accessed"  # when an archive captured the page: no date of publication


BASIS_OF = {
    ClaimSource.GIVEN: Basis.GIVEN,
    ClaimSource.METADATA: Basis.METADATA,
    ClaimSource.CREATION: Basis.METADATA,
    ClaimSource.RECORD: Basis.METADATA,
    ClaimSource.PAGE: Basis.METADATA,
    ClaimSource.URL: Basis.METADATA,
    ClaimSource.FILENAME: Basis.FILENAME,
    ClaimSource.CREATED: Basis.METADATA,
    ClaimSource.GUESS: Basis.INFERRED,
}


class SourceBasis(StrEnum):
    """Where the publisher of an article is named, most reliable first."""

    METADATA = "metadata"  # metadata.csv
    RECORD = "record"  # a field of front matter, JSON or CSV, or the package of an e-book
    PAGE = "page"  # what a web page says to programs: og:site_name, JSON-LD
    FEED = "feed"  # the title of the feed
    ADDRESS = "address"  # the host of the article's address


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A publication date that somebody or something states.

    `text` is the date as written, `span` its place in the article (None outside of it), `when`
    the day it names; unresolved where the wording has no year. `place` says where outside of the
    text it stands: "meta article:published_time", "column date".
    """

    source: ClaimSource
    text: str
    when: When
    span: Span | None = None
    place: str | None = None

    @property
    def basis(self) -> Basis:
        """What a date rests on that counts from this claim."""
        return BASIS_OF.get(self.source, Basis.STATED)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is no part of the story, and why: "boilerplate", "header", ..."""

    span: Span
    reason: str


STAMP, POSITION = "stamp", "position"
# Marks of stretches that are read after all: as publication dates, as days of frames.
READ_AS_DATES = frozenset({"header", "dateline", STAMP})


class FrameKind(StrEnum):
    """What a frame holds."""

    MESSAGE = "message"  # of a chat
    MAIL = "mail"  # that another one quotes or passes on
    COMMENT = "comment"
    ENTRY = "entry"  # of a log or a live blog, whose stamp dates it as well


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A stretch of text that was written on a day of its own: a message, a quoted mail, a comment.

    `day` is a day number. What stands in it counts from that day, and not from the publication of
    the article; its stamp is a mark, but in an entry, where it is read as a date.
    """

    span: Span
    day: int
    kind: FrameKind
    author: str | None = None

    @property
    def when(self) -> When:
        """The day on which it was written."""
        return When.of_day(self.day, Basis.STATED)


def frame_at(frames: Sequence[TextFrame], place: int) -> TextFrame | None:
    """Return the frame that holds a place; `frames` are in order and do not overlap."""
    after = bisect_right(frames, place, key=lambda frame: frame.span.start)
    frame = frames[after - 1] if after else None
    return frame if frame is not None and place < frame.span.end else None


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A stretch of text whose date the file itself states, whatever its words say."""

    span: Span
    when: When


RECOGNISED = "recognised from pictures, letters may be wrong"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of a file that is not in the article's text, and why: "field summary", "footnotes", ...

    `characters` counts what was left out, without blanks at its ends; `excerpt` is how it begins.
    One is a note on the text itself, of which it counts the characters: that they were recognised.
    """

    reason: str
    characters: int
    excerpt: str

    @property
    def is_note(self) -> bool:
        """Whether it tells how the text came about, and nothing is missing."""
        return self.reason == RECOGNISED


@dataclass(frozen=True, slots=True)
class Article:
    """One document. Every span counts characters of `text`, which nothing ever changes.

    `document` is the file name relative to the folder given. `sentences` are those of the story
    in order, the title's included; boilerplate and header lines are marked and in no sentence.
    `left_out` is what the file holds besides and the reader did not take into the text. `frames`
    are the stretches with a day of their own, in order. `source` is the publisher, `source_basis`
    where it is named. `dated` are phrases whose date the file states beside them, in order.
    `language` may name a country (`en-GB`); `day_first` is the order of day and month in its
    numeric dates, where a person states it.
    """

    document: str
    text: str
    title: str
    sentences: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()
    claims: tuple[DateClaim, ...] = ()
    title_span: Span | None = None
    language: str = "en"
    url: str | None = None
    source: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    frames: tuple[TextFrame, ...] = ()
    source_basis: SourceBasis | None = None
    dated: tuple[DatedPhrase, ...] = ()
    day_first: bool | None = None

    @property
    def base_language(self) -> str:
        """The language without a country, by which words and rules are found."""
        return base_of(self.language)

    def sentence_at(self, place: Span) -> Span | None:
        """Return the sentence in which a span starts; None in boilerplate and headers."""
        after = bisect_right(self.sentences, place.start, key=lambda sentence: sentence.start)
        sentence = self.sentences[after - 1] if after else None
        return sentence if sentence is not None and place.start < sentence.end else None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as well as it is known, and why: a line a step."""

    when: When
    basis: Basis
    explanation: tuple[str, ...] = ()
