"""What a copy of the product shows of a thing that was added to it in one file."""

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from lxml import html

from tests.contracts.painting import differing, in_chart, in_standalone, in_svg
from tests.contracts.scripts import handed, parts, run, standalone
from tests.contracts.styles import declarations
from tests.drawing.invented import event
from tests.web import sample
from tests.web.components import attribute, having, text, words
from timeline.app import store_session
from timeline.cli.export import export, formats
from timeline.cli.listing import list_names
from timeline.drawing.legend import legend as picture_legend
from timeline.drawing.theme import DARK, LIGHT
from timeline.editing import EditedTimeline
from timeline.export import FORMATS, exported
from timeline.model.event import Status
from timeline.model.timeline import Timeline
from timeline.query.facets import LANES, facet_of, facet_values
from timeline.query.selection import Selection
from timeline.reading.kinds import NAMES, is_readable
from timeline.store import Store
from timeline.web.api.openapi import document
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.chart import layout as chart_layout
from timeline.web.features.chart import view as chart_view
from timeline.web.features.chart.legend import legend
from timeline.web.features.evidence.view import evidence
from timeline.web.features.exports.view import export_menu
from timeline.web.features.filters.view import facets
from timeline.web.page.edit_marks import decided
from timeline.web.page.event_form import edit_form
from timeline.web.page.state import read
from timeline.web.server import create_app, make_page

MOMENT = "2024-05-01T12:00:00+00:00"
ARTICLE = "Published 8 February 2023\n\nNorland opened a harbour in Südby on 3 May 2021.\n"
Seen = Mapping[str, object]


def values(tree: object, action: str, name: str = "data-value") -> list[str]:
    return [str(getattr(button, name)) for button in having(tree, "data-action", action)]


def facet(key: str) -> Seen:
    told = sample.timeline()
    buttons = having(facets(Collection(told, 1), Selection()), "data-facet")
    (value, *_) = facet_values(told.events[0], key)
    code = (
        "const { page, window } = standing(); page.toggle(given.key, given.value);"
        " return window.location.search;"
    )
    address = str(run(code, {"key": key, "value": value})).removeprefix("?")
    shelf = CollectionCache(sample.Shelved(told))
    lanes = chart_view.scene_of(shelf, "-", f"lanes={key}", "-", 1000).lanes if key in LANES else ()
    return {
        "name": facet_of(key).name,
        "filters": key in {str(getattr(b, "data-facet")) for b in buttons},
        "scripts": key in handed()["facets"] and key in parts()["view"],
        "address": read(address).selection.choice(key) == (value,),
        "chart": len(chart_view.scene_of(shelf, address, "-", "-", 1000).marks) < len(told.events),
        "lanes": [lane.key for lane in lanes if lane.key],
        "toolbar": key in values(chart_layout.layout(), "lanes"),
        "export": f"--{key}" in CliRunner().invoke(export, ["--help"]).output,
        "list": key in CliRunner().invoke(list_names, ["--help"]).output,
        "api": key in json.dumps(document()),
    }


def style(status: str) -> Seen:
    """How a status is drawn, for a stretch of time and for a known day."""
    told = [event(1, date, status=Status(status)) for date in ("2022-06", "2022-06-14")]
    charts = [in_chart(one, LIGHT) for one in told]
    pages = [exported(Timeline((), (one,)), "html") for one in told]
    dark = standalone(pages, dark=True)
    shown = html.document_fromstring(pages[0])
    (items,) = (ul for ul in shown.iter("ul") if ul.get("class") == "legend")
    (told_there,) = (
        str(li.get("title")) for li in items if li.text_content().endswith(status.capitalize())
    )
    (picture,) = (item for item in picture_legend() if item.key == status)
    return {
        "chart": [{kind: list(map(list, found)) for kind, found in one.items()} for one in charts],
        "picture": [differing(c, in_svg(o, LIGHT)) for c, o in zip(charts, told, strict=True)],
        "exported page": [
            {k: v for k, v in _apart(in_chart(o, DARK), in_standalone(d, DARK)).items() if v}
            for o, d in zip(told, dark, strict=True)
        ],
        "legend of the page": [text(item) for item in having(legend(()), "title")],
        "legend of pictures": [picture.explanation, picture.svg],
        "legend of the exported page": told_there,
        "badge": declarations(f".badge-{status}", needed=False),
    }


def _apart(chart: Any, page: Any) -> dict[str, list[str]]:  # noqa: ANN401 - two paintings
    return {
        kind: differing({kind: chart[kind]}, {kind: page[kind]})
        for kind in chart
        if kind != "titles"
    }


def field(key: str) -> Seen:
    """What becomes of a field that people fill: typed, saved, shown, exported, taken back."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "article.txt"
        source.write_text(ARTICLE, encoding="utf-8")
        with Store.open(Path(folder) / "s.sqlite") as store:
            store_session.extract_into(store, [source])
            client = create_app(store, lambda: MOMENT).server.test_client()
            edited = EditedTimeline(store)
            (one,) = edited.everything().events

            def ask(kind: str, **body: object) -> Any:  # noqa: ANN401 - JSON
                asked = {"event": one.id, "by": "ana", **body}
                return client.post(f"/api/v1/edits/{kind}", json=asked).get_json()

            saved = ask("edit", fields={key: "Noted there"}, seen={key: ""})
            timeline = edited.everything()
            (now,) = timeline.events
            history = client.get("/api/v1/edits").get_json()
            found: dict[str, object] = {
                "form": [attribute(f, "id") for f in having(edit_form(), "id", f"edit-{key}")],
                "label": [text(la) for la in having(edit_form(), "htmlFor", f"edit-{key}")],
                "scripts": handed()["fields"]["edit"],
                "sent": [attribute(f, "name") for f in having(edit_form(), "name")],
                "api": key in json.dumps(document()),
                "saved": saved.get("said"),
                "history": json.dumps(history),
                "evidence": words(
                    evidence(Collection(timeline, 1), now, "", decided(now, offered=True))
                ),
                "markdown": exported(timeline, "markdown").decode(),
                "json": json.loads(exported(timeline, "json"))["events"][0]["curation"],
            }
            found["taken back"] = ask("revert", field=key).get("said")
            (after,) = edited.everything().events
            found["after"] = after.edits is not None and bool(after.edits.fields)
            return found


def export_format(name: str) -> Seen:
    told = sample.timeline()
    shelved = sample.Shelved(told)
    client = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    answer = client.get(f"/export?format={name}")
    return {
        "formats": list(FORMATS),
        "menu": values(export_menu(), "export"),
        "command": CliRunner().invoke(formats).output,
        "written": exported(replace(told, events=told.events[:1]), name).decode(),
        "served": [answer.status_code, answer.mimetype, answer.headers["Content-Disposition"]],
    }


def reader(name: str) -> Seen:
    """What is read of a file of this name in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles" / name
        path.parent.mkdir()
        path.write_text("harbour|Norland opened a harbour in Südby on 3 May 2021.\n", "utf-8")
        with Store.open(Path(folder) / "s.sqlite") as store:
            store_session.extract_into(store, [path.parent])
            found = EditedTimeline(store).everything()
    return {
        "accepted": is_readable(name),
        "told": NAMES,
        "texts": [d.article.text for d in found.documents],
        "dates": [e.when.first for e in found.events],
    }


KINDS: Mapping[str, Callable[[str], Seen]] = {
    "facet": facet,
    "style": style,
    "field": field,
    "format": export_format,
    "reader": reader,
}
