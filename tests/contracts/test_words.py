"""One word for a thing: fields, statuses and kinds of change, wherever people read or type them."""

import csv
import inspect
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from pydantic import TypeAdapter

from tests.contracts.differences import contradictions, differences, missing
from tests.contracts.scripts import constant, handed, run, script_text
from tests.contracts.source import texts_of
from tests.contracts.test_wiring import whole
from tests.drawing.invented import event
from tests.export.samples import two_sources
from tests.web.components import attribute, having, kinds, text, walk
from timeline.cli.curate import CATEGORY, STATUS, curate
from timeline.cli.vocabulary import FIELD
from timeline.editing.disagreements import disagreements
from timeline.editing.editor import Editor
from timeline.editing.fields import GROUPING, extracted_text
from timeline.export import exported
from timeline.export.edits_record import edits_in_words
from timeline.export.table import COLUMNS
from timeline.importing.event_table import read_event_table
from timeline.model.edit import EditConflict, EventEdits, FieldEdit, Verdict
from timeline.model.event import Category, Event, Status
from timeline.model.figure import Bound, Measure
from timeline.model.timex import TimexType
from timeline.model.units import Precision
from timeline.model.when import Basis
from timeline.store.changes import ADDED, MEMBERS, PUBLISHED, Change, CurrentEdit, Edit
from timeline.web.api import conflicts
from timeline.web.api.event_fields import CategoryName, EventFields, FieldName, StatusName
from timeline.web.api.registry import OPERATIONS
from timeline.web.features.review import history
from timeline.web.page import edit_marks as on_events
from timeline.web.page.edit_marks import values_of
from timeline.wording.fields import EXTRACTED_FIELDS, MANUAL_FIELDS, field_name
from timeline.wording.fields import FIELDS as FIELD_TABLE
from timeline.wording.labels import KINDS

ROOT = Path(__file__).parents[2]
FIELDS: tuple[str, ...] = get_args(FieldName)
# What is asked under `/edits/`; fields one by one are asked by scripts of others.
EDITS = {
    one.path.removeprefix("/edits/") for one in OPERATIONS if one.changes and "/edits/" in one.path
}
ONE_BY_ONE = {"title", "date", "actors", "places", "note"}
ALL_FIELDS = (*EXTRACTED_FIELDS, *MANUAL_FIELDS, *GROUPING, PUBLISHED)
OF_EVENTS = {name for name in FIELDS if name in EXTRACTED_FIELDS}


# --- which fields there are ---


def typed_fields(form: str) -> set[str]:
    """The fields of a form of the page, by the ids of what one types in."""
    ids = (str(getattr(part, "id", "")) for part in walk(whole()))
    known = {*FIELDS, "quote"}
    return {
        name.removeprefix(f"{form}-")
        for name in ids
        if name.startswith(f"{form}-") and name.removeprefix(f"{form}-") in known
    } - {"quote"}


def by_script(form: str) -> set[str]:
    """The fields that the scripts take from a form: those that it sends and they ask for."""
    named = {getattr(part, "id", ""): getattr(part, "name", "") for part in walk(whole())}
    sent = {name for key, name in named.items() if name and key == f"{form}-{name}"}
    asked = handed()["fields"]["edit" if form == "edit" else "add"]
    assert sent == set(asked)
    return sent


def test_the_form_that_corrects_has_the_same_fields_everywhere() -> None:
    held = json.loads(values_of(event(1, "2022")))
    sides = {
        "server": set(FIELDS),
        "boundary": set(EventFields.model_fields),
        "form": typed_fields("edit"),
        "scripts": by_script("edit"),
        "filled with": set(held["shown"]),
        "held": set(held["held"]),
    }
    assert not differences(sides)
    assert differences({**sides, "form": sides["form"] - {"note"}})


def suggested_by_script() -> list[set[str]]:
    """The fields that the scripts fill where an event is begun, and where one is suggested."""
    code = """
        const suggested = Object.fromEntries(given.map((name) => [name, "suggested"]));
        const s = standing({ answer: JSON.stringify({ fields: suggested, read: "" }) });
        const { at, document, window } = s;
        const filled = () => {
          const names = given.filter((name) => at(`event-${name}`).value !== "before");
          given.forEach((name) => (at(`event-${name}`).value = "before"));
          return names;
        };
        const line = { dataset: { start: "0" } };
        const place = { nodeType: 1, closest: () => line };
        const range = {
          toString: () => "words", startContainer: place, endContainer: place, endOffset: 5,
        };
        document.createRange = () => ({ setStart() {}, setEnd() {}, toString: () => "" });
        const selection = { rangeCount: 1, isCollapsed: false, getRangeAt: () => range };
        window.getSelection = () => selection;
        at("event-quote").closest = () => ({});
        at("event-form").querySelector = () => ({});
        at("article-dialog").open = true;
        s.tell("selectionchange", {});
        filled();
        s.page.actions["add-event"]({ dataset: {} });
        const begun = filled();
        await new Promise((done) => setImmediate(done));
        return [begun, filled()];
    """
    return [set(keys) for keys in run(code, [*FIELDS, "mood"])]


def test_the_form_that_adds_has_the_same_fields_everywhere() -> None:
    begun, suggested = suggested_by_script()
    form = typed_fields("event")
    sides = {"form": form, "model": OF_EVENTS, "begun": begun, "suggested": suggested}
    assert not differences(sides)
    assert differences({**sides, "form": sides["form"] | {"mood"}})


def test_a_new_event_begins_as_server_and_command_have_it() -> None:
    begun = handed()["fields"]["begun"]
    (add,) = (c for c in curate.commands.values() if c.name == "add")
    defaults = {o.name: o.default for o in add.params if o.name in ("status", "category")}
    assert {name: begun[name] for name in defaults} == defaults
    assert not differences({"begun": begun, "form": typed_fields("event")})


def test_fields_of_the_machine_are_those_it_fills() -> None:
    one = event(1, "2022-06", actors=("Norland",), places=("Südby",))
    assert all(extracted_text(one, field) for field in EXTRACTED_FIELDS)
    assert set(FIELD.names()) == {*EXTRACTED_FIELDS, *MANUAL_FIELDS, MEMBERS}
    assert not missing(FIELDS, {*EXTRACTED_FIELDS, *MANUAL_FIELDS})


# --- what they are called ---


def in_answers() -> dict[str, str]:
    return {f: field_name(f) for f in ALL_FIELDS}


def in_history() -> dict[str, str]:
    """The names in the lines of the history, which stand in its muted words."""
    values = {f: "[]" if f in ("actors", "places", "tags") else "2022" for f in ALL_FIELDS}
    edits = {f: Edit(1, "e1", f, None, values[f], None) for f in ALL_FIELDS}
    lines = {
        f: history._edit(
            one,
            Change(1, None, "ana", "edit", None, (one,)),
            history.HistoryView((), 0, None, None, {}),
        )
        for f, one in edits.items()
    }
    return {f: text(having(line, "className", "muted")) for f, line in lines.items()}


def in_conflicts() -> dict[str, str]:
    """The names in problems that tell of a conflict."""
    values = {f: "[]" if f in ("actors", "places", "tags") else "2022" for f in ALL_FIELDS}
    told = {f: EditConflict("e1", f, None, None, values[f]) for f in ALL_FIELDS}
    return {f: conflicts._told(one, {"e1": "An event"})["name"] for f, one in told.items()}


def on_the_event() -> dict[str, str]:
    """The names in what the evidence says was set, and in the words of the way back."""
    edits = {f: FieldEdit(1, f, "x", None, "ana", None) for f in EXTRACTED_FIELDS}
    done = {f: on_events._done(one, FIELD_TABLE[f]) for f, one in edits.items()}
    names = {f: said.removesuffix(" set").lower() for f, said in done.items()}
    unseen = text(having(on_events._grouped(offered=True), "className", "visually-hidden"))
    return {**names, MEMBERS: unseen.removeprefix(" the ").partition(" to ")[0]}


def in_forms() -> dict[str, str]:
    """The labels of the fields, without their hints."""
    labels = {
        str(attribute(one, "htmlFor")): text(one).partition(" (")[0].lower()
        for one in kinds(whole(), "Label")
        if getattr(one, "htmlFor", None)
    }
    return {field: labels[f"edit-{field}"] for field in FIELDS}


def in_exports() -> dict[str, str]:
    """The names in sentences on what people set, in every export that has text."""
    found = {}
    for field in EXTRACTED_FIELDS:
        decision = FieldEdit(1, field, "x", None, "ana", None)
        (said,) = edits_in_words(EventEdits(fields=(decision,)))
        named = re.fullmatch(r"The ([\w ]+) was set by ana", said)
        assert named
        found[field] = named[1]
    return found


def in_disagreements() -> dict[str, str]:
    found = {}
    home = event(1, "2022-06", actors=("Norland",), places=("Südby",))
    others = {"when": "2021", "actors": '["A"]', "places": '["B"]'}
    for field in EXTRACTED_FIELDS:
        decided = _decided(field, others.get(field, "another"))
        (said,) = disagreements({field: decided}, (), home)
        named = re.match(r"The ([\w ]+) is ", said)
        assert named
        found[field] = named[1]
    return found


def _decided(field: str, extracted: str) -> CurrentEdit:
    value = {"when": "2020", "actors": '["C"]', "places": '["D"]'}.get(field, "own")
    return CurrentEdit(seq=1, value=value, extracted=extracted, by="ana", at=None)


def in_commands() -> dict[str, str]:
    """The commands that set a field, by the field."""
    words = in_history()
    return {f: words[f] for f in EXTRACTED_FIELDS if words[f] in curate.commands}


def in_kinds() -> dict[str, str]:
    words = in_history()
    return {f: KINDS[words[f]].lower() for f in EXTRACTED_FIELDS if words[f] in KINDS}


def test_a_field_has_one_name_wherever_people_read_it() -> None:
    sides = {"answers": in_answers(), "history": in_history(), "conflicts": in_conflicts()}
    pages: dict[str, Mapping[str, object]] = {
        k: {f: n for f, n in v.items() if f != PUBLISHED} for k, v in sides.items()
    }
    assert not contradictions(pages)
    assert in_history()[PUBLISHED] == in_conflicts()[PUBLISHED] == KINDS[PUBLISHED].lower()
    changed = {**in_history(), "when": "day"}
    assert contradictions({"answers": in_answers(), "history": changed})


def test_a_field_of_the_machine_is_named_alike_on_page_in_exports_and_commands() -> None:
    names = in_history()
    sides: dict[str, Mapping[str, object]] = {
        "history": {f: names[f] for f in EXTRACTED_FIELDS},
        "event": {f: n for f, n in on_the_event().items() if f != MEMBERS},
        "forms": {f: n for f, n in in_forms().items() if f in EXTRACTED_FIELDS},
        "exports": in_exports(),
        "disagreements": in_disagreements(),
        "commands": in_commands(),
        "kinds of change": in_kinds(),
    }
    assert not contradictions(sides)
    assert contradictions({**sides, "exports": {**in_exports(), "when": "day"}})
    assert on_the_event()[MEMBERS] == names[MEMBERS]
    assert names[ADDED] == in_answers()[ADDED]


def test_the_script_shows_the_name_that_the_server_tells_of_a_conflict() -> None:
    """No script has a list of names of its own."""
    assert not re.findall(r'"(?:publication date|grouping)"', script_text())


# --- statuses, categories, and other fixed words ---


VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "/$defs/status": Status,
    "/$defs/basis": Basis,
    "/$defs/when/properties/precision": Precision,
    "/$defs/event/properties/category": Category,
    "/$defs/timex/properties/type": TimexType,
    "/$defs/figure/properties/measure": Measure,
    "/$defs/figure/properties/bound": Bound,
    "/$defs/curation/properties/verdict/anyOf/0": Verdict,
}


@pytest.mark.parametrize("path", VOCABULARIES)
def test_the_schema_lists_the_words_of_the_model(path: str) -> None:
    schema: Any = json.loads((ROOT / "docs" / "timeline-1.schema.json").read_text("utf-8"))
    for part in path.strip("/").split("/"):
        schema = schema[int(part)] if part.isdecimal() else schema[part]
    sides = {"schema": schema["enum"], "model": [word.value for word in VOCABULARIES[path]]}
    assert not differences(sides)
    assert differences({**sides, "model": sides["model"][1:]})


def chosen_in(form: str, field: str) -> set[str]:
    (select,) = (s for s in kinds(whole(), "Select") if getattr(s, "id", "") == f"{form}-{field}")
    return {str(attribute(option, "value")) for option in kinds(select, "Option")}


def by_bulk(field: str) -> set[str]:
    buttons = having(whole(), "data-do", field)
    return {str(attribute(button, "data-value")) for button in buttons}


@pytest.mark.parametrize(
    ("field", "kind"), [("status", Status), ("category", Category)], ids=["status", "category"]
)
def test_statuses_and_categories_are_offered_alike(field: str, kind: type[StrEnum]) -> None:
    read = TypeAdapter(StatusName if field == "status" else CategoryName).validate_python
    sides = {
        "model": {word.value for word in kind},
        "edit form": chosen_in("edit", field),
        "event form": chosen_in("event", field),
        "bulk bar": by_bulk(field),
        "command": set((STATUS if field == "status" else CATEGORY).names()),
        "server": {word.value for word in kind if read(word.value) is word},
    }
    assert not differences(sides)
    assert differences({**sides, "bulk bar": sides["bulk bar"] - {"other", "planned"}})


@pytest.mark.parametrize("status", Status)
def test_exports_name_a_status_by_its_word(status: Status) -> None:
    told = two_sources()
    one: Event = replace(told.events[0], status=status)
    timeline = replace(told, events=(one,))
    (row, *_) = csv.DictReader(io.StringIO(exported(timeline, "csv").decode()))
    assert row["event_status"] == status.value
    assert json.loads(exported(timeline, "json"))["events"][0]["status"] == status.value
    doubt = status is not Status.HAPPENED
    for name in ("markdown", "html", "ics"):
        words = exported(timeline, name).decode().replace("\r\n ", "")
        assert (f"Status: {doubts(status)}" in words) == doubt, name


def doubts(status: Status) -> str:
    plain = {
        Status.THREATENED: "announced as a threat",
        Status.HYPOTHETICAL: "only under a condition",
        Status.CANCELLED: "was planned and called off",
    }
    return plain.get(status, status.value)


def test_the_table_comes_back_by_the_names_of_its_columns() -> None:
    told = two_sources()
    one = replace(told.events[0], status=Status.PLANNED, category=Category.LAW)
    text_ = exported(replace(told, events=(one,)), "csv").decode()
    (back,) = read_event_table(text_, "t.csv").events
    assert (back.title, back.status, back.category) == (one.title, one.status, one.category)
    assert (back.actors, back.places) == (one.actors, one.places)
    header = next(csv.reader(io.StringIO(text_)))
    assert header == list(COLUMNS)
    own = {"event_title", "event_edtf", "event_status", "category", "actors", "places", "url"}
    assert not missing(own, COLUMNS)


# --- what can be done, and what it is called in the history ---


def asked_acts() -> set[str]:
    """What buttons and scripts ask the server to do."""
    named = re.findall(r'\bdo: "([a-z]+)"|judge\("([a-z]+)"', script_text())
    pinned = re.findall(r'\? "(unpin)" : "(pin)"', script_text())
    keys = re.findall(r'\? "(redo)" : key === "z" \? "(undo)"', script_text())
    by_form = re.findall(r'\bact\("([a-z]+)"', script_text())
    return {n for pair in (*named, *pinned, *keys) for n in pair if n} | {*by_form, *texts_of("do")}


def test_what_is_asked_can_be_done_and_what_can_be_done_is_asked() -> None:
    known = EDITS - ONE_BY_ONE
    by_value = {"status", "category"}  # options of the bulk bar, made by value
    shown = {str(attribute(b, "data-do")) for b in having(whole(), "data-do")}
    sides = {"server": known, "page": asked_acts() | shown | (by_value & shown)}
    assert not differences(sides)
    assert differences({**sides, "server": known - {"split"}})
    assert not missing(constant("ALONE"), known)


def kinds_written() -> set[str]:
    """The kinds of change that an editor writes, read from its calls, and those of the store."""
    text_ = "".join(inspect.getsource(part) for part in Editor.__mro__ if part is not object)
    literal = re.findall(r'_(?:set|set_each|write)\(\s*"([a-z]+)"', text_)
    either = re.findall(r'"([a-z]+)" if off else "([a-z]+)"', text_)
    field_names = ("actors", "places") if "_set(field," in text_ else ()
    given = re.findall(r'kind: str = "([a-z]+)"', text_)
    return {*literal, *(n for pair in either for n in pair), *field_names, *given}


def test_every_kind_of_change_has_its_word() -> None:
    assert not missing(kinds_written(), KINDS, "has no word in the history")
    beside = {"undo", "redo", PUBLISHED, "import"}
    assert not missing(KINDS, kinds_written() | beside | {"actors", "places"}, "is never written")
    assert len(set(KINDS.values())) == len(KINDS)


def test_the_commands_do_what_the_page_does() -> None:
    told = {"history", "queue", "disagreements"}
    of_fields = set(in_commands().values()) | {"note"}
    sides = {
        "commands": {str(name) for name in curate.commands} - told,
        "page": (EDITS - {"edit", "published"}) | of_fields,
    }
    assert not differences(sides)
    assert isinstance(curate, click.Group)


def test_the_docs_name_every_command() -> None:
    table = (ROOT / "docs" / "curation.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", table.partition("## How it lasts")[0], re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"`([a-z]+)`", row)}
    sides = {"docs": named, "commands": set(curate.commands)}
    assert not differences(sides)
