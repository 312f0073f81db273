"""Which date is proposed for a passage that a person makes an event of."""

import pytest

from timeline.app.pipeline import analyse, assemble
from timeline.editing.date_proposals import Ground, proposed_date
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle
from timeline.reading import Facts, published_claim, read_text

TEXT = """Ferry runs aground off Südby

The ferry Dora ran aground off Südby on Monday. It was pulled free on Tuesday, the line said.
Two sailors were taken to hospital. In 2015 a sister ship sank there, and 30 people drowned.

The line will give an account on Friday.
"""


@pytest.fixture(scope="module")
def read() -> tuple[DatedArticle, list[DatedMention]]:
    facts = Facts((published_claim("2023-02-08"),))
    timeline = assemble([analyse(read_text("ferry", TEXT, facts))])
    told = [mention for event in timeline.events for mention in event.mentions]
    return timeline.documents[0], told


@pytest.mark.parametrize(
    ("passage", "edtf", "ground"),
    [
        ("ran aground", "2023-02-06", Ground.SENTENCE),
        ("pulled free", "2023-02-07", Ground.SENTENCE),
        ("Two sailors were taken to hospital", "2023-02-06", Ground.OPENING),
        ("drowned", "2015", Ground.SENTENCE),
        ("give an account", "2023-02-10", Ground.SENTENCE),
    ],
)
def test_its_sentence_dates_a_passage_else_the_opening(
    read: tuple[DatedArticle, list[DatedMention]], passage: str, edtf: str, ground: Ground
) -> None:
    dated, told = read
    text = dated.article.text
    start = text.rindex(passage)
    proposal = proposed_date(dated.article, told, Span(start, start + len(passage)))
    assert proposal is not None
    assert (to_edtf(proposal.when), proposal.ground) == (edtf, ground)


def test_nothing_is_proposed_where_nothing_is_dated(
    read: tuple[DatedArticle, list[DatedMention]],
) -> None:
    dated, _ = read
    assert proposed_date(dated.article, [], Span(0, 5)) is None
