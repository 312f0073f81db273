"""A mention as merging sees it: its words with their weight, its names, its numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from timeline.merging.articles import Article, matter_words, sentence_names
from timeline.merging.deeds import Deed, known_deeds
from timeline.merging.names import SPELLING_ONLY, Names
from timeline.merging.stems import name_words, plain_words, stem, stemmed, stems, telling
from timeline.merging.taken_up import TakenUp, taken_up
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category, DatedMention, EventMention
from timeline.model.when import When

FAR = 10**12  # days: beyond any date
NAME = 2.0  # a proper noun tells more of which event it is than
TRIGGER = 2.0  # the word that names what happened, as much as
PLAIN = 1.0  # any other word,
LIGHT = 0.5  # and least of all a word that any report has
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_FIGURE = re.compile(r"\d{2,}")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*")
_HEADLINE = 0.6  # this share of capitals makes a title a headline, whose capitals tell nothing
_FEW = 4  # words are too few to tell a headline


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a mention is compared; all words are stems.

    `rank` is its place in the canonical order; `dated` tells whether anything is known of its date.
    `words` are those of the title and the trigger, each with its weight, `weight` that of all;
    `names` also those of actors and places that the title leaves out; `order`
    are the names of the title as they follow each other, `figures` its numbers of two digits and
    more, `amounts` all its numbers with their fractions, `ordinals` which of a row it speaks of.
    `first` and `last` are the ends of the date as day numbers, beyond any date where open or
    unknown. `sentence` are the words of the sentence, `said` those that tell of its matter,
    `named` its names; `deeds` are told by the event word, `beside` by the rest of the sentence, and
    `up` is the noun by which it takes up what the article told before.
    """

    rank: int
    told: DatedMention
    mention: EventMention
    document: str
    when: When
    dated: bool
    first: int
    last: int
    words: Mapping[str, float]
    weight: float
    names: frozenset[str]
    order: tuple[str, ...]
    trigger: str
    actors: frozenset[str]
    places: frozenset[str]
    ordinals: frozenset[int]
    figures: frozenset[str]
    amounts: frozenset[str]
    passive: bool
    sentence: frozenset[str]
    article: Article
    deeds: frozenset[Deed]
    said: frozenset[str]
    named: frozenset[str]
    beside: frozenset[Deed]
    up: TakenUp | None

    @property
    def rest(self) -> frozenset[str]:
        """What is neither name nor trigger: as a rule, to whom or what it was done."""
        heavy = (word for word, weight in self.words.items() if weight >= PLAIN)
        return frozenset(heavy) - self.names - {self.trigger}

    def agrees(self, other: "Profile") -> bool:
        """Return whether two dates can be one, as `dates.agree` does, only faster."""
        meet = self.first <= other.last and other.first <= self.last
        return meet and self.when.kind is other.when.kind

    @property
    def single_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last

    def own(self, other: "Profile") -> frozenset[str]:
        """Return the words, beyond those of any report, that the other mention lacks."""
        words = self.words.keys() - other.words.keys() - other.names
        return frozenset(word for word in words if self.words[word] >= PLAIN)


def profile(
    rank: int, told: DatedMention, article: Article, names: Names = SPELLING_ONLY
) -> Profile:
    """Read from a mention what is compared; `names` are those known in the collection."""
    mention = names.compared(told.mention)
    actors, places = _stems_of(mention.actors), _stems_of(mention.places)
    named = actors | places | _capitalised(mention.title)
    title = stems(mention.title)
    trigger = stem(mention.trigger.casefold()) if mention.trigger.strip() else ""
    written = [word.casefold() for word in plain_words(mention.title)]
    sentence = frozenset(stems(mention.sentence_text))
    words = _weights(title, trigger, named)
    return Profile(
        rank=rank,
        told=told,
        mention=told.mention,
        document=told.mention.document,
        when=told.when,
        dated=told.when.resolved,
        first=-FAR if told.when.first is None else told.when.first,
        last=FAR if told.when.last is None else told.when.last,
        words=words,
        weight=fsum(words.values()),
        names=named,
        order=tuple(word for word in title if word in named),
        trigger=trigger,
        actors=actors,
        places=places,
        ordinals=_ordinals(written),
        figures=frozenset(word for word in written if _FIGURE.fullmatch(word)),
        amounts=frozenset(_AMOUNT.findall(mention.title)),
        passive=not vocabulary().agent_marks.isdisjoint(written),
        sentence=sentence,
        article=article,
        deeds=known_deeds().told(trigger, mention.title),
        said=matter_words(mention.sentence_text),
        named=sentence_names(mention.sentence_text) | (named & sentence),
        beside=_beside(mention, article),
        up=taken_up(told.mention),
    )


def _beside(mention: EventMention, article: Article) -> frozenset[Deed]:
    """Return the deeds told beside the event word, in a sentence all of which has one date.

    What is only spoken of has its own: "claimed victory in the election on Monday".
    """
    if article.dates_in[mention.sentence] > 1 or mention.category is Category.STATEMENT:
        return frozenset()
    words = [word.casefold() for word in plain_words(mention.sentence_text)]
    until = next((n for n, w in enumerate(words) if w in vocabulary().subordinate), len(words))
    return known_deeds().single_words(frozenset(map(stem, words[:until])))


def _weights(words: tuple[str, ...], trigger: str, names: frozenset[str]) -> Mapping[str, float]:
    light = stemmed(vocabulary().light)
    weights = {word: LIGHT if word in light else PLAIN for word in words}
    if trigger:
        weights[trigger] = LIGHT if trigger in light else TRIGGER
    weights.update(dict.fromkeys(names & weights.keys(), NAME))
    return weights


def _stems_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in name_words(name))


def _capitalised(title: str) -> frozenset[str]:
    """Return the words that a capital marks as names; the first of a title tells nothing."""
    words = [word for word in plain_words(title) if telling(word.casefold())]
    capitals = [word for word in words if word[0].isupper()]
    if len(words) >= _FEW and len(capitals) > _HEADLINE * len(words):
        return frozenset()
    first = plain_words(title)[:1]
    return frozenset(
        stem(word.casefold())
        for word in capitals
        if word not in first or word[1:] != word[1:].lower()
    )


def _ordinals(words: list[str]) -> frozenset[int]:
    numbered = [int(found[1]) for word in words if (found := _ORDINAL.fullmatch(word))]
    named = [vocabulary().ordinals[word] for word in words if word in vocabulary().ordinals]
    return frozenset((*numbered, *named))
