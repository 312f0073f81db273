"""Plans that were given up, or came to nothing."""

from spacy.tokens import Token

from timeline.events.grammar import auxiliaries, child, is_infinitive, is_passive
from timeline.events.plans import planned
from timeline.events.scene import Evidence, Scene, lemma_in, modifier_in
from timeline.events.words import event_words
from timeline.model.event import Status


def cancelled(scene: Scene) -> Evidence | None:
    """Find what shows that a plan was given up."""
    noun = modifier_in(scene.trigger, "cancelled_noun")
    around = scene.verbs + scene.above + _said_of(scene.trigger)
    if scene.top is not None:
        around += _said_of(scene.top)  # "the talks that were to be held were called off"
    verb = lemma_in(around, "cancelling") or _called_off(around)
    verb = verb or lemma_in(_said_of(scene.top or scene.trigger), "suspending")
    acted = verb is not None and verb in scene.verbs and not is_passive(verb)
    if acted and planned(scene):
        return None  # "will cancel": the cancelling is the plan
    verb = verb or _never_came(scene)
    return Evidence(Status.CANCELLED, noun or verb) if noun or verb else None


def _never_came(scene: Scene) -> Token | None:
    """Find what a plan came to: "was to have been signed", "was due to open but was abandoned"."""
    if not scene.verbs:
        return None
    plan = scene.verbs[-1]
    perfect = is_infinitive(plan) and any(a.lemma_ == "have" for a in auxiliaries(plan))
    if perfect and plan.head.lemma_ == "be" and plan.head.tag_ == "VBD":
        return plan
    then = tuple(c for verb in scene.verbs for c in verb.children if c.dep_ == "conj")
    off = lemma_in(then, "giving_up")
    return off if off is not None and planned(scene) else None


def _said_of(trigger: Token) -> tuple[Token, ...]:
    """Return the verb that speaks of the planned thing.

    "the vote, set for May, was *cancelled*".
    """
    thing = trigger.head if trigger.dep_ in {"acl", "relcl"} else trigger
    if thing.lemma_.lower() in event_words()("nouns", "contested"):
        return ()  # an allegation is dropped, not what it alleges
    return (thing.head,) if thing.dep_ in {"nsubjpass", "dobj"} else ()


def _called_off(verbs: tuple[Token, ...]) -> Token | None:
    for verb in verbs:
        particle = child(verb, "prt")
        if particle is not None and f"{verb.lemma_}-{particle.lower_}" in event_words()(
            "verbs", "cancelling"
        ):
            return verb
    return None
