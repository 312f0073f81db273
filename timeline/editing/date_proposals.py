"""The date to propose for a passage that a person makes an event of.

A sentence seldom repeats the day that its article is about: "A train derailed on Thursday. ...
Fourteen people were taken to hospital." So what the passage's own sentences date counts first,
the date of the nearest event word; where they date nothing, the day that the article opens with.
It is a proposal for a person to look at, and says what it rests on; the program itself places no
event by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.model.article import Article
from timeline.model.event import DatedMention, Status
from timeline.model.span import Span
from timeline.model.when import When


class Ground(StrEnum):
    """What a proposed date rests on."""

    SENTENCE = "the date in its sentence"
    OPENING = "the day that the article opens with"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date for a passage, the mention that has it, and what it rests on."""

    dated_mention: DatedMention
    ground: Ground

    @property
    def when(self) -> When:
        """The proposed date."""
        return self.dated_mention.when


def proposed_date(
    article: Article, mentions: Sequence[DatedMention], passage: Span
) -> Proposal | None:
    """Propose a date for a passage of an article, from the article's own dated mentions.

    None where no mention of it has a date.
    """
    dated = [one for one in mentions if one.when.resolved]
    own = [s for s in article.sentences if s.overlaps(passage)]
    inside = [one for one in dated if one.mention.sentence in own]
    if inside:
        return Proposal(min(inside, key=lambda one: _distance(one, passage)), Ground.SENTENCE)
    opening = _opening(article, dated)
    return None if opening is None else Proposal(opening, Ground.OPENING)


def _distance(dated_mention: DatedMention, passage: Span) -> int:
    place = dated_mention.mention.trigger_span or dated_mention.mention.expression.phrase
    return max(place.start - passage.end, passage.start - place.end, 0)


def _opening(article: Article, dated: Sequence[DatedMention]) -> DatedMention | None:
    """Return the first day that the article tells of, else the first date of any length."""
    body = [one for one in dated if one.mention.sentence != article.title_span] or list(dated)
    happened = [one for one in body if one.mention.status in _TOLD] or body
    days = [
        one for one in happened if one.when.first is not None and one.when.first == one.when.last
    ]
    return min(days or happened, key=lambda one: one.mention.expression.span.start, default=None)


_TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.ALLEGED})
