"""The title: a headline above the story, or one made from the story's first sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.folders import MAIN
from timeline.languages.page_words import page_words
from timeline.model.span import Span
from timeline.reading.lines import INVISIBLE
from timeline.reading.paragraphs import Paragraph
from timeline.reading.words import alternation

LONGEST_HEADLINE = 200  # characters
LONGEST_MADE = 120
LONGEST_SENTENCE = 2_000  # what stands behind has no part in a title
SHORTEST_CLAUSE = 60  # a made title stops at a comma only behind so many characters
_HEADING = "#"  # Markdown
_UNFINISHED = (",", ";", ":", "—", "–", "-")
_FULL_STOPS = (".", "。", "।", "۔")
ELLIPSIS = "…"
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Headline:
    """A title that stands in the text."""

    span: Span
    text: str


def headline(paragraphs: Sequence[Paragraph]) -> Headline | None:
    """Take the first paragraph for the headline if it looks like one and a story follows."""
    if len(paragraphs) < 2:  # noqa: PLR2004 - headline and story
        return None
    first = paragraphs[0]
    bare = first.text.lstrip(_HEADING + " ")
    if not bare or len(bare) > LONGEST_HEADLINE or not any(map(str.isalpha, bare)):
        return None
    ending = bare.rstrip("\"'”’»)] ")
    if ending.endswith(_FULL_STOPS) and not ending.endswith("..."):
        return None
    if ending.endswith(_UNFINISHED):
        return None
    return Headline(Span(first.span.end - len(bare), first.span.end), one_line(bare))


def made_title(sentence: str, language: str = MAIN) -> str:
    """Shorten a sentence to a title: asides go first, then what stands after a comma, then words.

    An ellipsis shows that the end is missing.
    """
    cuts = _cuts(language.split("-", 1)[0].lower())
    text = one_line(sentence[:LONGEST_SENTENCE]).removesuffix(".")
    if len(text) > LONGEST_MADE:
        text = cuts.aside.sub(r"\1", _BRACKETS.sub("", text), count=1)
    if len(text) <= LONGEST_MADE:
        return text
    head = text[:LONGEST_MADE]
    commas = [
        comma.start() for comma in cuts.comma.finditer(head) if comma.start() >= SHORTEST_CLAUSE
    ]
    if commas:
        return head[: commas[-1]] + ELLIPSIS
    words = head[: head.rfind(" ")] if " " in head else head[:-1]
    return cuts.dangling.sub("", words).rstrip(" ,;:-–—") + ELLIPSIS


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Where a sentence may be cut."""

    aside: re.Pattern[str]  # "ISKP, the local chapter of ISIS, is": after the first name
    comma: re.Pattern[str]  # not that of a list, "India, Iran and China"
    dangling: re.Pattern[str]  # words that no title ends with


@lru_cache(maxsize=32)
def _cuts(language: str) -> _Cuts:
    """Return the cuts by the words of a language and of English."""
    languages = tuple(dict.fromkeys((language, MAIN)))
    asides, joins, dangling = (
        alternation(page_words("title", key, languages)) for key in ("asides", "joins", "dangling")
    )
    return _Cuts(
        re.compile(rf"^([^,]+),\s(?:{asides})\s[^,]*,(?=\s[a-z])"),
        re.compile(rf",\s(?!\S+(?:\s\S+)?(?:,|\s(?:{joins})\s))"),
        re.compile(rf"(?:\s(?:{dangling}))+$"),
    )


def one_line(text: str) -> str:
    """Return a text on one line, without invisible characters or runs of blanks."""
    return " ".join(text.translate(dict.fromkeys(map(ord, INVISIBLE))).split())
