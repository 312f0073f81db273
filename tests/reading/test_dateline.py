import pytest

from timeline.model.edtf import to_edtf
from timeline.reading import read_text

REST = "The president left the town on a plane with a few friends, and nobody stayed behind."
MORE = "Another paragraph tells of what came after that, and of those who had stayed at home."

DATELINES = [
    ("KABUL, Aug 15 (Reuters) –", "Aug 15", "XXXX-XX-XX"),
    ("KABUL, Aug. 15 (Xinhua) --", "Aug. 15", "XXXX-XX-XX"),
    ("KABUL, Afghanistan (AP) —", None, None),
    ("LONDON (AP) _", None, None),
    ("CANBERRA, Australia (AP)_", None, None),
    ("AMHERST, N.Y. (AP) --", None, None),
    ("NEW DELHI:", None, None),
    ("Geneva: –", None, None),
    ("Geneva:", None, None),
    ("London –", None, None),
    ("New Delhi [India], August 15 (ANI):", "August 15", "XXXX-XX-XX"),
    ("New Delhi, Aug 15 (PTI)", "Aug 15", "XXXX-XX-XX"),
    ("WASHINGTON/NEW DELHI, Aug 15 (Reuters) -", "Aug 15", "XXXX-XX-XX"),
    ("UNITED NATIONS, Aug 15, 2021 (IPS) -", "Aug 15, 2021", "2021-08-15"),
    ("Kabul, 15 August 2021 –", "15 August 2021", "2021-08-15"),
    ("KABUL, Sunday, Aug 15 –", "Sunday, Aug 15", "XXXX-XX-XX"),
    ("(Reuters) -", None, None),
    ("Aug 15 (Reuters) -", "Aug 15", "XXXX-XX-XX"),
    ("SÃO PAULO, Aug 15 —", "Aug 15", "XXXX-XX-XX"),
    ("ZURICH (ATS) 28.02.2020 –", "28.02.2020", "2020-02-28"),
    ("LONDON (3 May 2004) -", "3 May 2004", "2004-05-03"),
    ("Paris (AFP) Aug 15 -", "Aug 15", "XXXX-XX-XX"),
]

NONE = [
    "India – the world's largest democracy – said that",
    "Warning:",
    "Breaking News:",
    "EXCLUSIVE:",
    "1. Geographical Expansion:",
    "Recent Developments:",
    "The mayor of the town:",
    "Mr Roe said:",
    "He said –",
    "What happened in Kabul:",
    "Roe, who – it is said –",
    "By Monday:",
]


@pytest.mark.parametrize("above", ["A headline on the town\n\n", ""])
@pytest.mark.parametrize(("dateline", "date", "edtf"), DATELINES)
def test_datelines(dateline: str, date: str | None, edtf: str | None, above: str) -> None:
    text = f"{above}{dateline} {REST}\n\n{MORE}"
    article = read_text("a.txt", text)
    assert [(m.reason, m.span.of(text)) for m in article.marks] == [("dateline", dateline)]
    claims = [(c.text, to_edtf(c.when)) for c in article.claims]
    assert claims == ([(date, edtf)] if date else [])
    assert all(c.span and c.span.of(text) == c.text for c in article.claims)
    assert [s.of(text) for s in article.sentences][-2:] == [REST, MORE]
    assert (article.title_span is None) == (not above)


@pytest.mark.parametrize("opening", NONE)
def test_openings_that_are_none(opening: str) -> None:
    text = f"A headline on the town\n\n{opening} {REST}\n\n{MORE}"
    assert read_text("a.txt", text).marks == ()


@pytest.mark.parametrize("line", ["NAIROBI, Kenya (AP) —", "KABUL, Aug 15 (Reuters)", "MIAMI _"])
def test_a_dateline_on_a_line_of_its_own(line: str) -> None:
    text = f"{line}\n\n{REST}\n\n{MORE}"
    article = read_text("a.txt", text)
    assert [m.span.of(text) for m in article.marks] == [line]
    assert [s.of(text) for s in article.sentences] == [REST, MORE]
    assert article.title_span is None


def test_below_a_summary_only_a_sure_dateline_counts() -> None:
    sure = f"A headline\n\n{MORE}\n\nKABUL, Aug 15 (Reuters) – {REST}"
    assert len(read_text("a.txt", sure).marks) == 1
    speaker = f"A headline\n\n{MORE}\n\nSmith: {REST}"
    assert read_text("a.txt", speaker).marks == ()
