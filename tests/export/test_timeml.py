"""TimeML: hostile text comes back character for character, and the tags where they were."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import expression, reading
from timeline.export import timeml
from timeline.export.timex_attributes import creation_value
from timeline.model.article import Published
from timeline.model.edtf import from_edtf
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Amount,
    Current,
    Frequency,
    Meaning,
    Shift,
    Side,
)
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType
from timeline.model.units import Unit
from timeline.model.when import Basis, When

PUBLISHED = Published(from_edtf("2023-02-08"), Basis.GIVEN)
TAG = re.compile(r"<(/?)TIMEX3([^>]*)>")
Pair = tuple[TimeExpression, Reading]


def read(document: str) -> tuple[str, list[dict[str, str]], list[Span]]:
    """Read as temporal scorers do: cut out <TEXT>, take the tags away, decode the entities."""
    found = re.search(r"<TEXT>(.*)</TEXT>", document.replace("\r\n", "\n"), re.DOTALL)
    assert found
    text, at = "", 0
    tags: list[dict[str, str]] = []
    spans: dict[int, Span] = {}
    starts: list[tuple[int, int]] = []
    for tag in TAG.finditer(found[1]):
        text += html.unescape(found[1][at : tag.start()])
        at = tag.end()
        if tag[1]:
            order = starts.pop()
            spans[order[0]] = Span(order[1], len(text))
        else:
            starts.append((len(tags), len(text)))
            tags.append({k: html.unescape(v) for k, v in re.findall(r'(\w+)="([^"]*)"', tag[2])})
    return text + html.unescape(found[1][at:]), tags, [spans[n] for n in range(len(tags))]


def read_as_xml(document: str) -> str:
    body = ET.fromstring(document).find("TEXT")  # noqa: S314 - what the exporter itself wrote
    assert body is not None
    return "".join(body.itertext())


def pairs(text: str, *spans: tuple[int, int]) -> list[Pair]:
    return [(expression(text, Span(*span)), reading()) for span in spans]


HOSTILE = [
    "a & b &amp; c &lt; &#38;",
    "if a < b and b > c ]]> then",
    "</TEXT><TIMEX3 tid='t9'>not a tag</TIMEX3><!-- no comment -->",
    "line\r\nline\rline\nline\r",
    "\n leading and trailing \t\n",
    "\x85 \u2028 \u2029 \x7f \x9f ﷐ 😀 é e\u0301",
    "'single' and \"double\"",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_to_the_scorer_and_to_xml(text: str) -> None:
    document = timeml(text, [], PUBLISHED)
    assert read(document)[0] == text
    assert read_as_xml(document) == text


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_tags_stand_where_they_were(text: str) -> None:
    middle = len(text) // 2
    spans = [(0, middle), (middle, len(text))]
    assert read(timeml(text, pairs(text, *spans), PUBLISHED))[2] == [Span(*span) for span in spans]


def test_characters_that_xml_cannot_hold_keep_their_place_and_are_counted() -> None:
    text = "a\x00b\x0bc\ud800d\uffff in 1999"
    document = timeml(text, pairs(text, (11, 15)), PUBLISHED)
    assert read_as_xml(document) == "a\ufffdb\ufffdc\ufffdd\ufffd in 1999"
    assert read(document)[2] == [Span(11, 15)]
    assert "<!-- characters that XML cannot hold, written as U+FFFD: 4 -->" in document


def test_no_comment_where_nothing_is_lost() -> None:
    assert "<!--" not in timeml("in 1999", pairs("in 1999", (3, 7)), PUBLISHED)


def test_the_whole_document() -> None:
    text = "It rained in June."
    assert timeml(text, pairs(text, (13, 17)), PUBLISHED, "rain & sun") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
        "<DOCID>rain &amp; sun</DOCID>\n"
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2023-02-08" temporalFunction="false" '
        'functionInDocument="CREATION_TIME">2023-02-08</TIMEX3></DCT>\n'
        '<TEXT>It rained in <TIMEX3 tid="t1" type="DATE" value="2022-06" '
        'temporalFunction="false" functionInDocument="NONE">June</TIMEX3>.</TEXT>\n'
        "</TimeML>\n"
    )


def test_expressions_may_lie_in_one_another_and_come_in_any_order() -> None:
    text = "early on Monday morning, then later"
    spans = [(9, 15), (0, 23), (30, 35), (9, 23)]
    got, tags, places = read(timeml(text, pairs(text, *spans), PUBLISHED))
    assert got == text
    assert places == [Span(0, 23), Span(9, 23), Span(9, 15), Span(30, 35)]
    assert [tag["tid"] for tag in tags] == ["t1", "t2", "t3", "t4"]


def test_of_two_that_cross_the_later_is_left_out_and_named() -> None:
    text = "from May to-- June or July"
    document = timeml(text, pairs(text, (5, 18), (9, 26)), PUBLISHED)
    assert read(document)[2] == [Span(5, 18)]
    assert "left out, crosses another: 'to- - June or July'" in document
    assert read_as_xml(document) == text


YEAR_BEFORE = Shift(Current(Unit.YEAR, PUBLICATION), Amount.exactly(1), Unit.YEAR, Side.BEFORE)
DAY_BEFORE = Shift(MENTIONED, Amount.exactly(1), Unit.DAY, Side.BEFORE)
TWICE = Frequency(Amount.exactly(1), Unit.WEEK, times=2)


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        (YEAR_BEFORE, {"temporalFunction": "true", "anchorTimeID": "t0"}),
        (DAY_BEFORE, {"temporalFunction": "true"}),
        (TWICE, {"temporalFunction": "false", "freq": "2X"}),
    ],
)
def test_attributes_follow_from_the_meaning(meaning: Meaning, expected: dict[str, str]) -> None:
    pair = (replace(expression("then", Span(0, 4)), meaning=meaning), reading(mod="APPROX"))
    (tag,) = read(timeml("then", [pair], PUBLISHED))[1]
    always = {"tid": "t1", "type": "DATE", "value": "2022-06", "mod": "APPROX"}
    assert tag == {**always, **expected, "functionInDocument": "NONE"}


def test_a_value_is_quoted_safely() -> None:
    bad = Reading(When(), Timex(TimexType.DATE, "\"<&>\n'", None), ())
    document = timeml("then", [(expression("then", Span(0, 4)), bad)], PUBLISHED)
    (tag,) = ET.fromstring(document).iterfind("TEXT/TIMEX3")  # noqa: S314 - written above
    assert tag.get("value") == "\"<&>\n'"


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2023-02-08", "2023-02-08"),
        ("[2023-02-07..2023-02-08]", "2023-02"),
        ("[2023-02-06..2023-02-12]", "2023-W06"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        ("[2023-02-08..2023-09-01]", "2023"),
        ("[2022-12-31..2023-01-01]", "XXXX-XX-XX"),
        ("[2023..]", "XXXX-XX-XX"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("-0044-03-15", "XXXX-XX-XX"),
    ],
)
def test_the_creation_time_is_as_fine_as_it_is_known(edtf: str, value: str) -> None:
    assert creation_value(from_edtf(edtf)) == value
    assert f'value="{value}"' in timeml("", [], Published(from_edtf(edtf), Basis.INFERRED))


TEXTS = st.text(
    st.one_of(
        st.sampled_from("<>&;#x]-!'\"\r\n\t a1"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
)


@given(TEXTS, st.data())
def test_any_text_and_any_spans_come_back(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    document = timeml(text, pairs(text, *spans), PUBLISHED)
    got, _, places = read(document)
    assert (got, places) == (text, [Span(*span) for span in spans])
    assert read_as_xml(document) == text
