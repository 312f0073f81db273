"""How the telling of an event changed: first reports, corrections, copies, and who stands alone."""

from timeline.telling.account import account, account_among
from timeline.telling.told import (
    Account,
    Alone,
    Aspect,
    Change,
    ChangeKind,
    Disagreement,
    Point,
    Series,
    Telling,
    View,
)

__all__ = [
    "Account",
    "Alone",
    "Aspect",
    "Change",
    "ChangeKind",
    "Disagreement",
    "Point",
    "Series",
    "Telling",
    "View",
    "account",
    "account_among",
]
