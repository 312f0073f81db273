"""What an event that somebody adds at a passage could be called, and when it was.

The stages that read articles read the sentence of the passage once more. Where they find an event
in it, all that they say of it is suggested; else the words themselves, and the first date in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.app.pipeline import read_expressions, written_on
from timeline.dating import seen_from
from timeline.events import find_events
from timeline.model.article import Article
from timeline.model.event import Category, EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.span import Span
from timeline.model.when import UNDATED, When

LONGEST = 90  # characters of a title


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Fields to begin with; the person who adds the event decides."""

    title: str
    when: When = UNDATED
    status: Status = Status.HAPPENED
    category: Category = Category.OTHER
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def suggest(
    article: Article, expressions: Sequence[TimeExpression], published: When, place: Span
) -> Suggestion:
    """Suggest what a passage tells; `expressions` are all those of the article."""
    read = read_expressions(expressions, published, article.frames, sentences=article.sentences)
    dates = dict(read)
    sentences = tuple(s for s in article.sentences if s.overlaps(place))
    near = [e for e in expressions if any(s.contains(e.span) for s in sentences)]
    found = find_events(replace(article, sentences=sentences), near) if near else ()
    best = min(found, key=lambda one: _apart(one, place), default=None)
    if best is not None:
        when = dates[best.expression].when
        written = written_on(article.frames, best.sentence, published)
        event = seen_from(best, when, written, article.base_language)
        return Suggestion(
            event.title, when, event.status, event.category, event.actors, event.places
        )
    inside = [e for e in near if place.overlaps(e.span)] or near
    when = dates[inside[0]].when if inside else UNDATED
    return Suggestion(_title(article.text, place, expressions), when)


def _apart(mention: EventMention, place: Span) -> tuple[bool, bool, int]:
    """Sort mentions: those first whose event word, then whose date stands in the passage."""
    word, date = mention.trigger_span or mention.sentence, mention.expression.span
    return not place.overlaps(word), not place.overlaps(date), abs(word.start - place.start)


def _title(text: str, place: Span, expressions: Sequence[TimeExpression]) -> str:
    """Return the words of a passage without its dates, cut at a word where they are long."""
    words = place.of(text)
    for one in sorted(expressions, key=lambda e: e.phrase.start, reverse=True):
        if place.contains(one.phrase):
            start, end = one.phrase.start - place.start, one.phrase.end - place.start
            words = words[:start] + words[end:]
    bare = " ".join(words.split()).strip(" .,;:–—-\"“”'‘’()")
    return bare if len(bare) <= LONGEST else bare[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
