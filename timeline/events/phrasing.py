"""The grammar of a title: which blocks of words it is made of, for each way to tell an event.

| told by | title |
| --- | --- |
| a verb with its subject | "India joined the SCO" |
| a verb that shares a subject | subject of the verb before it, then the rest |
| a relative clause | antecedent in the place of "which", "who" |
| a participle | "Report issued by the ministry" |
| a noun | "Attack on the embassy"; a bare noun: the clause it stands in |
| a verb whose subject is a date ("2020 saw ...") | its object |
"""

from spacy.tokens import Token

from timeline.events.asides import is_aside, shape_of_aside
from timeline.events.borrowing import borrowing, described
from timeline.events.grammar import (
    CLAUSES_OF_NOUNS,
    FINITE,
    NOUNS,
    RELATIVE_TAGS,
    auxiliaries,
    child,
    is_infinitive,
    is_predicate,
    is_verb,
    subject_of,
    top_of_chain,
)
from timeline.events.inflection import finite
from timeline.events.nominal import (
    governor_of,
    holder_of,
    identifying_clause,
    in_clause,
    is_foreseen,
    joiners,
    opens_clause,
    stranded_complements,
    takes_part,
    without_determiner,
)
from timeline.events.relative import object_of_first, relative
from timeline.events.selection import Selection
from timeline.events.shape import Shape, noun_words, selection_for
from timeline.events.wording import Draft, quoted
from timeline.events.words import event_words

FEW = 2  # telling words make no title where the clause says more
_SAYING = frozenset({"attr", "acomp", "prep", "npadvmod", "ccomp", "xcomp"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})


def shape_of(trigger: Token, leave_out: frozenset[int], *, alone: bool = False) -> Shape:
    """Choose the words of a title for an event word, leaving out dates and brackets.

    Where that gives a lone word ("Ended"), the clause above tells more; not so for a noun that
    has the date `alone` ("the 2009 crash"), for the clause is of another time.
    """
    if is_aside(trigger) and trigger.i not in leave_out:
        return shape_of_aside(trigger, leave_out)
    if alone and trigger.pos_ in NOUNS and not takes_part(trigger):
        return _nominal(trigger, leave_out, bare=True)
    shape = _told_by(trigger, leave_out)
    for above in trigger.ancestors:
        if sum(trigger.doc[i].is_alpha for i in shape.draft.indexes) > 1:
            break
        if is_verb(above):
            shape = _verbal(above, leave_out)
    return shape


def clause_of(verb: Token, leave_out: frozenset[int], keep: frozenset[int]) -> Shape | None:
    """Return the shape of a clause that holds the words to keep; None without a subject of its own.

    It is the larger clause around an event that its own words do not tell.
    """
    top = top_of_chain(verb)
    if top.dep_ == "relcl":
        return relative(top, leave_out, keep)
    subject = subject_of(top)
    if subject is None or subject.i in leave_out or subject.tag_ in RELATIVE_TAGS:
        return None
    return _clause(top, subject, leave_out, keep)


def nominal_of(noun: Token, leave_out: frozenset[int], keep: frozenset[int] = frozenset()) -> Shape:
    """Return the shape of a noun and of what says which one, and of the words to keep."""
    chosen = Selection(frozenset({noun.i}), leave_out, keep=keep)
    words = without_determiner(noun, chosen.below(noun, joiners(noun)))
    return Shape(Draft(noun.doc, [sorted(words)]), noun, None)


def _told_by(trigger: Token, leave_out: frozenset[int]) -> Shape:
    if trigger.pos_ in NOUNS and not is_predicate(trigger):
        return _nominal(trigger, leave_out)
    verb = trigger.head if is_predicate(trigger) else trigger
    return _verbal(verb, leave_out)


def _verbal(verb: Token, leave_out: frozenset[int]) -> Shape:
    top = top_of_chain(verb)
    subject = subject_of(top)
    if top.pos_ in NOUNS:
        return _nominal(top, leave_out)
    if top.dep_ == "amod" and top.head.pos_ in NOUNS:
        return _nominal(top.head, leave_out, bare=True)
    if top.dep_ == "acl" and subject is not None and child(top, "mark") is not None:
        return _clause(top, subject, leave_out)  # "the claim that *the dam would hold*"
    if top.dep_ in CLAUSES_OF_NOUNS:
        return _of_noun(top, leave_out)
    if subject is None:
        return _without_subject(top, leave_out)
    if top.dep_ == "ccomp" and is_infinitive(top) and is_verb(top.head):
        return _verbal(top.head, leave_out)  # "want *the court to rule*", "let *him leave*"
    return _of_dated_thing(top, subject, leave_out) or _clause(top, subject, leave_out)


def _without_subject(top: Token, leave_out: frozenset[int]) -> Shape:
    """Recognise a verb by another's subject.

    A finite one ("today is a day of ...") cannot take it.
    """
    if not is_verb(top):
        return _fragment(top, leave_out)
    noun = described(top, leave_out)
    if noun is not None:
        return _participle_of(noun, top, leave_out)
    thing = child(top, "dobj", "attr")
    if top.tag_ in FINITE and top.dep_ not in {"conj", "ROOT"} and not auxiliaries(top):
        return _nominal(thing, leave_out, bare=True) if thing else _fragment(top, leave_out)
    if top.head.lemma_.lower() in event_words()("verbs", "permitting") and is_infinitive(top):
        return _verbal(top.head, leave_out)  # "*allowed* customers to change tickets until Monday"
    return borrowing(top, leave_out)


def _of_noun(top: Token, leave_out: frozenset[int]) -> Shape:
    """Recognise a clause that hangs on a noun."""
    if is_infinitive(top) and subject_of(top) is None:
        return _infinitive(top, leave_out)
    if top.dep_ == "relcl":
        above, noun = top.head.head, top.head
        vague = noun.lemma_.lower() in event_words()("nouns", "vague")
        if vague and noun.dep_ in {"nsubj", "attr"} and above.lemma_ == "be" and subject_of(above):
            return _verbal(above, leave_out)  # "the last *thing* they need is a strike"
        return relative(top, leave_out)
    return _participle(top, leave_out)


def _of_dated_thing(top: Token, subject: Token, leave_out: frozenset[int]) -> Shape | None:
    """Recognise "2020 saw the outbreak" by its object, "the final is on Sunday" by its subject."""
    thing = child(top, "dobj", "attr")
    if subject.i in leave_out and thing is not None and thing.i not in leave_out:
        return _nominal(thing, leave_out, bare=True)
    if top.lemma_ == "be" and subject.pos_ in NOUNS and _says_only_date(top, leave_out):
        return _nominal(subject, leave_out, bare=True)
    return None


def _says_only_date(verb: Token, leave_out: frozenset[int]) -> bool:
    """Distinguish "the final is on Sunday" from a clause that says something else."""
    said = [c for c in verb.children if c.dep_ in _SAYING]
    return all(c.i in leave_out for c in said)


def _infinitive(top: Token, leave_out: frozenset[int]) -> Shape:
    """Recognise "was the first to visit" by its whole clause, "a plan to visit" by the noun."""
    noun = top.head
    if noun.dep_ == "attr" and is_verb(noun.head):
        return _verbal(noun.head, leave_out)
    if noun.lower_ == "order" and noun.head.lower_ == "in":
        return borrowing(top, leave_out)
    return _participle(top, leave_out)


def _clause(
    top: Token, subject: Token, leave_out: frozenset[int], keep: frozenset[int] = frozenset()
) -> Shape:
    chosen = selection_for(top, leave_out, keep)
    before = [c for c in top.children if c.dep_ == "ccomp" and c.i < top.i and c.i < subject.i]
    reports = top.lemma_.lower() in event_words()("verbs", "reporting")
    said_first = before if reports else []
    skip = frozenset(c.i for c in before)
    words = chosen.below(top, skip)
    blocks = [subject_first(words, subject, top)]
    if not any(c.dep_ in {"advcl", "xcomp", "ccomp"} for c in top.children):
        blocks += [sorted(chosen.below(top.doc[i])) for i in chosen.fronted]
    lowered = {i: top.doc[i].lower_ for i in chosen.fronted}
    for said in said_first:
        inner = Selection(frozenset({said.i}), leave_out)
        blocks.append(sorted(inner.below(said)))
        lowered |= quoted(top.doc, blocks[-1])
    shared = object_of_first(top)
    if shared is not None:
        blocks.append(sorted(noun_words(shared, leave_out, top.head)))
    return Shape(Draft(top.doc, blocks, lowered), top, subject)


def subject_first(words: set[int], subject: Token, top: Token) -> list[int]:
    """Order a clause; "said Jones" and "has he" are put the plain way round."""
    ordered = sorted(words)
    if subject.i < top.i or subject.dep_ == "expl" or top.lemma_ == "be":
        return ordered
    under = {t.i for t in subject.subtree} & words
    return sorted(under) + [i for i in ordered if i not in under]


def _participle(top: Token, leave_out: frozenset[int]) -> Shape:
    return _participle_of(top.head, top, leave_out)


def _participle_of(noun: Token, top: Token, leave_out: frozenset[int]) -> Shape:
    chosen = selection_for(top, leave_out)
    words = chosen.below(top)
    names, unsaid = finite(top, noun, leave_out)
    before = noun_words(noun, leave_out, top)
    before = before if names else without_determiner(noun, before)
    draft = Draft(top.doc, [sorted(before), sorted(words - unsaid)], names)
    return Shape(draft, top, noun)


def _nominal(noun: Token, leave_out: frozenset[int], *, bare: bool = False) -> Shape:
    noun = holder_of(noun, leave_out)
    chosen = Selection(frozenset({noun.i}), leave_out)
    asides = frozenset(
        c.i for c in noun.children if c.dep_ == "relcl" or (c.dep_ == "conj" and c.i > noun.i)
    )
    words = without_determiner(noun, chosen.below(noun, asides | joiners(noun)))
    words |= stranded_complements(noun, leave_out)
    governor = governor_of(noun)
    telling = [i for i in words if noun.doc[i].pos_ in TELLING]
    if not bare and governor is not None and opens_clause(noun, governor, leave_out):
        return _verbal(governor, leave_out)
    if not bare and governor is not None and is_foreseen(noun, governor):
        return _verbal(governor, leave_out)
    few = FEW + (noun.dep_ == "pobj")
    if FEW <= len(telling) <= few and not bare and governor and in_clause(noun, governor):
        return _verbal(governor, leave_out)
    if len(telling) <= 1:
        words |= identifying_clause(noun, chosen)
        telling = [i for i in words if noun.doc[i].pos_ in TELLING]
    if len(telling) <= 1 and not bare and governor is not None:
        return _verbal(governor, leave_out)
    return Shape(Draft(noun.doc, [sorted(words)]), noun, None)


def _fragment(token: Token, leave_out: frozenset[int]) -> Shape:
    words = sorted(Selection(frozenset({token.i}), leave_out).below(token))
    noun = token.head
    if noun.pos_ in NOUNS and noun.i < token.i:  # "a bid, due to expire on Friday"
        named = without_determiner(noun, noun_words(noun, leave_out, token))
        return Shape(Draft(token.doc, [sorted(named), words]), token, noun)
    return Shape(Draft(token.doc, [words]), token, None, complete=False)
