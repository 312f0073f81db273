"""A parsed sentence, with the way back from its tokens to the article's untouched text."""

from dataclasses import dataclass

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

    def span_of(self, token: Token) -> Span:
        """Return a token's place in the article."""
        return Span(self.places[token.idx], self.places[token.idx + len(token) - 1] + 1)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that share a character with a span of the article."""
        return tuple(token for token in self.doc if self.span_of(token).overlaps(span))
