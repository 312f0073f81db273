"""The folders of languages: found by looking, whole, and in the package that is installed."""

from pathlib import Path

import pytest

from tests.tagging.examples import FOLDER as EXAMPLES
from timeline.cli import vocabulary
from timeline.errors import WordDataError
from timeline.languages import folders, own_languages
from timeline.languages.folders import FILES, MAIN, RULES, WORDS, languages_with, read_file
from timeline.languages.locale_words import locale_languages

HERE = Path(folders.__file__).parent
LANGUAGES = sorted(path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_a_folder_is_of_a_known_language_and_holds_nothing_that_is_not_read(folder: Path) -> None:
    assert folder.name in locale_languages()
    found = {path.name for path in folder.iterdir()}
    assert found
    assert found <= FILES
    assert (WORDS in found) == (RULES in found)


@pytest.mark.parametrize("name", sorted(FILES))
def test_languages_are_found_by_their_files_english_first(name: str) -> None:
    found = languages_with(name)
    assert (found[0] == MAIN) == (HERE / MAIN / name).is_file()
    assert sorted(found) == [folder.name for folder in LANGUAGES if (folder / name).is_file()]


def test_what_is_no_folder_of_a_language_is_passed_over(place: Path) -> None:
    for name in ("qq", "__pycache__", "english", "q"):
        (place / name).mkdir()
        (place / name / WORDS).write_text("", encoding="utf-8")
    (place / "rr").mkdir()
    (place / "ss").write_text("", encoding="utf-8")
    assert languages_with(WORDS) == ("qq",)
    assert languages_with(RULES) == ()


def test_a_file_that_is_no_text_is_named(place: Path) -> None:
    (place / "qq").mkdir()
    (place / "qq" / WORDS).write_bytes(b"\xff")
    with pytest.raises(WordDataError, match=r"qq/words\.toml is not valid TOML"):
        read_file("qq", WORDS)


def test_every_language_with_words_has_its_examples_and_no_other() -> None:
    assert {path.stem for path in EXAMPLES.glob("??.toml")} == set(own_languages())


def test_the_shell_completes_the_languages_that_are_found() -> None:
    assert tuple(vocabulary.languages()[: len(own_languages())]) == own_languages()
    assert set(vocabulary.languages()) == {*own_languages(), *locale_languages()}
