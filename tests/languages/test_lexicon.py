import re
from pathlib import Path

import pytest

from timeline.errors import WordDataError
from timeline.languages import lexicon
from timeline.languages.lexicon import Lexicon, load
from timeline.model.meaning import Part, Side, Vagueness
from timeline.model.units import Unit
from timeline.tagging.meanings import BUILDERS
from timeline.tagging.patterns import compile_rule, rules_of
from timeline.tagging.tokens import alphabet

FOLDER = Path(lexicon.__file__).parent
LANGUAGES = sorted(p.name.removesuffix("_rules.toml") for p in FOLDER.glob("*_rules.toml"))

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
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a language `qq` can be written, instead of the package's own."""
    monkeypatch.setattr("timeline.languages.lexicon.resources.files", lambda _: tmp_path)
    load.cache_clear()
    return tmp_path


def written(folder: Path, words: str = WORDS, rules: str = RULES) -> Lexicon:
    (folder / "qq.toml").write_text(LISTS + words, encoding="utf-8")
    (folder / "qq_rules.toml").write_text(rules, encoding="utf-8")
    return load("qq")


def test_english_is_among_the_languages() -> None:
    assert "en" in LANGUAGES


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


TENSES = {"future", "past", "overtaken", "lasting", "enduring", "perhaps_past", "passive"}


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
    assert found.value("MONTH", "january") == 1
    assert [rule.name for rule in found.rules] == ["month"]
    assert found.prepositions == {"in": "plain"}


def test_a_language_without_files_is_named(folder: Path) -> None:
    assert list(folder.iterdir()) == []
    with pytest.raises(WordDataError, match=re.escape("there is no word file qq.toml")):
        load("qq")


@pytest.mark.parametrize(
    ("words", "rules", "reason"),
    [
        ("classes = ", RULES, "qq.toml is not valid TOML"),
        (WORDS, "[[rules", "qq_rules.toml is not valid TOML"),
        (WORDS.replace("january", "January"), RULES, "'January' must be a lower-case word"),
        (WORDS.replace("january", '" january"'), RULES, "must be a lower-case word"),
        (WORDS.replace('["the"]', "[]"), RULES, "class THE has no words"),
        (WORDS.replace("[tense]", "[other]"), RULES, "lack or misuse 'tense'"),
        (WORDS.replace("[numbers]", "[other]"), RULES, "lack or misuse 'numbers'"),
        (WORDS, RULES + RULES, "rules named twice: month"),
        (WORDS, RULES.replace("pattern", "patern"), "lack or misuse 'pattern'"),
        (WORDS, "", "lack or misuse 'rules'"),
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
