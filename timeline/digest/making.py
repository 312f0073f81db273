"""A digest of a timeline: its days ranked, the first of them described, in the order of time."""

from timeline.digest.asked import DigestRequest, check_name, check_source
from timeline.digest.best_line import Background
from timeline.digest.day import Digest, DigestDay
from timeline.digest.describing import Scope, described
from timeline.digest.ranking import ranking, scores
from timeline.digest.tellings import Tellings
from timeline.model.timeline import Timeline


def digest(timeline: Timeline, asked: DigestRequest) -> Digest:
    """Return the days that matter; the order of the articles changes nothing.

    There are as many as asked for, or all that there are. Raises UnknownNameError where a source
    or a name does not exist.
    """
    return days_that_matter(Tellings(timeline), asked)


def days_that_matter(tellings: Tellings, asked: DigestRequest) -> Digest:
    """Return the days that matter of a timeline whose tellings are known, as `digest` does."""
    for source in asked.sources:
        check_source(source, tellings.sources)
    if asked.name is not None:
        check_name(asked.name, tellings.names)
    voices = tellings.asked(asked)
    scored = scores(voices)
    chosen = ranking(scored)[: asked.days]
    best = max((scored[day] for day in chosen), default=0.0) or 1.0
    total, publishers = tellings.size(asked.sources)
    scope = Scope(total, publishers, Background(voices[day] for day in chosen))
    days: list[DigestDay] = []
    for rank, day in enumerate(chosen, 1):
        taken = frozenset(one.title.casefold() for one in days)
        days.append(described(day, rank, scored[day] / best, voices[day], scope, taken=taken))
    days.sort(key=lambda one: one.day)
    cited = dict.fromkeys(name for one in days for name in one.cited)
    articles = tuple(tellings.articles[name] for name in cited if name in tellings.articles)
    return Digest(tuple(days), articles, total, len(voices))
