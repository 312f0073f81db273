"""One event mention from a parsed sentence and one of its dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from timeline.events.attribution import attribution_of
from timeline.events.category import category_of
from timeline.events.confidence import confidence_of, confidence_of_wording
from timeline.events.date_words import NO_DATE_WORDS, DateWords, date_words
from timeline.events.dates import points_back
from timeline.events.figures import figures_of
from timeline.events.gap import governing
from timeline.events.grammar import is_verb
from timeline.events.parsed import Parse
from timeline.events.participants import participants
from timeline.events.reference import antecedent, likely_antecedent, needs_name, pronoun_kind
from timeline.events.settling import Past
from timeline.events.status import happens_then, status_of
from timeline.events.titles import Telling, Title, title_of
from timeline.events.trigger import Trigger, Way, find_trigger, main_event
from timeline.model.article import Article
from timeline.model.entries import DatedEntry
from timeline.model.event import Category, EventMention
from timeline.model.expression import Tense, TimeExpression
from timeline.model.span import Span

# Ways to an event word that no second look at the sentence would better.
SURE = frozenset({Way.VERB, Way.FOLLOWS, Way.INSIDE, Way.SCOPE})
# What a denial up to its date needs to be true without it: "did not reopen until 2015".
UNTIL_THEN = " until then"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, parsed, with the sentences before it, nearest first.

    `people` has the full names of the article's people by their last; `protagonist` is the only
    one, where the article is about one; `lead` is the entry of a chronicle that it opens.
    """

    article: Article
    span: Span
    parse: Parse
    before: tuple[Parse, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    protagonist: str | None = None
    lead: DatedEntry | None = None

    @property
    def text(self) -> str:
        """The sentence as the article has it."""
        return self.span.of(self.article.text)

    @property
    def docs_before(self) -> tuple[Doc, ...]:
        """The sentences before, nearest first."""
        return tuple(p.doc for p in self.before)

    def name_of(self, pronoun: Token) -> str | None:
        """Return what a pronoun of the sentence stands for, where that is plain."""
        found = antecedent(pronoun, self.docs_before)
        return self.protagonist if found is None and pronoun_kind(pronoun) == "person" else found


def needs_text_before(parse: Parse) -> bool:
    """Return whether a title may need a pronoun that only the text before explains."""
    return any(
        needs_name(token) and antecedent(token, ()) is None
        for token in parse.doc
        if pronoun_kind(token)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the sentence that tells it, and whether its title is a clause of its own."""

    mention: EventMention
    sentence: Sentence
    poor: bool = False


def mentions_of(
    sentence: Sentence, dates: Sequence[TimeExpression], over: TimeExpression | None = None
) -> Iterator[Told]:
    """Yield one event mention for each date of a sentence, or for the date that stands over it."""
    alone, told = len(dates) == 1, []
    for expression in dates:
        words = date_words(sentence.parse, expression, dates, sentence.article.text)
        trigger = _labelled(sentence, expression, words) or find_trigger(
            words.own, following=words.following, past=_past(expression)
        )
        if trigger is not None:
            told.append(trigger.token.i)
            yield _mention(sentence, expression, words, trigger, alone=alone)
    trigger = _main_or_root(sentence, over) if over is not None else None
    if over is not None and trigger is not None and trigger.token.i not in told:
        yield _mention(sentence, over, NO_DATE_WORDS, trigger, alone=True)


def told_without_date(told: Told, parse: Parse, dates: Sequence[TimeExpression]) -> EventMention:
    """Return a mention as the sentence less its date tells it, if that tells it in a clause.

    The parser loses a clause that a date parts ("was on Tuesday *driven*"). Without the date the
    clause is whole; the event is what governs the words on both sides of the gap.
    """
    expression = told.mention.expression
    token = governing(parse, expression.phrase)
    if token is None or not is_verb(token):
        return told.mention
    bare = replace(told.sentence, parse=parse)
    words = date_words(parse, expression, dates, bare.article.text)
    trigger = Trigger(token, Way.NEIGHBOUR, token)
    again = _mention(bare, expression, words, trigger, alone=len(dates) == 1)
    return told.mention if again.poor else again.mention


def _likely_subject(title: Title, sentence: Sentence) -> str | None:
    """Return whom the pronoun probably means that a title begins with."""
    first = min(title.indexes, default=None)
    if first is None or first in title.names:
        return None
    token = sentence.parse.doc[first]
    begins = title.text.lower().startswith(f"{token.lower_} ")
    return likely_antecedent(token, sentence.docs_before) if begins else None


def _labelled(sentence: Sentence, expression: TimeExpression, words: DateWords) -> Trigger | None:
    """Return the event of a sentence behind a label: "2014: The city *sells* the harbour"."""
    if sentence.lead is None or sentence.lead.expression != expression:
        return None
    trigger = main_event(sentence.parse.doc)
    if trigger is None and not words.own:
        root = next((t for t in sentence.parse.doc if t.dep_ == "ROOT"), None)
        return None if root is None else Trigger(root, Way.SCOPE, root)
    return trigger if trigger is not None and trigger.token.i not in words.all else None


def _main_or_root(sentence: Sentence, over: TimeExpression) -> Trigger | None:
    """Return the event of a sentence under a heading; right below it, its first word if need be."""
    trigger = main_event(sentence.parse.doc)
    if trigger is None and sentence.lead is not None and sentence.lead.expression == over:
        root = next((t for t in sentence.parse.doc if t.dep_ == "ROOT"), None)
        return None if root is None else Trigger(root, Way.SCOPE, root)
    return trigger


def _past(expression: TimeExpression) -> Past:
    if points_back(expression.meaning):
        return Past.SURE
    return Past.LIKELY if expression.tense is Tense.PAST else Past.UNKNOWN


def _mention(
    sentence: Sentence,
    expression: TimeExpression,
    words: DateWords,
    trigger: Trigger,
    *,
    alone: bool,
) -> Told:
    evidence = status_of(trigger.teller, expression, words.all)
    source = attribution_of(trigger.teller, sentence.name_of, words.all)
    own = frozenset(t.i for t in words.own)
    title = title_of(Telling(trigger, own, words.all, evidence, source, sentence.name_of))
    if happens_then(trigger.teller, expression, words.all):
        title = replace(title, text=title.text + UNTIL_THEN)
    wording = confidence_of_wording(trigger.way, title)
    category = category_of(trigger.token)
    hit = category is Category.DISASTER
    actors, places = participants(
        trigger.teller, set(title.indexes), words.all, title.names.values(), hit=hit
    )
    actors = tuple(dict.fromkeys(sentence.people.get(name, name) for name in actors))
    mention = EventMention(
        document=sentence.article.document,
        expression=expression,
        sentence=sentence.span,
        sentence_text=sentence.text,
        title=title.text or " ".join(sentence.text.split()),
        status=evidence.status,
        category=category,
        actors=actors,
        places=places,
        attribution=source,
        trigger=trigger.token.lemma_.lower(),
        trigger_span=sentence.parse.span_of(trigger.token),
        confidence=confidence_of(wording, evidence.status),
        figures=figures_of(sentence.parse, trigger.teller, words.all, alone=alone),
        confidence_wording=wording,
        likely_subject=_likely_subject(title, sentence),
    )
    return Told(mention, sentence, poor=title.poor and trigger.way not in SURE)
