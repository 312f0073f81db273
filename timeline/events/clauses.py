"""A reduced sentence in clauses, by stops, conjunctions, relatives and finite verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from timeline.events.clause_tokens import Kind, Word, small
from timeline.events.clause_verbs import finite, gerund, infinitive, participle, reports
from timeline.events.clause_words import Grammar

_NEAR_PARTICIPLE = 4  # words between a participle and its date, or its helper
_NEAR_THAT = 7  # words between a verb of saying and its "that"


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


_BEFORE_THAT = {ClauseKind.REPORT, ClauseKind.LOOSE, ClauseKind.EMPTY}


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


def parsed(words: Sequence[Word], g: Grammar) -> Parsed:
    """Divide the words of a sentence into clauses."""
    return _Division(words, g).parsed()


class _Division:
    """The words of a sentence while they are divided."""

    def __init__(self, words: Sequence[Word], g: Grammar) -> None:
        self.words, self.g = words, g
        self.lows = [w.low for w in words]
        self.finite = [finite(words, i, g) for i in range(len(words))]
        if g.verb_second:
            self._end_in_verbs()

    def _end_in_verbs(self) -> None:
        """A form like a participle that ends a German clause without a verb is its verb.

        "weshalb kein Zug auf den Berg *gelangt*"
        """
        start = 0
        for i in range(len(self.words) + 1):
            if i < len(self.words) and self.words[i].kind is not Kind.STOP:
                continue
            opens = start < i and (
                self._conjunction(start)
                or self.lows[start] in self.g("that") | self.g("clear_relatives")
            )
            if opens and not any(self.finite[start:i]) and self.lows[i - 1].endswith("t"):
                self.finite[i - 1] = participle(self.words[i - 1], self.g)
            start = i + 1

    def parsed(self) -> Parsed:
        raw = [part for piece in self._pieces() for part in self._parts(*piece)]
        clauses: list[Clause] = []
        for n, part in enumerate(raw):
            after = raw[n + 1] if n + 1 < len(raw) else None
            clauses.append(self._clause(*part, after, clauses))
        return Parsed(self.words, self.finite, tuple(clauses), self.g)

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        """Yield the stretches between stops, with the stop before each."""
        start, stop = 0, ""
        for i, w in enumerate(self.words):
            if w.kind is Kind.STOP and w.text in ",;:–—-…":
                if self._is_interrupted(start, i):
                    continue
                if i > start:
                    yield start, i, stop
                start, stop = i + 1, w.text
        if start < len(self.words):
            yield start, len(self.words), stop

    def _is_interrupted(self, start: int, end: int) -> bool:
        """Return whether a clause that a conjunction opens still waits for its verb at a stop."""
        g = self.g
        if start >= end or self.words[end].text not in {",", "–"} or any(self.finite[start:end]):
            return False
        opens = self._conjunction(start) or self.lows[start] in g("that")
        if g.verb_second:
            opens = opens or self.lows[start] in g("clear_relatives")
        else:
            opens = opens or any(
                self.lows[j] in g("relatives") and self.lows[j] not in g("determiners")
                for j in range(start, min(start + 2, end))
            )
        last = end - 1
        waits = not g.verb_second and self.lows[last] in (g("relatives") | g("that")) - g(
            "determiners"
        )
        opens = opens or waits
        after = range(end + 1, len(self.words))
        stop = next((j for j in after if self.words[j].kind is Kind.STOP), len(self.words))
        nested = end + 1 < len(self.words) and (
            self._conjunction(end + 1)
            or (
                self.lows[end + 1] in g("relatives")
                and (not g.verb_second or self._verb_last(stop))
            )
        )
        if waits and stop < len(self.words) and not any(self.finite[end + 1 : stop]):
            return True
        return bool(opens) and not nested and any(self.finite[end + 1 : stop])

    def _parts(self, start: int, end: int, stop: str) -> Iterator[tuple[int, int, str]]:
        """Yield the parts of a stretch, divided before each opener within it."""
        cuts, within = [start], start + self._conjunction(start)
        for i in range(start + 1, end):
            if i < within:
                continue
            if self._opens_within(cuts[-1], i, end) or self._joins_a_date(cuts[-1], i, end):
                cuts.append(self._with_preposition(i, cuts[-1]))
                within = i + self._conjunction(i)
            elif self._is_dated_participle(i, end):
                cuts.append(i)
            elif self._resumes(cuts, start, i):
                cuts.append(self._verb_start(i, cuts[-1]))
        cuts = list(dict.fromkeys(cuts))
        for n, cut in enumerate(cuts):
            last = cuts[n + 1] if n + 1 < len(cuts) else end
            if last > cut:
                yield cut, last, stop if n == 0 else ""

    def _opens_within(self, since: int, i: int, end: int) -> bool:
        """Return whether a clause begins at a word that no stop stands before."""
        g = self.g
        if self.lows[i] in g("coordinators"):
            return self._coordinates(since, i, end)
        if g.verb_second or not any(self.finite[i + 1 : end]):
            return False
        if self._conjunction(i):
            return True
        if self.lows[i] in g("that") and self._is_complement(i, since):
            return True
        return self.lows[i] in g("relatives") and not self._of_a_verb(i)

    def _joins_a_date(self, since: int, i: int, end: int) -> bool:
        """Return whether a coordinator and a date end a stretch: "et la semaine dernière, ..."."""
        dates = all(w.is_date for w in self.words[i + 1 : end])
        joins = self.lows[i] in self.g("coordinators") and i + 1 < end and end < len(self.words)
        return joins and dates and any(self.finite[since:i])

    def _is_dated_participle(self, i: int, end: int) -> bool:
        """Return whether a noun's participle takes the date: "un rapport remis fin mars"."""
        g, w = self.g, self.words[i]
        if g.verb_second or self.finite[i] or not participle(w, g) or w.low in g("planned"):
            return False
        before = self.words[i - 1]
        if infinitive(before, g):
            return False
        closed = ("auxiliaries", "adverbs", "coordinators", "clitics", "negation", "determiners")
        if before.kind is not Kind.WORD or any(before.low in g(name) for name in closed):
            return False
        if before.low in g("prepositions") or participle(before, g) or self._is_helped(i):
            return False
        near = self.words[i + 1 : min(i + 2 + _NEAR_PARTICIPLE, end)]
        dated = next((n for n, other in enumerate(near) if other.kind is Kind.DATE), None)
        return dated is not None and not any(self.finite[i + 1 : i + 1 + dated])

    def _is_helped(self, i: int) -> bool:
        """Return whether a helper leads a participle: "fue por fin aprobada"."""
        reach = range(max(0, i - _NEAR_PARTICIPLE), i)
        return any(self.lows[j] in self.g("auxiliaries") for j in reach)

    def _of_a_verb(self, i: int) -> bool:
        """Return whether "que" follows a verb of no saying: "logró que", "pidió que"."""
        before = self._word_before(i)
        if self.lows[i] not in self.g("that") or before is None:
            return before is None
        if before.low in self.g("adverbs") or before.low in self.g("that"):
            return True
        return (
            self.finite[self.words.index(before)]
            or infinitive(before, self.g)
            or participle(before, self.g)
        )

    def _word_before(self, i: int) -> Word | None:
        return next((w for w in reversed(self.words[:i]) if not w.is_date), None)

    def _conjunction(self, i: int) -> int:
        """Return how many words of a subordinating conjunction stand at a place."""
        for name in ("subordinators", "conditional"):
            found = self._phrase(i, name)
            if found:
                return found
        return 0

    def _phrase(self, i: int, name: str) -> int:
        for words in self.g.of_several(name):
            if tuple(self.lows[i : i + len(words)]) == words:
                return len(words)
        return 1 if self.lows[i] in self.g(name) else 0

    def _is_complement(self, i: int, since: int) -> bool:
        """Return whether "that" opens what a verb of saying reports."""
        first = max(0, i - _NEAR_THAT)
        for j in range(i - 1, first - 1, -1):
            if reports(self.words, j, self.g) and (
                self.finite[j] or participle(self.words[j], self.g)
            ):
                between = [w for w in self.words[j + 1 : i] if not w.is_date]
                return self._is_speaker(between, j, since)
            if self.finite[j] or self.words[j].kind is Kind.STOP:
                return False
        return False

    def _is_speaker(self, between: list[Word], verb: int, since: int) -> bool:
        """Nothing but adverbs, or the speaker of a verb that opens its clause, stands between."""
        rest = [w for w in between if w.low not in self.g("adverbs") and w.kind is Kind.WORD]
        if not rest or rest[0].low in self.g("prepositions"):
            return not rest or not any(w.low in self.g("determiners") for w in rest[2:])
        opens = verb - since <= 2  # noqa: PLR2004 - "ayer dijo", "le dijo"
        return opens and (rest[0].capital or rest[0].low in self.g("determiners"))

    def _coordinates(self, since: int, i: int, end: int) -> bool:
        """Return whether a coordinator joins verbs and not nouns."""
        after = next((j for j in range(i + 1, end) if self.finite[j]), None)
        has_verb = any(self.finite[since:i])
        led = has_verb or (since < i and participle(small(self.words[since]), self.g))
        if after is None or not has_verb:
            return led and self._is_gap(since, i, end)
        between = range(i + 1, after)
        return not any(self.lows[j] in self.g("relatives") or self._conjunction(j) for j in between)

    def _is_gap(self, since: int, i: int, end: int) -> bool:
        """Both sides have a date, and words besides: "in 2007, and Lang in 2011"."""
        left, right = self.words[since:i], self.words[i + 1 : end]
        dated = any(w.is_date for w in left) and any(w.is_date for w in right)
        return dated and any(w.kind is Kind.WORD for w in right)

    def _with_preposition(self, i: int, since: int) -> int:
        """Return where a relative begins: "en el que" with its preposition."""
        if self.lows[i] not in self.g("relatives") or self.lows[i] in self.g("subordinators"):
            return i
        first = i
        if first - 1 >= since and self.lows[first - 1] in self.g("determiners"):
            first -= 1
        if first - 1 >= since and self.lows[first - 1] in self.g("prepositions"):
            return first - 1
        return i

    def _resumes(self, cuts: list[int], start: int, i: int) -> bool:
        """Return whether the main clause goes on after a relative without a stop behind it."""
        opened = cuts[-1]
        if self.g.verb_second or opened == start or not self.finite[i]:
            return False
        bare = participle(self.words[opened], self.g) and not self.finite[opened]
        if any(self.finite[start:opened]) or not (bare or any(self.finite[opened:i])):
            return False
        return not any(self.lows[j] in self.g("coordinators") for j in range(opened, i))

    def _verb_start(self, i: int, since: int) -> int:
        while i - 1 > since and self.lows[i - 1] in self.g("clitics") | self.g("negation"):
            i -= 1
        return i

    def _clause(
        self,
        start: int,
        end: int,
        stop: str,
        after: tuple[int, int, str] | None,
        before: list[Clause],
    ) -> Clause:
        kind, body = self._kind(start, end, after, before)
        return Clause(kind, start, body, end, stop)

    def _kind(
        self,
        start: int,
        end: int,
        after: tuple[int, int, str] | None,
        before: list[Clause],
    ) -> tuple[ClauseKind, int]:
        first = self._first(start, end)
        if first is None or (first + 1 < end and self._joins_a_date_only(first, end)):
            return ClauseKind.EMPTY, start
        verb = next((i for i in range(start, end) if self.finite[i]), None)
        opened = self._opened(first, end, before) if verb is not None else None
        if opened is not None:
            return opened
        named = self._attributes(first, end, verb)
        if named is not None:
            return named, start
        if verb is None:
            return self._verbless(first, start, before)
        if self._is_report(first, end, verb, after, before):
            return ClauseKind.REPORT, start
        joined = self.lows[first] in self.g("coordinators")
        head = self._first(first + 1, end) if joined else first
        if joined and head is not None and self._starts_with_verb(head, verb):
            return ClauseKind.COORDINATE, first + 1
        return ClauseKind.MAIN, first + 1 if joined else start

    def _joins_a_date_only(self, first: int, end: int) -> bool:
        dates = all(w.is_date for w in self.words[first + 1 : end])
        return dates and self.lows[first] in self.g("coordinators")

    def _first(self, start: int, end: int) -> int | None:
        return next((i for i in range(start, end) if self.words[i].kind is Kind.WORD), None)

    def _opened(self, first: int, end: int, before: list[Clause]) -> tuple[ClauseKind, int] | None:
        """Return the kind of a clause that a conjunction or a relative opens."""
        i = first
        skipped = self.g("coordinators") | self.g("adverbs")
        skipped -= self.g("relatives")
        while i < end - 1 and self.lows[i] in skipped and not self._conjunction(i):
            i += 1
        waits = (
            bool(before)
            and before[-1].kind in _BEFORE_THAT
            and any(c.kind is ClauseKind.REPORT for c in before)
        )
        waits = waits and i == first and self.words[first - 1].kind is Kind.STOP
        if self.lows[i] in self.g("that") and (
            self.g.verb_second or waits or self._is_complement(i, 0)
        ):
            return ClauseKind.COMPLEMENT, i + 1
        as_said = self.lows[i] in self.g("as") and any(
            reports(self.words, j, self.g) for j in range(i + 1, end)
        )
        if as_said and i == first:
            return ClauseKind.REPORT, i + 1
        long = self._conjunction(i)
        if long and (not self.g.verb_second or self._verb_last(end)):
            return ClauseKind.SUBORDINATE, i + long
        relative = self._relative(i, end)
        if relative is not None and (before or i > first):
            return ClauseKind.RELATIVE, relative
        return None

    def _relative(self, i: int, end: int) -> int | None:
        """Return where the body behind a relative begins, its preposition included in it."""
        reach = range(i, min(i + 4, end))
        for j in reach:
            if self.lows[j] in self.g("relatives"):
                if self.g.verb_second and (j - i > 1 or not self._verb_last(end)):
                    return None
                return j + 1
            led = self.lows[j] in self.g("prepositions") or self.lows[j] in self.g("determiners")
            if not led or (self.g.verb_second and self.lows[j] not in self.g("prepositions")):
                return None
        return None

    def _verb_last(self, end: int) -> bool:
        """Return whether a finite verb ends the clause: dates and stops may stand behind."""
        for i in range(end - 1, -1, -1):
            if self.words[i].kind is Kind.WORD:
                return self.finite[i]
        return False

    def _attributes(self, first: int, end: int, verb: int | None) -> ClauseKind | None:
        """Recognise "selon le parquet" between stops."""
        if self._phrase(first, "according") and verb is None:
            return ClauseKind.ATTRIBUTION
        last = next(
            (i for i in range(end - 1, first, -1) if self.words[i].kind is Kind.WORD), first
        )
        behind = self.g.verb_second and verb is None and self.lows[last] in self.g("according")
        return ClauseKind.ATTRIBUTION if behind else None

    def _verbless(self, first: int, start: int, before: list[Clause]) -> tuple[ClauseKind, int]:
        joined = self.lows[first] in self.g("coordinators")
        dated = bool(before) and any(w.is_date for w in self.words[before[-1].start : first])
        own_date = any(w.is_date for w in self.words[first:])
        led = participle(self.words[first + 1], self.g) if first + 1 < len(self.words) else False
        if joined and led and before and before[-1].kind is ClauseKind.PARTICIPLE:
            return ClauseKind.PARTICIPLE, first + 1
        if joined and dated and own_date and any(self.finite[:first]):
            return ClauseKind.GAPPED, first + 1
        i = first
        while i < len(self.words) - 1 and (
            self.lows[i] in self.g("adverbs") or self.words[i].is_date
        ):
            i += 1
        opens = participle(small(self.words[i]) if i == first else self.words[i], self.g)
        if opens or (before and self._ends_in_participle(first)):
            return ClauseKind.PARTICIPLE, start
        return (
            (ClauseKind.GERUND, start)
            if gerund(self.words[i], self.g)
            else (ClauseKind.LOOSE, start)
        )

    def _ends_in_participle(self, first: int) -> bool:
        """In German the participle stands last: ", 1901 in Bonn gegründet,"."""
        if not self.g.verb_second:
            return False
        last = first
        while last + 1 < len(self.words) and self.words[last + 1].kind is not Kind.STOP:
            last += 1
        while self.words[last].is_date and last > first:
            last -= 1
        return participle(self.words[last], self.g)

    def _is_report(
        self,
        first: int,
        end: int,
        verb: int,
        after: tuple[int, int, str] | None,
        before: list[Clause],
    ) -> bool:
        """Return whether a clause only says who tells the one before or behind it."""
        said = next((i for i in range(first, end) if reports(self.words, i, self.g)), None)
        if said is None:
            return False
        if after is not None and self._goes_on_with_that(*after, said):
            return True
        if self._goes_on_later(said, end):
            return True
        told = any(c.kind not in (ClauseKind.EMPTY, ClauseKind.LOOSE) for c in before)
        told = told or any(self.words[i].kind is Kind.QUOTE for i in range(first))
        return (
            told
            and self._starts_with_verb(first, min(verb, said))
            and not self._has_object(said, end)
        )

    def _goes_on_later(self, said: int, end: int) -> bool:
        """Recognise "ha annunciato ieri, davanti al pubblico, che ...": nothing but adverbials."""
        g = self.g
        if g.verb_second or end >= len(self.words):
            return False
        i = said + 1
        while i < len(self.words):
            low = self.lows[i]
            if low in g("that") and self.words[i - 1].kind is Kind.STOP:
                return any(self.finite[i:])
            starts = (
                self.words[i - 1].kind is Kind.STOP or i == said + 1 or self.words[i - 1].is_date
            )
            if self.finite[i] or (starts and self._is_object(i)):
                return False
            i += 1
        return False

    def _is_object(self, i: int) -> bool:
        if self.words[i].is_date or self.words[i].kind is not Kind.WORD:
            return False
        g = self.g
        led = self.lows[i] in g("prepositions") or self.lows[i] in g("adverbs")
        return not led and (self.lows[i] in g("determiners") or self.words[i].capital)

    def _has_object(self, said: int, end: int) -> bool:
        """Return whether the verb of saying has an object: "annunciò la chiusura della fabbrica"."""
        return self.lows[said] in self.g("coordinators") or end - said > 25  # noqa: PLR2004

    def _goes_on_with_that(self, start: int, end: int, _stop: str, said: int) -> bool:
        first = self._first(start, end)
        if first is None:
            return False
        if self.lows[first] in self.g("that"):
            return self.g.verb_second or self._is_complement(first, 0)
        indirect = self.g("reported")
        verbs = [self.lows[i] for i in range(first, end) if self.finite[i]]
        return bool(verbs) and bool(indirect) and verbs[0] in indirect and said < start

    def _starts_with_verb(self, first: int, verb: int) -> bool:
        """Return whether nothing but adverbs, pronouns of the verb and dates stands before it."""
        light = self.g("clitics") | self.g("adverbs") | self.g("negation")
        return all(
            self.words[i].is_date or self.lows[i] in light or self.words[i].kind is not Kind.WORD
            for i in range(first, verb)
        )
