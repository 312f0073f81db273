"""What is known of an article from outside its text."""

from dataclasses import dataclass

from timeline.model.article import DateClaim


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, address, publisher, language (BCP 47) and publication dates that somebody gives."""

    claims: tuple[DateClaim, ...] = ()
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """Join two sets of facts: where both say something these win; dates are all kept."""
        return Facts(
            self.claims + other.claims,
            self.title or other.title,
            self.url or other.url,
            self.source or other.source,
            self.language or other.language,
        )


NOTHING_KNOWN = Facts()
