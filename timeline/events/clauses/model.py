"""The clauses of a sentence: their kinds, their words, and the sentence they are of."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from timeline.events.clauses.grammar import Grammar
from timeline.events.clauses.tokens import Kind, Word


class ClauseKind(Enum):
    """What part a clause plays in its sentence."""

    MAIN = auto()
    COORDINATE = auto()  # shares the subject of the one before
    GAPPED = auto()  # shares subject and verb: "and Lang in 2011"
    RELATIVE = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    SUBORDINATE = auto()
    COMPLEMENT = auto()  # what is reported
    REPORT = auto()  # who says so
    ATTRIBUTION = auto()  # "laut Polizei"
    LOOSE = auto()  # without a verb: an adverbial, an apposition, a list
    EMPTY = auto()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its words from `start` on, the opener up to `body`, and the stop before it."""

    kind: ClauseKind
    start: int
    body: int
    end: int
    stop: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A reduced sentence: its words, which of them are finite verbs, and its clauses."""

    words: Sequence[Word]
    finite: Sequence[bool]
    clauses: tuple[Clause, ...]
    grammar: Grammar

    def of(self, clause: Clause) -> list[Word]:
        """Return the words of a clause without its opener."""
        return list(self.words[clause.body : clause.end])

    def verb(self, clause: Clause) -> int | None:
        """Return the place of the first finite verb of a clause."""
        return next((i for i in range(clause.body, clause.end) if self.finite[i]), None)

    @property
    def own(self) -> int:
        """The index of the clause that holds the date asked for."""
        for k, clause in enumerate(self.clauses):
            if any(w.kind is Kind.DATE for w in self.words[clause.start : clause.end]):
                return k
        return 0


class Stretch(NamedTuple):
    """A part of a sentence that is one clause or none: its places, and the stop before it."""

    start: int
    end: int
    stop: str


@dataclass(slots=True)
class TokenLine:
    """The words of a sentence while it is divided, and which of them are finite verbs."""

    words: Sequence[Word]
    lows: list[str]
    finite: list[bool]
    g: Grammar

    def first_word(self, start: int, end: int) -> int | None:
        """Return the place of the first word of a stretch."""
        return next((i for i in range(start, end) if self.words[i].kind is Kind.WORD), None)

    def verb_last(self, end: int) -> bool:
        """Return whether a finite verb ends the clause: dates and stops may stand behind."""
        last = next((i for i in range(end - 1, -1, -1) if self.words[i].kind is Kind.WORD), None)
        return last is not None and self.finite[last]
