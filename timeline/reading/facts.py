"""What is known of an article from outside its text."""

from dataclasses import dataclass

from timeline.model.article import DateClaim, SourceBasis


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, address, publisher, language (BCP 47) and publication dates that somebody gives.

    `source_basis` says where the publisher, `source`, is named.
    `declared` is the language that a file calls its own: pages keep that of their template, so it
    counts less than `language`, which a person or a record of the article gives. `day_first` is the
    order of day and month in numeric dates, where a person states it.
    """

    claims: tuple[DateClaim, ...] = ()
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    declared: str | None = None
    source_basis: SourceBasis | None = None
    day_first: bool | None = None

    def over(self, other: "Facts") -> "Facts":
        """Join two sets of facts: where both say something these win; dates are all kept."""
        return Facts(
            self.claims + other.claims,
            self.title or other.title,
            self.url or other.url,
            self.source or other.source,
            self.language or other.language,
            self.declared or other.declared,
            self.source_basis if self.source else other.source_basis,
            other.day_first if self.day_first is None else self.day_first,
        )


NOTHING_KNOWN = Facts()
