"""A digest in words, the same for Markdown, Word, PDF and HTML: days, and numbered sources."""

from dataclasses import dataclass
from textwrap import shorten

from timeline.digest import Digest, DigestDay, publisher_of
from timeline.export.markdown import safe_url
from timeline.model.timeline import DatedArticle
from timeline.wording.dates import UNKNOWN, date_in_words, day_in_words
from timeline.wording.plain_text import one_line
from timeline.wording.strings import counted, text

_TITLE = 90  # characters of the title of an article; page titles may be sentences


@dataclass(frozen=True, slots=True)
class Line:
    """A day: its line, its sentence, what tells it, and the numbers of its sources."""

    head: str
    sentence: str
    told: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source; `url` only where it is a web address."""

    number: int
    words: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """A digest as it is read."""

    title: str
    counts: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]


def chronology_of(digest: Digest, about: tuple[str, ...] = ()) -> Chronology:
    """Write a digest in words; `about` are the names that stand over it."""
    numbers = {one.article.document: place for place, one in enumerate(digest.articles, 1)}
    return Chronology(
        title=one_line(text("digest.of-names", names=", ".join(about)))
        if about
        else text("digest.heading"),
        counts=_counts(digest),
        lines=tuple(_line(day, numbers) for day in digest.days),
        sources=tuple(_source(one, place) for place, one in enumerate(digest.articles, 1)),
    )


def _counts(digest: Digest) -> str:
    if not digest.days:
        return text("digest.none")
    days, articles = counted(len(digest.days), "day"), counted(digest.total, "article")
    return text("digest.counts", days=days, told=f"{digest.told:,}", articles=articles)


def _line(day: DigestDay, numbers: dict[str, int]) -> Line:
    told = [text("digest.told", articles=counted(day.documents, "article"))]
    if day.sources > 1:
        told.append(text("digest.by-publishers", count=day.sources))
    said = [" ".join(told)]
    if day.looking_back:
        said.append(text("digest.looked-back", count=f"{day.looking_back:,}"))
    if day.disputed:
        said.append(text("digest.disputed"))
    return Line(
        head=text("digest.line", date=day_in_words(day.day), title=one_line(day.title)),
        sentence=one_line(day.sentence),
        told="; ".join(said),
        numbers=tuple(numbers[name] for name in day.cited if name in numbers),
    )


def quoted(line: Line) -> str:
    """Return the sentence of a line in quotation marks, with the numbers of its sources."""
    numbers = "".join(f"[{number}]" for number in line.numbers)
    return text("digest.quote", sentence=line.sentence, numbers=numbers).strip()


def _source(dated: DatedArticle, number: int) -> Source:
    article = dated.article
    date = date_in_words(dated.published.when)
    parts = (
        publisher_of(article) or "",
        shorten(one_line(article.title) or one_line(article.document), _TITLE, placeholder="…"),
        text("digest.undated-article") if date == UNKNOWN else date,
    )
    return Source(
        number, ", ".join(one_line(part) for part in parts if part), safe_url(article.url)
    )
