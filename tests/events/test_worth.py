"""What belongs on a timeline: deeds and plans do, what stands around a story does not."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.worth import AGAINST, DIRECTIONS, FOR
from timeline.errors import WordDataError
from timeline.events import find_events
from timeline.events.register import persons_of, register_of, unquoted
from timeline.events.stamps import Appended, Kind, Stamps, stamps_of
from timeline.events.worth import Weights, read_weights, weights
from timeline.events.worth_signs import Page, signs
from timeline.languages.folders import REGISTER, languages_with
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.span import Span
from timeline.reading.sentences import sentences_of
from timeline.tagging import tag

SHOWN = 0.5
STORY = "The harbour of Velmar was closed on Monday after a ferry struck the northern quay."
COMMENTS = (
    "The city council of Velmar met to discuss the harbour. The mayor spoke for an hour.\n"
    "At 2:28 pm on 28 May 2010, gullwing wrote: I can't believe you people still trust them.\n"
    "At 3:05 pm on 28 May 2010, old_salt wrote: My boat has been in that harbour for ten years!\n"
    "{}\n"
    "At 4:11 pm on 28 May 2010, gullwing wrote: Do you really think we care?\n"
)
TELLING = "The operator closed the old terminal in March 2009 and dismissed forty dockers."


def article(text: str, language: str = "en") -> Article:
    return Article(
        "a.txt", text, "", sentences_of(text, Span(0, len(text)), language), language=language
    )


def mentions(text: str, language: str = "en") -> tuple[EventMention, ...]:
    one = article(text, language)
    return find_events(one, tag(one))


def worth(text: str, phrase: str, language: str = "en") -> float:
    """Return the worth of the mention whose expression is a phrase of the text."""
    found = [m for m in mentions(text, language) if phrase in m.expression.text]
    assert found, f"nothing is dated by {phrase!r}"
    return max(mention.worth for mention in found)


def shown(text: str, phrase: str) -> set[str]:
    """Return the names of the signs that the mention of a phrase shows."""
    one = article(text)
    expressions = tag(one)
    page = Page.of(one, expressions)
    found = next(m for m in find_events(one, expressions) if phrase in m.expression.text)
    return {name for name, much in signs(found, page).items() if much}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (STORY, "Monday"),
        ("Norland resumed its diplomatic presence in Tarsk in June 2022.", "June 2022"),
        ("Ministers will meet in Oslo on 4 May to sign the treaty.", "4 May"),
        ("The court acquitted all three officers in 2014.", "2014"),
        ('"The talks have failed," the envoy said on Tuesday.', "Tuesday"),
        (("12 May 2016: Ground crew at Lisbon airport vote to strike.\n"
         "1 June 2016: The first walkout grounds 64 flights."), "1 June 2016"),
        (("12.30 pm: The committee adjourns the hearing.\n"
         "1.05 pm: The senator leaves the chamber without a word."), "1.05 pm"),
    ],
)  # fmt: skip
def test_what_was_done_or_is_planned_is_shown(text: str, phrase: str) -> None:
    assert worth(text, phrase) >= SHOWN


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (COMMENTS.format(TELLING), "4:11 pm on 28 May 2010"),
        (COMMENTS.format(TELLING), "March 2009"),
        ("Do you really think we will be better off in ten years, or next year?", "next year"),
        ("What would you and I have done yesterday?", "yesterday"),
        (("OSLO | Thu May 28, 2009 11:54 am EDT OSLO (Reuters) - Scientists have used samples of "
         "the virus to develop a new basis for a vaccine."), "May 28, 2009"),
        ("Speaking on the Today show, he said that the illness is likely to spread.", "Today"),
    ],
)  # fmt: skip
def test_what_stands_around_a_story_is_not(text: str, phrase: str) -> None:
    assert worth(text, phrase) < SHOWN


def test_the_same_sentence_is_worth_less_among_comments() -> None:
    among = worth(COMMENTS.format(TELLING), "March 2009")
    assert among < worth(f"{STORY} {TELLING} The dockers went to court.", "March 2009")


def test_a_question_is_worth_less_than_what_it_asks_for() -> None:
    told = worth("The council closed the harbour on Monday.", "Monday")
    assert worth("Will you tell me why the council closed the harbour on Monday?", "Monday") < told


@pytest.mark.parametrize(
    ("language", "told", "spoken"),
    [
        ("de", "Die Brücke stürzte am Montag ein.", "Ich war am Montag bei dir und euch."),
        ("es", "El puente se derrumbó el lunes.", "Yo te vi el lunes con mi hermano."),
        ("fr", "Le pont s'est effondré lundi.", "Je vous ai vu lundi avec mon frère."),
        ("it", "Il ponte è crollato lunedì.", "Io ti ho visto lunedì con mio fratello."),
        ("pt", "A ponte desabou na segunda-feira.", "Eu te vi na segunda-feira com minha irmã."),
    ],
)
def test_other_languages_tell_speakers_from_stories(language: str, told: str, spoken: str) -> None:
    (deed,), (talk,) = mentions(told, language), mentions(spoken, language)
    assert deed.worth >= SHOWN
    assert talk.worth < deed.worth


def test_a_language_without_pronouns_has_no_speakers() -> None:
    assert not register_of("Minä näin sinut.", persons_of("fi")).personal


@pytest.mark.parametrize("language", languages_with(REGISTER))
def test_no_pronoun_is_of_both_persons(language: str) -> None:
    persons = persons_of(language)
    assert persons.first.isdisjoint(persons.second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("I saw it.", True, False),
        ("You saw our boat.", True, True),
        ("The US government and the U.S. army met.", False, False),
        ('"We are closing," the mayor said.', False, False),
        ('He said: "we and you', False, False),
        ("“My boat”, he said, “is yours”.", False, False),
    ],
)
def test_who_speaks_outside_of_quotations(text: str, first: bool, second: bool) -> None:  # noqa: FBT001
    register = register_of(text, persons_of("en"))
    assert (register.first, register.second) == (first, second)


@given(st.text(max_size=60))
def test_what_is_left_of_a_text_is_of_the_text(text: str) -> None:
    assert len(unquoted(text)) <= len(text)


def stamps(text: str) -> Stamps:
    one = article(text)
    persons = persons_of("en")
    return stamps_of(one, tag(one), {s: register_of(s.of(text), persons) for s in one.sentences})


def test_comments_begin_at_the_first_stamp_behind_the_head() -> None:
    text = COMMENTS.format(TELLING)
    found = stamps(text)
    assert found.appended == Appended(text.index("At 2:28") + 3, Kind.COMMENTS)
    assert len(found.spans) == 3
    assert found.behind(Span(text.index(TELLING), len(text)), Kind.COMMENTS)


def test_stamps_of_links_make_a_list() -> None:
    rows = "".join(
        f"updated: 1{n} March 2009 10:5{n} Thousands protested in Tarsk.\n" for n in range(4)
    )
    found = stamps(f"{STORY} {STORY}\n{rows}")
    assert found.appended is not None
    assert found.appended.kind is Kind.LIST


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 22 July 2010 20.40 BST The harbour was closed. It will stay so.",
        "12.30 pm: The committee adjourns. 1.05 pm: The senator leaves. 2.10 pm: He returns.",
        "The bank rose 3.25 on 12 May 2016 and lost 1.10 on 13 May 2016. It was a quiet week.",
        "Nothing is dated here.",
    ],
)
def test_an_article_s_own_stamp_clocks_and_prices_begin_no_comments(text: str) -> None:
    assert stamps(text).appended is None


def test_a_picture_s_line_is_furniture() -> None:
    text = "Soldiers guard the gate of the palace in Tarsk on 5 June 2009. (AP Photo/Ana Lund)"
    assert "furniture" in shown(text, "5 June 2009")
    assert "furniture" not in shown("The gate fell on 5 June 2009. Nobody was hurt.", "5 June 2009")


@given(st.dictionaries(st.sampled_from(sorted(DIRECTIONS)), st.floats(0, 1)))
def test_worth_is_a_share_and_every_sign_speaks_in_its_direction(found: dict[str, float]) -> None:
    model = weights()
    assert 0 <= model.worth(found) <= 1
    for name in FOR:
        assert model.worth(found | {name: 1.0}) >= model.worth(found | {name: 0.0})
    for name in AGAINST:
        assert model.worth(found | {name: 1.0}) <= model.worth(found | {name: 0.0})


def test_weights_are_of_signs_that_are_known() -> None:
    data = tomllib.loads((resources.files("timeline.events") / "worth.toml").read_text("utf-8"))
    assert set(data["weights"]) <= set(DIRECTIONS)


def test_a_mention_that_shows_nothing_is_where_the_odds_begin() -> None:
    assert Weights(0.0, {"question": -1.0}).worth({}) == 0.5


@pytest.mark.parametrize("text", ["", "start = 1", "start = 'a'\n[weights]", "x ="])
def test_weights_that_are_none_are_named(text: str) -> None:
    with pytest.raises(WordDataError, match=r"worth\.toml"):
        read_weights(text)
