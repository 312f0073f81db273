"""What the mentions of one event contradict each other in, as sentences for the user."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from timeline.merging.dates import agree
from timeline.merging.names import Names
from timeline.merging.stems import canonical
from timeline.merging.vocabulary import vocabulary
from timeline.model.calendar import civil, iso_year
from timeline.model.edtf import to_edtf
from timeline.model.event import Conflict, DatedMention
from timeline.model.figure import Figure, Measure
from timeline.model.when import When


def conflicts(
    mentions: Sequence[DatedMention], names: Names, texts: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """Return the conflicts of an event's mentions: of date, status, figures, then of place."""
    return (
        *_date_conflicts(mentions),
        *_status_conflicts(mentions),
        *_figure_conflicts(mentions),
        *_place_conflicts(mentions, names, texts),
    )


def dates_conflict(mentions: Sequence[DatedMention]) -> bool:
    """Return whether two of the mentions cannot be right about the date."""
    dates = list(dict.fromkeys(told.when for told in mentions if told.when.resolved))
    return any(not agree(one, other) for i, one in enumerate(dates) for other in dates[:i])


def _date_conflicts(mentions: Sequence[DatedMention]) -> Iterator[Conflict]:
    if dates_conflict(mentions):
        said = [(told, date_in_words(told.when)) for told in mentions]
        yield Conflict("date", _told(said), _keys(mentions))


def _status_conflicts(mentions: Sequence[DatedMention]) -> Iterator[Conflict]:
    known = vocabulary()
    statuses = {told.mention.status for told in mentions}
    if statuses & known.real and statuses & known.unreal:
        decided = [told for told in mentions if told.mention.status in known.said_of]
        said = [(told, f"it {known.said_of[told.mention.status]}") for told in decided]
        yield Conflict("status", _told(said), _keys(decided))


def _figure_conflicts(mentions: Sequence[DatedMention]) -> Iterator[Conflict]:
    """Yield figures that cannot both be right; of money only where each names one amount."""
    for measure in Measure:
        views = [(told, _one_figure(told, measure)) for told in mentions]
        said = [(told, figure) for told, figure in views if figure is not None]
        if any(one.contradicts(other) for _, one in said for _, other in said):
            yield Conflict("figure", _told([(t, f.in_words()) for t, f in said]), _keys_of(said))


def _one_figure(told: DatedMention, measure: Measure) -> Figure | None:
    found = [figure for figure in told.mention.figures if figure.measure is measure]
    return found[0] if len(found) == 1 else None


def _place_conflicts(
    mentions: Sequence[DatedMention], names: Names, texts: Mapping[str, str]
) -> Iterator[Conflict]:
    """Yield places that articles set against each other: neither article knows the other's."""
    said = [(told, told.mention.places[0]) for told in mentions if len(told.mention.places) == 1]
    for (one, here), (other, there) in combinations(said, 2):
        mine, theirs = texts.get(one.mention.document, ""), texts.get(other.mention.document, "")
        known = not mine or not theirs or here in theirs or there in mine
        if not known and canonical(names.shown(here)) != canonical(names.shown(there)):
            views = [(told, f"it was in {place}") for told, place in said]
            yield Conflict("place", _told(views), _keys_of(said))
            return


def _told(views: Sequence[tuple[DatedMention, str]]) -> str:
    said = _by_view([told for told, _ in views], [view for _, view in views])
    return ", ".join(
        f"{_listed(documents)} {'says' if len(documents) == 1 else 'say'} {view}"
        for view, documents in said.items()
    )


def _keys_of(views: Sequence[tuple[DatedMention, object]]) -> tuple[str, ...]:
    return _keys([told for told, _ in views])


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
