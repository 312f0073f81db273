"""A digest of a timeline: its days ranked, the first of them described, in the order of time."""

from timeline.digest.asked import DigestRequest, check_name, check_source
from timeline.digest.best_line import Background
from timeline.digest.day import Digest
from timeline.digest.describing import Scope, described
from timeline.digest.ranking import ranking, scores
from timeline.digest.tellings import Tellings, about
from timeline.digest.voices import voices_of
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
    told = {
        day: kept
        for day, each in tellings.days.items()
        if asked.holds(day) and (kept := about(each, asked.sources, asked.name))
    }
    voices = {day: voices_of(day, kept) for day, kept in told.items()}
    scored = scores(voices)
    chosen = ranking(scored)[: asked.days]
    best = max((scored[day] for day in chosen), default=0.0) or 1.0
    total, publishers = tellings.size(asked.sources)
    scope = Scope(total, publishers, Background(voices[day] for day in chosen))
    days = [
        described(day, rank, scored[day] / best, voices[day], scope)
        for rank, day in enumerate(chosen, 1)
    ]
    days.sort(key=lambda one: one.day)
    cited = dict.fromkeys(name for one in days for name in one.cited)
    articles = tuple(tellings.articles[name] for name in cited if name in tellings.articles)
    return Digest(tuple(days), articles, total, len(told))
