"""How a dated mention tells its date, seen from the writer's present: behind it, ahead, or unclear.

An upper bound on the publication is worth much and costs dear when it is false, so it rests on a
future of the writer's own present alone: "will", "is scheduled". "Would", a plan in a past report,
an infinitive, a deadline are none. A past needs a form of the past and no word beside it that
plans or forecasts; the rest is a hint.
"""

import re
from dataclasses import dataclass

from timeline.dating.constraint import Weight
from timeline.dating.words import DatingWords, dating_words
from timeline.languages import has_words, load
from timeline.model.event import EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Anchor,
    Bounded,
    Current,
    Meaning,
    Point,
    Side,
    Vague,
    depends_on,
)
from timeline.model.timeline import Analysis
from timeline.model.units import Unit

PAST = (Status.HAPPENED, Status.ONGOING, Status.ALLEGED, Status.DENIED)
SURELY_PAST = (Status.HAPPENED, Status.ONGOING, Status.ALLEGED)
AHEAD = (Status.PLANNED, Status.THREATENED)
REACH = 160  # characters before a date, and half as many behind it, in which its verb stands
LEAD = 40  # characters before a date in which its preposition stands
NUMERIC = "numeric date"  # of which the order of day and month is not sure
_PRESENT_FORMS = {"be": ("is", "are", "'s", "’s"), "have": ("has", "have")}
_YEAR = len("2012")
FEW_WORDS = 2  # before a date that opens its clause: "And in May 2031"
_BREAK = re.compile(r"[;:()“”\"«»–—]|\s-+\s")
_PART = re.compile(r"[,;:()“”\"«»–—.]|\s-+\s")
_QUOTES = re.compile(r"[“”\"«»]")
_NOUN_BEHIND = re.compile(r"[\s-]+[^\W\d_]{3,}")
_OWNED = re.compile(r"(?:\b(?:an?|the|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.IGNORECASE)
_NO_PREPOSITION = re.compile(r"(?:\A|[.:]|(?<!\w)[^\W\d_a-zß-ÿ]\w*\.?)\s*\Z")
_NAME_BEFORE = re.compile(r"\w\s+[^\W\d_a-zß-ÿ][^\W\d_]+\s+\Z")


@dataclass(frozen=True, slots=True)
class Telling:
    """On which side of the writer's present a date lies, and how sure that is."""

    tense: Tense
    weight: Weight = Weight.HINT

    @property
    def past(self) -> bool:
        """Whether the date lies behind."""
        return self.tense is Tense.PAST

    @property
    def ahead(self) -> bool:
        """Whether the date lies ahead."""
        return self.tense is Tense.FUTURE


UNCLEAR = Telling(Tense.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a date in its sentence; `lead` holds its preposition as well."""

    before: str
    lead: str
    after: str
    quoted: bool

    @classmethod
    def of(cls, mention: EventMention) -> "Around":
        """Cut the sentence of a mention at its date."""
        start = mention.expression.phrase.start - mention.sentence.start
        end = mention.expression.phrase.end - mention.sentence.start
        text = mention.sentence_text
        name = mention.expression.span.start - mention.sentence.start
        marks = len(_QUOTES.findall(text[:start]))
        before, lead = text[max(0, start - REACH) : start], text[max(0, name - LEAD) : name]
        return cls(before, lead, text[end : end + REACH // 2], marks % 2 == 1)

    @property
    def clause(self) -> str:
        """The words around the date up to the next sign on either side."""
        return f"{_PART.split(self.before)[-1]} {_PART.split(self.after)[0]}"

    @property
    def reach_before(self) -> str:
        """The words before the date up to a sign that parts sentences: commas stay within."""
        return _BREAK.split(self.before)[-1]

    @property
    def reach(self) -> str:
        """The same on either side."""
        return f"{self.reach_before} {_BREAK.split(self.after)[0]}"

    @property
    def opens(self) -> bool:
        """Whether the date opens its clause, so that its verb stands behind."""
        return len(_PART.split(self.before)[-1].split()) <= FEW_WORDS


def tells_of_now(analysis: Analysis) -> bool:
    """Return whether a text counts from its writer's day anywhere: "yesterday", "last week".

    "Today" may be that of a history.
    """
    return any(is_deictic(e.meaning) for e in analysis.expressions)


def is_deictic(meaning: Meaning) -> bool:
    """Return whether a meaning counts from the writer's day, and is more than "today" or "now"."""
    plain = isinstance(meaning, Anchor | Vague) or meaning == Current(Unit.DAY, PUBLICATION)
    return not plain and depends_on(meaning, Point.PUBLICATION)


def telling_of(mention: EventMention, language: str, *, now: bool) -> Telling:
    """Return how a mention tells its date; `now` says that the text counts from its own day."""
    words = dating_words(language)
    around = Around.of(mention)
    if words.since.search(around.lead) and _opens(mention.expression.meaning):
        if not words.will.search(around.clause):
            return Telling(Tense.PAST, Weight.SURE)
        sure = now or not words.narrating  # "dal 2012 allenerà": from then on
        return Telling(Tense.FUTURE, Weight.SURE if sure else Weight.HINT)
    if words.goal.search(around.lead) and mention.status not in SURELY_PAST:
        return UNCLEAR
    if mention.status in AHEAD:
        return _ahead(mention, around, words, now=now)
    if mention.status not in PAST or mention.expression.tense is Tense.FUTURE:
        return UNCLEAR
    if _in_the_present(mention, language) or _is_of_a_name(mention, around, words):
        return UNCLEAR
    return UNCLEAR if words.goal.search(around.lead) else _behind(mention, around, words)


def _ahead(mention: EventMention, around: Around, words: DatingWords, *, now: bool) -> Telling:
    """Weigh a plan: only a future of the writer's present is one that bounds."""
    told = around.reach if words.narrating or around.opens else around.reach_before
    if _is_of_a_name(mention, around, words):
        return UNCLEAR
    if mention.status is not Status.PLANNED or words.not_will.search(told):
        return UNCLEAR
    if words.will.search(told):
        second_hand = around.quoted or mention.attribution is not None or words.narrating
        return Telling(Tense.FUTURE, Weight.SURE if now or not second_hand else Weight.HINT)
    if words.arranged.search(told):
        return Telling(Tense.FUTURE, Weight.SURE if now else Weight.HINT)
    return Telling(Tense.FUTURE) if words.plans.search(told) else UNCLEAR


def _behind(mention: EventMention, around: Around, words: DatingWords) -> Telling:
    """Weigh a past: by its form, and by what stands beside it that plans or forecasts."""
    meaning = mention.expression.meaning
    bounded = meaning if isinstance(meaning, Bounded) else None
    tense, form = mention.expression.tense is Tense.PAST, _has_past_form(mention, around, words)
    until = words.until.search(around.lead) is not None
    if tense and until and bounded is None:
        return Telling(Tense.PAST, Weight.SURE)  # "did not reopen until March 2023"
    if bounded and bounded.side is Side.BEFORE:
        return UNCLEAR
    told = tense or form
    unsure = until or (words.unsure.search(around.clause) and not (tense and _word(mention)))
    unsure = unsure or mention.expression.rule == NUMERIC
    unsure = unsure or (not tense and _year_is_carried(mention.expression))
    if unsure or mention.status not in SURELY_PAST:
        return Telling(Tense.PAST) if told else UNCLEAR
    plain = bool(mention.trigger) and not words.unsure.search(mention.sentence_text)
    return Telling(Tense.PAST, Weight.SURE if told or plain else Weight.HINT)


def _year_is_carried(expression: TimeExpression) -> bool:
    """Return whether the year of an entry stands elsewhere: the last ones may still lie ahead."""
    meaning = expression.meaning
    year = meaning.fields.year if isinstance(meaning, Absolute) else None
    return year is not None and str(year)[-2:] not in expression.text


def _opens(meaning: Meaning) -> bool:
    """Return whether it is "since 2021", which lies behind in every tense."""
    return isinstance(meaning, Bounded) and meaning.side is Side.AFTER and meaning.throughout


def _has_past_form(mention: EventMention, around: Around, words: DatingWords) -> bool:
    """Return whether the event's own word is a past, or one stands in the clause of the date."""
    word = _word(mention)
    if word and word not in (mention.trigger, f"{mention.trigger[:-1]}ing"):
        return not word.endswith("ing")
    return words.past.search(around.clause) is not None


def _in_the_present(mention: EventMention, language: str) -> bool:
    """Return whether the event's word may be a verb in the present: "her term ends in March 2019".

    What is arranged is told so, and says nothing of what is past; nor is a plural ("attacks")
    told from such a verb here, which only leaves an interval wider. "Is finished" is present, too.
    """
    lemma, place = mention.trigger, mention.trigger_span
    if not lemma or place is None:
        return False
    forms = (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies", *_PRESENT_FORMS.get(lemma, ()))
    before = mention.sentence_text[: place.start - mention.sentence.start].split()
    passive = load(language).tense.get("passive", frozenset()) if has_words(language) else ()
    return _word(mention) in forms or any(word in passive for word in before[-1:])


def _word(mention: EventMention) -> str:
    """Return the event's own word as it stands in the sentence, empty where that is not known."""
    place = mention.trigger_span
    if place is None or not mention.trigger:
        return ""
    start = place.start - mention.sentence.start
    return mention.sentence_text[start : start + len(place)].lower()


def _is_of_a_name(mention: EventMention, around: Around, words: DatingWords) -> bool:
    """Return whether a date belongs to a noun or name: "the 2012 election", "Indexes 2013".

    So does one with a month: "the May 2012 trial", "the November 5, 2009, attack".

    Such a thing may lie ahead, however its clause tells of it.
    """
    expression = mention.expression
    if not re.search(r"(?<!\d)\d{4}\Z", expression.text):
        return False
    behind = around.after if len(expression.text) == _YEAR else around.after.removeprefix(",")
    if _OWNED.search(around.lead) and _NOUN_BEHIND.match(behind):
        return True
    if len(expression.text) != _YEAR:
        return False
    if expression.phrase != expression.span:
        return False
    return bool((_NAME_BEFORE if words.bare_years else _NO_PREPOSITION).search(around.lead))
