"""One text with the places of all its dates, for programs that hold the text themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.app.pipeline import analyse, assemble, problems_of, read_expressions
from timeline.errors import ArticleError, ReadingError
from timeline.model.timeline import Timeline
from timeline.python_api.result import Result
from timeline.python_api.views import Date, date_view
from timeline.reading import Facts, published_claim, read_text


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words that name a time, and what they come to; the bounds count characters of the text."""

    start: int
    end: int
    when: Date


@dataclass(frozen=True, slots=True)
class Annotation:
    """All dates of a text in its order, those that date no event among them, and its events."""

    dates: Sequence[DatedWords]
    result: Result


def annotate(text: str, *, published: str | None = None, language: str | None = None) -> Annotation:
    """Read one text; one that shows nothing has no dates.

    Raises DateInputError where `published` is no date.
    """
    claims = (published_claim(published),) if published else ()
    try:
        article = read_text("text", text, Facts(claims=claims, language=language))
    except ReadingError as error:
        return Annotation((), Result(Timeline((), ()), (error,)))
    analysis = analyse(article)
    timeline = assemble([analysis])
    when = timeline.documents[0].published.when
    readings = read_expressions(
        analysis.expressions, when, article.frames, sentences=article.sentences
    )
    dates = [
        DatedWords(expression.span.start, expression.span.end, date_view(reading.when))
        for expression, reading in readings
    ]
    failures: tuple[ArticleError, ...] = problems_of(timeline, [])
    return Annotation(tuple(dates), Result(timeline, failures))
