"""Days that two articles dispute: what happens only once, on two days that lie close together.

On the day after an attack on a town there may be another attack on that town, but a ferry sinks
once: two days for it are two opinions about one day, and so a conflict of one event.
"""

from collections.abc import Iterator

from timeline.merging.articles import ALIKE, CLOSELY_ALIKE, alikeness
from timeline.merging.deeds import Deed, Often
from timeline.merging.evidence import actor_shared, elsewhere, only_date, shared_words, unnamed
from timeline.merging.profile import Profile
from timeline.model.event import Status

DISPUTED_DAYS = 3  # how far apart two articles put what they dispute
_SEVERAL = 2
_REAL = (Status.HAPPENED, Status.ONGOING)


def disputed(one: Profile, other: Profile) -> bool:
    """Return whether two articles on one matter put one deed on different days."""
    if one.document == other.document or not (one.single_day and other.single_day):
        return False
    if not 0 < abs(one.first - other.first) <= DISPUTED_DAYS:
        return False
    if one.mention.status is not other.mention.status or one.mention.status not in _REAL:
        return False
    deeds = tuple(_in_common(one, other))
    if not deeds or elsewhere(one, other):
        return False
    alike = alikeness(one.article, other.article)
    return alike >= ALIKE and any(_once(one, other, deed, alike) for deed in deeds)


def _in_common(one: Profile, other: Profile) -> Iterator[Deed]:
    """Return the deeds that happen once and that both tell, one of them by its event word."""
    told = (one.deeds & (other.deeds | other.beside)) | (other.deeds & one.beside)
    return (deed for deed in told if deed.single)


def _once(one: Profile, other: Profile, deed: Deed, alike: float) -> bool:
    if not only_date(one, deed) or not only_date(other, deed):
        return False
    nobody = unnamed(one) and unnamed(other) and alike >= CLOSELY_ALIKE
    if deed.often is Often.PERSON:
        return nobody or actor_shared(one, other)
    return nobody or len(shared_words(one, other) & one.named & other.named) >= _SEVERAL
