"""Whether an article's mentions of one day are joined where they tell one event, on ECB+.

    TIMELINE_EVENT_CORPORA=<folder> python -m tests.quality.repeats [--report] [--errors]

ECB+ says of the event words of an article's sentences which tell one event. Few of those sentences
are dated, so each that is not gets a day, the same for all of an article, behind one of its marked
words: "The quake on Wednesday killed five". That is harder than any real article, for no date
tells two events apart. A pair of mentions of two sentences counts where people marked both event
words. Printed are the share of the joined pairs that are one event (precision), and of the pairs
of one event that are joined.
Rules are made on the topics with an odd number, and reported on the others (`--report`).
"""

import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

from timeline.app.pipeline import analyse, dated
from timeline.merging import merge
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention
from timeline.model.span import Span
from timeline.reading import read_text
from timeline.tagging import tag

DAY = " on Wednesday"
PUBLISHED = from_edtf("2009-06-19")
_NO_SPACE_BEFORE = re.compile(r"[,.;:?!)%\]]|'s|'|n't|''|'(?:re|ve|ll|d|m)")
_NO_SPACE_AFTER = re.compile(r"[(\[$]|``")
_QUOTES = {"``": '"', "''": '"'}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as it is read, and the places of its marked event words with their event."""

    topic: str
    document: str
    text: str
    events: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class Graded:
    """Two mentions of one article: whether they are one event, and whether they were joined.

    `same` is open (None) where the event of the one is only spoken of in the title of the other:
    "A fire destroyed the dairy" may be the event "The fire broke out", or what came of it.
    """

    topic: str
    one: DatedMention
    other: DatedMention
    same: bool | None
    joined: bool


def articles(folder: Path) -> Iterator[Annotated]:
    """Yield the sentences of each article that hold a marked event, a paragraph each."""
    for path in sorted(folder.glob("*/*.xml")):
        annotated = _annotated(path)
        if annotated.text:
            yield annotated


def _annotated(path: Path) -> Annotated:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
    actions = list(_actions(root))
    told = Counter(event for _, event in actions)
    # The word by which a sentence repeats what others tell, else its first.
    marked = {ids[-1]: told[event] for ids, event in actions}
    sentences: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for token in root.iter("token"):
        sentences[token.get("sentence", "")].append((token.get("t_id", ""), token.text or ""))
    text, places = "", dict[str, Span]()
    for tokens in sentences.values():
        words = [token for token, _ in tokens if token in marked]
        if words:
            dated = max(words, key=lambda token: marked[token])
            text = _written(text + ("\n\n" if text else ""), tokens, dated, places)
    events = {place: event for ids, event in actions for place in _place(ids, places)}
    return Annotated(path.parent.name, path.stem, text, events)


def _written(text: str, tokens: list[tuple[str, str]], dated: str, places: dict[str, Span]) -> str:
    """Write a sentence behind a text, and note where each token stands."""
    plain = read_text("a.txt", " ".join(word for _, word in tokens), whole=True)
    day = "" if tag(plain) else DAY
    glued = True
    for token, word in tokens:
        text += "" if glued or _NO_SPACE_BEFORE.fullmatch(word) else " "
        written = _QUOTES.get(word, word)
        places[token] = Span(len(text), len(text) + len(written))
        text += written + (day if token == dated else "")
        glued = bool(_NO_SPACE_AFTER.fullmatch(word))
    return text


def _actions(root: ET.Element) -> Iterator[tuple[list[str], str]]:
    """Yield the tokens of each marked event word, and the event that it tells."""
    chain: dict[str, str] = {}
    for number, relation in enumerate(root.iterfind("Relations/*")):
        for source in relation.iterfind("source"):
            chain[source.get("m_id", "")] = relation.get("note") or f"chain {number}"
    for mark in root.iterfind("Markables/*"):
        ids = [anchor.get("t_id", "") for anchor in mark.iterfind("token_anchor")]
        if ids and "ACTION" in mark.tag:
            mark_id = mark.get("m_id", "")
            yield ids, chain.get(mark_id, f"alone {mark_id}")


def _place(ids: list[str], places: Mapping[str, Span]) -> Iterator[Span]:
    found = [places[token] for token in ids if token in places]
    if found:
        yield Span(found[0].start, found[-1].end)


def mentions_of(annotated: Annotated) -> tuple[DatedMention, ...]:
    """Return what the program finds in an article."""
    article = read_text(f"{annotated.document}.txt", annotated.text, whole=True)
    return dated(analyse(article), PUBLISHED).mentions


def graded(annotated: Annotated, mentions: Iterable[DatedMention]) -> Iterator[Graded]:
    """Yield the pairs of mentions on dates that agree whose event words people marked."""
    told = tuple(mentions)
    event_of = {
        mention.mention.key: number
        for number, event in enumerate(merge(told, {}))
        for mention in event.mentions
    }
    marked = [m for m in told if _event(annotated, m) and m.when.resolved]
    for one, other in combinations(marked, 2):
        apart = one.mention.sentence != other.mention.sentence
        if apart and one.when.may_overlap(other.when):
            joined = event_of[one.mention.key] == event_of[other.mention.key]
            yield Graded(annotated.topic, one, other, _same(annotated, one, other), joined)


def _same(annotated: Annotated, one: DatedMention, other: DatedMention) -> bool | None:
    mine, theirs = _event(annotated, one), _event(annotated, other)
    if mine == theirs:
        return True
    return None if mine in _titled(annotated, other) or theirs in _titled(annotated, one) else False


def _event(annotated: Annotated, told: DatedMention) -> str | None:
    word = told.mention.trigger_span
    found = [
        e for place, e in annotated.events.items() if word is not None and word.overlaps(place)
    ]
    return found[0] if found else None


def _titled(annotated: Annotated, told: DatedMention) -> frozenset[str]:
    """Return the events that a mention's title speaks of."""
    sentence, title = told.mention.sentence, told.mention.title.casefold()
    return frozenset(
        event
        for place, event in annotated.events.items()
        if sentence.overlaps(place) and place.of(annotated.text).casefold() in title
    )


def of_half(topic: str, *, report: bool) -> bool:
    """Return whether a topic belongs to the half that is asked for."""
    return (int(topic) % 2 == 0) is report


def figures(pairs: Iterable[Graded]) -> str:
    """Write the figures in a line."""
    found = [pair for pair in pairs if pair.same is not None]
    one = [pair for pair in found if pair.same]
    joined = [pair for pair in found if pair.joined]
    right = sum(bool(pair.same) for pair in joined)
    kept = sum(not pair.joined for pair in found if not pair.same)
    return (
        f"{len(found)} pairs, {len(one)} of one event: repeats {_share(right, len(one))}"
        f"  precision {_share(right, len(joined))}  apart {_share(kept, len(found) - len(one))}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part}/{whole})" if whole else "-"


def error(pair: Graded) -> str:
    """Return a line on a pair that is judged wrongly."""
    kind = "joined, and two" if pair.joined else "one, and not joined"
    sides = (f"    {m.mention.trigger}: {m.mention.sentence_text}" for m in (pair.one, pair.other))
    return "\n".join((f"{pair.one.mention.document} {kind}", *sides))


def main(arguments: list[str]) -> int:
    """Print the figures, and the errors on request."""
    corpora = os.environ.get("TIMELINE_EVENT_CORPORA")
    if not corpora:
        print("Set TIMELINE_EVENT_CORPORA to the folder that holds ecbplus.", file=sys.stderr)
        return 2
    half = [
        annotated
        for annotated in articles(Path(corpora) / "ecbplus")
        if of_half(annotated.topic, report="--report" in arguments)
    ]
    pairs = [pair for a in half for pair in graded(a, mentions_of(a))]
    print(figures(pairs))
    if "--errors" in arguments:
        print(
            *(error(pair) for pair in pairs if pair.same is not None and pair.same != pair.joined),
            sep="\n",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
