"""The digest: the days that matter of a collection, each with the sentence that tells it best."""

from timeline.digest.asked import DigestRequest
from timeline.digest.day import Digest, DigestDay
from timeline.digest.making import days_that_matter, digest
from timeline.digest.telling import publisher_of
from timeline.digest.tellings import Tellings

__all__ = [
    "Digest",
    "DigestDay",
    "DigestRequest",
    "Tellings",
    "days_that_matter",
    "digest",
    "publisher_of",
]
