"""The days that matter, as `timeline digest` writes them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from timeline.digest import DigestRequest
from timeline.digest.asked import DAYS, MOST_DAYS
from timeline.errors import DateInputError
from timeline.export.digest import digest_record
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.boundary.models import WHOLE, Query
from timeline.web.page import limits
from timeline.web.page.state import window_of
from timeline.wording.strings import text

Day = Annotated[str, StringConstraints(max_length=limits.NAME)]
Publisher = Annotated[str, StringConstraints(max_length=limits.DOCUMENT)]
Number = Annotated[int, Field(ge=0)]


class DigestQuery(Query):
    """How many days, of whose articles, of whom, and between which days.

    `source` may be given several times, `from` and `to` go together.
    """

    days: Annotated[int, Field(ge=1, le=MOST_DAYS), WHOLE] = DAYS
    source: Annotated[list[Publisher], Field(max_length=limits.VALUES_OF_A_KEY)] = []  # noqa: RUF012 - pydantic copies it
    name: Annotated[str, StringConstraints(max_length=limits.VALUE)] = ""
    from_: Annotated[Day, Field(alias="from")] = ""
    to: Day = ""

    @property
    def asked(self) -> DigestRequest:
        """What is asked, as a value; raises DateInputError."""
        window = window_of(self.from_, self.to) if self.from_ or self.to else (None, None)
        if window is None:
            first, last = repr(self.from_), repr(self.to)
            raise DateInputError(text("answers.no-window", first=first, last=last))
        sources = tuple(dict.fromkeys(self.source))
        return DigestRequest(self.days, sources, self.name or None, *window)


class DayRecord(Answer):
    """First and last possible day, the same one here."""

    edtf: str
    start: str
    end: str


class DigestDayRecord(Answer):
    """A day that matters, with its line, its sentence, its counts and its reasons."""

    when: DayRecord
    rank: Number
    score: Annotated[float, Field(ge=0, le=1)]
    title: str
    sentence: str
    document: str
    cited: list[str]
    events: list[str]
    documents: Number
    sources: Number
    looking_back: Number
    disputed: bool
    why: list[str]


class DigestAnswer(Answer):
    """The days in the order of time; `told` counts all days that the articles tell of."""

    days: list[DigestDayRecord]
    told: Number
    version: int
    as_of: int


@operation(
    "GET",
    "/digest",
    refusals={
        404: "no article has that source, or no event that name",
        422: "from and to are no window of days",
    },
)
def get_digest(context: ApiContext, query: DigestQuery) -> DigestAnswer:
    """Return the days that matter, ranked by how the articles tell of them and look back."""
    held = context.cache.collection()
    made = held.digest(query.asked)
    days = [DigestDayRecord.model_validate(day) for day in digest_record(made)["days"]]
    return DigestAnswer(days=days, told=made.told, version=held.version, as_of=held.as_of)
