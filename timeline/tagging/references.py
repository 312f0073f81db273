"""References of a story to its own time: "former", "at that time".

TIMEX3 marks them in histories and lives; in news they are never marked ("the former minister").
They name no date, so that no event is sought for them: only tagging without events asks for them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.languages import has_words, load
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.meaning import MENTIONED, AtTime, DayPart, Meaning, Vague, Vagueness
from timeline.model.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = str.maketrans({chr(n): " " for n in range(128) if not chr(n).isalpha()})
_MEANINGS: dict[str, Meaning] = {
    "mentioned": MENTIONED,  # what stands for the date mentioned before
    "night": AtTime(Vague(Vagueness.PRESENT), part=DayPart.NIGHT),  # of no day in particular
    **{kind.value: Vague(kind) for kind in Vagueness},
}


def references(article: Article, read: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the references in an article's sentences that none of `read`, in order, overlaps."""
    if not has_words(article.base_language):
        return []
    ends = [expression.span.end for expression in read]
    out: list[TimeExpression] = []
    for sentence in article.sentences:
        if _telling(article.base_language).isdisjoint(_words_of(sentence.of(article.text).lower())):
            continue
        found = _in_sentence(article.text, sentence, article.base_language)
        for one in sorted(found, key=lambda e: (e.span.start, -e.span.end)):
            after = bisect_right(ends, one.span.start)
            free = after == len(read) or not one.span.overlaps(read[after].span)
            if free and not (out and out[-1].span.overlaps(one.span)):
                out.append(one)
    return out


def _in_sentence(text: str, sentence: Span, language: str) -> Iterator[TimeExpression]:
    for kind, pattern in _patterns(language):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            phrase, span = Span(*found.span()), Span(*found.span(found.lastindex or 0))
            rule = f"{kind} reference of a story"
            yield TimeExpression(span, phrase, span.of(text), _MEANINGS[kind], rule)


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern for each kind; of "at [that time]" what is in brackets is marked."""
    return tuple(
        (kind, re.compile("|".join(sorted(map(_pattern, phrases))), re.IGNORECASE))
        for kind, phrases in load(language).references.items()
    )


@lru_cache(maxsize=32)
def _telling(language: str) -> frozenset[str]:
    """Return a word of each phrase: a sentence that holds none of them needs no search."""
    groups = load(language).references.values()
    return frozenset(_longest_word(phrase) for phrases in groups for phrase in phrases)


def _pattern(phrase: str) -> str:
    inner = re.escape(phrase).replace(r"\[", "(").replace(r"\]", ")")
    return rf"(?<!\w){inner}(?!\w)"


def _words_of(stretch: str) -> list[str]:
    """Return the words of a stretch of text; those of plain ASCII are found four times as fast."""
    plain = stretch.isascii()
    return stretch.translate(_NO_LETTERS).split() if plain else _WORD.findall(stretch)


def _longest_word(phrase: str) -> str:
    """Return "same" of "at [the same time]": of what is marked."""
    phrase = phrase[phrase.find("[") :].partition("]")[0] if "[" in phrase else phrase
    return max(_WORD.findall(phrase), key=lambda word: (len(word), word), default="")
