"""Tables of events that projects and programs publish: events with source and date as given."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.reading import office_makers as office
from timeline.editing.added_event import AddedEvent, read, written
from timeline.errors import TimelineError
from timeline.importing import column_map, event_table, read_list, read_list_file
from timeline.importing.known_tables import known_tables
from timeline.model.edtf import to_edtf
from timeline.model.event import Category
from timeline.model.when import Kind

TABLES: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("known_tables.toml").read_text(encoding="utf-8")
)
ACLED = TABLES["ACLED"]
GED = TABLES["GED"]
GDELT_CELLS = {
    0: "1007",
    1: "20190301",
    6: "PROTESTERS",
    16: "POLICE",
    26: "145",
    28: "14",
    52: "Kabul, Kabol, Afghanistan",
    56: "34.5167",
    57: "69.1833",
    60: "https://news.example.org/a",
}
GDELT = "\t".join(GDELT_CELLS.get(at, "") for at in range(61)) + "\n"
L2T = TABLES["L2T"]
PLASO = TABLES["PLASO"]
WIKIDATA = [
    {
        "item": "http://www.wikidata.org/entity/Q8680",
        "itemLabel": "Battle of the harbour",
        "date": "1914-06-28T00:00:00Z",
        "coord": "Point(18.43 43.86)",
        "countryLabel": "Bosnia",
    },
    {
        "item": "http://www.wikidata.org/entity/Q1",
        "itemLabel": "A vote",
        "date": "1914-01-01T00:00:00Z",
    },
    {
        "item": "http://www.wikidata.org/entity/Q2",
        "itemLabel": "A siege",
        "date": "-0044-03-15T00:00:00Z",
    },
]


def events(text: str, **more: dict[str, str]) -> tuple[AddedEvent, ...]:
    found = read_list(text.encode(), "own.csv", **more)
    assert found.refused == ()
    return found.events


def dates(found: tuple[AddedEvent, ...]) -> list[str]:
    return [to_edtf(one.when) for one in found]


def test_acled_with_its_precision_and_its_dead() -> None:
    first, second, third = events(ACLED)
    assert first.title == "Armed clash: Taliban Forces – Islamic State, Kabul"
    assert dates((first, second, third)) == ["2023-01-05", "[2023-02-13..2023-02-19]", "2023-02"]
    assert second.when.kind is Kind.WITHIN
    assert (first.actors, first.places) == (
        ("Taliban Forces", "Islamic State"),
        ("Kabul", "Afghanistan"),
    )
    assert (first.category, second.category) == (Category.CONFLICT, Category.POLITICS)
    assert (first.coordinates, third.coordinates) == ((34.5, 69.2), None)
    assert [f.in_words() for f in first.figures] == ["2 killed"]
    assert first.quote.endswith("Forces clashed, two died. [2 killed] [source: Tolo News; AFP]")


def test_ucdp_with_its_precision_and_its_estimates() -> None:
    found = events(GED)
    assert dates(found) == [
        "2019-03-01",
        "[2019-03-01..2019-03-05]",
        "2019-03",
        "2019",
        "2019-04-01/2019-04-03",
    ]
    kinds = [one.when.kind for one in found]
    assert kinds == [Kind.WITHIN, Kind.WITHIN, Kind.WITHIN, Kind.WITHIN, Kind.THROUGHOUT]
    assert found[0].title == "Gov - Rebels, Herat town"
    assert (
        "(estimates: 8 to 14 killed) [about 10 killed] [source: AFP, 2019-03-02]" in found[0].quote
    )
    assert [f.in_words() for f in found[1].figures] == ["3 killed"]


@pytest.mark.parametrize("header", [False, True])
def test_gdelt_with_a_header_or_none(header: bool) -> None:  # noqa: FBT001 - a parameter
    (table,) = (table for table in known_tables() if table.name == "GDELT")
    names = "\t".join(table.headers[61]).upper() + "\n" if header else ""
    (one,) = events(names + GDELT)
    assert one.title == "PROTESTERS: protests, POLICE (Kabul, Kabol, Afghanistan)"
    assert dates((one,)) == ["2019-03-01"]
    assert (one.coordinates, one.url) == ((34.5167, 69.1833), "https://news.example.org/a")
    assert one.category is Category.POLITICS


def test_logs_with_their_zones() -> None:
    found = (*events(L2T), *events(PLASO))
    assert [(to_edtf(one.when), one.when.clock) for one in found] == [
        ("2020-03-04T23:15:00Z", "23:15Z"),
        ("2020-07-01T08:00:05+02:00", "08:00:05+02:00"),
        ("2020-03-04T23:15:00Z", "23:15Z"),
        ("2020-03-05T00:00:00+02:00", "00:00+02:00"),
    ]
    assert found[0].title == "/srv/a.exe"
    assert found[2].quote.endswith("Content Modification Time [source: OS:/srv/a.exe]")


def as_csv(rows: list[dict[str, str]]) -> str:
    names = list(rows[0])
    return (
        "\n".join([",".join(names), *(",".join(r.get(n, "") for n in names) for r in rows)]) + "\n"
    )


def sparql(rows: list[dict[str, str]]) -> str:
    solutions = [{n: {"type": "literal", "value": v} for n, v in row.items()} for row in rows]
    return json.dumps({"head": {"vars": list(rows[0])}, "results": {"bindings": solutions}})


@pytest.mark.parametrize("text", [as_csv(WIKIDATA), json.dumps(WIKIDATA), sparql(WIKIDATA)])
def test_wikidata_as_csv_and_json(text: str) -> None:
    found = events(text)
    assert [one.title for one in found] == ["Battle of the harbour", "A vote", "A siege"]
    # A first of January may stand for its year there: no day is said that is not known.
    assert dates(found) == ["1914-06-28", "1914", "-0044-03-15"]
    assert found[0].coordinates == (43.86, 18.43)
    assert found[0].places == ("Bosnia",)
    assert found[0].quote.endswith("[source: Wikidata]")


def test_wikidata_with_its_precision() -> None:
    rows = [{**WIKIDATA[1], "precision": precision} for precision in ("11", "10", "9", "8", "7")]
    assert dates(events(as_csv(rows))) == ["1914-01-01", "1914-01", "1914", "191X", "19XX"]


OWN = """\
When;What;Where;Paper;N;Lat;Lon
3 May 2020;Fire;Lund;The Post;-2;55.7;13.2
2021;Flood;Ystad;;4;;
"""
MAP = "date=When, title=What, place=Where, source=Paper, killed=N, latitude=lat, longitude=LON"


def test_a_map_of_columns_says_what_they_are() -> None:
    first, second = events(OWN, columns=column_map(MAP))
    assert (first.title, first.places, dates((first, second))) == (
        "Fire",
        ("Lund",),
        ["2020-05-03", "2021"],
    )
    assert first.coordinates == (55.7, 13.2)
    assert first.figures == ()
    assert second.quote == "Flood (2021) [4 killed]"
    assert first.quote == "Fire (3 May 2020) [source: The Post]"


def test_a_spreadsheet_is_read_as_its_first_sheet_with_rows() -> None:
    rows = [line.split(";") for line in OWN.splitlines()]
    sheets: dict[str, office.Rows] = {"Empty": [], "Events": rows, "More": [["a"]]}
    for data in (office.xlsx(sheets), office.ods(rows), office.xls(rows)):
        found = read_list(data, "own.xlsx", column_map(MAP))
        assert [one.title for one in found.events] == ["Fire", "Flood"]
        assert found.events[0].coordinates == (55.7, 13.2)
    with pytest.raises(TimelineError, match=r"own\.xlsx: is a damaged zip file"):
        read_list(b"PK\x03\x04", "own.xlsx")
    with pytest.raises(TimelineError, match="without rows"):
        read_list(office.xlsx({"Empty": []}), "own.xlsx")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("title=What", "one for date"),
        ("date=When,what=What", "'what' is none of title, date"),
        ("date", "not of the form"),
        ("date=When,title=Whatever", "has no column 'Whatever'; there are: When, What"),
    ],
)
def test_a_wrong_map_is_named(given: str, reason: str) -> None:
    with pytest.raises(TimelineError, match=reason):
        read_list(OWN.encode(), "own.csv", column_map(given))


def test_figures_stand_at_their_place_in_the_list() -> None:
    found = events(ACLED)
    text = " ".join(one.quote for one in found)
    assert [f.span.of(text) for one in found for f in one.figures] == [
        "2 killed",
        "0 killed",
        "1 killed",
    ]


@pytest.mark.parametrize("text", [ACLED, GED, GDELT, L2T, PLASO])
def test_an_event_is_kept_as_it_is(text: str) -> None:
    for one in events(text):
        assert read(written(one)) == one


def test_an_event_without_them_is_written_as_older_stores_have_it() -> None:
    (one,) = events("title,date\nFire,2020\n")
    kept = json.loads(written(one))
    assert {"coordinates", "figures"}.isdisjoint(kept)
    assert read(written(one)) == one


def test_a_large_table_is_read_a_row_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "acled.csv"
    path.write_text(ACLED, encoding="utf-8")
    monkeypatch.setattr("timeline.importing.read.MOST_BYTES", 10)
    assert read_list_file(path).events == read_list_file_whole(ACLED)
    monkeypatch.setattr(event_table, "MOST_EVENTS", 2)
    with pytest.raises(TimelineError, match="holds more than 2 events"):
        read_list_file(path)


def read_list_file_whole(text: str) -> tuple[AddedEvent, ...]:
    return event_table.read_event_table(text, "acled.csv").events


def test_a_row_that_cannot_be_read_is_named() -> None:
    found = read_list(ACLED.replace("2023-02-15,2023,2", "2023-02-31,2023,2").encode(), "a.csv")
    assert len(found.events) == 2
    assert found.refused[0].startswith("a.csv, row 3: ")


def test_the_command_brings_them_beside_the_found_ones(tmp_path: Path) -> None:
    (tmp_path / "acled.csv").write_text(ACLED, encoding="utf-8")
    store = tmp_path / "a.sqlite"
    arguments = ["import", str(tmp_path / "acled.csv"), "--store", str(store), "--by", "ana"]
    assert ran(*arguments).out.splitlines()[-1] == "3 events added from acled.csv"
    assert ran(*arguments).out.splitlines()[-1] == "0 events added from acled.csv"
