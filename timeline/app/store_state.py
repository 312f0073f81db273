"""What a store holds, as dating and merging need it: taken over from it where it is still right.

An article whose publication date is the one that it was dated by, by this very code, is not dated
again: its mentions stand in the timeline as they were dated. The others are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from timeline.app.code_version import dating_version
from timeline.app.kept_merge import KeptMerge
from timeline.app.pipeline import Dated, Given, dated
from timeline.model.article import ClaimSource
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.model.when import Basis, When
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class StoreState:
    """What a store holds at a version of the program's part.

    `timeline` is what stands in it, `dated` each article as it is to be merged, `current` whether
    that timeline is what merging these yields. `kept` merges them.
    """

    version: int
    given: Given
    timeline: Timeline
    dated: Mapping[str, Dated]
    current: bool
    kept: KeptMerge = field(default_factory=KeptMerge, compare=False)

    def following(
        self, changed: Mapping[str, Dated], removed: Iterable[str] = ()
    ) -> "tuple[Timeline, Mapping[str, Dated]]":
        """Return the timeline with some articles changed or added and others removed."""
        gone = self.dated.keys() & set(removed)
        other = {name: one for name, one in changed.items() if self.dated.get(name) != one}
        if self.current and not gone and not other:
            return self.timeline, self.dated
        after = {name: one for name, one in {**self.dated, **other}.items() if name not in gone}
        return self.kept.timeline(after), after

    def redated(self, store: Store, given: Given) -> "tuple[Timeline, Mapping[str, Dated]]":
        """Return the timeline under other publication dates that people set."""
        names = [n for n in self.dated if self.given.get(n) != given.get(n)]
        return self.following(_dated(store, names, given))


def read_state(store: Store) -> StoreState:
    """Read what a store holds; what was dated by another code or date is dated anew."""
    # Read first: what is written meanwhile is then read again, not missed.
    version = store.timeline.version()
    given = publication_dates(store)
    timeline = store.timeline.load()
    names = store.articles.programs()
    known = {}
    if store.timeline.program() == dating_version():
        known = {
            one.document.article.document: one
            for one in _as_dated(timeline)
            if _still_right(one.document, given, names)
        }
    stale = [name for name in names if name not in known]
    held = {name: one for name, one in known.items() if name in names}
    current = not stale and len(held) == len(timeline.documents)
    return StoreState(version, given, timeline, {**held, **_dated(store, stale, given)}, current)


def publication_dates(store: Store) -> dict[str, When]:
    """Return the publication dates that people set in a store, by document."""
    return {
        document: from_edtf(edtf)
        for document, edtf in store.publication_dates.by_document().items()
    }


def dated_by_name(analyses: Iterable[Analysis], given: Given) -> Mapping[str, Dated]:
    """Date articles, by document."""
    found = ((one.article.document, one) for one in analyses)
    return {name: dated(analysis, given.get(name)) for name, analysis in found}


def _dated(store: Store, names: list[str], given: Given) -> Mapping[str, Dated]:
    return dated_by_name(store.articles.analyses(names) if names else (), given)


def _as_dated(timeline: Timeline) -> Iterator[Dated]:
    """Yield the articles of a timeline with their mentions, as they were before merging."""
    mentions = _by_document(timeline.events)
    for document in timeline.documents:
        yield Dated(document, tuple(mentions.get(document.article.document, ())))


def _by_document(events: Iterable[Event]) -> Mapping[str, list[DatedMention]]:
    found: dict[str, list[DatedMention]] = {}
    for event in events:
        for one in event.mentions:
            found.setdefault(one.mention.document, []).append(one)
    return found


def _still_right(
    document: DatedArticle, dates: Given, programs: Mapping[str, tuple[str, str | None]]
) -> bool:
    """Return whether an article was dated by the date that holds, and that did not fail."""
    name, published = document.article.document, document.published
    if name not in programs or document.problem != programs[name][1]:
        return False
    given = dates.get(name)
    if given is not None:
        return published.when == given.with_basis(Basis.GIVEN)
    claims = (c for c in document.article.claims if c.source is ClaimSource.GIVEN)
    return published.basis is not Basis.GIVEN or any(
        published.when == replace(claim.when, clock=None, basis=Basis.GIVEN) for claim in claims
    )
