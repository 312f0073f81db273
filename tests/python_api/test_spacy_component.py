"""`nlp.add_pipe("timeline")`."""

import pytest
import spacy
from spacy.language import Language

TOLD = "In June last year, the council closed the bridge. The mill was sold on 15 August 2021."


@pytest.fixture
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("timeline", config={"published": "2023-02-08"})
    return made


def test_a_document_has_its_events_and_dates(nlp: Language) -> None:
    doc = nlp(TOLD)
    assert [str(event.when) for event in doc._.events] == ["15 August 2021", "June 2022"]
    assert str(doc._.publication) == "8 February 2023"
    spans = doc.spans["dates"]
    assert [(span.text, str(span._.when)) for span in spans] == [
        ("June last year", "June 2022"),
        ("15 August 2021", "15 August 2021"),
    ]
    assert [event.title for event in spans[1]._.events] == ["The mill was sold"]
    assert doc[:3]._.when is None
    assert doc[6:8]._.events == ()


def test_a_document_may_bring_its_own_date(nlp: Language) -> None:
    doc = nlp.make_doc(TOLD)
    doc._.published = "2011-05-04"
    assert str(nlp(doc).spans["dates"][0]._.when) == "June 2010"


def test_many_documents_go_through_a_pipe(nlp: Language) -> None:
    docs = list(nlp.pipe([TOLD, "Nothing.", " "]))
    assert [len(doc._.events) for doc in docs] == [2, 0, 0]


def test_a_second_pipeline_shares_the_extensions(nlp: Language) -> None:
    other = spacy.blank("en")
    other.add_pipe("timeline")
    assert other("The mill burnt on 4 May 1999.")._.events[0].when.edtf == "1999-05-04"
    assert nlp.get_pipe_meta("timeline").assigns == [
        "doc._.events",
        "doc._.publication",
        "doc.spans",
    ]
