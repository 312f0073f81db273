"""Fit what the signs weigh by which an article's mentions of one event are known.

    TIMELINE_EVENT_CORPORA=<folder> TIMELINE_COLLECTIONS=<folder> python -m …fit_repeats [--write]

Learnt from are the tuned parts of `tests/gold/long` and `tests/gold/repeats`, the invented cases of
`tests/merging/repeats.toml` and, where their folders are named, two thirds of the pairs of the open
collections that one reader labelled (`repeat_labels.csv`), and the topics of ECB+ with an odd
number. These count less: there the days are put in, and a fire and what it burns are two events.
Nothing of the parts held out is read. A sign may only speak in the direction that is given.
"""

import csv
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from pathlib import Path

from tests.merging.test_repeats import CASES, mentions_of
from tests.quality import repeats as ecb
from tests.quality.logistic import Example, fit
from tests.quality.runs import measure
from tests.quality.told_again import pairs, read
from timeline.app.pipeline import analyse, dated
from timeline.merging import repeats
from timeline.merging.articles import articles
from timeline.merging.profile import Profile, profile
from timeline.merging.signs import signs
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention
from timeline.reading import read_text

SPEAKS_FOR = (
    "same_word root group deed vague_root single no_word word_in_title word_in_text titles_group"
    " up_title up_text up_type up_unknown up_thing up_alone up_next both_objects names covered"
    " same_extent lead item"
)
SPEAKS_AGAINST = (
    "vague_one status other_type statement_one own_both places_apart other_numbers other_side"
    " other_object crowd word_only deed_only"
)
DIRECTIONS = dict.fromkeys(SPEAKS_FOR.split(), 1) | dict.fromkeys(SPEAKS_AGAINST.split(), -1)
PENALTY = 6.0
LABELS = Path(__file__).with_name("repeat_labels.csv")
INVENTED, PUT_IN = 2.0, 0.6  # what an invented case counts, and a pair whose day was put in
SURE = 0.4  # beyond what makes one event as likely as two, for in doubt there are two
BRIDGE = -2.0


def profiles(mentions: Iterable[DatedMention]) -> dict[str, Profile]:
    """Return the profiles of an article's mentions by key."""
    ordered = sorted(mentions, key=lambda m: (m.mention.expression.span.start, m.mention.key))
    known = articles(ordered)
    return {
        told.mention.key: profile(rank, told, known[told.mention.document])
        for rank, told in enumerate(ordered)
    }


def example(one: Profile, other: Profile, counts: float, *, same: bool) -> Iterator[Example]:
    """Yield what a pair shows, where its dates allow one event."""
    if repeats.possible(one, other):
        yield Example(signs(one, other), same, counts)


def of_long_gold() -> Iterator[Example]:
    """Yield the pairs of the tuned articles of real length that are dated right."""
    run = measure("long-tuned-dated")
    for article in run.articles:
        found = profiles(f.dated for f in article.dated)
        right = [pair for pair in article.pairs if pair.right]
        for one, other in combinations(right, 2):
            same = (one.gold.repeat_of or one.gold.key) == (other.gold.repeat_of or other.gold.key)
            for mine, theirs in product(one.right, other.right):
                keys = mine.dated.mention.key, theirs.dated.mention.key
                yield from example(found[keys[0]], found[keys[1]], 1, same=same)


def of_marked() -> Iterator[Example]:
    """Yield the pairs of the articles whose dates are marked."""
    for article, found in read("tuned"):
        known = profiles(found.mentions)
        for pair in pairs(article, found):
            one, other = known[pair.one.mention.key], known[pair.other.mention.key]
            yield from example(one, other, 1, same=pair.same)


def of_cases() -> Iterator[Example]:
    """Yield the pairs of the invented cases."""
    for case in CASES:
        mentions = mentions_of(case)
        known = list(profiles(mentions).values())
        group_of = {n: number for number, group in enumerate(case["events"]) for n in group}
        for (n, one), (m, other) in combinations(enumerate(known), 2):
            yield from example(one, other, INVENTED, same=group_of[n] == group_of[m])


def of_ecb(folder: Path) -> Iterator[Example]:
    """Yield the pairs of the topics of ECB+ that rules are made on."""
    for annotated in ecb.articles(folder):
        if not ecb.of_half(annotated.topic, report=False):
            continue
        mentions = ecb.mentions_of(annotated)
        known = profiles(mentions)
        for pair in ecb.graded(annotated, mentions):
            if pair.same is not None:
                one, other = known[pair.one.mention.key], known[pair.other.mention.key]
                yield from example(one, other, PUT_IN, same=pair.same)


def of_collections(folder: Path) -> Iterator[Example]:
    """Yield the labelled pairs of the collections, by the places of their dates in the articles."""
    labels: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for name, one, other, same in csv.reader(LABELS.read_text("utf-8").splitlines()):
        labels[name].append((int(one), int(other), same == "one"))
    for path in sorted(folder.glob("*/articles.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            name = f"{path.parent.name}/{article['id']}"
            if name in labels:
                yield from _labelled(article, labels[name])


def _labelled(
    article: Mapping[str, str], labels: Iterable[tuple[int, int, bool]]
) -> Iterator[Example]:
    analysis = analyse(read_text("a.txt", article["text"]))
    found = profiles(dated(analysis, from_edtf(article["published"][:10])).mentions)
    at: dict[int, Profile] = {}
    for one in found.values():
        at.setdefault(one.mention.expression.span.start, one)
    for first, second, same in labels:
        if first in at and second in at:
            yield from example(at[first], at[second], 1, same=same)


def written(start: float, weights: Mapping[str, float]) -> str:
    """Return the file of the weights."""
    lines = [f"{name} = {weight:.2f}" for name, weight in sorted(weights.items())]
    head = "# What each sign of `signs.py` weighs, as tests/quality/fit_repeats.py fits it."
    return "\n".join(
        (head, "", f"start = {start - SURE:.2f}", f"bridge = {BRIDGE}", "", "[signs]", *lines, "")
    )


def main(arguments: list[str]) -> int:
    """Fit, and print the weights or write them down."""
    examples = [*of_long_gold(), *of_marked(), *of_cases()]
    if corpora := os.environ.get("TIMELINE_EVENT_CORPORA"):
        examples += of_ecb(Path(corpora) / "ecbplus")
    if collections := os.environ.get("TIMELINE_COLLECTIONS"):
        examples += of_collections(Path(collections))
    text = written(*fit(examples, DIRECTIONS, PENALTY))
    if "--write" in arguments:
        repeats.WEIGHTS.write_text(text, encoding="utf-8")
    print(f"{len(examples)} pairs, {sum(e.yes for e in examples)} of one event", text, sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
