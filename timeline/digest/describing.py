"""A day of a digest described: its line, its sentence, its counts and its reasons."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from timeline.digest.best_line import Background, BestLine, best_line
from timeline.digest.day import DigestDay
from timeline.digest.reasons import reasons
from timeline.digest.voices import Voice
from timeline.wording.plain_text import one_line
from timeline.wording.strings import text

_CITED = 2  # articles to each day, of as many publishers
_DISPUTED = 0.2  # of a day's articles, that tell of what is disputed
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked: how many articles, of how many publishers, and what their days have alike."""

    total: int
    publishers: int
    background: Background


def described(  # noqa: PLR0913 - a day, its place, and what surrounds it
    day: int,
    rank: int,
    score: float,
    voices: Sequence[Voice],
    scope: Scope,
    *,
    taken: Container[str] = frozenset(),
) -> DigestDay:
    """Return a day with all that a digest says of it; `taken` are the titles of other days."""
    line = best_line(voices, scope.background, taken)
    tellings = [telling for voice in voices for telling in voice.tellings]
    documents = len(voices)
    later = sum(voice.looks_back for voice in voices)
    sources = len({telling.publisher for telling in tellings} - {None})
    disputed = _is_disputed(voices)
    why = reasons(
        documents=documents,
        total=scope.total,
        copies=len({telling.document for telling in tellings}) - documents,
        later=later,
        sources=sources,
        publishers=scope.publishers,
    )
    return DigestDay(
        day=day,
        rank=rank,
        score=round(score, _DIGITS),
        title=line.title,
        sentence=one_line(line.quoted.sentence),
        document=line.quoted.document,
        cited=_cited(line, voices),
        events=_events(line, voices),
        documents=documents,
        sources=sources,
        looking_back=later,
        disputed=disputed,
        why=(*why, text("digest.disputed")) if disputed else tuple(why),
    )


def _is_disputed(voices: Sequence[Voice]) -> bool:
    """Return whether a fair part of the articles tells of an event that is disputed."""
    telling = sum(any(one.event.conflicts for one in voice.tellings) for voice in voices)
    return telling > 0 and telling >= _DISPUTED * len(voices)


def _cited(line: BestLine, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return the articles of the sentence and of the title, and others of other publishers."""
    by_weight = sorted(voices, key=lambda voice: (-voice.weight, voice.tellings[0].document))
    others = (voice.tellings[0] for voice in by_weight)
    chosen = {line.quoted.document: line.quoted.publisher}
    for telling in (line.titled, *others):
        if telling.publisher not in chosen.values():
            chosen.setdefault(telling.document, telling.publisher)
    return tuple(chosen)[:_CITED]


def _events(line: BestLine, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return the ids of the events, that of the line first, then by how many voices tell them."""
    told = Counter(
        name for voice in voices for name in {telling.event.id for telling in voice.tellings}
    )
    others = sorted(told, key=lambda name: (-told[name], name))
    return tuple(dict.fromkeys((line.titled.event.id, *others)))
