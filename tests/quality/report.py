"""Print the figures of every run and what is wrong in it.

    python -m tests.quality.report [RUN...] [--errors]

The runs are seeds-dated, seeds-undated, own-dated and own-undated; by default all of them.
"""

import sys
from collections.abc import Iterator

from tests.quality.gold_set import GoldEvent
from tests.quality.pairing import Found, Pair
from tests.quality.runs import Run, measure, names
from timeline.model.edtf import to_edtf


def errors(run: Run) -> Iterator[str]:
    """Describe every miss in a line, article by article."""
    for article in run.articles:
        name = article.article.document
        for pair in article.graded:
            if pair.miss:
                yield f"{name} {pair.miss}: {_wanted(pair)}; got {_got(pair)}"
            elif not pair.honest:
                yield f"{name} not honest: {_wanted(pair)}; got {_got(pair)}"
        for found in article.spurious:
            kind = "TRAP" if found in article.traps else "spurious"
            yield f"{name} {kind}: {_shown(found)}"
    events = {pair.gold.key: pair.gold for article in run.articles for pair in article.pairs}
    for label, pairs in (("joined wrongly", run.merges.wrong), ("not joined", run.merges.missed)):
        for keys in sorted(sorted(pair) for pair in pairs):
            yield f"{label}: " + " and ".join(_named(events[key]) for key in keys)


def _wanted(pair: Pair) -> str:
    gold = pair.gold
    return f"{gold.quote!r} {to_edtf(gold.when)} {gold.status} {'+'.join(gold.words)}"


def _got(pair: Pair) -> str:
    return " | ".join(_shown(found) for found in pair.found) or "nothing"


def _shown(found: Found) -> str:
    mention = found.dated.mention
    when = to_edtf(found.dated.when)
    return f"{found.text!r} {when} {mention.status.value} {mention.title!r}"


def _named(event: GoldEvent) -> str:
    return f"{event.key} ({event.quote})"


def main(arguments: list[str]) -> int:
    """Print the figures; gives the exit code."""
    chosen = [a for a in arguments if not a.startswith("-")] or names()
    for name in chosen:
        run = measure(name)
        print(f"{name}:  " + "  ".join(f"{key} {value}" for key, value in run.figures.items()))
        if "--errors" in arguments:
            print(*(f"  {line}" for line in errors(run)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
