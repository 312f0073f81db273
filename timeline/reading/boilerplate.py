"""Lines of the page around a story, by the lists of boilerplate.toml and of all languages.

A line is compared as a whole: letter case, the kind of quotation mark, runs of blanks and
punctuation at either end do not count. Patterns are for the whole line, in small letters. What
only a pattern matches is kept where it may hold a date; the lines of the lists hold none.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages.page_words import page_pattern, page_words
from timeline.model.article import Mark
from timeline.reading.dated_line import may_hold_date
from timeline.reading.paragraphs import Paragraph
from timeline.reading.words import word_list

DATA = "boilerplate.toml"
REASON = "boilerplate"
TAIL = 12  # paragraphs that end a page; they are compared with more
LONGEST = 320  # characters; no pattern matches more
_EDGES = " \t\u00a0.…!:;,-–—*•|>»→[]"
_RIGHT = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_QUOTES = str.maketrans("’‘“”", "''\"\"")


def boilerplate_marks(
    blocks: Sequence[Paragraph], languages: tuple[str, ...] = ("en",)
) -> tuple[Mark, ...]:
    """Mark the lines that belong to the page; those without a letter or digit do too.

    `blocks` are all paragraphs of the text. One of several lines is none: it is broken text. One
    that may hold a date in one of the `languages` is none either, unless the lists hold it whole.
    """
    end = len(blocks) - TAIL
    marks = []
    for number, block in enumerate(blocks):
        if len(block.lines) == 1 and _is_boilerplate(block.text, languages, tail=number >= end):
            marks.append(Mark(block.span, REASON))
    return tuple(marks)


def is_right(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a sentence is the notice of a right, and holds no date but its year."""
    return _RIGHT.match(text) is not None and _is_boilerplate(text, languages, tail=False)


def _is_boilerplate(text: str, languages: tuple[str, ...], *, tail: bool) -> bool:
    if len(text) > LONGEST:
        return False
    if not any(map(str.isalnum, text)):
        return True  # a rule of dashes or stars
    folded = " ".join(text.casefold().translate(_QUOTES).split()).strip(_EDGES)
    groups = ["anywhere", *(["tail"] if tail else [])]
    if any(folded in _lines(group) for group in groups):
        return True
    # The days of other headlines ("last weekend") count from a publication that is not known.
    if _pattern("elsewhere").fullmatch(folded):
        return not may_hold_date(text, languages, relative=False)
    matches = any(_pattern(group).fullmatch(folded) for group in groups)
    return matches and not may_hold_date(text, languages)


@lru_cache(maxsize=2)
def _lines(group: str) -> frozenset[str]:
    neutral = word_list(DATA, group, "lines")
    return frozenset((*neutral, *page_words(f"boilerplate.{group}", "lines")))


@lru_cache(maxsize=3)
def _pattern(group: str) -> re.Pattern[str]:
    neutral = word_list(DATA, group, "patterns") if group == "anywhere" else ()
    return page_pattern(f"boilerplate.{group}", "patterns", *neutral)
