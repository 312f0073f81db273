"""Events made up for these tests, built from an EDTF date and a few words."""

from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, Conflict, DatedMention, Event, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Anchor
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType
from timeline.model.when import When

SENTENCE = "Then the harbour closed."


def mention(document: str, when: When, title: str, status: Status) -> DatedMention:
    """One sentence of an invented article, dated."""
    expression = TimeExpression(Span(0, 4), Span(0, 4), "Then", Anchor(), "invented")
    told = EventMention(document, expression, Span(0, len(SENTENCE)), SENTENCE, title, status)
    return DatedMention(told, Reading(when, Timex(TimexType.DATE, "XXXX"), ()))


def event(
    number: int | str,
    date: str | When,
    title: str = "Harbour closes",
    *,
    status: Status = Status.HAPPENED,
    category: Category = Category.OTHER,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    documents: tuple[str, ...] = ("a.txt",),
    disputed: bool = False,
    confidence: float = 0.5,
) -> Event:
    """One invented event; `date` is EDTF or a `When`."""
    when = from_edtf(date) if isinstance(date, str) else date
    mentions = tuple(mention(document, when, title, status) for document in documents)
    conflict = Conflict("date", "One source says 3 May, the other 5 May.", ())
    return Event(
        f"e{number}",
        title,
        when,
        status,
        category,
        mentions,
        actors,
        places,
        confidence,
        (conflict,) if disputed else (),
    )


def day(text: str) -> int:
    """The day number of an ISO date within four-digit years."""
    year, month, of_month = text.rsplit("-", 2)
    return day_number(int(year), int(month), int(of_month))
