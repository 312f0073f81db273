"""Dutch added to a copy of the product, as the guide says: a folder and a file of examples."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.languages.guide import blocks, write_folder

ROOT = Path(__file__).parents[2]
CODE = "nl"
TESTS = (
    *("tests/languages/test_articles.py", "tests/languages/try_language.py"),
    "tests/tagging/any_text.py",
    *("tests/tagging/examples.py", "tests/tagging/test_languages.py"),
)
FOLDERS = ("timeline", "tests/examples")
ADDED = {
    *(f"timeline/languages/{CODE}/{name}.toml" for name in ("words", "rules", "page")),
    f"tests/examples/{CODE}.toml",
}
EXAMPLES = tomllib.loads(blocks()[-1])
ARTICLE = EXAMPLES["articles"][0]
LABELS = ("Gepubliceerd op", "Gepubliceerd:", "Geplaatst op")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and of the tests of languages, with the language in it."""
    top = tmp_path_factory.mktemp("copy")
    for folder in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, top / folder, ignore=ignored)
    for name in TESTS:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, top / name)
    write_folder(top / "timeline" / "languages" / CODE)
    (top / "tests" / "examples" / f"{CODE}.toml").write_text(blocks()[-1], encoding="utf-8")
    return top


def ran(copy: Path, *command: str) -> str:
    """Return what a command of the copy prints."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_of(top: Path) -> Iterator[str]:
    """Yield the files of the folders that are copied whole, by their paths."""
    for folder in FOLDERS:
        for path in (top / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(top).as_posix()


def test_nothing_but_a_folder_and_its_examples_is_added(copy: Path) -> None:
    before, after = set(files_of(ROOT)), set(files_of(copy))
    assert after - before == ADDED - before
    assert before <= after
    changed = {name for name in before if (ROOT / name).read_bytes() != (copy / name).read_bytes()}
    assert changed <= ADDED


def test_the_language_is_listed_among_those_with_rules(copy: Path) -> None:
    listed = ran(copy, "timeline", "languages").splitlines()
    own = [line.split()[0] for line in listed if line.endswith("words and rules of its own")]
    assert CODE in own
    assert sum(line.split()[0] == CODE for line in listed) == 1


def test_a_phrase_is_read_by_its_rules(copy: Path) -> None:
    phrase = ("drie dagen geleden", "--published", "2023-02-08", "--language", CODE)
    told = json.loads(ran(copy, "timeline", "explain", *phrase, "--format", "json"))
    assert "2023-02-05" in json.dumps(told)
    assert "units ago" in json.dumps(told)


@pytest.fixture(scope="module")
def extracted(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The article under several labels, and as a record without a header line, extracted."""
    folder = tmp_path_factory.mktemp("articles")
    text = ARTICLE["text"].lstrip()
    title, header, story = text.split("\n\n", 2)
    for number, label in enumerate(LABELS):
        text = f"{title}\n\n{label} 3 mei 2021\n\n{story}"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert header == f"{LABELS[0]} 3 mei 2021"
    record = {"titel": title, "tekst": story, "datum": "3 mei 2021", "language": CODE}
    (folder / "record.json").write_text(json.dumps(record), encoding="utf-8")
    told: dict[str, Any] = json.loads(ran(copy, "timeline", "extract", str(folder)))
    return told


def test_header_lines_and_fields_give_the_day_of_publication(extracted: dict[str, Any]) -> None:
    documents = extracted["documents"]
    assert len(documents) == len(LABELS) + 1
    for document in documents:
        assert document["language"] == CODE
        assert document["published"]["edtf"] == ARTICLE["published"], document["document"]
    assert {document["title"] for document in documents} == {ARTICLE["text"].strip().split("\n")[0]}


def test_the_article_is_read_in_every_form(extracted: dict[str, Any]) -> None:
    dates = [event["when"]["edtf"] for event in extracted["events"]]
    assert sorted(set(dates)) == [date for date, _, _ in ARTICLE["events"]]
    told = [mention["document"] for event in extracted["events"] for mention in event["mentions"]]
    assert Counter(told) == {
        document["document"]: len(ARTICLE["events"]) for document in extracted["documents"]
    }


def test_the_tests_of_languages_find_its_examples(copy: Path) -> None:
    kinds = ("groups", "nothing", "undated")
    phrases = sum(len(group["phrases"]) for kind in kinds for group in EXAMPLES[kind])
    told = ran(copy, "tests.languages.try_language", CODE)
    assert told.split() == [str(phrases + len(EXAMPLES["articles"])), "passed"]
