from pathlib import Path

import pytest

from timeline.errors import MetadataError
from timeline.model.article import ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import Facts, Metadata, metadata


def read(folder: Path, content: str | bytes) -> Metadata:
    data = content.encode() if isinstance(content, str) else content
    (folder / "metadata.csv").write_bytes(data)
    return metadata(folder)


def test_a_folder_without_the_file_has_no_facts(tmp_path: Path) -> None:
    assert metadata(tmp_path) == Metadata()


def test_every_column(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "document,published,title,url,source,language\n"
        'a.txt,2024-07-31,"A vote, at last",https://example.org/a,Example,en-GB\n'
        "sub/b.txt,,,,,\n",
    )
    facts = found.facts["a.txt"]
    assert (facts.title, facts.url, facts.source, facts.language) == (
        "A vote, at last",
        "https://example.org/a",
        "Example",
        "en-GB",
    )
    assert [(c.source, to_edtf(c.when)) for c in facts.claims] == [
        (ClaimSource.METADATA, "2024-07-31")
    ]
    assert found.facts["sub/b.txt"] == Facts()
    assert found.warnings == ()


@pytest.mark.parametrize("content", [
    "published;document\r\n2024-07;a.txt\r\n",
    "Document\tPublished\tcolour\na.txt\t2024-07\tred\n",
    "\ufeffdocument,published\n\n  a.txt , 2024-07 \n",
    'document,published\n"a.txt","2024-07"',
])  # fmt: skip
def test_what_spreadsheets_write(tmp_path: Path, content: str) -> None:
    found = read(tmp_path, content)
    assert [to_edtf(c.when) for c in found.facts["a.txt"].claims] == ["2024-07"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        ("a.txt,soon", "line 3: 'soon' is not a date: write 2023-02-08"),
        ("a.txt,03/04/2024", "line 3: '03/04/2024' can be two days"),
        ("a.txt", "line 3: left out, it has 1 cells and the header 2"),
        ("a.txt,2024,extra", "line 3: left out, it has 3 cells and the header 2"),
        (",2024", "line 3: left out, it names no document"),
        ("z.txt,2024", "line 3: left out, z.txt stands in an earlier line"),
    ],
)
def test_a_row_that_cannot_be_used_is_a_warning(tmp_path: Path, row: str, warning: str) -> None:
    found = read(tmp_path, f"document,published\nz.txt,2020\n{row}\ny.txt,2021\n")
    assert len(found.warnings) == 1
    assert warning in found.warnings[0]
    assert {"z.txt", "y.txt"} <= found.facts.keys()
    assert [to_edtf(c.when) for c in found.facts["z.txt"].claims] == ["2020"]


def test_a_bad_cell_does_not_lose_the_others(tmp_path: Path) -> None:
    found = read(tmp_path, "document,published,title,language\na.txt,soon,A vote,e n\n")
    assert found.facts["a.txt"] == Facts(title="A vote")
    assert len(found.warnings) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "line 1: no column document and no column published; the first row names"),
        ("document,date\n", "line 1: no column published; the first row names the columns"),
        ("document,published,document\n", "line 1: the column document stands there twice"),
        ('document,published\n"a.txt,2024\n', "line 2: "),
        ("document,published\n" + "a" * 200_000 + ",2024\n", "line 2: "),
        ("document,published\ncaf\u00e9,2024".encode("latin-1"), "is not UTF-8 (byte 22)"),
    ],
)
def test_a_file_that_cannot_be_used_is_an_error(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(MetadataError) as caught:
        read(tmp_path, content)
    assert str(caught.value).startswith(f"{tmp_path / 'metadata.csv'}")
    assert message in str(caught.value)


def test_given_facts_count_before_those_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, "document,published,title\na.txt,2024,Old\n").facts["a.txt"]
    both = Facts(title="New").over(found)
    assert both.title == "New"
    assert both.claims == found.claims
