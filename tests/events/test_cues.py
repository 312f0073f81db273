"""Languages without a parser: the clause of the date is the title, and nothing is made up."""

import pytest

from tests.events.builder import marked
from timeline.events import find_events
from timeline.events.entry import CUES_ONLY, LONGEST_TITLE
from timeline.model.event import Category, Status


@pytest.mark.parametrize(
    ("language", "text", "title", "attribution"),
    [
        (
            "de",
            "Die Brücke stürzte [am Montag] ein, wie die Polizei mitteilte.",
            "Die Brücke stürzte ein",
            "die Polizei",
        ),
        (
            "fr",
            "[En 2019], le maire de Lyon a démissionné.",
            "Le maire de Lyon a démissionné",
            None,
        ),
        ("es", "El volcán despertó [en mayo]; murieron dos personas.", "El volcán despertó", None),
        ("ru", "Президент подписал закон [в понедельник].", "Президент подписал закон", None),
        ("fr", "[Hier]", "Hier", None),
    ],
)
def test_the_clause_with_the_date(
    language: str, text: str, title: str, attribution: str | None
) -> None:
    (mention,) = find_events(*marked(text, language=language))
    assert mention.title == title
    assert (mention.trigger, mention.trigger_span) == ("", None)
    assert (mention.actors, mention.places, mention.attribution) == ((), (), attribution)
    assert mention.confidence_wording >= CUES_ONLY
    assert mention.status is Status.HAPPENED


def test_a_date_ahead_is_a_plan() -> None:
    (mention,) = find_events(*marked("Es beginnt [morgen].", meaning="ahead", language="de"))
    assert mention.status is Status.PLANNED


@pytest.mark.parametrize("language", ["de", "ru"])
def test_an_overlong_clause_is_cut_between_words(language: str) -> None:
    (mention,) = find_events(*marked("wort " * 60 + "[gestern]", language=language))
    assert len(mention.title) <= LONGEST_TITLE
    assert mention.title.casefold().endswith("wort")
    assert mention.confidence_wording == CUES_ONLY


def test_a_language_without_a_grammar_has_no_category() -> None:
    (mention,) = find_events(*marked("Президент подписал закон [вчера].", language="ru"))
    assert (mention.category, mention.confidence) == (Category.OTHER, CUES_ONLY)
