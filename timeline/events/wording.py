"""From chosen words of a sentence to the text of a title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from timeline.events.grammar import AUXILIARIES, SUBJECTS, VERBS
from timeline.events.words import event_words

_SEPARATORS = frozenset(",;:–—-/_")
_OPENING = {"“": "”", "‘": "’", "(": ")", "[": "]", "{": "}", "«": "»"}
_QUOTE_TAGS = frozenset({"``", "''"})
_DANGLING = frozenset({"IN", "DT", "CC", "PDT", "PRP$", "WDT", "TO"})
_JOINED = re.compile(r"\s+([,;:.!?%)\]”]|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)")
_STOP_IN_QUOTES = re.compile(r"[.,](?=[\"”’]$)")
_ASIDES = frozenset({"appos", "relcl", "acl", "advcl", "npadvmod"})
_PAIRS = "timeline: pairs of quotes"  # kept with the parsed sentence
_EDGES = " \t,;:–—-_"
FEW = 2  # words: a comma before the last of more is left over


@dataclass(slots=True)
class Draft:
    """Words of a title in the making: blocks of token indexes in the order they will be read.

    `words` replaces single tokens ("it" by "India").
    """

    doc: Doc
    blocks: list[list[int]]
    words: dict[int, str] = field(default_factory=dict)

    @property
    def indexes(self) -> set[int]:
        """The tokens in it."""
        return {i for block in self.blocks for i in block}

    def without(self, indexes: set[int]) -> "Draft":
        """The same draft less some tokens."""
        blocks = [[i for i in block if i not in indexes] for block in self.blocks]
        return Draft(self.doc, blocks, dict(self.words))

    def text(self) -> str:
        """Write it: spacing as in the sentence, no stranded punctuation, first letter capital."""
        blocks = [block for block in (_tidy(self.doc, b) for b in self.blocks) if block]
        words = dict(self.words)
        for block in blocks[1:]:  # what opened the sentence stands within it now
            if block[0] == 0 and self.doc[0].pos_ in {"DET", "PRON"} and self.doc[0].text != "I":
                words.setdefault(0, self.doc[0].lower_)
        text = " ".join(_join(self.doc, block, words) for block in blocks)
        text = _JOINED.sub(r"\1", re.sub(r"\s+", " ", text)).strip(_EDGES)
        text = re.sub(
            r"(?<!\b[A-Z])(?<!\b(?:Mr|Jr|Sr|St|Co|Dr))(?<!\.[A-Z])(?<!Corp|Inc)[.!?]+$".replace(
                "(?<!Corp|Inc)", "(?<!Corp)(?<!Inc)"
            ),
            "",
            text,
        )
        text = _STOP_IN_QUOTES.sub("", text)
        return text[:1].upper() + text[1:]


def quoted(doc: Doc, block: Sequence[int]) -> dict[int, str]:
    """Return the words to write at the edges of what is said, which is moved behind its verb."""
    told = [i for i in block if not doc[i].is_punct]
    if not told:
        return {}
    first, last = doc[told[0]], doc[told[-1]]
    if first.i > 0 and doc[first.i - 1].is_quote and first.i != last.i:
        return {first.i: f"“{first.text}", last.i: f"{last.text}”"}
    named = first.pos_ == "PROPN" or first.ent_type_ not in {"", "CARDINAL", "ORDINAL", "PERCENT"}
    joins = first.text.istitle() and first.text != "I" and not named
    return {first.i: first.lower_} if joins else {}


def _join(doc: Doc, block: Sequence[int], words: Mapping[int, str]) -> str:
    parts: list[str] = []
    for place, i in enumerate(block):
        opens = place > 0 and _opens_quote(doc, i, block)
        parts.append(words.get(i, doc[i].lower_ if opens else doc[i].text))
        adjacent = place + 1 < len(block) and block[place + 1] == i + 1
        parts.append(doc[i].whitespace_ if adjacent else " ")
    return "".join(parts).strip()


def _opens_quote(doc: Doc, i: int, block: Sequence[int]) -> bool:
    """Recognise the first word of what was said, whose quotation mark went: "said (“)The bank"."""
    token, before = doc[i], doc[i - 1] if i else None
    if before is None or not before.is_quote or before.i in block or token.text == "I":
        return False
    return token.tag_ in _DANGLING or token.tag_ in {"PRP", "EX"}


def _tidy(doc: Doc, block: Sequence[int]) -> list[int]:
    """Drop separators that lost a neighbour, half pairs of quotes, and words left dangling."""
    kept = set(block) - _half_pairs(doc, set(block))
    kept -= {i for i in kept if _joins_nothing(doc[i], kept)}
    separated = [i for i in block if i in kept and not _stranded(doc, i, kept)]
    while separated and _dangles(doc[separated[-1]], set(separated)):
        separated.pop()
    separated = _without_bare_aside(doc, separated)
    separated = _without_lone_comma(doc, separated)
    commas = [i for i in separated if doc[i].text == ","]
    if len(separated) > FEW and commas == [separated[-2]]:
        separated.pop(-2)  # "the latest case, confirmed"
    while separated and (
        doc[separated[0]].is_punct
        and doc[separated[0]].text not in _OPENING
        and not doc[separated[0]].is_quote
    ):
        separated.pop(0)
    return separated


def _joins_nothing(token: Token, kept: set[int]) -> bool:
    """Recognise the "and" whose second member went: "Reed *and* (Lund) met"."""
    if token.dep_ != "cc" or token.tag_ != "CC":
        return False
    joined = [c.i for c in token.head.children if c.dep_ == "conj" and c.i > token.i]
    after = [i for i in kept if i > token.i]
    lost = bool(joined) and not any(i in kept for i in joined)
    return lost and bool(after) and token.doc[min(after)].pos_ in VERBS


def _without_lone_comma(doc: Doc, block: list[int]) -> list[int]:
    """Drop the only comma of a clause where it parts subject and verb: "The mayor(,) had left"."""
    commas = [n for n, i in enumerate(block) if doc[i].text == ","]
    if len(commas) != 1 or commas[0] + 1 >= len(block):
        return block
    after = doc[block[commas[0] + 1]]
    verb = after.head if after.dep_ in AUXILIARIES else after
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    parted = subject is not None and subject.i in block[: commas[0]] and verb.pos_ in VERBS
    return [i for n, i in enumerate(block) if n != commas[0]] if parted else block


def _without_bare_aside(doc: Doc, block: list[int]) -> list[int]:
    """Drop the end of an aside whose date is gone: "the valves, *the first* (at 10:30)"."""
    comma = next((n for n in reversed(range(len(block))) if doc[block[n]].text == ","), None)
    if comma is None or not 0 < len(block) - comma - 1 <= FEW:
        return block
    behind = [doc[i] for i in block[comma + 1 :]]
    bare = behind[-1].ent_type_ == "ORDINAL"
    return block[:comma] if bare else block


def _dangles(token: Token, kept: set[int]) -> bool:
    if token.is_punct:
        return token.text in _SEPARATORS | _OPENING.keys() | {".", "!", "?", "--", "..."}
    if token.tag_ == "VBG" and token.dep_ in {"acl", "advcl"}:
        below = [c for c in token.children if not c.is_punct]
        reports = token.lemma_.lower() in event_words()("verbs", "reporting")
        return (bool(below) or reports) and not any(c.i in kept for c in below)
    if token.tag_ not in _DANGLING or token.dep_ == "prt":
        return False
    # "the place they came from" ends well in its preposition; one that lost its object does not
    lost = [c for c in token.children if c.i not in kept]
    return bool(lost) or token.tag_ != "IN" or token.dep_ == "mark"


def _stranded(doc: Doc, i: int, kept: set[int]) -> bool:
    if doc[i].text not in _SEPARATORS and doc[i].text != "--":
        return doc[i].is_space
    before, after = i - 1, i + 1
    if after in kept and before not in kept and doc[i].text == ",":
        return not (_opens_phrase(doc[after]) and any(j in kept for j in range(i)))
    return before not in kept or after not in kept


def _opens_phrase(token: Token) -> bool:
    """Recognise the first word of an apposition, a clause or a subject behind a comma."""
    asides = (t for t in (token, *token.ancestors) if t.dep_ in _ASIDES | SUBJECTS)
    return any(t.left_edge.i == token.i for t in asides)


def _half_pairs(doc: Doc, kept: set[int]) -> set[int]:
    """Find quotes and brackets whose partner, or part of whose content, is left out."""
    pairs, alone = _pairs(doc)
    half = set(alone)
    for first, last in pairs:
        if any(i not in kept for i in range(first, last + 1)):
            half.update((first, last))
    return half


def _pairs(doc: Doc) -> tuple[list[tuple[int, int]], set[int]]:
    """Return the pairs of quotes and brackets of a sentence, and those alone; found once."""
    found = doc.user_data.get(_PAIRS)
    if found is None:
        found = doc.user_data[_PAIRS] = _find_pairs(doc)
    return found


def _find_pairs(doc: Doc) -> tuple[list[tuple[int, int]], set[int]]:
    pairs: list[tuple[int, int]] = []
    alone: set[int] = set()
    opened: list[tuple[str, int]] = []
    for token in doc:
        text = token.text
        if opened and text == opened[-1][0]:
            _, start = opened.pop()
            pairs.append((start, token.i))
        elif text in _OPENING and (token.tag_ in _QUOTE_TAGS or token.is_bracket):
            opened.append((_OPENING[text], token.i))
        elif token.is_quote and token.tag_ in _QUOTE_TAGS and text in {'"', "``", "''", "'"}:
            opened.append(({"``": "''"}.get(text, text), token.i))
        elif text == "`" or (token.tag_ in _QUOTE_TAGS and text in {"”", "’", "''"}):
            alone.add(token.i)
    alone.update(start for _, start in opened)
    return pairs, alone
