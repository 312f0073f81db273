"""When a mail was sent: its Date, in the words of any language, or what the relays wrote.

A Date that is missing, no date, or the zero of a clock is not believed; nor one that lies after the
first relay took the mail, or more than a year before: the relays' clocks count then.
"""

import re
from email.message import Message

from timeline.model.article import ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.reading.formats.mail_headers import all_headers, header
from timeline.reading.record_dates import record_claim, worded_claim

FIRST_YEAR = 1971  # of mails between machines
SLACK = 2  # days that a clock may be ahead, and zones
LONGEST_WAY = 366  # days from the Date to the first relay
_DAY = re.compile(
    r"(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}(?:\s+[\d:]+)?(?:\s+[+-]\d{4})?"
)
_OTHERS = ("Original-Date", "X-Original-Date", "Resent-Date", "Delivery-Date", "Delivered-Date")


def mail_claim(message: Message) -> DateClaim | None:
    """Return the date of a mail; None where its headers say none."""
    claim = worded_claim(ClaimSource.RECORD, header(message, "Date"), "mail header Date", None)
    relayed = _relayed(message)
    if claim is not None and _is_believed(claim, relayed):
        return claim
    if relayed is not None:
        return relayed
    others = (_read(header(message, name), f"mail header {name}") for name in _OTHERS)
    return next(filter(None, others), None)


def _relayed(message: Message) -> DateClaim | None:
    """Return when the first relay took a mail: each writes its line on top of those before."""
    lines = [*all_headers(message, "Received")]
    found = (_read(line, "mail header Received") for line in reversed(lines))
    return next(filter(None, found), None)


def _read(line: str, place: str) -> DateClaim | None:
    """Read the last date of a header line."""
    dates = [*_DAY.finditer(line)]
    claim = record_claim(ClaimSource.RECORD, dates[-1][0], place) if dates else None
    return claim if claim is not None and _is_mail_of(claim) else None


def _is_believed(claim: DateClaim, relayed: DateClaim | None) -> bool:
    if not _is_mail_of(claim):
        return False
    sent, taken = claim.when.first, None if relayed is None else relayed.when.first
    if sent is None or taken is None:
        return True
    return taken - LONGEST_WAY <= sent <= taken + SLACK


def _is_mail_of(claim: DateClaim) -> bool:
    first = claim.when.first
    return first is None or first >= day_number(FIRST_YEAR)
