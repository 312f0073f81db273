"""Pairs of names that may be one and of which nobody has decided."""

from collections import Counter

from timeline.editing.decided_names import Decided, decisions_of
from timeline.merging.learned_names import learn, tabled
from timeline.merging.names import table
from timeline.merging.naming.observed import seen
from timeline.merging.naming.table import Proposal
from timeline.model.timeline import Timeline

Proposed = tuple[Proposal, tuple[int, int]]  # with the number of articles that use each name


def proposals(timeline: Timeline, decided: Decided) -> tuple[Proposed, ...]:
    """Return what a timeline proposes of its names, that of the most articles first."""
    texts = {one.article.document: one.article.text for one in timeline.documents}
    articles = seen((told for event in timeline.events for told in event.mentions), texts)
    counts = Counter(name for one in articles for name in one.uses)
    known = learn((texts[name] for name in sorted(texts)), table())
    found = tabled(articles, known, decisions_of(decided)).proposals
    counted = [(one, (counts[one.name], counts[one.other])) for one in found]
    return tuple(sorted(counted, key=lambda pair: (-min(pair[1]), -pair[0].likeness, pair[0].pair)))
