"""Fit and measure `worth`: whether a mention belongs on a timeline.

    TIMELINE_CORPORA=<folder> python -m tests.quality.worth [--write] [--errors]

The examples are the labelled mentions of `collections/*/worth.json` in the folder named by
TIMELINE_CORPORA (a reader's 0 none, 1 minor, 2 keep), analysed with their articles, and the events
of the project's own gold, each of which belongs on a timeline and counts little. What is reported
is held out: the weights are fitted on all collections but one and tried on that one. `--write` puts
the weights of all into `timeline/events/worth.toml`, `--errors` lists the mentions that are judged
worst when held out.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.quality import gold_set
from tests.quality.logistic import Example, fit
from timeline.app.collect import collect
from timeline.events import find, worth
from timeline.events.worth_signs import Page, signs
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.tagging import tag

# What each sign says: for a line on the timeline, or against one.
FOR = ("past_verb", "named_actor", "noun_acts", "words")
AGAINST = (
    *("furniture", "stamp", "comments", "comments_person", "list", "bar", "bare_day"),
    *("first_person", "second_person", "question", "near_person", "near_question"),
    *("asks_within", "speaker_acts", "no_subject", "empty_copula", "copula", "bare_verb", "modal"),
    *("weak_noun", "dates_a_thing", "hypothetical", "vague", "vague_years", "short_title"),
    *("first_title", "poor_wording", "crowded"),
)
DIRECTIONS = dict.fromkeys(FOR, 1) | dict.fromkeys(AGAINST, -1)
PENALTY = 6.0
GOLD_COUNTS = 0.1  # of a labelled mention; there are three times as many
KEPT = 0.95  # of what an editor keeps, that is shown
SHOWN = 0.5
_WORST = 25

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, and what the mentions show that it may mean; of several the best counts."""

    collection: str
    label: Mapping[str, Any]
    shows: tuple[Signs, ...]

    @property
    def kept(self) -> bool:
        """Whether an editor keeps it, as a line of its own or as background."""
        return bool(self.label["worth"] > 0)


def labelled(folder: Path) -> Iterator[Labelled]:
    """Analyse the articles of a collection that have labels; yield these with their signs."""
    labels: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for label in json.loads((folder / "worth.json").read_text("utf-8")):
        labels[label["document"]].append(label)
    for article in collect([folder / "articles.jsonl"]).articles:
        if article.document in labels:
            shown = list(shown_by(article))
            for label in labels[article.document]:
                yield Labelled(folder.name, label, tuple(_meant(label, shown)))


def shown_by(article: Article) -> Iterator[tuple[EventMention, Signs]]:
    """Yield the mentions of an article with the signs that they show."""
    expressions = tag(article)
    mentions, parses = find.unrated(article, expressions)
    page = Page.of(article, expressions)
    for mention in mentions:
        yield mention, signs(mention, page, parses.get(mention.sentence))


def _meant(
    label: Mapping[str, Any], shown: Sequence[tuple[EventMention, Signs]]
) -> Iterator[Signs]:
    """Yield the signs of the mentions of a label's expression, in its sentence where told there."""
    near = [
        (mention, signs)
        for mention, signs in shown
        if mention.expression.phrase.start < label["end"]
        and label["start"] < mention.expression.phrase.end
    ]
    told = [
        one
        for one in near
        if one[0].sentence.start < label["sentence_end"]
        and label["sentence_start"] < one[0].sentence.end
    ]
    return (signs for _, signs in told or near)


def gold_events() -> Iterator[tuple[str, str, Signs]]:
    """Yield set, sentence and signs of the mentions of gold events that are not optional."""
    for gold in (gold_set.load_seeds(), gold_set.load_own(), gold_set.load_long("tuned")):
        for told in gold.articles:
            wanted = [event.span for event in told.events if not event.optional]
            for article in collect([told.path]).articles:
                for mention, found in shown_by(article):
                    if any(span.overlaps(mention.expression.span) for span in wanted):
                        yield gold.name, mention.sentence_text, found


def fitted(examples: Sequence[Labelled], gold: Sequence[Signs]) -> worth.Weights:
    """Fit the weights; the start is moved to where the wanted share of what is kept is shown."""
    rows = [Example(one.shows[0], one.kept) for one in examples if one.shows]
    rows += [Example(shows, yes=True, counts=GOLD_COUNTS) for shows in gold]
    start, weights = fit(rows, DIRECTIONS, PENALTY)
    told = {name: round(weight, 2) for name, weight in weights.items() if round(weight, 2)}
    model = worth.Weights(start, told)
    kept = [odds(model, one) for one in examples if one.kept]
    return worth.Weights(round(start - float(np.quantile(kept, 1 - KEPT)) + 0.01, 2), told)


def odds(model: worth.Weights, one: Labelled) -> float:
    """Return the log odds of the best mention that a label may mean."""
    return max(
        (
            model.start + sum(model.of.get(n, 0.0) * v for n, v in shows.items())
            for shows in one.shows
        ),
        default=-np.inf,
    )


def area(kept: Sequence[float], none: Sequence[float]) -> float:
    """Return the chance that one that is kept lies above one that is none."""
    above, below = np.array(kept)[:, None], np.array(none)[None]
    return float(np.mean((above > below) + 0.5 * (above == below)))


def _line(name: str, held: Sequence[tuple[Labelled, float]]) -> str:
    kept = [o for one, o in held if one.kept]
    none = [o for one, o in held if not one.kept]
    shown = (100 * np.mean(np.array(part) >= 0) for part in (kept, none))
    return (
        f"{name:<12} AUC {area(kept, none):.3f}   shown of {len(kept)} kept {next(shown):5.1f} %"
        f"   of {len(none)} none {next(shown):5.1f} %"
    )


def _report(examples: Sequence[Labelled], gold: Sequence[Signs]) -> list[tuple[Labelled, float]]:
    held: list[tuple[Labelled, float]] = []
    for name in sorted({one.collection for one in examples}):
        model = fitted([one for one in examples if one.collection != name], gold)
        part = [(one, odds(model, one)) for one in examples if one.collection == name]
        print(_line(name, part))
        held += part
    print(_line("held out", held))
    model = fitted(examples, gold)
    print(_line("fitted", [(one, odds(model, one)) for one in examples]))
    return held


def _errors(held: Sequence[tuple[Labelled, float]]) -> None:
    for title, kept in (("kept, held back", True), ("none, shown", False)):
        print(f"\n{title}:")
        worst = sorted(
            (o if kept else -o, n) for n, (one, o) in enumerate(held) if one.kept is kept
        )
        for _, number in worst[:_WORST]:
            one, found = held[number]
            shows = " ".join(sorted(one.shows[0])) if one.shows else "no mention"
            print(f"{found:6.2f}  {one.label['document']} {one.label['expression']!r}  {shows}")


def _missed(told: Sequence[tuple[str, str, Signs]], model: worth.Weights) -> None:
    """List the gold events that are judged worst, with what each sign does to them."""
    print("\ngold, held back:")
    judged = sorted((model.worth(shows), place) for place, (_, _, shows) in enumerate(told))
    for value, place in judged[:_WORST]:
        name, sentence, shows = told[place]
        does = sorted((model.of[n] * much, n) for n, much in shows.items() if n in model.of)
        print(f"{value:6.2f}  {name} {sentence[:70]!r}", *(f"{n}{d:+.1f}" for d, n in does[:5]))


def written(model: worth.Weights) -> str:
    """Write a model as the file that `timeline.events.worth` reads."""
    rows = [f"{name} = {weight:.2f}" for name, weight in sorted(model.of.items())]
    return "\n".join(
        (
            "# What each sign of a mention adds to the log odds that it belongs on a timeline.",
            "# Written by `python -m tests.quality.worth --write`: mentions of collections of news",
            "# that a reader labelled, and the project's own gold.",
            "",
            f"start = {model.start:.2f}",
            "",
            "[weights]",
            *rows,
            "",
        )
    )


def main(arguments: Sequence[str]) -> int:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.worth")
    parser.add_argument("--write", action="store_true", help="write timeline/events/worth.toml")
    parser.add_argument("--errors", action="store_true", help="list the worst of those held out")
    chosen = parser.parse_args(arguments)
    corpora = os.environ.get("TIMELINE_CORPORA")
    folders = sorted(p.parent for p in Path(corpora or "-").glob("collections/*/worth.json"))
    if not folders:
        print("TIMELINE_CORPORA names no folder with collections/*/worth.json", file=sys.stderr)
        return 2
    examples = [one for folder in folders for one in labelled(folder)]
    told = list(gold_events())
    gold = [shows for _, _, shows in told]
    held = _report(examples, gold)
    model = fitted(examples, gold)
    for name in dict.fromkeys(name for name, _, _ in told):
        found = [model.worth(shows) >= SHOWN for of, _, shows in told if of == name]
        print(f"gold {name:<12} shown of {len(found)} mentions {100 * np.mean(found):5.1f} %")
    if chosen.errors:
        _errors(held)
        _missed(told, model)
    if chosen.write:
        Path(worth.__file__).with_name(worth.WEIGHTS).write_text(written(model), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
