"""Which words below a verb or noun belong into a title, before it is cut to length.

Left out: dates, brackets, what joins the clause to the text before it, adverbial clauses,
appositions and relative clauses behind a comma, attribution ("according to ..."), and further
verbs of the same subject.
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from timeline.events.grammar import AUXILIARIES, NOUNS, is_verb, subject_of
from timeline.events.words import event_words

_BRACKETED = "timeline: in brackets"  # kept with the parsed sentence
_NEVER = frozenset({"parataxis", "intj", "meta", "preconj", "discourse"})
_ASIDES = frozenset({"relcl", "acl", "appos", "advcl"})
_FRONT = frozenset(
    {"advmod", "prep", "npadvmod", "cc", "advcl", "dep", "mark", "nmod", "amod", "pcomp"}
)


@dataclass(slots=True)
class Selection:
    """Walks down from a word and collects what belongs to it.

    `heads` are the verbs whose joining words, fronted adverbials and further verbs go;
    `fronted` collects places that stood before the subject, to be put at the end. What holds a
    word of `keep` stays.
    """

    heads: frozenset[int]
    leave_out: frozenset[int]
    fronted: list[int] = field(default_factory=list)
    keep: frozenset[int] = frozenset()

    def below(self, token: Token, skip: frozenset[int] = frozenset()) -> set[int]:
        """Return the indexes of a word and of what belongs to it."""
        found = set() if token.i in self.leave_out else {token.i}
        for child in token.children:
            if child.i in skip or (self._goes(child) and not self._holds_needed(child)):
                continue
            found |= self.below(child, skip)
        return found

    def _holds_needed(self, child: Token) -> bool:
        return bool(self.keep) and any(t.i in self.keep for t in child.subtree)

    def _goes(self, child: Token) -> bool:
        if child.is_space or child.dep_ in _NEVER or is_according(child):
            return True
        if child.dep_ == "advmod" and any(c.dep_ == "advcl" for c in child.children):
            return True  # "as long as ...", "more often than ..."
        if child.dep_ == "npadvmod" and any(c.dep_ in {"advcl", "relcl"} for c in child.children):
            return True  # "the day before he left"
        if child.dep_ in _ASIDES and _is_aside(child):
            return True
        if child.dep_ == "prep" and child.head.pos_ in NOUNS and after_comma(child):
            return True
        if child.dep_ in {"ccomp", "conj"} and _is_added_sentence(child):
            return True
        if child.dep_ == "conj" and _opens_next_clause(child):
            return True
        return child.head.i in self.heads and self._goes_from_head(child)

    def _stays_joined(self, child: Token) -> bool:
        return child.dep_ == "conj" and (not is_verb(child) or self._shares_all(child))

    def _shares_all(self, verb: Token) -> bool:
        """Recognise a further verb of the same subject and date: "was closed *and searched*"."""
        if verb.dep_ != "conj" or subject_of(verb) is not None or verb.i < verb.head.i:
            return False
        if verb.tag_ != verb.head.tag_ or any(c.dep_ in AUXILIARIES for c in verb.children):
            return False  # "was convicted and is serving": of another time
        if any(c.text in {";", ":"} for c in verb.head.children):
            return False
        return not any(t.i in self.leave_out for t in verb.subtree)

    def _goes_from_head(self, child: Token) -> bool:
        if child.text == "," and child.i < child.head.i:
            return True
        if child.dep_ == "mark" or (child.dep_ == "conj" and is_verb(child)):
            return not self._shares_all(child)
        if child.dep_ == "cc" and not any(self._stays_joined(c) for c in child.head.children):
            return True
        if child.dep_ == "dobj" and _is_second(child):
            return True
        if _is_before_subject(child) and child.dep_ in _FRONT:
            if _is_place(child, self.leave_out):
                self.fronted.append(child.i)
            return True
        if child.dep_ == "advmod" and child.i == child.head.left_edge.i:
            return child.lower_ in event_words()("titles", "joining")
        return False


def _is_added_sentence(clause: Token) -> bool:
    """Distinguish a sentence behind a colon or semicolon from what a verb says.

    "X resigned: 'I ...'".
    """
    edge = clause.left_edge.i
    marks = {t.text for t in clause.doc[max(0, edge - 2) : edge]}
    if not is_verb(clause) or not marks & {":", ";"}:
        return False
    return any(c.dep_ in {"ccomp", "dobj", "attr"} and c.i < edge for c in clause.head.children)


def _opens_next_clause(noun: Token) -> bool:
    """Recognise the subject of a further clause, taken for the second of a pair: ", and the ...".

    Two things are joined without a comma; of three or more each but the last has one.
    """
    if noun.pos_ not in NOUNS or noun.dep_ != "conj" or noun.head.dep_ == "conj":
        return False
    doc, edge = noun.doc, noun.left_edge.i
    if edge < 2 or doc[edge - 1].lower_ != "and" or doc[edge - 2].text != ",":  # noqa: PLR2004 - two words before
        return False
    after = noun.right_edge.i + 1
    others = any(c.dep_ == "conj" for c in noun.children)
    return (
        not others and after < len(doc) and (is_verb(doc[after]) or doc[after].dep_ in AUXILIARIES)
    )


def _is_second(thing: Token) -> bool:
    """Recognise the second object of a verb, behind an "as well as" that the parser hung on it."""
    before = [c for c in thing.head.children if c.i < thing.i]
    return any(c.dep_ == "dobj" for c in before) and any(c.dep_ == "cc" for c in before)


def _is_before_subject(child: Token) -> bool:
    subject = subject_of(child.head)
    if subject is None or subject.i < child.i:
        return False
    return child.dep_ != "neg"


def _is_place(child: Token, leave_out: frozenset[int]) -> bool:
    """Distinguish a fronted place ("In Kabul, ...") from other openings."""
    if child.dep_ != "prep" or child.i in leave_out:
        return False
    if child.lower_ not in {"in", "at", "near"}:
        return False
    inner = [t for t in child.subtree if t.i != child.i]
    named = any(t.ent_type_ in {"GPE", "LOC", "FAC"} for t in inner)
    return named and not any(t.i in leave_out or is_verb(t) for t in inner) and len(inner) <= 6  # noqa: PLR2004 - a place, not a story


def _is_aside(child: Token) -> bool:
    """Distinguish what only adds ("..., which ...") from what is needed to know what is meant."""
    if child.dep_ == "advcl":
        purpose = any(c.tag_ == "TO" for c in child.children)
        if conditional(child) and child.head.dep_ in {"ccomp", "xcomp"}:
            return False  # "warned that *if they failed*, they would ..." says nothing without it
        manner = child.tag_ == "VBG" and not any(c.dep_ == "mark" for c in child.children)
        told = (purpose or manner) and child.i > child.head.i and not after_comma(child)
        return not told and child.head.pos_ != "ADJ"
    if child.dep_ == "acl" and child.i < child.head.i:
        return False
    return after_comma(child) and not names_subject(child) and not _names_thing(child)


def conditional(clause: Token) -> bool:
    """Recognise a condition: "*if* they failed", "*unless* the rent is paid"."""
    marks = event_words()("titles", "conditions")
    told = clause.dep_ == "advcl" and subject_of(clause) is not None
    return told and any(c.dep_ == "mark" and c.lower_ in marks for c in clause.children)


def names_subject(child: Token) -> bool:
    """Recognise the name of whom a subject describes: "the agent, *Delia Marsh*, was convicted"."""
    if child.dep_ != "appos" or child.pos_ != "PROPN" or child.ent_type_ in {"GPE", "LOC"}:
        return False
    subject = described_by(child)
    return subject.pos_ == "NOUN" and subject.dep_ in {"nsubj", "nsubjpass"}


def _names_thing(child: Token) -> bool:
    """Recognise the name behind what it is: "an American charity, *the Pew Trust*"."""
    return child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "NOUN"


def described_by(name: Token) -> Token:
    """Return the noun that a name in apposition stands for; a person is no town beside the name."""
    noun = name.head
    holder = next((t for t in noun.ancestors if t.pos_ in NOUNS), noun)
    office = holder.lemma_.lower() in event_words()("pronouns", "titles")
    person = name.ent_type_ == "PERSON" and noun.ent_type_ in {"GPE", "LOC", "NORP", "ORG"}
    return holder if person or (office and noun.pos_ == "PROPN") else noun


def after_comma(child: Token) -> bool:
    """Return whether a comma, dash or the like sets a phrase apart."""
    edge = child.left_edge.i
    return edge > 0 and child.doc[edge - 1].text in {",", "–", "—", "--", "-", "_", ";", ":", "("}


def is_according(child: Token) -> bool:
    """Recognise "according to the police", "as per", which name who says so."""
    words = event_words()("cues", "according")
    if child.lower_ in words and child.dep_ in {"prep", "advcl", "mark", "dep"}:
        return True
    return child.dep_ == "prep" and any(c.lower_ in words for c in child.children)


def bracketed(doc: Doc) -> frozenset[int]:
    """Return the tokens that stand in round or square brackets, the brackets included."""
    known: frozenset[int] | None = doc.user_data.get(_BRACKETED)
    if known is None:
        known = doc.user_data[_BRACKETED] = _find_bracketed(doc)
    return known


def _find_bracketed(doc: Doc) -> frozenset[int]:
    found: set[int] = set()
    opened: list[int] = []
    for token in doc:
        if token.text in {"(", "["}:
            opened.append(token.i)
        elif token.text in {")", "]"} and opened:
            found.update(range(opened.pop(), token.i + 1))
    return frozenset(found)
