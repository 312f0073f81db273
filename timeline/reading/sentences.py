"""Sentences with exact offsets: sentencex finds their ends, small rules take some back."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.model.span import Span
from timeline.reading.lines import stripped
from timeline.reading.words import alternation, word_list

DATA = "sentence_breaks.toml"
# sentencex must see no newline inside a paragraph and refuses lone surrogates. One for one, so
# that offsets stay.
_UNSEEN = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WINDOW = 40  # characters before an end that the rules look at

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s*")
# "Roe Corp. for two million", but not a brand such as iPhone at the start of a sentence.
_SMALL = re.compile(r"(?=[^\W\d_])[^A-Z\W]+\b")
_SHORT_NAME = re.compile(r"\b[A-Z]\w{0,4}\.\s*$")
# "44 a.C.", "44 av. J.-C.": the letters of an era, cut in two
_ERA, _ERA_REST = re.compile(r"(?:\d\s?[ad]|\bJ)\.\s*$"), re.compile(r"-?\s?C\.")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
_CLOSING = re.compile(r"[\s\"'”’»)\]]+")


def sentences_of(text: str, span: Span, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of a paragraph, `text` in `span`, without the blanks around them."""
    import sentencex  # noqa: PLC0415 - a native library that only reading needs

    paragraph = _SURROGATE.sub("\ufffd", _UNSEEN.sub(" ", span.of(text)))
    pieces = sentencex.segment(language.split("-", 1)[0].lower(), paragraph)
    found = []
    offset = span.start
    for piece in _joined(pieces):
        sentence = stripped(piece, offset)
        if sentence:
            found.append(sentence)
        offset += len(piece)
    return tuple(found)


def _joined(pieces: list[str]) -> Iterator[str]:
    """Join pieces of which the first does not end a sentence."""
    parts: list[str] = []
    for piece in pieces:
        if parts and not _ends(parts[-1], piece, first=len(parts) == 1):
            parts.append(piece)
            continue
        if parts:
            yield "".join(parts)
        parts = [piece]
    if parts:
        yield "".join(parts)


def _ends(before: str, after: str, *, first: bool) -> bool:
    """Return whether a sentence ends between two pieces."""
    tail = before[-_WINDOW:]
    if first and len(before) < _WINDOW and _NUMBER.fullmatch(before.lstrip()):
        return False  # "1. Geographical Expansion: ..."
    if after.lstrip()[:1] in (":", "："):
        return False  # "25.1.: ..."
    if _CLOSING.fullmatch(after):
        return False  # a quotation mark that was left alone
    return not (
        _goes_on_after_clock(tail, after)
        or _goes_on_after_abbreviation(tail, after)
        or (_ERA.search(tail) and _ERA_REST.match(after))
        or (_ORDINAL.search(tail) and _starts("after_ordinal").match(after))
    )


def _goes_on_after_clock(tail: str, after: str) -> bool:
    """Return whether the stop is that of "9:30 a.m. Monday", "5 p.m. IST", "8 a.m. (0330 GMT)"."""
    if not _clock().search(tail):
        return False
    goes_on = after[:1] in "([" or after[:1].islower()
    return goes_on or bool(_starts("after_clock").match(after) or _place_time().match(after))


def _goes_on_after_abbreviation(tail: str, after: str) -> bool:
    if not tail.rstrip().endswith("."):
        return False
    if _ends_with("before_name").search(tail):
        return True
    if _SMALL.match(after) and _SHORT_NAME.search(tail):
        return True
    return after[:1].isdigit() and bool(_ends_with("before_number").search(tail))


@lru_cache(maxsize=4)
def _starts(group: str) -> re.Pattern[str]:
    words = page_words("sentences", group)
    if group == "after_clock":
        words += word_list(DATA, group)
    return re.compile(rf"(?:{alternation(words)})\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _ends_with(group: str) -> re.Pattern[str]:
    words = alternation(page_words("sentences", group))
    return re.compile(rf"(?:^|[\s(“\"'‘])(?:{words})\.\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    noon = alternation(page_words("sentences", "noon"))
    return re.compile(rf"(?:\d|\b(?:{noon}))\s*[ap]\.\s?m\.\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _place_time() -> re.Pattern[str]:
    """What follows a clock in "5 p.m. New Delhi time"."""
    return re.compile(rf"(?:\w+\s){{1,2}}(?:{alternation(page_words('sentences', 'time_of'))})\b")
