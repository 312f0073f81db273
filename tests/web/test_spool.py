"""Names that browsers give become names that are safe, free, and still those of the articles."""

import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.web.uploads import spool
from timeline.web.uploads.spool import UploadBatch, names_of, paste_name, paste_text, safe_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("story.txt", "story.txt"),
        ("Été à Köln.txt", "Été à Köln.txt"),
        ("press/may/story.txt", "press/may/story.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\ana\\story.txt", "C_/Users/ana/story.txt"),
        ("..\\..\\story.txt", "story.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\nb\u202egpj.txt", "abgpj.txt"),
        ("nul\0.txt", "nul.txt"),
        ('<b>"a"|b?*.txt', "_b__a__b__.txt"),
        ("story.txt. . ", "story.txt"),
        ("", "article.txt"),
        (None, "article.txt"),
        ("../..", "article.txt"),
        ("E\u0301te\u0301.txt", "Été.txt"),
    ],
)
def test_a_name_stays_itself_as_far_as_it_can(given_name: str | None, kept: str) -> None:
    assert safe_name(given_name) == kept


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_every_name_stays_below_its_folder_and_is_kept_as_it_is_then(name: str) -> None:
    safe = safe_name(name)
    parts = safe.split("/")
    assert all(part and not part.startswith(".") and part.strip() == part for part in parts)
    assert not any(unicodedata.category(c).startswith("C") for c in safe)
    assert all(len(part.encode()) <= 130 for part in parts)
    assert len(parts) <= 8
    assert safe_name(safe) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("ä" * 300 + ".pdf")
    assert name.endswith("ä.pdf")
    assert len(name.encode()) <= 120


def test_files_of_one_name_get_numbers_and_those_of_the_collection_are_told() -> None:
    held = {"a.txt", "news.csv/1", "news.csv/2"}
    wanted = ["a.txt", "A.txt", "news.csv", "b.txt", "x/b.txt"]
    assert names_of(wanted, held, both=False) == [
        ("a.txt", True),
        ("A (2).txt", False),
        ("news.csv", True),
        ("b.txt", False),
        ("x/b.txt", False),
    ]
    assert [name for name, _ in names_of(wanted, held, both=True)] == [
        "a (2).txt",
        "A.txt",
        "news (2).csv",
        "b.txt",
        "x/b.txt",
    ]


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "LARGEST_FILE", 10)
    batch = UploadBatch()
    batch.add("a/small.txt", io.BytesIO(b"0123456789"))
    batch.add("large.txt", io.BytesIO(b"0123456789a"))
    assert batch.names == ["a/small.txt"]
    assert batch.files[0].stream.read() == b"0123456789"
    assert [name for name, _ in batch.refused] == ["large.txt"]


def test_no_file_has_the_name_of_another_s_folder() -> None:
    names = ["a.txt", "A.txt/b.txt", "c/d.txt", "c", "a.txt/x/y.txt"]
    kept = [name for name, _ in names_of(names, (), both=False)]
    assert kept == ["a.txt", "A (2).txt/b.txt", "c/d.txt", "c (2)", "a (2).txt/x/y.txt"]


@settings(max_examples=200)
@given(st.lists(st.text("ab./ß", max_size=6), max_size=6))
def test_the_names_of_a_batch_can_lie_in_one_folder(wanted: list[str]) -> None:
    kept = [name.casefold() for name, _ in names_of(wanted, (), both=False)]
    assert len(set(kept)) == len(kept) == len(wanted)
    assert not any(a.startswith(f"{b}/") for a in kept for b in kept)


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Lights out in Velmar", "On Monday", "Lights out in Velmar.txt"),
        ("", "On Monday the lights of Velmar went out at once, they said.", None),
        ("", "<script>alert(1)</script>", "scriptalert1script.txt"),
        ("../../x", "text", "x.txt"),
        ("?!", "text", "Pasted text.txt"),
    ],
)
def test_a_pasted_text_is_named_by_what_it_says(title: str, text: str, name: str | None) -> None:
    assert paste_name(title, text) == (name or "On Monday the lights of Velmar went out.txt")


def test_a_title_stands_above_the_text_once() -> None:
    assert paste_text("Lights out", "On Monday …") == "Lights out\n\nOn Monday …"
    assert paste_text("Lights  out", "\nLights out\n\nOn Monday …") == "\nLights out\n\nOn Monday …"
    assert paste_text("", "On Monday …") == "On Monday …"
