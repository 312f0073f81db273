"""What the mentions of one event contradict each other in, as sentences for the user."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.merging.dates import agree
from timeline.merging.vocabulary import vocabulary
from timeline.model.calendar import civil, iso_year
from timeline.model.edtf import to_edtf
from timeline.model.event import Conflict, DatedMention
from timeline.model.when import When


def conflicts(mentions: Sequence[DatedMention]) -> tuple[Conflict, ...]:
    """Give the conflicts of an event's mentions: of its date, then of its status."""
    return (*_date_conflicts(mentions), *_status_conflicts(mentions))


def dates_conflict(mentions: Sequence[DatedMention]) -> bool:
    """Tell whether two of the mentions cannot be right about the date."""
    dates = list(dict.fromkeys(told.when for told in mentions if told.when.resolved))
    return any(not agree(one, other) for i, one in enumerate(dates) for other in dates[:i])


def _date_conflicts(mentions: Sequence[DatedMention]) -> Iterator[Conflict]:
    if dates_conflict(mentions):
        said = _by_view(mentions, [date_in_words(told.when) for told in mentions])
        statement = ", ".join(
            f"{_listed(documents)} {'says' if len(documents) == 1 else 'say'} {view}"
            for view, documents in said.items()
        )
        yield Conflict("date", statement, _keys(mentions))


def _status_conflicts(mentions: Sequence[DatedMention]) -> Iterator[Conflict]:
    known = vocabulary()
    statuses = {told.mention.status for told in mentions}
    if statuses & known.real and statuses & known.unreal:
        decided = [told for told in mentions if told.mention.status in known.said_of]
        said = _by_view(decided, [known.said_of[told.mention.status] for told in decided])
        statement = ", ".join(
            f"{_listed(documents)} {'says' if len(documents) == 1 else 'say'} it {view}"
            for view, documents in said.items()
        )
        yield Conflict("status", statement, _keys(decided))


def date_in_words(when: When) -> str:
    """Write a day as "3 May 2021", with BCE years as such; any other date as EDTF."""
    if when.days != 1 or when.first is None:
        return to_edtf(when)
    year, month, day = civil(when.first)
    named = f"{1 - year} BCE" if year < 1 else iso_year(year).lstrip("0")
    about = "about " if when.approximate else ""
    return f"{about}{day} {vocabulary().months[month - 1]} {named}"


def _by_view(
    mentions: Sequence[DatedMention], views: Sequence[str]
) -> Mapping[str, tuple[str, ...]]:
    documents: dict[str, dict[str, None]] = defaultdict(dict)
    for told, view in zip(mentions, views, strict=True):
        documents[view][told.mention.document] = None
    return {view: tuple(names) for view, names in documents.items()}


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _keys(mentions: Sequence[DatedMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.mention.key for told in mentions))
