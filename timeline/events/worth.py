"""Whether a mention belongs on a timeline of its collection, from 0 to 1, by what its text shows.

An editor drops comments of readers, stamps, captions, teasers, opinion and talk of these days. The
signs of these (`worth_signs.py`) are weighed by a logistic model, whose few weights stand in
`worth.toml` with the set that they were fitted on (`python -m tests.quality.worth`). The sign of
each weight is set by its meaning and only its size by the fit, so that no weight is an accident of
the labels. Nothing but the article itself is looked at: worth does not depend on what is read with
it, nor on when it was published.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from timeline.errors import WordDataError
from timeline.events.worth_signs import Page, signs
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.events.parsed import Parse

WEIGHTS = "worth.toml"
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: what each sign adds to the odds, and where these begin."""

    start: float
    of: Mapping[str, float]

    def worth(self, found: Mapping[str, float]) -> float:
        """Return the worth of a mention that shows these signs; of others nothing is known."""
        odds = self.start + sum(self.of.get(name, 0.0) * much for name, much in found.items())
        return round(1 / (1 + exp(-odds)), DIGITS)


def read_weights(text: str) -> Weights:
    """Read weights from TOML; raise WordDataError where they are no numbers."""
    try:
        data = tomllib.loads(text)
        return Weights(float(data["start"]), {n: float(w) for n, w in data["weights"].items()})
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise WordDataError(f"{WEIGHTS}: holds no weights of signs: {error!r}") from error


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Load the weights, once."""
    return read_weights((resources.files("timeline.events") / WEIGHTS).read_text("utf-8"))


def rated(
    article: Article,
    expressions: Sequence[TimeExpression],
    mentions: Sequence[EventMention],
    parses: Mapping[Span, "Parse"],
) -> tuple[EventMention, ...]:
    """Return an article's mentions with their worth; `parses` are those of sentences, by span."""
    page = Page.of(article, expressions)
    known = weights()
    return tuple(
        replace(mention, worth=known.worth(signs(mention, page, parses.get(mention.sentence))))
        for mention in mentions
    )
