import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.decoding import UndecodableError, decode

TEXT = "The mayor said “no” — twice — in Malmö.\r\nNobody came.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_same_text_from_any_encoding(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Президент посетил город во вторник и встретился с министром обороны."),
        ("koi8-r", "Президент посетил город во вторник и встретился с министром обороны."),
        ("shift_jis", "首都で火曜日に会議が開かれ、大統領と外相が出席した。"),
        ("gb18030", "总统星期二在首都会见了外交部长，双方讨论了边界问题。"),
        (
            "iso8859-1",
            "Le président a rencontré mardi à Genève le ministre des Affaires étrangères.",
        ),
    ],
)
def test_encodings_of_other_scripts(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_byte_order_mark_inside_stays() -> None:
    assert decode("a\ufeffb".encode()) == "a\ufeffb"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    expected = text.removeprefix("\ufeff")
    if not text.startswith(("GIF8", "PK", "%PDF-", "{\\rtf")):
        assert decode(text.encode()) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error_that_says_why(data: bytes) -> None:
    try:
        text = decode(data)
    except UndecodableError as error:
        text = str(error)
    text.encode("utf-8")  # no lone surrogates
    assert text or len(data) <= len(codecs.BOM_UTF32_LE), "only a mark alone is empty"
