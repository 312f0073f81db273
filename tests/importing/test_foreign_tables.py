"""Tables of events with columns of other names, in other languages, or of none."""

import pytest

from timeline.errors import TimelineError
from timeline.importing.event_table import read_event_table
from timeline.model.edtf import to_edtf

TABLES = [
    ("Titel;Datum;Ort\nBrand der Mühle;03.02.2020;Köln\n", [("Brand der Mühle", "2020-02-03")]),
    ("Événement;Date;Lieu\nIncendie;3 février 2020;Lyon\n", [("Incendie", "2020-02-03")]),
    ("Fecha,Suceso\n3 de febrero de 2020,Incendio\n", [("Incendio", "2020-02-03")]),
    ("Titolo;Inizio;Fine\nAssedio;1943;1944\n", [("Assedio", "1943/1944")]),
    ("Evento|Quando\nCheia do rio|maio de 2020\n", [("Cheia do rio", "2020-05")]),
    (
        "Datum;Wat gebeurde er\n2020-02-03;Brand in de molen\n",
        [("Brand in de molen", "2020-02-03")],
    ),
    (
        "date,display_date,description,link,series\nJan 3 2015,,Third event,,evt\n",
        [("Third event", "2015-01-03")],
    ),
    ("id,at,story\n7,2020-02-03,The mill burned\n", [("The mill burned", "2020-02-03")]),
    ("2020-02-03,The mill burned,Lund\n", [("The mill burned", "2020-02-03")]),
    (
        "Date,Event\n02/03/2020,Fire\n17/02/2020,Flood\n",
        [("Fire", "2020-03-02"), ("Flood", "2020-02-17")],
    ),
    (
        "Date,Event\n02/03/2020,Fire\n02/17/2020,Flood\n",
        [("Fire", "2020-02-03"), ("Flood", "2020-02-17")],
    ),
    ('date,title\n1984?/2004~,"Fire, flood"\n', [("Fire, flood", "1984?/2004~")]),
]


@pytest.mark.parametrize(("text", "events"), TABLES)
def test_columns_are_found_by_name_or_by_what_they_hold(
    text: str, events: list[tuple[str, str]]
) -> None:
    found = read_event_table(text, "a.csv")
    assert [(e.title, to_edtf(e.when)) for e in found.events] == events
    assert found.refused == ()


def test_a_table_without_titles_says_how_to_name_its_columns() -> None:
    with pytest.raises(
        TimelineError, match=r"name the column of what happened title.*There are: a, b"
    ):
        read_event_table("a,b\n1,2\n", "a.csv")


@pytest.mark.parametrize("written", ["1560-XX-25", "{1960,1961-12}", "156X-12-25"])
def test_edtf_that_cannot_be_kept_is_refused_in_words(written: str) -> None:
    found = read_event_table(f'title,date\nFlood,"{written}"\n', "a.csv")
    assert found.events == ()
    assert "is EDTF that is not supported" in found.refused[0]
