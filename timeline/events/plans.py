"""Events that are yet to come: by auxiliary, by the plan they hang on, by their date."""

from spacy.tokens import Token

from timeline.events.dates import points_ahead
from timeline.events.grammar import NOUNS, auxiliaries, child, is_infinitive, is_passive
from timeline.events.nouns import is_event_noun
from timeline.events.scene import Evidence, Scene, lemma_in, modifier_in, reported_in_past
from timeline.events.words import event_words
from timeline.model.event import Status

NON_PAST = frozenset({"VBZ", "VBP", "VB"})


def planned(scene: Scene) -> Evidence | None:
    """Find what shows that the event is yet to come."""
    noun = modifier_in(scene.trigger, "planned_noun") or _due(scene.trigger)
    if noun is not None:
        return Evidence(Status.PLANNED, noun)
    if scene.top is None:
        return Evidence(Status.PLANNED, None) if points_ahead(scene.expression.meaning) else None
    word = scene.cue("future") or _planning_above(scene) or _going_to(scene) or _backshifted(scene)
    if word is None and _ahead_in_present(scene):
        word = scene.top
    return Evidence(Status.PLANNED, word) if word is not None else None


def _due(noun: Token) -> Token | None:
    """Find the adjective behind a noun that says when to expect it: "the vote due in May"."""
    words = event_words()("cues", "planned_adjectives")
    behind = (c for c in noun.children if c.i > noun.i and c.pos_ == "ADJ" and c.dep_ != "acomp")
    return next((c for c in behind if c.lower_ in words), None) if noun.pos_ in NOUNS else None


def _backshifted(scene: Scene) -> Token | None:
    would = scene.cue("hypothetical")
    backshifted = would is not None and would.lower_ == "would" and reported_in_past(scene)
    return would if backshifted else None


def _planning_above(scene: Scene) -> Token | None:
    """Find the plan that a verb stands under: "plans to visit", "is due to open", "to be held"."""
    words = event_words()
    holders = scene.verbs[:-1] + tuple(v for v in scene.above if _holds_infinitive(scene, v))
    found = lemma_in(holders, "planning") or (scene.top if is_duty(scene) else None)
    if found is not None:
        return found
    for verb in scene.verbs:
        if verb.dep_ == "xcomp" and verb.head.lower_ in words("cues", "planned_adjectives"):
            return verb.head
    planned_thing = _plans_event(scene)
    if planned_thing is not None:
        return planned_thing
    plan = scene.verbs[-1]
    if plan.tag_ in NON_PAST and lemma_in((plan,), "planning") and child(plan, "xcomp"):
        return plan  # "plans to close": the plan itself stands for what is planned
    if scene.trigger.pos_ in NOUNS:
        return lemma_in(tuple(v for v in scene.verbs if is_passive(v)), "planning")
    return _scheduled(scene) or _bare_infinitive(scene)


def is_duty(scene: Scene) -> bool:
    """Distinguish a plan ("is supposed to open") from hearsay ("is supposed to have opened")."""
    bottom = scene.verbs[-1] if scene.verbs else scene.trigger
    perfect = any(a.lemma_ in {"have", "be"} for a in auxiliaries(bottom)) or bottom.lemma_ == "be"
    return bool(scene.verbs) and scene.verbs[0].lemma_ == "suppose" and not perfect


def _plans_event(scene: Scene) -> Token | None:
    """Find a plan whose object is the event that the date dates: "planned a rally on Saturday"."""
    verb = scene.verbs[-1]
    thing = child(verb, "dobj")
    plans = verb.lemma_.lower() in event_words()("verbs", "scheduling")
    return verb if plans and thing is not None and is_event_noun(thing) else None


def _scheduled(scene: Scene) -> Token | None:
    """Find a plan that carries the date itself: "the trial is scheduled for May"."""
    verb = scene.verbs[-1]
    passive = is_passive(verb) and child(verb, "agent") is None
    no_complement = child(verb, "xcomp", "ccomp") is None
    planned = verb.lemma_.lower() in event_words()("verbs", "scheduling")
    return verb if passive and planned and no_complement else None


def _holds_infinitive(scene: Scene, verb: Token) -> bool:
    return scene.top is not None and is_infinitive(scene.top) and verb.i != scene.trigger.i


def _bare_infinitive(scene: Scene) -> Token | None:
    """Find an infinitive that looks ahead: "is to visit", "to be held in May", "a deal to sell"."""
    top = scene.top
    announced = next((v for v in scene.verbs[1:] if v.head.lemma_ == "be"), None)
    if announced is not None and is_infinitive(announced):
        return announced  # "is to visit"
    if top is None or not is_infinitive(top):
        return None
    marker = next(c for c in top.children if c.tag_ == "TO")
    first = top.dep_ in {"acl", "relcl"} and top.head.dep_ == "attr"  # "was the first to visit"
    looks_ahead = top.dep_ in {"ROOT", "acl", "relcl", "advcl"} or top.head.lemma_ == "be"
    if first:
        return None
    return marker if looks_ahead else None


def _going_to(scene: Scene) -> Token | None:
    return next((v for v in scene.verbs[:-1] if v.lower_ == "going" and child(v, "aux")), None)


def _ahead_in_present(scene: Scene) -> bool:
    """Recognise a present tense under a date ahead: "the summit opens next week"."""
    top = scene.top
    if top is None or not points_ahead(scene.expression.meaning):
        return False
    helpers = auxiliaries(top)
    past = top.tag_ in {"VBD", "VBN"} and not any(h.tag_ in NON_PAST for h in helpers)
    return not past and not any(h.tag_ == "VBD" for h in helpers)
