"""What is left out is told on the command line, in JSON, and kept in a store."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner

from timeline import export
from timeline.app.pipeline import assemble, extract
from timeline.cli.left_out import left_out_line, recognised_line
from timeline.cli.main import cli
from timeline.model.article import RECOGNISED, Article, LeftOut, Mark
from timeline.model.span import Span
from timeline.store import Store

PAGE = "The dam burst on 3 May 2024.\n\nShare this\n\n12 comments\n"


def test_one_line_says_how_much_and_why() -> None:
    marks = (
        Mark(Span(0, 3), "header"),
        Mark(Span(3, 5), "byline"),
        Mark(Span(5, 9), "boilerplate"),
    )
    article = Article("a", "x" * 9, "A", (), marks=marks)
    assert left_out_line([replace(article, marks=marks[:1])]) is None
    assert left_out_line([article]) == (
        "left out: 2 passages in 1 article (1 boilerplate, 1 byline);"
        " see left_out of each document in --format json"
    )
    many = replace(article, left_out=tuple(LeftOut(f"field {n}", 9, "x") for n in range(6)))
    assert "(2 boilerplate, 2 byline, 1 field 0, 1 field 1, 4 others)" in str(
        left_out_line([many, article])
    )


def test_articles_from_pictures_are_counted_by_themselves() -> None:
    note = LeftOut(RECOGNISED, 9, "mean certainty 97 %, 1 page")
    article = Article("a.png", "x" * 9, "A", (), left_out=(note,))
    assert left_out_line([article]) is None
    assert recognised_line([replace(article, left_out=())]) is None
    assert recognised_line([article, article]) == (
        "read from pictures: 2 articles, where letters and dates may be wrong;"
        " see left_out of each document in --format json"
    )


def test_the_command_line_and_json_tell_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / ".hidden.txt").write_text(PAGE)
    result = CliRunner().invoke(cli, ["extract", str(tmp_path)])
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "warning: hidden and left out: .hidden.txt",
        (
            "left out: 2 passages in 1 article (2 boilerplate);"
            " see left_out of each document in --format json"
        ),
    ]
    (document,) = json.loads(result.stdout)["documents"]
    at = PAGE.index("Share")
    assert document["left_out"][0] == {
        "reason": "boilerplate",
        "start": at,
        "end": at + 10,
        "characters": 10,
        "text": "Share this",
    }


def test_a_store_keeps_what_lies_outside_of_a_text(tmp_path: Path) -> None:
    record = {"text": "The dam burst on 3 May 2024.", "summary": "It was the third of its kind."}
    (tmp_path / "a.json").write_text(json.dumps(record))
    extraction = extract([tmp_path / "a.json"])
    timeline = assemble(extraction.analyses)
    with Store.open(tmp_path / "store.sqlite") as store:
        store.articles.replace(extraction.analyses, timeline)
        assert store.articles.analyses() == extraction.analyses
        out = BytesIO()
        export.write(store.timeline.load(), "json", out)
    (document,) = json.loads(out.getvalue())["documents"]
    assert document["left_out"] == [
        {
            "reason": "field summary",
            "start": None,
            "end": None,
            "characters": 29,
            "text": "It was the third of its kind.",
        }
    ]
