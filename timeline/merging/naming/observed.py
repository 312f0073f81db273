"""What one article shows of its names: how each is used, and beside what it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.merging.naming.parsed_name import parsed_name
from timeline.merging.stems import stem, telling
from timeline.model.event import DatedMention

_WORD = re.compile(r"[^\W\d_]{3,}")
_LARGE = r"[A-Z][\w’'&.-]*\w"
_RUN = re.compile(
    rf"(?<![\w.])(?!The |A |An |In |On |But |And ){_LARGE}(?: (?:of |the )?{_LARGE}){{0,5}}"
)
_AROUND = 60  # characters on each side of a name that tell its role


@dataclass(frozen=True, slots=True)
class NameUse:
    """How an article uses a name.

    `places` counts the sentences in which it is a place, of `sentences`. `beside` are what it is
    seen with: other names, days, event words, and words around it.
    """

    sentences: int
    places: int
    beside: frozenset[str]
    apart: frozenset[str]  # other names of the same sentences


@dataclass(frozen=True, slots=True)
class Observed:
    """The names of an article, the words that it writes small, and all that it writes large.

    `written` are words with capitals that follow each other, as far as they go: "Lake Council" is
    not "Council".
    """

    uses: Mapping[str, NameUse]
    small: frozenset[str]
    written: frozenset[str]


def seen(mentions: Iterable[DatedMention], texts: Mapping[str, str]) -> tuple[Observed, ...]:
    """Return what each article of a collection shows of its names, by the articles' names."""
    by_document: dict[str, list[DatedMention]] = defaultdict(list)
    for told in mentions:
        by_document[told.mention.document].append(told)
    return tuple(observed(by_document[name], texts.get(name, "")) for name in sorted(by_document))


def observed(mentions: Iterable[DatedMention], text: str = "") -> Observed:
    """Return what an article shows of its names; the order of its mentions changes nothing."""
    sentences: Counter[str] = Counter()
    places: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    apart: dict[str, set[str]] = defaultdict(set)
    small: set[str] = set()
    for told in mentions:
        mention = told.mention
        names = {*mention.actors, *mention.places}
        sentence = mention.sentence_text
        small |= {word for word in _WORD.findall(sentence) if word.islower()}
        shared = set(_shared(told))
        companions = {name: f"n {parsed_name(name).key}" for name in names}
        for name in names:
            sentences[name] += 1
            places[name] += name in mention.places and name not in mention.actors
            own = companions[name]
            beside[name] |= shared | ({*companions.values()} - {own}) | _around(sentence, name)
            apart[name] |= names - {name}
    return Observed(
        {
            name: NameUse(
                sentences[name], places[name], frozenset(beside[name]), frozenset(apart[name])
            )
            for name in sorted(sentences)
        },
        frozenset(small),
        frozenset(_RUN.findall(text)),
    )


def _shared(told: DatedMention) -> Iterable[str]:
    """Yield the day and the event word of a mention."""
    when = told.when
    if when.first is not None and when.first == when.last:
        yield f"d {when.first}"
    if told.mention.trigger:
        yield f"e {told.mention.trigger.casefold()}"


def _around(text: str, name: str) -> set[str]:
    at = text.find(name)
    if at < 0:
        return set()
    end = at + len(name)
    near = f"{text[max(0, at - _AROUND) : at]} {text[end : end + _AROUND]}"
    words = (word.casefold() for word in _WORD.findall(near))
    return {f"w {stem(word)}" for word in words if telling(word)}
