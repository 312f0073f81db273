"""How the telling of an event changed, as the API answers with it."""

from timeline.model.date_record import day
from timeline.model.event import Event
from timeline.telling import Account, Aspect, ChangeKind, account_among
from timeline.web.api.operation import Answer
from timeline.web.api.records import EventRecord, Place, record_of_event
from timeline.web.data.collection import Collection


class ToldRecord(Answer):
    """A mention as it was told first; `copies` are later mentions in the same words.

    `voice` is the first article of those that share sentences, which count as one.
    """

    mention: Place
    published: str | None
    publisher: str | None
    agency: str | None
    voice: str
    copies: list[Place]


class ChangeRecord(Answer):
    """What a mention was the first to say; `before` is null where nothing was told of it."""

    kind: ChangeKind
    mention: Place
    before: str | None
    after: str


class ViewRecord(Answer):
    """What some mentions say, with how many articles (copies once) and publishers do."""

    says: str
    articles: Place
    publishers: Place
    mentions: list[Place]


class DisagreementRecord(Answer):
    """Views that cannot all be right, the one of most articles first."""

    aspect: Aspect
    views: list[ViewRecord]


class AloneRecord(Answer):
    """What one publisher says and no other does."""

    aspect: Aspect
    says: str
    publisher: str
    mention: Place


class TellingRecord(Answer):
    """How an event is told; mentions are places in the event's list, from 0."""

    best: Place
    tellings: list[ToldRecord]
    changes: list[ChangeRecord]
    disagreements: list[DisagreementRecord]
    alone: list[AloneRecord]


class ToldEventRecord(EventRecord):
    """An event with all that tell it, and how the telling changed."""

    telling: TellingRecord


def record_of_told(held: Collection, event: Event) -> ToldEventRecord:
    """Return an event with how it is told."""
    telling = _record(account_among(event, held.documents))
    return ToldEventRecord(**dict(record_of_event(event)), telling=telling)


def _record(found: Account) -> TellingRecord:
    return TellingRecord(
        best=found.best.place,
        tellings=[
            ToldRecord(
                mention=one.place,
                published=day(one.day),
                publisher=one.publisher,
                agency=one.agency,
                voice=one.voice,
                copies=list(one.copies),
            )
            for one in found.tellings
        ],
        changes=[
            ChangeRecord(kind=one.kind, mention=one.place, before=one.before, after=one.after)
            for one in found.changes
        ],
        disagreements=[
            DisagreementRecord(
                aspect=one.aspect,
                views=[
                    ViewRecord(
                        says=view.words,
                        articles=view.articles,
                        publishers=view.publishers,
                        mentions=list(view.places),
                    )
                    for view in one.views
                ],
            )
            for one in found.disagreements
        ],
        alone=[
            AloneRecord(
                aspect=one.aspect, says=one.words, publisher=one.publisher, mention=one.place
            )
            for one in found.alone
        ],
    )
