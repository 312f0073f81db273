"""Who alone says what: a figure, a place or a name that no other publisher has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.model.event import DatedMention, Event
from timeline.telling.told import Alone, Aspect, Telling

_SEVERAL = 2
_ORDER = tuple(Aspect)

Said = tuple[Aspect, str]


def alone(event: Event, tellings: Sequence[Telling]) -> tuple[Alone, ...]:
    """Return what one publisher says alone, figures first; nothing where there is but one.

    Who repeats a sentence says what it says; what an article says whose publisher nobody knows
    may be another publisher's.
    """
    if len({name for telling in tellings for name in telling.publishers}) < _SEVERAL:
        return ()
    names = {form: alias.name for alias in event.aliases for form in alias.forms}
    said: dict[Said, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for one in dict.fromkeys(_said(telling.dated, names)):
            said[one].append(telling)
    found = [
        Alone(aspect, words, by[0].publishers[0], by[0].place)
        for (aspect, words), by in said.items()
        if all(one.publisher for one in by)
        and len({name for one in by for name in one.publishers}) == 1
    ]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.aspect)))


def _said(dated: DatedMention, names: Mapping[str, str]) -> Iterator[Said]:
    mention = dated.mention
    yield from ((Aspect.FIGURE, figure.in_words()) for figure in mention.figures)
    yield from ((Aspect.PLACE, names.get(name, name)) for name in mention.places)
    yield from ((Aspect.NAME, names.get(name, name)) for name in mention.actors)
