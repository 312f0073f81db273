"""The last look at an English title before it is shown.

A title has two words or more, no bracket, quotation mark or ellipsis left over, opens with no word
that joins it to another clause, and ends in none that asks for more (`is_sound`). And it tells
something (`tells`): a verb with its subject, or a noun with what says which one.
"""

import re

from spacy.tokens import Token

from timeline.events.grammar import auxiliaries, is_verb, subject_of, top_of_chain
from timeline.events.shape import Shape
from timeline.events.words import event_words

FEWEST = 2  # words of a title, and telling words of one without a verb
_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_LEFT_OVER = re.compile(r"\[|\]|…|\.\.\.|\(\s*\)|[“\"]\s*[”\"]|,\s*,|\s[,;:]|^[,;:.)]")
_CLOSING = '”"’'
_PAIRS = (("(", ")"), ("“", "”"))
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})


def is_sound(title: str, *, particle: bool = False) -> bool:
    """Return whether a title has nothing left over, nothing missing at its ends.

    `particle`: its last word is that of a verb ("was sworn in").
    """
    words = _WORD.findall(title)
    if len(words) < FEWEST or _LEFT_OVER.search(title):
        return False
    if title.count('"') % 2 or any(title.count(a) != title.count(b) for a, b in _PAIRS):
        return False
    cues = event_words()
    if words[0].lower() in cues("titles", "openers"):
        return False
    ends = title.rstrip()[-1:] in _CLOSING or words[-1].lower() not in cues("titles", "dangling")
    return particle or ends


def tells(shape: Shape) -> bool:
    """Return whether the words of a title hold a clause, or a noun that is told apart."""
    draft = shape.draft
    inside = draft.indexes
    telling = [i for i in inside if draft.doc[i].pos_ in _TELLING]
    if is_verb(shape.root):
        if _is_loose(shape.root):
            return False
        return shape.complete and bool(telling) and _has_subject(shape, inside)
    return len(telling) > FEWEST or any(_is_clause(draft.doc[i], inside) for i in inside)


def _is_loose(verb: Token) -> bool:
    """Recognise a form that stands beside another verb: ", *killing* eleven", "saw it *fall*"."""
    if auxiliaries(verb):
        return False
    if verb.tag_ == "VB":
        return verb.dep_ == "ccomp"
    return verb.tag_ == "VBG" and verb.dep_ not in {"acl", "relcl", "ROOT"}


def _has_subject(shape: Shape, inside: set[int]) -> bool:
    subject = shape.subject
    if subject is None:
        return any(_is_clause(shape.draft.doc[i], inside) for i in inside)
    return subject.i in inside or subject.i in shape.draft.words


def _is_clause(verb: Token, inside: set[int]) -> bool:
    """Return whether a word is a verb that stands in a title with its own subject."""
    if not is_verb(verb):
        return False
    subject = subject_of(top_of_chain(verb))
    return subject is not None and subject.i in inside
