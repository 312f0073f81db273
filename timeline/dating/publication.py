"""When an article was published: stated, given, inferred with reasons, or unknown."""

from dataclasses import replace

from timeline.dating.constraint import Solution, solve
from timeline.dating.framed import of_frames, outside_frames
from timeline.dating.known import KnownTable
from timeline.dating.local_day import local_claim
from timeline.dating.statements import statements
from timeline.languages.dates import stated_date
from timeline.languages.stated_date import StatedDate
from timeline.model.article import Article, ClaimSource, DateClaim, Published
from timeline.model.calendar import civil
from timeline.model.timeline import Analysis
from timeline.model.when import UNDATED, Basis, Edge, When
from timeline.wording.dates import interval_in_words, time_in_words

_SAID = {
    ClaimSource.GIVEN: "You gave the date",
    ClaimSource.METADATA: "metadata.csv gives the date",
    ClaimSource.CREATION: "The file's creation time gives the date",
    ClaimSource.RECORD: "The file gives the date",
    ClaimSource.PAGE: "The page gives the date to programs",
    ClaimSource.URL: "The address of the page holds the date",
    ClaimSource.LABEL: "The article states the date",
    ClaimSource.HEADER: "A line above the text states the date",
    ClaimSource.DATELINE: "The dateline states the date",
    ClaimSource.FILENAME: "The file's name holds the date",
    ClaimSource.CREATED: "The file says when it was made",
    ClaimSource.UPDATED: "The article states when it was updated",
    ClaimSource.GUESS: "A guess: a date that stands on the page without a label",
    ClaimSource.ACCESSED: "A web archive captured the page on a date",
}

# What is no statement of the article itself: no date of them lies before what is told as past.
_UNSURE = (ClaimSource.CREATED, ClaimSource.GUESS)


def published(analysis: Analysis, table: KnownTable, given: When | None = None) -> Published:
    """Return an article's publication date as well as it is known.

    `given` is the date that a user set, which outranks everything. Without any statement the
    date is inferred from the dated events, as an interval with its reasons.
    """
    if given is not None:
        reason = f"You gave the date {interval_in_words(given.first, given.last)}."
        return Published(given.with_basis(Basis.GIVEN), Basis.GIVEN, (reason,))
    stated = [
        claim
        for claim in analysis.article.claims
        if claim.when.resolved and claim.source is not ClaimSource.ACCESSED
    ]
    if stated and stated[0].source not in _UNSURE:
        return _stated(stated)
    solution = solve((*of_frames(analysis.article), *statements(outside_frames(analysis), table)))
    believed = [claim for claim in stated if not _lies_before(claim, solution)]
    return _stated(believed) if believed else _inferred(solution, analysis.article)


def _lies_before(claim: DateClaim, solution: Solution) -> bool:
    """Return whether an unsure claim lies before what the text tells as past."""
    last = claim.when.last
    if claim.source not in _UNSURE or last is None or solution.earliest is None:
        return False
    return last < solution.earliest


def _stated(claims: list[DateClaim]) -> Published:
    local = local_claim(claims)
    first = local or claims[0]
    others = [claim for claim in claims if claim is not first]
    when = replace(first.when, clock=None, basis=first.basis)
    named = interval_in_words(when.first, when.last)
    lines = [f"{_said(first)}: “{first.text.strip()}”, {named}."]
    if local is not None:
        universal = claims[0]
        others.remove(universal)
        lines.append(
            f"{_said(universal)} of the same moment in universal time,"
            f" “{universal.text.strip()}”; the day of its place counts."
        )
    differing = (_differing(other) for other in others if not other.when.may_overlap(when))
    return Published(when, first.basis, (*lines, *differing))


def _differing(other: DateClaim) -> str:
    quoted = f"“{other.text.strip()}”, {interval_in_words(other.when.first, other.when.last)}"
    if other.source is ClaimSource.UPDATED:
        where = f" ({other.place})" if other.place else ""
        return f"It says, too, when it was updated{where}: {quoted}."
    return f"{_said(other)} differently: {quoted}."


def _said(claim: DateClaim) -> str:
    """Return who states a date, and where it stands if that is not in the text."""
    return _SAID[claim.source] + (f" ({claim.place})" if claim.place else "")


def _inferred(solution: Solution, article: Article) -> Published:
    dateline = _dateline(article, solution)
    if dateline is not None:
        return dateline
    if not solution.known:
        return Published(
            UNDATED,
            Basis.UNKNOWN,
            ("Nothing in the article says when it was published.",),
        )
    earliest = Edge.UNKNOWN if solution.earliest is None else solution.earliest
    latest = Edge.UNKNOWN if solution.latest is None else solution.latest
    when = When(earliest, latest, basis=Basis.INFERRED)
    return Published(when, Basis.INFERRED, _reasons(solution))


def _reasons(solution: Solution) -> tuple[str, ...]:
    return (
        "The article does not state its date; it is inferred from what it tells.",
        *(constraint.reason for constraint in solution.used),
        *(f"Left aside, for it contradicts the rest: {c.reason}" for c in solution.refused),
        f"Together: published {time_in_words(solution.earliest, solution.latest)}.",
    )


def _dateline(article: Article, solution: Solution) -> Published | None:
    """A dateline with day and month but no year, where the text leaves one year for it."""
    for claim in article.claims:
        fields = _day_and_month(claim)
        if fields is None or solution.earliest is None or solution.latest is None:
            continue
        days = [
            day
            for year in range(civil(solution.earliest)[0], civil(solution.latest)[0] + 1)
            if (day := _in_year(fields, year)) is not None
            and solution.earliest <= day <= solution.latest
        ]
        if len(days) == 1:
            when = When.of_day(days[0], Basis.INFERRED)
            line = f"The dateline states “{claim.text.strip()}”; the year follows from the text."
            return Published(when, Basis.INFERRED, (line, *_reasons(solution)[1:-1]))
    return None


def _day_and_month(claim: DateClaim) -> StatedDate | None:
    if claim.when.resolved:
        return None
    stated = stated_date(claim.text)
    complete = stated is not None and stated.month is not None and stated.day is not None
    return stated if complete else None


def _in_year(stated: StatedDate, year: int) -> int | None:
    when = replace(stated, year=year, clock=None).when()
    return None if when is None else when.first
