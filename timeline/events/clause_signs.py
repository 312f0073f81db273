"""What the clause of an event shows of its worth: its verb, its subject, what its date hangs on."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.events.grammar import NOUNS, auxiliaries, is_verb, subject_of, top_of_chain
from timeline.events.parsed import Parse
from timeline.events.words import event_words
from timeline.model.event import Category, EventMention

_ASKING = frozenset({"what", "how", "why", "where", "whatever"})
_DOUBTING = frozenset({"whether", "if"})
_SUBORDINATE = frozenset({"ccomp", "pcomp", "csubj", "advcl", "xcomp", "ROOT"})
_EMPTY = frozenset(
    {"it", "this", "that", "there", "these", "those", "what", "which", "who", "they"}
)
NEAREST = 3  # words above a date that may compare it
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


def clause_signs(mention: EventMention, parse: Parse) -> Iterator[str]:
    """Yield the names of the signs that the clause of a mention shows."""
    event = next((t for t in parse.doc if parse.span_of(t) == mention.trigger_span), None)
    if event is None:
        return
    if event.pos_ in {"NOUN", "PROPN", "ADJ"}:
        if mention.category is Category.OTHER and not _is_event_noun(event):
            yield "weak_noun"
    else:
        yield from _verb_signs(event)
    if _dates_a_thing(mention, parse, event) or _is_compared(mention, parse):
        yield "dates_a_thing"


def _verb_signs(verb: Token) -> Iterator[str]:
    top = top_of_chain(verb)
    helping = auxiliaries(top)
    first = helping[0] if helping else top
    if first.tag_ == "VBD" or (first.tag_ == "VBN" and not helping):
        yield "past_verb"
    if first.tag_ == "VB" and not helping:
        yield "bare_verb"
    modal = event_words()("cues", "hypothetical")
    if any(t.tag_ == "MD" and t.lemma_.lower() in modal for t in helping):
        yield "modal"
    if _asks(verb) or _asks(top):
        yield "asks_within"
    copula = verb.lemma_ == "be"
    if copula:
        yield "copula"
    yield from _subject_signs(subject_of(top), copula=copula)


def _subject_signs(subject: Token | None, *, copula: bool) -> Iterator[str]:
    if subject is None:
        yield "no_subject"
    elif subject.lower_ in event_words()("pronouns", "speaker"):
        yield "speaker_acts"
    elif subject.lower_ in _EMPTY:
        if copula:
            yield "empty_copula"
    elif subject.pos_ != "PROPN":
        yield "noun_acts"


def _asks(verb: Token) -> bool:
    """Recognise a clause that holds a question: "what lies ahead", "whether it leaves"."""
    return verb.dep_ in _SUBORDINATE and any(
        (t.tag_ in {"WP", "WDT", "WRB"} and t.lower_ in _ASKING)
        or (t.dep_ == "mark" and t.lower_ in _DOUBTING)
        for t in verb.children
    )


def _dates_a_thing(mention: EventMention, parse: Parse, event: Token) -> bool:
    """Recognise a date that belongs to a noun which names no event: "the 2009 report"."""
    date = parse.tokens_in(mention.expression.span)
    if not date:
        return False
    root = next((t for t in date if t.head not in date), date[-1])
    noun = root.head
    return (
        noun.pos_ in NOUNS
        and root.dep_ in _MODIFIERS
        and noun.i != event.i
        and not _is_event_noun(noun)
    )


def _is_compared(mention: EventMention, parse: Parse) -> bool:
    """Recognise a date that something is measured against: "more *than* in 2009", "down *from*"."""
    date = parse.tokens_in(mention.expression.phrase)
    root = next((t for t in date if t.head not in date), None)
    if root is None:
        return False
    cues = event_words()
    for near, above in enumerate((root, *root.ancestors)):
        if (
            _is_record(above)
            or above.lower_ in cues("cues", "comparing")
            or any(
                c.lower_ in cues("cues", "comparing")
                and c.dep_ in {"mark", "prep"}
                and c.i < root.i
                for c in above.children
            )
        ):
            return True
        if above.lower_ == "from" and above.head.lower_ in cues("cues", "moved"):
            return True
        if near >= NEAREST or is_verb(above):
            break
    return False


def _is_record(token: Token) -> bool:
    """Recognise "the highest *since* 1950", which says nothing of 1950."""
    since = any(c.lower_ in event_words()("cues", "since") for c in token.children)
    return since and any(t.tag_ in {"JJS", "RBS"} for t in (token, *token.children))


def _is_event_noun(token: Token) -> bool:
    return token.lemma_.lower() in event_words().event_nouns
