"""The examples of a language: phrases, and what is to be read in them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from timeline.model.edtf import UNKNOWN, from_edtf, to_edtf
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Meaning
from timeline.model.span import Span
from timeline.model.when import When
from timeline.resolving import Context, resolve
from timeline.tagging import tag_text

FOLDER = Path(__file__).parent.parent / "examples"


@dataclass(frozen=True)
class Example:
    """A sentence in which one stretch names a time."""

    sentence: str
    marked: Span
    edtf: str
    value: str | None
    type: str
    mod: str | None
    published: When
    mentioned: When | None


@cache
def content(language: str) -> dict[str, Any]:
    """Return what the file of a language holds: `groups`, `nothing`, `undated`, `articles`."""
    found: dict[str, Any] = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    return found


def examples(language: str) -> list[Example]:
    data = content(language)
    return [
        _example(phrase, group, data["published"])
        for group in data["groups"]
        for phrase in group["phrases"]
    ]


def _example(phrase: str, group: dict[str, str], published: str) -> Example:
    before, _, rest = phrase.partition("[")
    inside, closed, after = rest.partition("]")
    if not closed or "[" in after:
        msg = f"{phrase!r} does not mark one stretch with brackets"
        raise ValueError(msg)
    mentioned = group.get("mentioned")
    return Example(
        sentence=before + inside + after,
        marked=Span(len(before), len(before) + len(inside)),
        edtf=group.get("edtf", UNKNOWN),
        value=group.get("value"),
        type=group.get("type", "DATE"),
        mod=group.get("mod"),
        published=from_edtf(group.get("published", published)),
        mentioned=None if mentioned is None else from_edtf(mentioned),
    )


def tagged(sentence: str, language: str = "en") -> tuple[TimeExpression, ...]:
    return tag_text(sentence, (Span(0, len(sentence)),), language)


def read(expression: TimeExpression, example: Example) -> Reading:
    context = Context(example.published, example.mentioned, expression.tense)
    return resolve(expression.meaning, context)


def trace(example: Example, found: tuple[TimeExpression, ...]) -> str:
    """Return what was read and how, for a failing example."""
    lines = [f"in {example.sentence!r}"]
    for expression in found:
        reading = read(expression, example)
        lines += [
            f"  {expression.text!r} by the rule {expression.rule!r}, tense {expression.tense}",
            f"  {shown(expression.meaning)}",
            f"  {reading.timex} {to_edtf(reading.when)}",
            *(f"    {step}" for step in reading.explanation),
        ]
    return "\n".join(lines)


def shown(meaning: Meaning) -> str:
    return repr(meaning).replace("timeline.model.", "")
