"""Time expressions as JSON: what `timeline tag --format json` writes.

`{"document": [{"start", "end", "text", "type", "value", "mod", "rule"}]}`: the extent is that
of TIMEX3, without a leading preposition, in characters of the article's text. A document is
named as temporal corpora name it: the file name less `.tml` or `.txt`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TextIO

from timeline.export.records import Record, timex_record
from timeline.model.expression import Reading, TimeExpression
from timeline.wording.json_text import json_text

Tagged = Mapping[str, Sequence[tuple[TimeExpression, Reading]]]
SUFFIXES = (".tml", ".txt")


def timex_json(tagged: Tagged) -> dict[str, list[Record]]:
    """Return the expressions of each document in the order of the text."""
    names = document_names(tuple(tagged))
    return {names[name]: expression_records(pairs) for name, pairs in tagged.items()}


def write_timex_json(tagged: Tagged, out: TextIO) -> None:
    """Write the expressions of each document to a text stream, one expression a line."""
    parts = (
        f"{json_text(name)}: [" + ",\n  ".join(map(json_text, expressions)) + "]"
        for name, expressions in timex_json(tagged).items()
    )
    out.write("{" + ",\n ".join(parts) + "}\n")


def document_names(names: Sequence[str]) -> dict[str, str]:
    """Return for each document its name in the output, the shortest that only it has.

    `a/x.txt` is `x`; with `b/x.txt` beside it `a/x`; with `a/x.tml` beside it `a/x.txt`.
    """
    shortenings: tuple[Callable[[str], str], ...] = (
        lambda name: without_suffix(PurePosixPath(name).name),
        without_suffix,
        str,
    )
    chosen: dict[str, str] = {}
    for shorten in shortenings:
        short = {name: shorten(name) for name in names if name not in chosen}
        counts = Counter([*short.values(), *chosen.values()])
        chosen |= {name: text for name, text in short.items() if counts[text] == 1}
    return {name: chosen.get(name, name) for name in names}


def without_suffix(name: str) -> str:
    """Drop `.tml` or `.txt`, in capitals too, from the end of a file name."""
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in SUFFIXES else name


def expression_records(pairs: Sequence[tuple[TimeExpression, Reading]]) -> list[Record]:
    """Return expressions as plain values, in the order of the text."""
    ordered = sorted(pairs, key=lambda pair: pair[0].span)
    return [_expression(expression, reading) for expression, reading in ordered]


def _expression(expression: TimeExpression, reading: Reading) -> Record:
    return {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        **timex_record(reading.timex),
        "rule": expression.rule,
    }
