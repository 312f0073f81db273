"""Articles as rows and back. What is only ever read with its article is JSON in its row."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.model.article import (
    Article,
    ClaimSource,
    DateClaim,
    DatedPhrase,
    FrameKind,
    LeftOut,
    Mark,
    Published,
    SourceBasis,
    TextFrame,
)
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.model.when import Basis
from timeline.store.when_columns import pack_when, unpack_when

Row = Mapping[str, Any]
# What begins a row that is none of a mark, among those of the marks.
FRAME, DATED = "frame", "dated"
ORDER = "order"  # begins that of the stated order of numeric dates


def span_of(start: int | None, end: int | None) -> Span | None:
    """Make a span of two columns; None where they are empty."""
    return None if start is None or end is None else Span(start, end)


def article_row(article: Article) -> dict[str, Any]:
    """Return an article's columns, all but its id and position."""
    title = article.title_span
    return {
        "document": article.document,
        "text": article.text,
        "title": article.title,
        "title_start": title and title.start,
        "title_end": title and title.end,
        "language": article.language,
        "url": article.url,
        "source": article.source,
        "source_basis": article.source_basis and article.source_basis.value,
        "sentences": [[s.start, s.end] for s in article.sentences],
        "marks": [*_pack_marks(article)],
        "claims": [_pack_claim(claim) for claim in article.claims],
    }


def article_of(row: Row) -> Article:
    """Read an article from its columns."""
    return Article(
        document=row["document"],
        text=row["text"],
        title=row["title"],
        sentences=tuple(Span(*ends) for ends in row["sentences"]),
        marks=tuple(Mark(Span(m[0], m[1]), m[2]) for m in row["marks"] if isinstance(m[0], int)),
        claims=tuple(_unpack_claim(claim) for claim in row["claims"]),
        title_span=span_of(row["title_start"], row["title_end"]),
        language=row["language"],
        url=row["url"],
        source=row["source"],
        source_basis=row["source_basis"] and SourceBasis(row["source_basis"]),
        left_out=tuple(LeftOut(m[2], m[1], m[3]) for m in row["marks"] if m[0] is None),
        frames=tuple(_unpack_frame(m) for m in row["marks"] if m[0] == FRAME),
        dated=tuple(
            DatedPhrase(Span(m[1], m[2]), from_edtf(m[3])) for m in row["marks"] if m[0] == DATED
        ),
        day_first=next((m[1] for m in row["marks"] if m[0] == ORDER), None),
    )


def _pack_marks(article: Article) -> Iterator[list[Any]]:
    """Yield what is no part of the story: in the text by its ends, outside of it by its length.

    Then the frames and the dated phrases, each after its name, and the order of numeric dates.
    """
    yield from ([m.span.start, m.span.end, m.reason] for m in article.marks)
    yield from ([None, out.characters, out.reason, out.excerpt] for out in article.left_out)
    for frame in article.frames:
        ends = (frame.span.start, frame.span.end)
        yield [FRAME, *ends, frame.day, frame.kind.value, frame.author]
    for one in article.dated:
        yield [DATED, one.span.start, one.span.end, to_edtf(one.when)]
    if article.day_first is not None:
        yield [ORDER, article.day_first]


def _unpack_frame(data: list[Any]) -> TextFrame:
    _, start, end, day, kind, author = data
    return TextFrame(Span(start, end), day, FrameKind(kind), author)


def published_row(published: Published) -> dict[str, Any]:
    """Return the columns of a publication date, all but article and position."""
    return {
        **pack_when(published.when),
        "basis": published.basis.value,
        "explanation": list(published.explanation),
    }


def published_of(row: Row) -> Published:
    """Read a publication date from its columns."""
    return Published(unpack_when(row), Basis(row["basis"]), tuple(row["explanation"]))


def _pack_claim(claim: DateClaim) -> dict[str, Any]:
    return {
        "source": claim.source.value,
        "text": claim.text,
        "when": pack_when(claim.when),
        "span": claim.span and [claim.span.start, claim.span.end],
        "place": claim.place,
    }


def _unpack_claim(data: Row) -> DateClaim:
    span = Span(*data["span"]) if data["span"] else None
    when = unpack_when(data["when"])
    # Stores written before places were kept have none.
    return DateClaim(ClaimSource(data["source"]), data["text"], when, span, data.get("place"))
