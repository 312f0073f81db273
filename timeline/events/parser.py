"""The English parser: loaded once, when the first sentence needs it, and fed in batches.

The import stands inside the loader, because it takes longer than reading an article without any
date.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.events.parser_model import model_folder
from timeline.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

    from timeline.events.parsed import Parse

BATCH = 32
# A "sentence" beyond this is a list or a table, which no parser reads well.
LONGEST_SENTENCE = 1500

_HALVES = re.compile("[\ud800-\udfff]")
# Footnote marks, which are no part of the sentence: "was seized.[3]", "[citation needed]".
_NOTES = re.compile(
    r"\[(?:\d{1,3}|[a-z]|(?:note|n|nb) ?\d{1,3}|[a-z ]{1,20} needed|update[d]?)\]", re.IGNORECASE
)


@lru_cache(maxsize=1)
def load() -> "Language":
    """Load the parser; takes about a second. Raises ModelError where its model was changed."""
    import spacy  # noqa: PLC0415 - see above

    return spacy.load(model_folder())


def parse(text: str, windows: Sequence[Span]) -> dict[Span, "Parse"]:
    """Parse parts of an article, in one batch; gives them by their spans."""
    return dict(zip(windows, parse_without(text, [(w, ()) for w in windows]), strict=True))


def parse_without(text: str, parts: Sequence[tuple[Span, Sequence[Span]]]) -> list["Parse"]:
    """Parse parts of an article, each without the pieces cut out of it, in one batch."""
    from timeline.events.parsed import Parse  # noqa: PLC0415 - imports the parser's types

    cleaned = [_single_spaced(text, window, cut) for window, cut in parts]
    docs = load().pipe((words for words, _ in cleaned), batch_size=BATCH)
    return [
        Parse(doc, window, places)
        for (window, _), doc, (_, places) in zip(parts, docs, cleaned, strict=True)
    ]


def window_around(text: str, sentence: Span, spans: Iterable[Span]) -> Span:
    """Return the sentence, or where it is overlong its part around the given spans."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    spans = tuple(spans)
    margin = LONGEST_SENTENCE // 4
    start = max(sentence.start, min(s.start for s in spans) - margin)
    end = min(sentence.end, start + LONGEST_SENTENCE, max(s.end for s in spans) + margin)
    while (
        sentence.start < start
        and not text[start - 1].isspace()
        and start > spans[0].start - margin * 2
    ):
        start -= 1
    return Span(start, max(end, start + 1))


def _single_spaced(
    text: str, window: Span, cut: Sequence[Span] = ()
) -> tuple[str, tuple[int, ...]]:
    # The parser takes no half characters; what stands in their place has their length.
    shown = _NOTES.sub(lambda note: " " * len(note[0]), window.of(text))
    for piece in cut:
        first, last = piece.start - window.start, piece.end - window.start
        shown = shown[: max(0, first)] + " " * (last - max(0, first)) + shown[last:]
    words = list(re.finditer(r"\S+", _HALVES.sub("\N{REPLACEMENT CHARACTER}", shown)))
    letters: list[str] = []
    places: list[int] = []
    for word in words:
        if letters:
            letters.append(" ")
            places.append(window.start + word.start() - 1)
        letters.append(word.group())
        places.extend(range(window.start + word.start(), window.start + word.end()))
    return "".join(letters), tuple(places)
