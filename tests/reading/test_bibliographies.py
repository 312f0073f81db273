"""CSL JSON and RIS: a record is an article with title, abstract, date and source."""

import json
from collections.abc import Iterator

import pytest

from tests.reading.alone import in_memory, reason_in
from timeline.model.article import Article
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

CSL = [
    {
        "id": "lind2024",
        "type": "article-journal",
        "title": "The harbour of Lindholm",
        "abstract": "The harbour was built in June 1962.",
        "issued": {"date-parts": [[2024, 5, 3]]},
        "accessed": {"date-parts": [[2025, 1, 1]]},
        "container-title": "Journal of Harbours",
        "URL": "https://e.org/x",
    },
    {"id": "b", "type": "book", "title": "Of walls", "issued": {"date-parts": [["1999", 2]]}},
    {"id": "c", "type": "book", "title": "Of gates", "issued": {"raw": "1998"}},
]
RIS = """\
TY  - JOUR
ID  - lind2024
TI  - The harbour of Lindholm
AU  - Lind, Ann
AU  - Berg, Bo
AB  - The harbour was built
in June 1962.
PY  - 2024/05/03/
JO  - Journal of Harbours
UR  - https://e.org/x
ER  -\x20

TY  - BOOK
ID  - b
TI  - Of walls
DA  - 1999/02//
ER  -
TY  - BOOK
ID  - c
T1  - Of gates
PY  - 1998
"""


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps(CSL).encode()),
        ("a.json", json.dumps({"items": CSL}).encode()),
        ("a.ris", RIS.encode()),
        ("a.ris", RIS.replace("\n", "\r\n").encode("utf-8-sig")),
    ],
)
def test_a_bibliographic_record_is_an_article(
    name: str, data: bytes, process: ReadingProcess
) -> None:
    found = [item for item in in_memory(name, data, process) if isinstance(item, Article)]
    assert [a.document for a in found] == [f"{name}/lind2024", f"{name}/b", f"{name}/c"]
    first, second, third = found
    assert first.text == "The harbour of Lindholm\n\nThe harbour was built in June 1962."
    assert (first.source, first.url) == ("Journal of Harbours", "https://e.org/x")
    assert [to_edtf(a.claims[0].when) for a in found] == ["2024-05-03", "1999-02", "1998"]
    assert (second.text, third.text) == ("Of walls", "Of gates")


def test_what_is_no_ris_is_named(process: ReadingProcess) -> None:
    assert "is no RIS file" in reason_in("a.ris", b"A town voted.", process)
