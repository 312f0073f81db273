import re
from pathlib import Path

import pytest

from timeline.errors import WordDataError
from timeline.languages import folders, lexicon, own_languages
from timeline.languages.folders import RULES as RULE_FILE
from timeline.languages.folders import SHARED
from timeline.languages.folders import WORDS as WORD_FILE
from timeline.languages.lexicon import Lexicon, has_words, load, shared_rules
from timeline.model.meaning import Part, Side, Vagueness
from timeline.model.units import Unit
from timeline.tagging.meanings import BUILDERS
from timeline.tagging.patterns import compile_rule, rules_of
from timeline.tagging.tokens import alphabet

FOLDER = Path(lexicon.__file__).parent
LANGUAGES = own_languages()

WORDS = """
[classes.MONTH]
january = 1
[literals]
THE = ["the"]
[vague]
present = ["now"]
[prepositions]
plain = ["in"]
[ranges]
joins = ["to"]
lists = ["and"]
open = ["from"]
[tense]
future = ["will"]
past = ["said"]
[numbers]
not_year_before = ["page"]
not_year_after = ["people"]
year_after = ["in"]
"""
LISTS = "capital = []\nambiguous = []\nambiguous_after = []\n"
RULES = '[[rules]]\nname = "month"\npattern = "THE? month=MONTH"\nmeaning = "date"\n'


@pytest.fixture
def folder(place: Path) -> Path:
    """The folder of a language `qq`, the only one there is, beside what all share."""
    (place / SHARED).write_text((FOLDER / SHARED).read_text("utf-8"), encoding="utf-8")
    (place / "qq").mkdir()
    return place / "qq"


def written(folder: Path, words: str = WORDS, rules: str = RULES) -> Lexicon:
    (folder / WORD_FILE).write_text(LISTS + words, encoding="utf-8")
    (folder / RULE_FILE).write_text(rules, encoding="utf-8")
    return load(folder.name)


def test_english_is_the_first_of_the_languages() -> None:
    assert LANGUAGES[0] == folders.MAIN
    assert list(LANGUAGES[1:]) == sorted(LANGUAGES[1:])


def test_the_languages_are_the_folders_with_words() -> None:
    assert set(LANGUAGES) == {path.parent.name for path in FOLDER.glob("*/words.toml")}
    assert all(map(has_words, LANGUAGES))
    assert not has_words("__pycache__")
    assert not has_words("../languages/en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_read_and_its_rules_compile(language: str) -> None:
    found = load(language)
    assert found.language == language
    assert len(rules_of(language)) == len(found.rules)
    assert all(rule.regex.pattern for rule in rules_of(language))
    assert [rule.order for rule in found.rules] == list(range(len(found.rules)))
    assert load(language) is found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_names_a_meaning_and_uses_words_that_exist(language: str) -> None:
    found = load(language)
    letters = alphabet(language)
    for rule in found.rules:
        assert rule.meaning in BUILDERS, rule.name
        assert compile_rule(rule, found.macros, letters).regex.pattern
        assert rule.name == rule.name.strip() != ""


TENSES = {
    *("future", "past", "overtaken", "lasting", "enduring", "perhaps_past", "passive"),
    *("negated", "clause", "infinitive", "saying", "asking", "arranged", "perhaps_future"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_for_what_the_model_knows(language: str) -> None:
    found = load(language)
    values = {name: set(group.values()) for name, group in found.classes.items()}
    assert values["MONTH"] == set(range(1, 13))
    assert values["WEEKDAY"] == set(range(1, 8))
    assert values["SEASON"] == set(range(1, 5))
    assert values["UNIT"] | values["UNITS"] <= {unit.value for unit in Unit}
    assert values["PART"] | values["PARTNOUN"] <= {part.value for part in Part}
    assert values["LATER"] <= {side.value for side in Side}
    assert set(found.vague) == {kind.value for kind in Vagueness}
    assert {"future", "past"} <= set(found.tense) <= TENSES
    kinds = {"plain", "since", "until", "through", "by", "before", "after"}
    assert set(found.prepositions.values()) <= kinds
    assert set(found.hedges.values()) <= {"about", "exact"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_one_that_a_text_can_hold(language: str) -> None:
    found = load(language)
    groups = (*found.classes.values(), *found.literals.values(), found.prepositions)
    for word in {word for group in groups for word in group}:
        assert word == word.lower() == word.strip() != ""


def test_a_word_belongs_to_classes_and_has_a_value_in_each() -> None:
    english = load("en")
    assert {"ORDINAL", "UNIT"} <= english.classes_of("second")
    assert english.value("ORDINAL", "second") == 2
    assert english.value("UNIT", "second") == "second"
    assert english.value("MONTH", "second") is None
    assert english.value("NOSUCHCLASS", "second") is None
    assert english.classes_of("elephant") == frozenset()


def test_a_language_of_two_files_is_enough(folder: Path) -> None:
    found = written(folder)
    assert own_languages() == ("qq",)
    assert found.value("MONTH", "january") == 1
    assert [rule.name for rule in found.rules] == [*shared_rules(), "month"]
    assert found.prepositions == {"in": "plain"}


def test_a_language_without_files_is_named(folder: Path) -> None:
    assert list(folder.iterdir()) == []
    with pytest.raises(WordDataError, match=re.escape("there is no word file qq/words.toml")):
        load("qq")


@pytest.mark.parametrize(
    ("words", "rules", "reason"),
    [
        ("classes = ", RULES, "qq/words.toml is not valid TOML"),
        (WORDS, "[[rules", "qq/rules.toml is not valid TOML"),
        (
            WORDS.replace("january", "January"),
            RULES,
            "qq/words.toml: classes.MONTH.January holds 'January', which must be a lower-case word",
        ),
        (WORDS.replace("january", '" january"'), RULES, "must be a lower-case word"),
        (WORDS.replace("january = 1", ""), RULES, "qq/words.toml: classes.MONTH is empty"),
        (WORDS.replace("january = 1", "january = true"), RULES, "stands for no number"),
        (WORDS.replace('["the"]', "[]"), RULES, "qq/words.toml: literals.THE is empty"),
        (WORDS.replace('["the"]', '["the", "the"]'), RULES, "literals.THE holds 'the' twice"),
        (WORDS.replace('["the"]', '["The"]'), RULES, "literals.THE holds 'The', which must"),
        (WORDS.replace('["the"]', '"the"'), RULES, "literals.THE is no list of strings"),
        (WORDS.replace('["the"]', '["the "]'), RULES, "literals.THE holds 'the ', which is"),
        (WORDS.replace("[tense]", "[other]"), RULES, "qq/words.toml: tense is missing"),
        (WORDS.replace("[numbers]", "[other]"), RULES, "qq/words.toml: numbers is missing"),
        (WORDS + "[other]", RULES, "qq/words.toml: other is no key; there are: ambiguous, "),
        (WORDS.replace("\nyear_after", "\nyears_after"), RULES, "numbers.year_after is missing"),
        (WORDS + "year_before = []", RULES, "qq/words.toml: numbers.year_before is no key"),
        (WORDS + "opens_with_year = 1", RULES, "opens_with_year must be true or false"),
        (WORDS + "[writing]\ndecimal = 1", RULES, "qq/words.toml: writing.decimal is no text"),
        (WORDS + "[writing.tokens]\nYEAR = ['(']", RULES, "writing.tokens.YEAR holds '('"),
        (
            WORDS.replace('plain = ["in"]', 'plain = ["in"]\nafter = ["in"]'),
            RULES,
            "qq/words.toml: prepositions.after holds 'in', which plain holds as well",
        ),
        (WORDS, RULES + RULES, "qq/rules.toml: rules holds month twice"),
        (WORDS, RULES.replace("pattern", "patern"), "qq/rules.toml: rules[0].pattern is missing"),
        (WORDS, RULES + "order = 1", "qq/rules.toml: rules[0].order is no key"),
        (WORDS, "", "qq/rules.toml: rules is missing"),
        (WORDS, "rules = []", "qq/rules.toml: rules holds no rules"),
        (WORDS, "rules = [1]", "qq/rules.toml: rules is no list of rules"),
        (WORDS, "macros = 1\n" + RULES, "qq/rules.toml: macros is no table"),
    ],
)
def test_what_is_wrong_in_the_files_is_said(
    folder: Path, words: str, rules: str, reason: str
) -> None:
    with pytest.raises(WordDataError, match=re.escape(reason)):
        written(folder, words, rules)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("month=MONTH %", "cannot read its pattern at '%'"),
        ("month=MOON", "names the class MOON, which has no words"),
        ("{DATE}", "uses the macro DATE, which is not defined"),
    ],
)
def test_what_is_wrong_in_a_rule_is_said(pattern: str, reason: str) -> None:
    english = load("en")
    rule = lexicon.RuleRecord("a rule", pattern, "date", 0)
    with pytest.raises(WordDataError, match=re.escape("rule 'a rule'")) as error:
        compile_rule(rule, english.macros, alphabet("en"))
    assert reason in str(error.value)
