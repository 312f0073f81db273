"""A digest and its days, as they are written, drawn and sent."""

from dataclasses import dataclass

from timeline.model.timeline import DatedArticle


@dataclass(frozen=True, slots=True)
class DigestDay:
    """A day that matters: one line, one sentence, and how the articles tell of it.

    `day` is a day number. `rank` counts from 1, `score` is a share of that of the first.
    `document` is the article of the sentence, `cited` are it and others of other publishers.
    `documents` counts the articles that tell of the day and copy no other, `sources` their
    publishers, `looking_back` those of them from three days later or more. `events` are the ids
    of the events told, that of the line first.
    """

    day: int
    rank: int
    score: float
    title: str
    sentence: str
    document: str
    cited: tuple[str, ...]
    events: tuple[str, ...]
    documents: int
    sources: int
    looking_back: int
    disputed: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The days in the order of time, and the articles that they cite, in the order of citation.

    `total` counts the articles that were asked, `told` the days that any of them tells of.
    """

    days: tuple[DigestDay, ...]
    articles: tuple[DatedArticle, ...]
    total: int
    told: int
