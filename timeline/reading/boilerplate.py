"""Lines of the page around a story, by the lists of boilerplate.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.errors import WordDataError
from timeline.model.article import Mark
from timeline.reading.dated_line import may_hold_date
from timeline.reading.paragraphs import Paragraph
from timeline.reading.words import table, word_list

DATA = "boilerplate.toml"
REASON = "boilerplate"
LONGEST = 320  # characters; no pattern matches more
_EDGES = " \t\u00a0.…!:;,-–—*•|>»→[]"
_QUOTES = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class _Known:
    """Lines and a pattern that matches further ones."""

    lines: frozenset[str]
    pattern: re.Pattern[str]


def boilerplate_marks(
    blocks: Sequence[Paragraph], languages: tuple[str, ...] = ("en",)
) -> tuple[Mark, ...]:
    """Mark the lines that belong to the page; those without a letter or digit do too.

    `blocks` are all paragraphs of the text. One of several lines is none: it is broken text. One
    that may hold a date in one of the `languages` is none either, unless the lists hold it whole.
    """
    end = len(blocks) - tail_size()
    marks = []
    for number, block in enumerate(blocks):
        if len(block.lines) == 1 and _is_boilerplate(block.text, languages, tail=number >= end):
            marks.append(Mark(block.span, REASON))
    return tuple(marks)


def tail_size() -> int:
    """Give how many paragraphs the list of the tail holds for."""
    size = table(DATA).get("tail", {}).get("size")
    if not isinstance(size, int):
        raise WordDataError(f"{DATA}: tail.size is not a number")
    return size


def _is_boilerplate(text: str, languages: tuple[str, ...], *, tail: bool) -> bool:
    if len(text) > LONGEST:
        return False
    if not any(map(str.isalnum, text)):
        return True  # a rule of dashes or stars
    folded = " ".join(text.casefold().translate(_QUOTES).split()).strip(_EDGES)
    groups = [_known("anywhere"), *([_known("tail")] if tail else [])]
    if any(folded in known.lines for known in groups):
        return True
    matches = any(known.pattern.fullmatch(folded) for known in groups)
    return matches and not may_hold_date(text, languages)


@lru_cache(maxsize=2)
def _known(group: str) -> _Known:
    patterns = word_list(DATA, group, "patterns")
    try:
        pattern = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    except re.error as error:
        raise WordDataError(f"{DATA}: {group}.patterns: {error}") from error
    return _Known(frozenset(word_list(DATA, group, "lines")), pattern)
