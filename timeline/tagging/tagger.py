"""From text to time expressions: scan, match, refine, and note what the clause tells."""

from collections.abc import Iterable

from timeline.languages import has_words
from timeline.languages.locale_file import puts_month_first
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.language_tag import base_of
from timeline.model.span import Span
from timeline.tagging.candidates import Candidate, candidates
from timeline.tagging.chronicle import as_one_sequence
from timeline.tagging.chunks import YEAR
from timeline.tagging.clause import bounded, bounding, lead
from timeline.tagging.fallback import unread
from timeline.tagging.invisible import breaks_of_words, hides_something, put_back, visible
from timeline.tagging.lives import dated_by_age
from timeline.tagging.locale_rules import read_by_locale
from timeline.tagging.named_events import counted_from_events
from timeline.tagging.numeric_order import settle_order
from timeline.tagging.refiners import refine
from timeline.tagging.relative_meanings import as_told
from timeline.tagging.stated import with_stated
from timeline.tagging.stretches import stretches
from timeline.tagging.tense import narrates, tense_of
from timeline.tagging.tokens import Alphabet, Line, alphabet

DEFAULT = "en"


def tag(article: Article) -> tuple[TimeExpression, ...]:
    """Find every time expression in an article's sentences, in the order of the text.

    Spans count characters of the article's text. Boilerplate and headers are not read. In a
    language without word files of its own the words of dateparser's locale are read. A phrase whose
    date the file states is dated so.
    """
    language, order = article.language, article.day_first
    found = tag_text(article.text, article.sentences, language, day_first=order)
    return with_stated(found, article) if article.dated else found


def tag_text(
    text: str,
    sentences: Iterable[Span],
    language: str = DEFAULT,
    *,
    day_first: bool | None = None,
) -> tuple[TimeExpression, ...]:
    """Find every time expression in the given stretches of a text.

    `language` may name a country (`en-GB`). Numeric dates that are open are read
    in the order of `day_first`; without it in that of the text's other dates, else of the country.
    """
    base = base_of(language)
    letters = alphabet(base) if has_words(base) else None
    tells = str.isalnum if letters is None else letters.tells
    found: list[TimeExpression] = []
    sentences = tuple(sentences)
    for span in stretches(text, sentences, tells):
        broken = _broken(text, span, letters)
        if broken or hides_something(text, span):
            plain, places = visible(text, span, broken)
            read = _read(plain, Span(0, len(plain)), base, letters) if plain else []
            found.extend(put_back(expression, text, places) for expression in read)
        else:
            found.extend(_read(text, span, base, letters))
    month_first = puts_month_first(language)
    of_country = None if language == base else not month_first
    found = settle_order(found, stated=day_first, of_country=of_country)
    if letters is not None:
        found = counted_from_events(found, text, sentences, letters.lexicon)
        found = dated_by_age(found, text, letters.lexicon)
    order = not month_first if day_first is None else day_first
    return tuple(as_one_sequence(found, text, sentences, day_first=order))


def _broken(text: str, span: Span, letters: Alphabet | None) -> frozenset[int]:
    """Return what parts a month or weekday at the end of a line."""
    if letters is None:
        return frozenset()
    lexicon = letters.lexicon

    def is_date(word: str) -> bool:
        return not lexicon.classes_of(word.lower()).isdisjoint(("MONTH", "WEEKDAY"))

    return breaks_of_words(text, span, is_date)


def _read(text: str, span: Span, language: str, letters: Alphabet | None) -> list[TimeExpression]:
    """Find the time expressions of a sentence."""
    if letters is None:
        read = read_by_locale(text, span, language)
    else:
        pieces = text[span.start : span.end].split()
        if letters.chunks.silent.issuperset(pieces):  # most sentences
            return []
        line = Line(text, span.start, span.end, letters, pieces)
        if not line.marks:
            return []
        read = _tag_line(text, line, letters)
        if YEAR not in line.marks:
            return read
    more = unread(text, span, language, read)
    return sorted(read + more, key=lambda e: e.span) if more else read


def _tag_line(text: str, line: Line, letters: Alphabet) -> list[TimeExpression]:
    found = candidates(line, letters.lexicon.language)
    if not found:
        return []
    return [
        _expression(text, candidate, line, letters)
        for candidate in refine(found, line, letters.lexicon)
    ]


def _expression(text: str, candidate: Candidate, line: Line, letters: Alphabet) -> TimeExpression:
    lexicon = letters.lexicon
    span = Span(*line.span(candidate.first, candidate.last))
    led = lead(candidate, line, lexicon)
    phrase = span if led.first == candidate.first else Span(line.starts()[led.first], span.end)
    tense = tense_of(candidate, line, lexicon, led.kind)
    meaning = bounded(candidate.meaning, bounding(candidate, line, lexicon, led), led.hedge)
    if narrates(candidate, line, lexicon):
        meaning = as_told(meaning)
    parts: tuple[TimeExpression, ...] = ()
    if candidate.parts:
        parts = tuple([_expression(text, part, line, letters) for part in candidate.parts])
    return TimeExpression(span, phrase, span.of(text), meaning, candidate.rule, tense, parts)
