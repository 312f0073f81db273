"""Whether an event happened, in the words of the text.

Evidence is looked for in the event word's own clause and in the verbs that govern it. `_RULES`
stands in the order in which they decide: a cancelled plan is cancelled, a denied threat denied.
"""

from collections.abc import Callable

from spacy.tokens import Token

from timeline.events.cancelling import cancelled
from timeline.events.claims import claimed
from timeline.events.dates import is_present, lasts_until_now
from timeline.events.grammar import auxiliaries, child, is_passive, subject_of
from timeline.events.plans import NON_PAST, is_duty, planned
from timeline.events.scene import (
    Evidence,
    Scene,
    lemma_in,
    modifier_in,
    reported_in_past,
    scene_of,
)
from timeline.events.words import event_words
from timeline.model.event import Status
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Bounded

_PAST = frozenset({"VBD"})


def status_of(
    trigger: Token, expression: TimeExpression, dates: frozenset[int] = frozenset()
) -> Evidence:
    """Decide the status of an event from its clause and its date's meaning.

    `dates` are the indexes of the words of dates, which show no status.
    """
    scene = scene_of(trigger, expression, dates)
    for rule in _RULES:
        found = rule(scene)
        if found is not None:
            return found
    return Evidence(Status.HAPPENED, None)


def happens_then(
    trigger: Token, expression: TimeExpression, dates: frozenset[int] = frozenset()
) -> bool:
    """Return whether it is denied up to its date only: "did not reopen until 2015"."""
    scene = scene_of(trigger, expression, dates)
    negation = scene.cue("negative")
    return negation is not None and _until_then(scene, negation)


def _denied(scene: Scene) -> Evidence | None:
    noun = modifier_in(scene.trigger, "denied_noun") or _no(scene.trigger)
    word = noun or scene.cue("false") or scene.cue("negative")
    if word is not None and _until_then(scene, word):
        return None
    if word is None and scene.top is not None:
        subject = subject_of(scene.top)
        word = _no(subject) if subject is not None else None
    word = word or lemma_in(scene.above, "denying") or _negated(scene.above)
    return Evidence(Status.DENIED, word) if word is not None else None


def _until_then(scene: Scene, negation: Token) -> bool:
    """Return whether it "did not reopen until 2015": it did then."""
    if isinstance(scene.expression.meaning, Bounded):
        return False
    words = event_words()("cues", "until")
    between = (token for token in negation.doc[negation.i + 1 :] if token.lower_ in words)
    return any(token.i + 1 in scene.dates or token.i in scene.dates for token in between)


def _no(noun: Token) -> Token | None:
    words = event_words()("cues", "negative")
    if noun.lower_ in words:
        return noun
    return next((c for c in noun.children if c.dep_ == "det" and c.lower_ in words), None)


def _negated(above: tuple[Token, ...]) -> Token | None:
    """A negated verb of belief above ("do not believe that") denies what it holds."""
    for verb in above:
        negation = child(verb, "neg")
        if negation is not None and verb.lemma_.lower() not in {"say", "rule", "deny"}:
            return negation
    return None


def _threatened(scene: Scene) -> Evidence | None:
    word = lemma_in(scene.verbs + scene.above, "threatening") or _unless(scene)
    return Evidence(Status.THREATENED, word) if word is not None else None


def _unless(scene: Scene) -> Token | None:
    """Find the condition of a threat: "could strike unless the buyer pays"."""
    if scene.cue("hypothetical") is None and scene.cue("future") is None:
        return None
    clauses = (c for verb in scene.verbs for c in verb.children if c.dep_ == "advcl")
    marks = (child(clause, "mark") for clause in clauses)
    return next((mark for mark in marks if mark is not None and mark.lower_ == "unless"), None)


def _hypothetical(scene: Scene) -> Evidence | None:
    if scene.top is None:
        return _unsure_noun(scene.trigger)
    mark = child(scene.top, "mark")
    if mark is not None and mark.lower_ in event_words()("cues", "conditional"):
        return Evidence(Status.HYPOTHETICAL, mark)
    modal = scene.cue("hypothetical")
    if modal is None or (modal.lower_ == "would" and _would_is_future(scene)):
        return None
    return Evidence(Status.HYPOTHETICAL, modal)


def _unsure_noun(noun: Token) -> Evidence | None:
    word = modifier_in(noun, "unsure_noun")
    return Evidence(Status.HYPOTHETICAL, word) if word is not None else None


def _would_is_future(scene: Scene) -> bool:
    """Distinguish "said it would" (a plan) and "would later become" (the past) from a mere if."""
    if child(scene.verbs[-1], "aux") is not None and any(
        a.lower_ in {"have", "’ve", "'ve"} for a in auxiliaries(scene.verbs[-1])
    ):
        return False
    return bool(reported_in_past(scene)) or _is_narrated(scene)


def _is_narrated(scene: Scene) -> bool:
    narrating = scene.cue("narrating") is not None
    would = scene.cue("hypothetical")
    return narrating and would is not None and would.lower_ == "would" and not scene.above


def _alleged(scene: Scene) -> Evidence | None:
    word = modifier_in(scene.trigger, "alleged_noun") or scene.cue("alleged")
    word = (
        word
        or _hearsay(scene)
        or lemma_in(scene.above + scene.verbs[:-1], "alleging")
        or claimed(scene)
    )
    return Evidence(Status.ALLEGED, word) if word is not None else None


def _hearsay(scene: Scene) -> Token | None:
    """Find a saying without a sayer: "is said to have", "it is claimed that"."""
    words = event_words()("verbs", "hearsay")
    holders = scene.verbs[:-1] + scene.above
    if is_duty(scene):
        return None
    for verb in holders:
        nobody = is_passive(verb) and child(verb, "agent") is None
        if verb.lemma_.lower() in words and nobody:
            return verb
    return None


def _ongoing(scene: Scene) -> Evidence | None:
    top = scene.top
    if top is None:
        return None
    helpers = auxiliaries(top)
    perfect = next(
        (h for h in helpers if h.lemma_ in {"have", "’ve", "'ve", "’s"} and h.tag_ in NON_PAST),
        None,
    )
    present_be = next((h for h in helpers if h.lemma_ == "be" and h.tag_ in NON_PAST), None)
    progressive = top.tag_ == "VBG" and (present_be or perfect)
    lasting = _since(scene) and (perfect or top.tag_ in NON_PAST or progressive)
    stative = top.tag_ in {"VBZ", "VBP"} and (
        is_present(scene.expression.meaning) or top.lemma_ in {"be", "remain"}
    )
    now = is_present(scene.expression.meaning) and top.tag_ not in _PAST and not perfect
    if progressive or lasting or stative or now:
        return Evidence(Status.ONGOING, perfect or present_be or top)
    return None


def _since(scene: Scene) -> bool:
    return (
        lasts_until_now(scene.expression.meaning)
        or "since" in scene.expression.text.lower().split()
    )


_RULES: tuple[Callable[[Scene], Evidence | None], ...] = (
    cancelled,
    _denied,
    _threatened,
    _hypothetical,
    planned,
    _alleged,
    _ongoing,
)
