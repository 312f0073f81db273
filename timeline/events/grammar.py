"""Questions that the rules ask of a dependency tree (labels of ClearNLP, as spaCy uses them)."""

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES_OF_NOUNS = frozenset({"relcl", "acl"})
FINITE = frozenset({"VBZ", "VBP", "VBD"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_verb(token: Token) -> bool:
    """Return whether a token is a verb that heads something, not an auxiliary of one."""
    return token.pos_ in VERBS and token.dep_ not in AUXILIARIES


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child with one of the labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def subject_of(verb: Token) -> Token | None:
    """Return the subject that stands with the verb itself."""
    return child(verb, *SUBJECTS)


def agrees(verb: Token, subject: Token) -> bool:
    """Return whether a subject can stand with a verb's form: not in "we *has*", "ships *was*"."""
    first = next(iter(auxiliaries(verb)), verb)
    one = first.tag_ == "VBZ" or first.lower_ == "was"
    several = first.lower_ in {"were", "are", "have"} and first.tag_ != "VB"
    joined = any(c.dep_ == "conj" for c in subject.children)
    if subject.tag_ == "PRP":
        plural = subject.lower_ in {"we", "they", "you"}
        return not (one and plural) and not (several and subject.lower_ in {"he", "she", "it"})
    return not (one and (joined or subject.tag_ in {"NNS", "NNPS"}))


def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive, with or without its auxiliary."""
    if child(verb, "auxpass", "nsubjpass", "agent"):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """Return the auxiliaries of a verb; one that shares them with the verb before it has those."""
    own = tuple(c for c in verb.children if c.dep_ in AUXILIARIES)
    if own or verb.dep_ != "conj" or not is_verb(verb.head) or subject_of(verb):
        return own
    shares = verb.tag_ == verb.head.tag_ or _shares_passive(verb)
    return auxiliaries(verb.head) if shares else ()


def _shares_passive(verb: Token) -> bool:
    """Recognise the second participle of "was arrested and released".

    Which looks like a past tense.
    """
    passive = verb.head.tag_ == "VBN" and child(verb.head, "auxpass") is not None
    return passive and verb.tag_ == "VBD" and child(verb, "dobj", "attr", "acomp", "ccomp") is None


def top_of_chain(verb: Token) -> Token:
    """Climb from a verb without a subject to the verb it completes ("expected to *visit*")."""
    while subject_of(verb) is None and verb.head.i != verb.i:
        predicate = verb.dep_ in {"acomp", "oprd", "attr"} and is_verb(verb.head)
        if verb.dep_ != "xcomp" and not predicate:
            break
        verb = verb.head
    return verb


def chain(top: Token, bottom: Token) -> tuple[Token, ...]:
    """Return the verbs from the top of a chain to its bottom."""
    found = [bottom]
    while found[-1].i != top.i and found[-1].head.i != found[-1].i:
        found.append(found[-1].head)
    return tuple(reversed(found))


def is_beside(clause: Token) -> bool:
    """Recognise a sentence before a semicolon, which the parser took for what the next one says."""
    verb = clause.head
    marks = (c for c in verb.children if c.text == ";")
    return clause.dep_ == "ccomp" and any(clause.i < mark.i < verb.i for mark in marks)


def is_predicate(token: Token) -> bool:
    """Return whether a word is what a form of "be" says ("is *active*")."""
    return token.dep_ in {"attr", "acomp", "oprd"} and token.head.lemma_ == "be"


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb has its "to"."""
    return any(c.tag_ == "TO" for c in verb.children)


def is_present(verb: Token) -> bool:
    """Recognise a verb of the present, a present perfect included.

    "is", "has left", "may leave".
    """
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    first = next(iter(auxiliaries(top_of_chain(verb))), None)
    return first is not None and first.tag_ in {"VBZ", "VBP", "MD"}
