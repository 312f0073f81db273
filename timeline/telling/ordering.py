"""The mentions of an event in the order of publication, what repeats another folded under it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.model.event import DatedMention
from timeline.model.when import UNDATED, When
from timeline.telling.told import Telling

_WORD = re.compile(r"\w+")
# An agency in brackets before the story begins: "KABUL, Aug 15 (Reuters) - …".
_DATELINE = re.compile(r"^[^()\n.!?]{0,80}\((?P<agency>[^\W\d_][^()\n]{0,40})\)\s*[-–—:]\s*")

Key = tuple[bool, int, int, str, int, int, int]


def in_order(
    mentions: Sequence[DatedMention], published: Mapping[str, When]
) -> tuple[Telling, ...]:
    """Return the tellings by their dates of publication, unknown ones last; each wording once."""
    dates = [published.get(one.mention.document, UNDATED) for one in mentions]
    order = sorted(range(len(mentions)), key=lambda place: _key(mentions[place], dates[place]))
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in order:
        told[_words(mentions[place])].append(place)
    voices = _voices([mentions[place].mention.document for place in same] for same in told.values())
    return tuple(
        _telling(mentions, same, dates[same[0]], voices[mentions[same[0]].mention.document])
        for same in told.values()
    )


def _telling(
    mentions: Sequence[DatedMention], same: Sequence[int], published: When, voice: str
) -> Telling:
    first, *copies = same
    named = (agency_of(mentions[place].mention.sentence_text) for place in same)
    agency = next((name for name in named if name), None)
    publishers = (mentions[place].publisher for place in same)
    known = tuple(dict.fromkeys(name for name in publishers if name))
    return Telling(first, mentions[first], published, agency, voice, tuple(copies), known)


def _key(dated: DatedMention, published: When) -> Key:
    mention = dated.mention
    first, last = published.first, published.last
    begins = first if first is not None else last
    ends = last if last is not None else begins
    trigger = -1 if mention.trigger_span is None else mention.trigger_span.start
    place = (mention.document, mention.sentence.start, mention.expression.span.start, trigger)
    return begins is None, begins or 0, ends or 0, *place


def agency_of(sentence: str) -> str | None:
    """Return the agency that a sentence names before it begins, if it does."""
    found = _DATELINE.match(sentence)
    return found["agency"].strip() if found else None


def _words(dated: DatedMention) -> tuple[str, ...]:
    """Return the words of a sentence, without the agency before it; copies have the same."""
    sentence = dated.mention.sentence_text
    words = _WORD.findall(_DATELINE.sub("", sentence, count=1).casefold())
    return tuple(words) or (sentence,)


def _voices(groups: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Return for each article the first of those that share a sentence with it."""
    leader: dict[str, str] = {}

    def lead(document: str) -> str:
        while leader[document] != document:
            leader[document] = document = leader[leader[document]]
        return document

    for documents in groups:
        for document in documents:
            leader.setdefault(document, document)
        first = lead(documents[0])
        for document in documents[1:]:
            leader[lead(document)] = first
    return {document: lead(document) for document in leader}
