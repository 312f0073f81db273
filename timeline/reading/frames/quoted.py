"""Mails within a text: quoted below "On …, Eve wrote:", or passed on below "From:" and "Sent:"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.languages.frame_words import frame_words
from timeline.model.article import FrameKind
from timeline.reading.frames.opening import Opening, depth_of, unquoted
from timeline.reading.frames.stamps import Stamp, stamp_in
from timeline.reading.lines import Line
from timeline.reading.words import alternation

LONGEST = 240  # characters of an attribution, over the lines that it takes
MOST_LINES = 3
LONGEST_LABEL = 40  # characters
MOST_LABELS = 12  # lines of a block of labels
MOST_WORDS = 7  # of who wrote it
FEW = 2  # words that may all be small: "gull of the bay"
_ADDRESS = re.compile(r"<[^<>\s]*@[^<>\s]*>|\[mailto:[^\]]*\]|\S+@\S+|<\s*>")
_NO_NAME = re.compile(r'["/\\={}<>]|\d{5}')
_RULE = re.compile(r"[\s_=*–—-]*")


def attribution_openings(
    lines: Sequence[Line], languages: Sequence[str], *, mails: bool
) -> Iterator[Opening]:
    """Yield the quotations that a line, or two or three, open: "Am … schrieb Eve:".

    They quote with angles, or give an address; where neither is there, only in a text that holds
    `mails` otherwise, for comments are opened so too.
    """
    taken = -1
    for place, line in enumerate(lines):
        if place <= taken or not any(map(_ends, lines[place : place + MOST_LINES])):
            continue
        for count in range(1, MOST_LINES + 1):
            found = _attribution(lines[place : place + count], languages)
            if found is not None:
                stamp, author = found
                last = place + count - 1
                below = depth_of(lines[last + 1]) if last + 1 < len(lines) else 0
                quoting = below > depth_of(line) or depth_of(line) > 0 or author[1]
                if not (quoting or (mails and stamp.clocked)):
                    break
                marks = tuple(one.span for one in lines[place : last + 1])
                depth = max(below, depth_of(line))
                yield Opening(place, stamp, FrameKind.MAIL, marks, author[0], depth)
                taken = last
                break


def _ends(line: Line) -> bool:
    return line.text.endswith((":", "："))


def _attribution(
    lines: Sequence[Line], languages: Sequence[str]
) -> tuple[Stamp, tuple[str | None, bool]] | None:
    """Read an attribution over some lines: its stamp, who wrote it, and if an address shows it."""
    apart = any(below.row != line.row + 1 for line, below in pairwise(lines))
    if apart or not _ends(lines[-1]) or len(lines[0].text) > LONGEST:
        return None
    text = " ".join(unquoted(line)[0] for line in lines)
    if len(text) > LONGEST:
        return None
    stamp = stamp_in(text, languages, clocked=False)
    if stamp is None or stamp.start > len(lines[0].text):
        return None
    around = f"{text[: stamp.start]} · {text[stamp.end :]}"
    addressed = bool(_ADDRESS.search(around))
    bare = _ADDRESS.sub(" ", around)
    verb = wrote().search(bare)
    if not (addressed or verb):
        return None
    author = name_of(wrote().sub(" ", bare))
    if author is None and not addressed:
        return None
    return stamp, (author, addressed)


def name_of(rest: str) -> str | None:
    """Return who is named in what is left of a by-line; None where it is no name, or a sentence."""
    parts = [
        small().sub(" ", part).strip(" \t,.:;：、()[]<>\"'*_#|-–—·•") for part in rest.split("·")
    ]
    words = [word for part in parts for word in part.split()]
    if not words or len(words) > MOST_WORDS:
        return None
    small_words = sum(word[0].islower() for word in words)
    if len(words) > FEW and 2 * small_words > len(words):
        return None  # a sentence
    named = max(parts, key=len)
    if _NO_NAME.search(named):
        return None
    first = named.split()[0].casefold() if named.split() else ""
    label = bool(_labels().match(f"{named}:"))  # "Sent: 3 May 2019 16:11"
    return None if label or first in _determiners() else " ".join(named.split())


def block_openings(lines: Sequence[Line], languages: Sequence[str]) -> Iterator[Opening]:
    """Yield the mails passed on below lines of labels: "From: …", "Sent: …", "Subject: …".

    Labels at the very top of a text are its own.
    """
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and end - place < MOST_LABELS and _label(lines[end]):
            end += 1
        opening = _block(lines, place, end, languages) if end > place + 1 else None
        if opening is not None:
            yield opening
        place = max(end, place + 1)


def _block(lines: Sequence[Line], place: int, end: int, languages: Sequence[str]) -> Opening | None:
    found = {label: value for line in lines[place:end] for label, value in [_labelled(line)]}
    above = place
    while above and _is_rule(unquoted(lines[above - 1])[0]):
        above -= 1
    if "sent" not in found or ("sender" not in found and above == place) or place == 0:
        return None
    stamp = stamp_in(found["sent"], languages, clocked=False)
    if stamp is None:
        return None
    marks = tuple(line.span for line in lines[above:end])
    author = " ".join(_ADDRESS.sub(" ", found.get("sender", "")).strip(" *").split()) or None
    return Opening(above, stamp, FrameKind.MAIL, marks, author, depth_of(lines[place]))


def _is_rule(text: str) -> bool:
    """Return whether a line parts two mails: "-----Original Message-----", "________"."""
    bare = _original().sub("", text.casefold())
    return bool(_RULE.fullmatch(bare.strip(" :>"))) and len(text) > 2  # noqa: PLR2004 - no list sign


def _label(line: Line) -> str:
    return _labelled(line)[0]


def _labelled(line: Line) -> tuple[str, str]:
    """Return what the label of a line says, who sent it, when, to whom or about what, and to what.

    Both are empty where it has none.
    """
    if ":" not in line.text[:LONGEST_LABEL] and "：" not in line.text[:LONGEST_LABEL]:
        return "", ""
    text, _ = unquoted(line)
    found = _labels().match(text)
    return ("", "") if found is None else (str(found.lastgroup), text[found.end() :])


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{group}>{alternation(frame_words(group))})"
        for group in ("sender", "sent", "to", "subject")
    )
    return re.compile(rf"\*{{0,2}}(?:{groups})\s?\*{{0,2}}[:：]", re.IGNORECASE)


@lru_cache(maxsize=1)
def wrote() -> re.Pattern[str]:
    """What says in an attribution that somebody wrote."""
    words = alternation(frame_words("wrote"))
    return re.compile(rf"(?:(?<!\w)(?:{words})(?!\w)|[写寫]道|のメール|님이 작성)", re.IGNORECASE)


@lru_cache(maxsize=1)
def small() -> re.Pattern[str]:
    """Words beside a stamp that are none of a name: "on", "um", "Uhr", and weekdays."""
    words = alternation(frame_words("small"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _original() -> re.Pattern[str]:
    return re.compile(alternation(frame_words("original")))


@lru_cache(maxsize=1)
def _determiners() -> frozenset[str]:
    return frozenset(frame_words("determiners"))
