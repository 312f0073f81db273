"""The figures of an event: people killed, wounded, missing, arrested or displaced, and money.

A number counts what its verb says ("killing *six* officers", "*12* were injured"), or the word
that it stands with ("*20* dead", "a death toll of *31*").
"""

import re
from collections.abc import Iterator
from math import isfinite

from spacy.tokens import Doc, Token

from timeline.events.grammar import NOUNS, child, is_verb, subject_of
from timeline.events.parsed import Parse
from timeline.events.words import event_words
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.span import Span

_PEOPLE = "people"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW"}
_UNDERGOING = frozenset({"nsubjpass", "dobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = 3  # tokens before a number that may bound it


def figures_of(
    parse: Parse, trigger: Token, dates: frozenset[int], *, alone: bool
) -> tuple[Figure, ...]:
    """Return the figures of an event; all those of its sentence where it stands there `alone`."""
    told = (
        trigger.head.head if trigger.dep_ == "relcl" and trigger.head.dep_ in _SUBJECTS else trigger
    )
    below = {t.i for t in told.subtree}
    found = (*_people(parse.doc), *_money(parse.doc))
    return tuple(
        _figure(parse, measure, tokens, unit)
        for measure, tokens, unit in found
        if (alone or tokens[0].i in below) and not any(t.i in dates for t in tokens)
    )


def _people(doc: Doc) -> Iterator[tuple[Measure, list[Token], str]]:
    for token in doc:
        if token.pos_ != "NUM" or not _is_number_head(token) or token.ent_type_ in _NO_COUNT:
            continue
        number = _number_tokens(token)
        counted = token.head if token.dep_ == "nummod" else token
        if (
            counted.lower_ in event_words().multipliers and counted.i > token.i
        ):  # "two dozen soldiers"
            number.append(counted)
            counted = counted.head if counted.dep_ in {"nummod", "compound"} else counted
        measure = _measure(counted)
        if measure is not None and _value(number) is not None:
            yield measure, number, _PEOPLE


_NO_COUNT = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})


def _is_number_head(token: Token) -> bool:
    """Recognise the last word of a number: "3 *million*"."""
    return token.head.pos_ != "NUM" or token.dep_ not in {"compound", "nummod", "quantmod"}


def _measure(counted: Token) -> Measure | None:
    """Return what a counted noun, or a number by itself, is said to have suffered."""
    first = counted
    while first.dep_ == "conj" and first.head.pos_ in NOUNS | {"NUM"}:
        first = first.head
    own = _by_lemma(counted, "nouns")
    if own is not None:
        return own
    for behind in (c for c in counted.children if c.dep_ in {"amod", "acl", "acomp"}):
        state = _by_lemma(behind, "states")
        if state is not None and not any(c.dep_ == "dobj" for c in behind.children):
            return state
    verb = first.head
    if first.dep_ == "pobj":
        toll = verb.head if verb.dep_ == "prep" else verb
        return _by_lemma(toll, "tolls") or _by_lemma(subject_of(toll) or toll, "tolls")
    if not is_verb(verb):
        return _by_lemma(verb, "states") if first.dep_ in {"nsubj", "nummod", "npadvmod"} else None
    if first.dep_ in _UNDERGOING:
        return _by_lemma(verb, "verbs") or _by_lemma(child(verb, "oprd", "acomp") or verb, "states")
    return _by_lemma(verb, "dying") if first.dep_ == "nsubj" else None


def _by_lemma(token: Token, kind: str) -> Measure | None:
    lemma, words = token.lemma_.lower(), event_words()
    if kind == "dying":
        return Measure.KILLED if lemma in words("figures", "dying") else None
    for measure in Measure:
        if lemma in words("figures", f"{measure.value}_{kind}"):
            return measure
    return None


def _money(doc: Doc) -> Iterator[tuple[Measure, list[Token], str]]:
    for entity in doc.ents:
        if entity.label_ == "MONEY":
            before = doc[max(0, entity.start - 1)]
            symbol = _SYMBOLS.get(before.text[-1:]) or _currency(entity.text)
            numbers = [t for t in entity if t.pos_ == "NUM" or _NUMBER.fullmatch(t.text)]
            if symbol and numbers and _value(numbers) is not None:
                yield Measure.MONEY, numbers, symbol


def _currency(text: str) -> str | None:
    symbol = next((code for sign, code in _SYMBOLS.items() if sign in text), None)
    words = event_words()
    spelled = (
        w for w in re.findall(r"[^\W\d_]+", text) if f"{w.lower()}" in words("figures", "money")
    )
    return symbol or next((w.lower() for w in spelled), None)


def _number_tokens(head: Token) -> list[Token]:
    inner = [c for c in head.children if c.dep_ in {"compound", "nummod"} and c.pos_ == "NUM"]
    return [*inner, head]


def _value(tokens: list[Token]) -> float | None:
    """Read a number in digits or words; None where it is neither."""
    total, words = 0.0, event_words()
    for token in tokens:
        written = _NUMBER.search(token.text)
        times = words.multipliers.get(token.lower_)
        if written is not None and token.text.replace(written.group(), "") in {"", *_SYMBOLS}:
            total = float(written.group().replace(",", ""))
        elif times is not None:
            total = (total or 1) * times
        elif token.lower_ in words.numbers:
            total += words.numbers[token.lower_]
        else:
            return None
    return total if isfinite(total) else None


def _figure(parse: Parse, measure: Measure, tokens: list[Token], unit: str) -> Figure:
    first, last = tokens[0], tokens[-1]
    span = Span(parse.span_of(first).start, parse.span_of(last).end)
    text = first.doc[first.i : last.i + 1].text
    return Figure(measure, _value(tokens) or 0.0, unit, text, span, _bound(first))


def _bound(first: Token) -> Bound:
    before = first.doc[max(0, first.i - _BEFORE) : first.i].text.lower()
    words = event_words()
    for bound in (Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT):
        name = bound.value.replace(" ", "_")
        if any(re.search(rf"\b{cue}\W*$", before) for cue in words("figures", name)):
            return bound
    return Bound.EXACTLY
