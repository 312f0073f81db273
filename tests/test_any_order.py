"""The same files together, one by one, in any order, with one process and several: one export."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quality import orders
from tests.reading import makers
from tests.reading.makers import Story
from timeline import export
from timeline.app import collect, store_session
from timeline.app.pipeline import assemble, extract
from timeline.model.timeline import Timeline
from timeline.reading.sandbox.process import ReadingProcess
from timeline.store import Store

FORMATS = ("json", "jsonl", "csv", "markdown", "ics")
FURNITURE = ["Read more: Storm hits the coast on 1 May 2024", "Share this", "12 comments"]
TEMPLATES = [
    "The river flooded the old town on {} May 2024.",
    "The council voted on {} April 2023, and nobody spoke against it.",
    "A ferry sank off Lindholm {} days ago.",
]
WRITERS: dict[str, Callable[[Story], bytes]] = {
    "txt": makers.txt,
    "html": makers.html,
    "eml": makers.eml,
    "json": lambda story: json.dumps([makers.as_record(story)] * 2).encode(),
    "csv": lambda story: makers.csv(story, story),
}
Files = dict[str, bytes]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Draw a small article with a templated sentence, and what its page repeats."""
    template = draw(st.sampled_from(TEMPLATES))
    told = template.format(draw(st.integers(2, 28)))
    day = f"2024-05-{draw(st.integers(1, 31)):02}"
    lines = (told, draw(st.sampled_from(FURNITURE)))
    return Story(draw(st.sampled_from(["A vote in town", "The old harbour"])), day, lines)


@st.composite
def collections(draw: st.DrawFn) -> Files:
    """Draw a few files of several formats by their names."""
    told = draw(
        st.lists(st.tuples(stories(), st.sampled_from(sorted(WRITERS))), min_size=2, max_size=6)
    )
    return {
        f"{number}.{ending}": WRITERS[ending](story) for number, (story, ending) in enumerate(told)
    }


def written(folder: Path, files: Files) -> list[Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def exported(timeline: Timeline) -> dict[str, bytes]:
    made = {}
    for name in FORMATS:
        out = BytesIO()
        export.write(timeline, name, out)
        made[name] = out.getvalue()
    return made


def directly(paths: Sequence[Path], jobs: int = 1) -> dict[str, bytes]:
    return exported(assemble(extract(paths, jobs=jobs).analyses))


def through_a_store(groups: Iterable[Sequence[Path]]) -> dict[str, bytes]:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "store.sqlite") as store:
        for group in groups:
            store_session.extract_into(store, group)
        return exported(store.timeline.load())


@pytest.fixture(scope="module")
def one_reader() -> Iterator[None]:
    """Let all extractions of this process share one reading process."""
    with ExitStack() as last, pytest.MonkeyPatch.context() as patch:
        last.callback(ReadingProcess.close, collect._process())
        patch.setattr(ReadingProcess, "close", lambda _: None)
        yield


@pytest.mark.usefixtures("one_reader")
@settings(max_examples=12)
@given(files=collections(), data=st.data())
def test_no_order_and_no_company_changes_an_export(files: Files, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        paths = written(Path(folder), files)
        shuffled = data.draw(st.permutations(paths))
        cut = data.draw(st.integers(0, len(paths)))
        expected = directly(paths)
        assert directly(shuffled) == expected
        assert directly([Path(folder)]) == expected
        alone = [analysis for path in shuffled for analysis in extract([path]).analyses]
        assert exported(assemble(alone)) == expected
        assert through_a_store([paths]) == expected
        assert (
            through_a_store(group for group in (shuffled[:cut], shuffled[cut:]) if group)
            == expected
        )


def test_three_processes_and_the_command_line_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    text = "A vote in town\n\nThe river flooded the old town on {} May 2024.\n\nShare this\n"
    written(folder, {f"{day}.txt": text.format(day).encode() for day in (3, 10, 17, 24, 28)})
    (folder / "metadata.csv").write_text("document,published\n3.txt,2024-06-01\n")
    work = tmp_path / "work"
    work.mkdir()
    assert list(orders.compared(folder, 60, work)) == []
    assert len(json.loads(directly([folder])["json"])["events"]) == 5


def test_equal_names_do_not_depend_on_the_order_of_folders(tmp_path: Path) -> None:
    for name, day in (("one", 3), ("two", 4)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"The river flooded the town on {day} May 2024.")
        dated = f"document,published\na.txt,2024-06-0{day}\n"
        (tmp_path / name / "metadata.csv").write_text(dated)
    one, two = tmp_path / "one", tmp_path / "two"
    expected = directly([one, two])
    assert directly([two, one]) == expected
    assert directly([two / "a.txt", two, one]) == expected
    documents = json.loads(expected["json"])["documents"]
    published = [(d["document"], d["published"]["edtf"]) for d in documents]
    assert published == [("a.txt", "2024-06-03"), ("two/a.txt", "2024-06-04")]


def test_an_article_named_like_another_file_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "one" / "z.zip"
    beside = tmp_path / "two" / "z.zip" / "a.txt"
    for path in (packed, beside):
        path.parent.mkdir(parents=True)
    packed.write_bytes(makers.packed({"a.txt": "The dam burst on 3 May 2024."}))
    beside.write_text("The dam burst on 4 May 2024.")
    for paths in ([tmp_path / "one", tmp_path / "two"], [tmp_path / "two", tmp_path / "one"]):
        extraction = extract(paths)
        (failure,) = extraction.failures
        assert failure.name == "z.zip/a.txt"
        assert "both hold an article of this name" in failure.reason
        assert len(extraction.analyses) == 1


def test_another_text_under_a_name_of_the_store_is_told(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    with Store.open(tmp_path / "store.sqlite") as store:
        for day, told in ((3, ()), (3, ()), (4, ("a.txt takes the place of another text",))):
            article.write_text(f"The dam burst on {day} May 2024.")
            warnings = store_session.extract_into(store, [article]).warnings
            assert len(warnings) == len(told)
            assert all(w.startswith(t) for w, t in zip(warnings, told, strict=True))
