"""How languages without word files are read, beside dateparser's own search, by one scorer.

    python -m tests.quality.further [--errors] [LANGUAGE...]

The peer is given every benefit: it answers with a moment, which counts as right wherever it lies
in the gold's day, week, month or year, while our value has to be the gold's to the letter.
"""

import re
import sys
import tomllib
import warnings
from datetime import datetime
from functools import cache
from pathlib import Path

from dateparser.search import search_dates

from tests.quality.timeml_gold import GoldDocument, Marked
from tests.quality.timex import Figures, Outcome, figures, outcomes
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

FILE = Path(__file__).parents[1] / "examples" / "further.toml"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@cache
def gold() -> dict[str, tuple[GoldDocument, ...]]:
    """Return the sentences of each language."""
    content = tomllib.loads(FILE.read_text("utf-8"))
    created = content["published"]
    return {
        language: tuple(_document(f"{language}-{n}", s, created) for n, s in enumerate(sentences))
        for language, sentences in content["sentences"].items()
    }


def _document(name: str, written: str, created: str) -> GoldDocument:
    text, marked = "", []
    for before, quote, value in re.findall(rf"(.*?)(?:{_MARK.pattern}|$)", written):
        text += before
        if quote:
            marked.append(Marked(Span(len(text), len(text) + len(quote)), "DATE", value))
            text += quote
    return GoldDocument(name, text, created, tuple(marked))


def ours(language: str) -> list[Outcome]:
    """Tag a language's sentences."""
    return [o for d in gold()[language] for o in outcomes(d, _tagged(d, language))]


def _tagged(document: GoldDocument, language: str) -> list[Marked]:
    found = tag_text(document.text, [Span(0, len(document.text))], language)
    readings = resolve_all(found, from_edtf(document.created))
    return [
        Marked(e.span, r.timex.type.value, r.timex.value)
        for e, r in zip(found, readings, strict=True)
    ]


def theirs(language: str) -> list[Outcome]:
    """Search the same sentences with dateparser."""
    return [o for d in gold()[language] for o in outcomes(d, _searched(d, language))]


def _searched(document: GoldDocument, language: str) -> list[Marked]:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(document.created)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, on days without a year
        found = search_dates(document.text, languages=[language], settings=settings) or []
    marked, place = [], 0
    for quote, moment in found:
        start = document.text.find(quote, place)
        if start < 0:
            continue
        place = start + len(quote)
        span = Span(start, place)
        marked.append(Marked(span, "DATE", _value(moment, span, document)))
    return marked


def _value(moment: datetime, span: Span, document: GoldDocument) -> str:
    """Return the gold's value where the moment lies in it; else the moment's day."""
    year, week, _ = moment.isocalendar()
    forms = (f"{moment:%Y-%m-%d}", f"{year}-W{week:02d}", f"{moment:%Y-%m}", f"{moment:%Y}")
    meant = [m.value for m in document.marked if m.span.overlaps(span)]
    return next((value for value in meant if value in forms), forms[0])


def main(arguments: list[str]) -> int:
    """Print both figures for each language, and our errors on request."""
    for language in [a for a in arguments if not a.startswith("-")] or gold():
        found = ours(language)
        print(f"{language}  ours {_written(figures(found))}  theirs ", end="")
        print(_written(figures(theirs(language))))
        if "--errors" in arguments:
            texts = {d.name: d.text for d in gold()[language]}
            for o in found:
                if o.kind:
                    print(f"   {o.kind:8} {_said(o.gold, texts[o.document])}", end=" <> ")
                    print(_said(o.system, texts[o.document]))
    return 0


def _written(found: Figures) -> str:
    return f"value {found.value:5.1f} relaxed {found.relaxed:5.1f}"


def _said(marked: Marked | None, text: str) -> str:
    return "-" if marked is None else f"{marked.span.of(text)} [{marked.value}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
