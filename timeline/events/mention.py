"""One event mention from a parsed sentence and one of its dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from timeline.events.attribution import attribution_of
from timeline.events.category import category_of
from timeline.events.confidence import confidence_of
from timeline.events.date_words import NO_DATE_WORDS, DateWords, date_words
from timeline.events.dates import points_back
from timeline.events.entry import LONGEST_TITLE
from timeline.events.figures import figures_of
from timeline.events.grammar import is_verb
from timeline.events.parsed import Parse
from timeline.events.participants import participants
from timeline.events.phrasing import shape_of
from timeline.events.reference import antecedent, needs_name, pronoun_kind, resolved_words
from timeline.events.scene import Evidence
from timeline.events.scope import stands_over
from timeline.events.selection import bracketed
from timeline.events.settling import Past
from timeline.events.shape import Shape
from timeline.events.shortening import shortened
from timeline.events.status import happens_then, status_of
from timeline.events.trigger import Trigger, Way, find_trigger, main_event
from timeline.events.wording import Draft
from timeline.events.words import event_words
from timeline.model.article import Article
from timeline.model.event import Category, EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.span import Span

# What did not, or did not yet, take place: its title must not read as if it had.
UNREAL = frozenset(
    {Status.DENIED, Status.THREATENED, Status.CANCELLED, Status.PLANNED, Status.HYPOTHETICAL}
)
# What a denial up to its date needs to be true without it: "did not reopen until 2015".
UNTIL_THEN = " until then"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, parsed, with the sentences before it, nearest first.

    `people` has the full names of the article's people by their last; `protagonist` is the only
    one, where the article is about one.
    """

    article: Article
    span: Span
    parse: Parse
    before: tuple[Parse, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    protagonist: str | None = None

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


def mentions_of(
    sentence: Sentence, dates: Sequence[TimeExpression], over: TimeExpression | None = None
) -> Iterator[EventMention]:
    """Yield one event mention for each date of a sentence, or for the date that stands over it."""
    alone = len(dates) == 1
    for expression in dates:
        words = date_words(sentence.parse, expression, dates, sentence.article.text)
        trigger = find_trigger(words.own, following=words.following, past=_past(expression))
        if trigger is not None and trigger.way is Way.CLOSEST:
            trigger = _labelled(sentence, expression, words) or trigger
        if trigger is not None:
            yield _mention(sentence, expression, words, trigger, alone=alone)
    trigger = main_event(sentence.parse.doc) if over is not None else None
    if over is not None and trigger is not None:
        yield _mention(sentence, over, NO_DATE_WORDS, trigger, alone=True)


def _labelled(sentence: Sentence, expression: TimeExpression, words: DateWords) -> Trigger | None:
    """Return the event of a sentence behind a label: "2014: The city *sells* the harbour"."""
    trigger = main_event(sentence.parse.doc)
    opens = stands_over(sentence.article.text, sentence.span, expression)
    return trigger if opens and trigger is not None and trigger.token.i not in words.all else None


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
) -> EventMention:
    leave_out = _leave_out(words, trigger)
    evidence = status_of(trigger.teller, expression, words.all)
    shape = _truthful(
        shape_of(trigger.teller, leave_out, alone=trigger.way is Way.INSIDE), evidence, leave_out
    )
    source = attribution_of(trigger.teller, sentence.name_of, words.all)
    telling = (trigger.token, trigger.teller, evidence.word)
    title, names = _title(sentence, shape, telling, source)
    if title and happens_then(trigger.teller, expression, words.all):
        title += UNTIL_THEN
    category = category_of(trigger.token)
    hit = category is Category.DISASTER
    actors, places = participants(
        trigger.teller, shape.draft.indexes, words.all, names.values(), hit=hit
    )
    actors = tuple(dict.fromkeys(sentence.people.get(name, name) for name in actors))
    return EventMention(
        document=sentence.article.document,
        expression=expression,
        sentence=sentence.span,
        sentence_text=sentence.text,
        title=title or " ".join(sentence.text.split()),
        status=evidence.status,
        category=category,
        actors=actors,
        places=places,
        attribution=source,
        trigger=trigger.token.lemma_.lower(),
        trigger_span=sentence.parse.span_of(trigger.token),
        confidence=confidence_of(
            trigger.way, title, evidence.status, complete=shape.complete and bool(title)
        ),
        figures=figures_of(sentence.parse, trigger.teller, words.all, alone=alone),
    )


def _leave_out(words: DateWords, trigger: Trigger) -> frozenset[int]:
    brackets = bracketed(trigger.teller.doc)
    return words.all if trigger.teller.i in brackets else words.all | brackets


def _truthful(shape: Shape, evidence: Evidence, leave_out: frozenset[int]) -> Shape:
    """Keep a title from saying that it happened where a word outside of it says otherwise."""
    word = evidence.word
    if evidence.status not in UNREAL or word is None or word.i in shape.draft.indexes:
        return shape
    if word.dep_ == "mark":
        shape.draft.blocks.insert(0, [word.i])
        return shape
    return shape_of(word, leave_out) if is_verb(word) else shape


def _title(
    sentence: Sentence, shape: Shape, telling: tuple[Token | None, ...], source: str | None
) -> tuple[str, dict[int, str]]:
    draft = shape.draft
    names = resolved_words(draft.indexes, draft.doc, shape.subject, sentence.name_of)
    draft.words.update(names)
    needed = frozenset({shape.root.i} | {t.i for t in telling if t is not None})
    if source is None or not _speaks_of_itself(draft):
        return shortened(draft, shape.root, needed).text(), names
    speaker = source[:1].upper() + source[1:]
    said = shortened(draft, shape.root, needed, LONGEST_TITLE - len(speaker) - len(": “”"))
    return f"{speaker}: “{said.text()}”", names


def _speaks_of_itself(draft: Draft) -> bool:
    """Recognise a sentence of direct speech: "I" and "we" are nobody without their speaker."""
    first = next((i for block in draft.blocks for i in block), None)
    return first is not None and draft.doc[first].lower_ in event_words()("pronouns", "first")
