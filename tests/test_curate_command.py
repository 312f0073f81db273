"""The commands of curation, import and export over one store, as a person would use them."""

import csv
import io
import json
from pathlib import Path

from tests.cli.running import ran
from timeline.store import Store

STORY = (
    "The council closed the bridge in June 2021. "
    "Workers went on strike on 2 February 2003. The ministry sold the harbour in 2005."
)


def run(*arguments: str | Path, code: int = 0) -> str:
    done = ran(*arguments)
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    return done.out if code == 0 else done.err


def test_a_day_at_the_desk(tmp_path: Path) -> None:
    article, store = tmp_path / "town.txt", tmp_path / "town.sqlite"
    article.write_text(STORY, encoding="utf-8")
    run("extract", article, "--store", store)

    def curate(command: str, *arguments: str, code: int = 0) -> str:
        who = () if command in ("history", "queue", "disagreements") else ("--by", "ana")
        return run("curate", command, *arguments, "--store", store, *who, code=code)

    queue = [line.split() for line in curate("queue").splitlines()]
    ids = {
        word: line[0] for line in queue for word in ("bridge", "strike", "harbour") if word in line
    }
    assert len(ids) == 3
    assert curate("confirm", ids["strike"]) == "change 1\n"
    curate("date", ids["bridge"], "early June 2021")
    curate("title", ids["bridge"], "Bridge closed")
    curate("actors", ids["bridge"], "the council")
    curate("tag", ids["bridge"], "roads")
    curate("reject", ids["harbour"][:8])
    curate("add", "Fair opened", "May 1999")
    curate("undo")
    curate("redo")
    said = curate(
        "add", "Ministry sold it", "--document", article.name, "--quote", "The ministry sold"
    )
    assert "2005, the date in its sentence" in said
    assert "needs a date" in curate("add", "No day", code=1)
    curate("undo")
    assert "is no event" in curate("confirm", "zzz", code=2)
    assert "is not a date" in curate("date", ids["bridge"], "soon", code=2)
    history = [json.loads(line) for line in curate("history").splitlines()]
    assert [change["kind"] for change in history][-5:] == ["add", "undo", "redo", "add", "undo"]
    assert {change["by"] for change in history} == {"ana"}

    own = tmp_path / "own.csv"
    own.write_text("title,date\nMill burned,3 May 2021\nNobody knows,someday\n", encoding="utf-8")
    assert "row 3" in run("import", own, "--store", store, "--by", "ben", code=1)
    own.write_text("title,date\nMill burned,3 May 2021\n", encoding="utf-8")
    assert run("import", own, "--store", store) == "0 events added from own.csv\n"
    article.write_text(f"Before all that, it rained.\n\n{STORY}", encoding="utf-8")
    run("extract", article, "--store", store)
    table = run("export", "--store", store, "--format", "csv")
    titles = {row["event_title"]: row for row in csv.DictReader(io.StringIO(table))}
    assert titles["Bridge closed"]["event_edtf"] == "2021-06-01%/2021-06-10%"
    assert titles["Bridge closed"]["actors"] == "the council"
    assert {"Fair opened", "Mill burned"} <= set(titles)
    assert not any("harbour" in title for title in titles)
    chosen = run("export", "--store", store, "--format", "timelinejs", "--since", "2021")
    assert len(json.loads(chosen)["events"]) == 2
    with Store.open(store) as opened:
        assert opened.edits.list()[-1].by == "ben"
