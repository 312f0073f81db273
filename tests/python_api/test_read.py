"""`timeline.read` and what it returns."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import timeline
from timeline.errors import DateInputError, InputError, MissingExtraError, UnknownNameError

TOLD = "In June last year, the council closed the bridge. The mill was sold on 15 August 2021."


@pytest.fixture(scope="module")
def result() -> timeline.Result:
    return timeline.read(TOLD, published="2023-02-08")


def test_a_text_becomes_events(result: timeline.Result) -> None:
    assert [str(event) for event in result] == [
        "15 August 2021: The mill was sold",
        "June 2022: The council closed the bridge",
    ]
    event = result.events[1]
    assert (event.when.edtf, event.when.start, event.when.end) == (
        "2022-06",
        "2022-06-01",
        "2022-06-30",
    )
    assert event.when.last_day == date(2022, 6, 30)
    (mention,) = event.mentions
    assert TOLD[mention.start : mention.end] == mention.expression == "In June last year"
    assert mention.explanation
    assert result.documents[0].text == TOLD
    assert repr(result) == "<timeline.Result: 2 events in 1 articles>"


def test_what_it_holds_is_what_the_json_says(result: timeline.Result) -> None:
    told = json.loads(result.to_json())
    assert told["schema"] == "timeline/1"
    for event, record in zip(result.events, told["events"], strict=True):
        for name in ("id", "title", "status", "category"):
            assert getattr(event, name) == record[name]
        for name, value in record["when"].items():
            assert getattr(event.when, name) == value
        assert event.actors == tuple(record["actors"])


def test_a_date_may_be_a_date(result: timeline.Result) -> None:
    same = timeline.read({"text": TOLD, "document": "text"}, published=date(2023, 2, 8))
    assert [event.when for event in same] == [event.when for event in result]


def test_paths_records_and_texts_mix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill burnt on Monday.", encoding="utf-8")
    read = timeline.read(
        [
            tmp_path,
            {"text": "The ferry sank on Monday.", "published": date(2020, 5, 13), "name": "b"},
            "The bank closed on Monday.",
        ],
        published={"a.txt": "2021-03-10", "text-2": date(2022, 7, 6)},
    )
    assert [(event.documents, event.when.edtf) for event in read] == [
        (("b",), "2020-05-11"),
        (("a.txt",), "2021-03-08"),
        (("text-2",), "2022-07-04"),
    ]
    assert read.failures == ()


def test_a_string_that_names_a_file_is_a_path_and_a_field_never_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mill burnt on 4 May 1999.", encoding="utf-8")
    assert timeline.read(str(path)).documents[0].document == "a.txt"
    assert timeline.read({"text": str(path)}).documents[0].text == str(path)


def test_the_language_is_taken_from_who_knows_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il 3.4.2021.", encoding="utf-8")
    read = timeline.read([tmp_path / "a.txt", {"text": "Il 3.4.2021."}], language="it")
    assert {document.language for document in read.documents} == {"it"}


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    read = timeline.read([tmp_path, {"title": "no text"}, "  "])
    assert [failure.name for failure in read.failures] == ["a.txt", "record-1", "text-2"]
    assert read.events == ()


@pytest.mark.parametrize("source", [3, b"text", None, [3], [None], object()])
def test_what_is_no_article_is_refused(source: object) -> None:
    with pytest.raises(InputError, match="give a text, a path, a mapping of fields"):
        timeline.read(source)  # type: ignore[arg-type]


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(DateInputError):
        timeline.read("The mill burnt.", published="soon")
    with pytest.raises(UnknownNameError):
        timeline.read("The mill burnt.", published={"b.txt": "2020-01-01"})


def test_a_data_frame_has_a_row_for_each_event(result: timeline.Result) -> None:
    frame = result.to_dataframe()
    assert list(frame["title"]) == [event.title for event in result]
    assert list(frame["when"]) == [str(event.when) for event in result]
    assert frame.loc[0, "documents"] == ["text"]
    assert list(timeline.read("Nothing is dated.").to_dataframe().columns) == list(frame.columns)


def test_without_pandas_it_says_what_to_install(
    result: timeline.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pip install \"article-timeline\[dataframe\]\""):
        result.to_dataframe()


def test_without_typst_a_picture_says_what_to_install(
    result: timeline.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"PNG .* \"article-timeline\[pictures\]\""):
        result.export("png")


def test_a_figure_shows_every_dated_event(result: timeline.Result) -> None:
    light, dark = result.figure(), result.figure("dark", lanes="document")
    held = {str(one) for trace in light.data for one in (trace.customdata or ())}
    assert {event.id for event in result} <= held
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor
    with pytest.raises(ValueError, match="no theme is called 'blue'"):
        result.figure("blue")


def test_a_notebook_shows_a_table_in_which_no_text_is_markup() -> None:
    read = timeline.read("The firm <b>Holt & Sons</b> closed on 4 May 1999.")
    shown = read._repr_html_()
    assert "<td>4 May 1999</td>" in shown
    assert "<b>" not in shown


def test_many_events_are_counted_not_listed() -> None:
    told = " ".join(f"The mill number {n} burnt on {n} May 1999." for n in range(1, 26))
    shown = timeline.read(told)._repr_html_()
    assert "… and 5 more" in shown


def test_importing_loads_nothing_heavy() -> None:
    heavy = ["spacy", "dash", "flask", "sqlalchemy", "numpy", "plotly", "pandas", "lxml", "click"]
    program = (
        "import sys, timeline; dir(timeline);"
        f"print(*sorted(set({heavy}) & set(sys.modules)), len(timeline.__all__))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(len(timeline.__all__))]


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there_and_described(name: str) -> None:
    assert name in dir(timeline)
    assert getattr(timeline, name).__doc__


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="'timeline' has no attribute 'reed'"):
        timeline.reed  # noqa: B018
