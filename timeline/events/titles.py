"""The title of a mention: the smallest clause that holds what its date dates, and reads as one.

The words of the event's own clause come first. Where they make no title (`gate`), the next larger
clause is tried, and the next, in the end the sentence itself, less its dates and brackets, cut to
length; how far it went lowers the confidence in the wording.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from timeline.events.asides import is_aside
from timeline.events.entry import LONGEST_TITLE
from timeline.events.gate import is_sound, tells
from timeline.events.grammar import FINITE, NOUNS, SUBJECTS, is_verb
from timeline.events.nouns import is_event_noun
from timeline.events.phrasing import clause_of, nominal_of, shape_of
from timeline.events.reference import resolved_words
from timeline.events.scene import Evidence
from timeline.events.selection import bracketed
from timeline.events.shape import Shape
from timeline.events.shortening import joiners_of, shortened
from timeline.events.trigger import Trigger, Way
from timeline.events.wording import Draft
from timeline.events.words import event_words
from timeline.model.event import Status

# What did not, or did not yet, take place: its title must not read as if it had.
UNREAL = frozenset(
    {Status.DENIED, Status.THREATENED, Status.CANCELLED, Status.PLANNED, Status.HYPOTHETICAL}
)
_MEMBERS = frozenset({"relcl", "acl", "advcl", "conj", "appos"})
FEWEST = 2  # words that a cut leaves
_PARTS = frozenset({",", ";", ":", "–", "—", "--", "-"})
_PAIRS = (("(", ")"), ("“", "”"), ('"', '"'))
_EDGES = " ,;:.–—-_"


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the words of its sentence, what stands for its pronouns, and how it was come by.

    `steps` counts the larger clauses that had to be taken; `whole` is False for a title that is no
    clause, but the sentence as far as it fits.
    """

    text: str
    indexes: frozenset[int]
    names: Mapping[int, str] = field(default_factory=dict)
    steps: int = 0
    whole: bool = True
    particle: bool = False  # it ends in that of a verb: "was sworn in"
    told: bool = True  # by the clause or noun of the event itself

    @property
    def poor(self) -> bool:
        """Whether the clause of the event itself made no title."""
        return not self.told


@dataclass(frozen=True, slots=True)
class Telling:
    """What a title is made from: the event word, what says whether it happened, who says so.

    `dates` are the words of the sentence's dates, `own` those of the date told; `name_of` gives
    what a pronoun stands for.
    """

    trigger: Trigger
    own: frozenset[int]
    dates: frozenset[int]
    evidence: Evidence
    source: str | None
    name_of: Callable[[Token], str | None]

    @property
    def leave_out(self) -> frozenset[int]:
        """The words no title holds: dates, and brackets unless they hold the event itself."""
        brackets = bracketed(self.trigger.teller.doc)
        return self.dates if self.trigger.teller.i in brackets else self.dates | brackets

    @property
    def needed(self) -> frozenset[int]:
        """The words that no cut may lose: the event word, and what says whether it happened."""
        words = (self.trigger.token, self.trigger.teller, self.evidence.word)
        return frozenset(t.i for t in words if t is not None)


def title_of(telling: Telling) -> Title:
    """Return the title of a mention: of its own clause, of a larger one, or of its sentence."""
    bare, named = None, _is_named(telling.trigger)
    for steps, shape in enumerate(_shapes(telling)):
        title = _written(shape, telling, steps)
        if len(title.text) <= LONGEST_TITLE and is_sound(title.text):
            if tells(shape):
                return replace(title, told=named or (steps == 0 and is_verb(shape.root)))
            if bare is None and not is_verb(shape.root):
                bare = replace(title, told=named)
    return bare or _of_sentence(telling)


def _is_named(trigger: Trigger) -> bool:
    """Return whether a noun names the event ("since the *collapse* in May"), or an aside does."""
    if is_aside(trigger.teller):
        return True
    return trigger.teller.pos_ in NOUNS and is_event_noun(trigger.token)


def _shapes(telling: Telling) -> Iterator[Shape]:
    """Yield the shapes to try: of the event's own clause, of its noun, of larger clauses."""
    teller, leave_out = telling.trigger.teller, telling.leave_out
    own = shape_of(teller, leave_out, alone=telling.trigger.way is Way.INSIDE)
    yield _truthful(own, telling.evidence, leave_out)
    if is_verb(teller) and not own.complete:
        yield from (nominal_of(c, leave_out) for c in teller.children if c.dep_ in {"attr", "dobj"})
        if teller.dep_ in {"acl", "amod", "relcl", "xcomp"} and teller.head.pos_ in NOUNS:
            yield nominal_of(teller.head, leave_out, telling.needed)
    if teller.pos_ in NOUNS and (_is_bounded(teller) or telling.trigger.way is Way.INSIDE):
        yield nominal_of(teller, leave_out, telling.needed)
        return
    for above in teller.ancestors:
        if is_verb(above):
            larger = clause_of(above, leave_out, telling.needed)
            if larger is not None:
                yield larger


def _is_bounded(noun: Token) -> bool:
    """Recognise "since the *explosion*": the clause around it is of another time."""
    above = noun
    while above.dep_ in {"pobj", "prep", "compound", "poss", "conj"} and above.head.i != above.i:
        above = above.head
        if above.dep_ == "prep" and above.lower_ in event_words()("cues", "bounding"):
            return True
    return False


def _truthful(shape: Shape, evidence: Evidence, leave_out: frozenset[int]) -> Shape:
    """Keep a title from saying that it happened where a word outside of it says otherwise."""
    word = evidence.word
    if evidence.status not in UNREAL or word is None or word.i in shape.draft.indexes:
        return shape
    if word.dep_ == "mark":
        shape.draft.blocks.insert(0, [word.i])
        return shape
    return shape_of(word, leave_out) if is_verb(word) else shape


def _written(shape: Shape, telling: Telling, steps: int) -> Title:
    draft = _of_own_date(shape, telling)
    names = resolved_words(draft.indexes, draft.doc, shape.subject, telling.name_of)
    draft.words.update(names | _definite(draft))
    needed = telling.needed | {shape.root.i}
    if telling.source is None or not _speaks_of_itself(draft):
        kept = shortened(draft, shape.root, needed)
        text = kept.text() if _ends_in_particle(kept) else _ended(kept.text())
        return Title(text, frozenset(kept.indexes), names, steps, particle=_ends_in_particle(kept))
    speaker = telling.source[:1].upper() + telling.source[1:]
    said = shortened(draft, shape.root, needed, LONGEST_TITLE - len(speaker) - len(": “”"))
    text = f"{speaker}: “{said.text()}”"
    return Title(text, frozenset(draft.indexes), names, steps)


def _of_own_date(shape: Shape, telling: Telling) -> Draft:
    """Leave out the clauses and members of a list that have a date of their own: another event."""
    draft, others = shape.draft, telling.dates - telling.own
    if not others:
        return draft
    stays = telling.needed | telling.own | {shape.root.i}
    gone: set[int] = set()
    for i in draft.indexes:
        token = draft.doc[i]
        below = {t.i for t in token.subtree}
        if token.dep_ in _MEMBERS and below & others and not below & stays:
            gone |= below | joiners_of(token)
        if token.dep_ == "conj" and below & telling.own and not is_verb(token):
            first = {t.i for t in token.head.subtree} - below
            if first & others and not first & stays:
                gone |= first
    return draft.without(gone) if gone else draft


def _definite(draft: Draft) -> dict[int, str]:
    """Return "the" for the "that" of a first noun, which points at a sentence that is not there."""
    first = next((i for block in draft.blocks for i in block), None)
    if first is None or draft.doc[first].dep_ != "det" or draft.doc[first].tag_ != "DT":
        return {}
    pointing = event_words()("titles", "pointing")
    return {first: "the"} if draft.doc[first].lower_ in pointing else {}


def _ends_in_particle(draft: Draft) -> bool:
    """Recognise the particle of a verb, which ends a clause well: "was sworn *in*"."""
    last = next((i for block in reversed(draft.blocks) for i in reversed(block)), None)
    return last is not None and (draft.doc[last].dep_ == "prt" or draft.doc[last].tag_ == "RP")


def _speaks_of_itself(draft: Draft) -> bool:
    """Recognise a sentence of direct speech: "I" and "we" are nobody without their speaker."""
    first = next((i for block in draft.blocks for i in block), None)
    return first is not None and draft.doc[first].lower_ in event_words()("pronouns", "first")


def _of_sentence(telling: Telling) -> Title:
    """Return the sentence less dates and brackets, cut to length around the event word."""
    doc, trigger = telling.trigger.token.doc, telling.trigger.token
    leave_out = telling.leave_out
    kept = [t.i for t in doc if t.i not in leave_out and not t.is_space]
    draft = Draft(doc, [kept])
    runs = _runs(kept, doc)
    own = next((n for n, run in enumerate(runs) if trigger.i in run), 0)
    first = last = own
    while True:
        wider = [(first, last + 1), (first - 1, last)]
        fits = (
            (a, b)
            for a, b in wider
            if a >= 0 and b < len(runs) and len(_joined(draft, runs[a : b + 1])) <= LONGEST_TITLE
        )
        found = next(fits, None)
        if found is None:
            break
        first, last = found
    if runs[first] and _opens_inverted(doc[runs[first][0]]):
        runs[first] = runs[first][1:]  # "*Wrote* George Gray"
    text = _trimmed(_joined(draft, runs[first : last + 1]))
    return Title(
        text, frozenset(i for run in runs[first : last + 1] for i in run), {}, 0, whole=False
    )


def _opens_inverted(token: Token) -> bool:
    """Recognise a finite verb before its subject."""
    return token.tag_ in FINITE and any(
        c.dep_ in SUBJECTS and c.i > token.i for c in token.children
    )


def _runs(kept: Sequence[int], doc: Doc) -> list[list[int]]:
    """Cut the words of a sentence where commas, dashes and the like part it."""
    runs: list[list[int]] = [[]]
    for i in kept:
        runs[-1].append(i)
        if doc[i].text in _PARTS:
            runs.append([])
    return [run for run in runs if run] or [[]]


def _joined(draft: Draft, runs: Sequence[list[int]]) -> str:
    return Draft(draft.doc, [[i for run in runs for i in run]]).text()


def _ended(text: str, limit: int | None = None) -> str:
    """Drop from the end of a text the words that ask for more, and those beyond a length."""
    words, dangling = text.split(), event_words()("titles", "dangling")
    while len(words) > FEWEST and (
        (limit is not None and len(" ".join(words)) > limit)
        or words[-1].strip(_EDGES).lower() in dangling
    ):
        words.pop()
    return " ".join(words).strip(_EDGES) if len(words) < len(text.split()) else text


def _trimmed(text: str) -> str:
    """Cut a text to length between words, and drop what is left over at its ends."""
    words, openers = text.split(), event_words()("titles", "left_over")
    while len(words) > FEWEST and words[0].strip(_EDGES).lower() in openers:
        words.pop(0)
    cut = _ended(" ".join(words), LONGEST_TITLE)[:LONGEST_TITLE].strip(_EDGES)
    cut = re.sub(r"\s*(\[[^\]]*\]?|…|\.\.\.)\s*", " ", cut).strip(_EDGES)
    for opening, closing in _PAIRS:
        if cut.count(opening) != cut.count(closing):
            cut = cut.replace(opening, "").replace(closing, "")
    return cut[:1].upper() + cut[1:]
