"""Parts of what is no unit of the calendar: "the second half of the match"."""

from timeline.languages import Lexicon
from timeline.model.meaning import Occurrence, Stretch
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line


def drop_parts_of_events(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Drop halves, quarters and last days of an event, which do not say when it was."""
    return [c for c in found if not (_is_part(c) and _of_an_event(c, tokens, lexicon))]


def _is_part(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    if isinstance(meaning, Occurrence):
        return meaning.fields.half is not None or meaning.fields.quarter is not None
    return isinstance(meaning, Stretch)


def _of_an_event(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether "of the" and a word that is none of time stand behind it."""
    after = tokens.lows[candidate.last : candidate.last + 3]
    if len(after) < 3 or after[0] not in lexicon.literals.get("OFWORD", ()):  # noqa: PLR2004
        return False
    led = after[1] in lexicon.literals.get("EVENTOF", ())
    return led and after[2].isalpha() and not lexicon.classes_of(after[2])
