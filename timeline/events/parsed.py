"""A parsed sentence, with the way back from its tokens to the article's untouched text."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from timeline.model.span import Span


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence (or the part of an overlong one around its dates) as the parser sees it.

    The parser is given runs of white space as single spaces; `places` has the offset in the
    article of each character it was given.
    """

    doc: Doc
    window: Span
    places: tuple[int, ...]
    spans: tuple[Span, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the places of all tokens, once."""
        places = self.places
        spans = (Span(places[t.idx], places[t.idx + len(t) - 1] + 1) for t in self.doc)
        object.__setattr__(self, "spans", tuple(spans))

    def span_of(self, token: Token) -> Span:
        """Return a token's place in the article."""
        return self.spans[token.i]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that share a character with a span of the article."""
        return tuple(self.doc[i] for i, own in enumerate(self.spans) if own.overlaps(span))
