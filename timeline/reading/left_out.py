"""What a reader does not take into an article's text: counted, and quoted by its beginning."""

from collections.abc import Iterable, Iterator, Mapping

from timeline.model.article import LeftOut

LONGEST_EXCERPT = 200  # characters
Pieces = Iterable[tuple[str, str]]  # a reason, and a piece of text


def left_out(pieces: Pieces) -> tuple[LeftOut, ...]:
    """Return what was left out by reason, in the order of first appearance; blanks are nothing."""
    by_reason: dict[str, list[str]] = {}
    for reason, piece in pieces:
        text = " ".join(piece.split())
        if any(map(str.isalnum, text)):
            by_reason.setdefault(reason, []).append(text)
    return tuple(_joined(by_reason))


def _joined(by_reason: Mapping[str, list[str]]) -> Iterator[LeftOut]:
    for reason, texts in by_reason.items():
        yield LeftOut(reason, sum(map(len, texts)), excerpt(" · ".join(texts)))


def excerpt(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text[: 4 * LONGEST_EXCERPT].split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1].rstrip() + "…"


def letters(text: str) -> str:
    """Return the letters and digits of a text in small letters: what two texts have in common."""
    return "".join(filter(str.isalnum, text.casefold()))
