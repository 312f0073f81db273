"""What kind of event it is: by its event word, and by its object where the word is too general."""

from spacy.tokens import Token

from timeline.events.grammar import NOUNS, RELATIVE_TAGS
from timeline.events.words import event_words
from timeline.model.event import Category

_TAKING_PLACE = frozenset(
    {Category.CONFLICT, Category.DISASTER, Category.DIPLOMACY, Category.POLITICS}
)


def category_of(trigger: Token) -> Category:
    """Return the category of an event word; `other` where the lists know it not, nor its object."""
    by_word = _by_subject(trigger) or _by_word(trigger)
    if by_word not in {None, Category.OTHER} and not _is_general(trigger):
        return by_word
    by_object = _by_object(trigger)
    return by_object or by_word or Category.OTHER


def _by_subject(trigger: Token) -> Category | None:
    """Return the category of what takes place: an earthquake that "strikes" is no attack."""
    subject = next((c for c in trigger.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if (
        subject is None
        or trigger.lemma_.lower() in event_words().categories[Category.STATEMENT].verbs
    ):
        return None
    if trigger.dep_ == "relcl" and subject.tag_ in RELATIVE_TAGS:
        subject = trigger.head
    found = _by_word(subject) if subject.pos_ in NOUNS else None
    return found if found in _TAKING_PLACE else None


def _is_general(trigger: Token) -> bool:
    """A word of several categories ("withdraw", "strike") is settled by its object."""
    if trigger.lemma_.lower() in event_words()("verbs", "general"):
        return True
    return sum(_in_words(trigger, c) for c in Category) > 1


def _in_words(token: Token, category: Category) -> bool:
    words = event_words().categories[category]
    lemma = token.lemma_.lower()
    return lemma in (words.nouns if token.pos_ in NOUNS else words.verbs)


def _by_word(token: Token) -> Category | None:
    return next((c for c in event_words().categories if _in_words(token, c)), None)


def _by_object(trigger: Token) -> Category | None:
    for token in _objects(trigger):
        lemma = token.lemma_.lower()
        for category, words in event_words().categories.items():
            if lemma in words.objects or (category is not Category.OTHER and lemma in words.nouns):
                return category
    return None


def _objects(trigger: Token) -> list[Token]:
    """The things an event word speaks of, nearest first: objects, complements, modifiers."""
    found: list[Token] = []
    circumstances = event_words()("titles", "circumstances")
    for c in trigger.children:
        if c.dep_ in {"dobj", "attr", "nsubjpass", "compound", "oprd"}:
            found.append(c)
        elif c.dep_ == "xcomp":
            found += [c, *_objects(c)]
        elif c.dep_ in {"prep", "agent"} and c.lower_ not in circumstances:
            found += [g for g in c.children if g.dep_ == "pobj"]
    compounds = [g for f in found for g in f.children if g.dep_ == "compound"]
    if trigger.dep_ in {"acl", "xcomp"}:
        found.insert(0, trigger.head)
    return found + compounds
