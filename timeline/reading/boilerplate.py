"""Lines of the page around a story, by the lists of boilerplate.toml."""

import re
from collections.abc import Sequence
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
    groups = ["anywhere", *(["tail"] if tail else [])]
    if any(folded in _lines(group) for group in groups):
        return True
    if _pattern("elsewhere").fullmatch(folded):
        return not may_hold_date(text, languages, relative=False)
    matches = any(_pattern(group).fullmatch(folded) for group in groups)
    return matches and not may_hold_date(text, languages)


@lru_cache(maxsize=2)
def _lines(group: str) -> frozenset[str]:
    return frozenset(word_list(DATA, group, "lines"))


@lru_cache(maxsize=3)
def _pattern(group: str) -> re.Pattern[str]:
    patterns = word_list(DATA, group, "patterns")
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    except re.error as error:
        raise WordDataError(f"{DATA}: {group}.patterns: {error}") from error
