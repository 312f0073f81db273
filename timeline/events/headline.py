"""The headline of an article as the title of the event it tells.

An editor wrote it for the main event. Where a sentence near the head of the article tells the same
deed, and its own words make a poor title (no clause, a pronoun for its subject), the headline is
the better one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.entry import LONGEST_TITLE
from timeline.events.gate import is_sound
from timeline.events.words import event_words
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

FEWEST = 3  # telling words of a headline
SAME = 0.6  # of a headline's words that stand in a sentence that tells the same
LEAD = 6  # sentences at the head of an article that tell its main event
POOR = 0.8  # confidence in the wording, from which on a title stays
CONFIDENCE = 0.8  # in the wording of a headline: it may tell more than the sentence
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_STEM, _STEM = 4, 0.7


def with_headline(
    article: Article,
    mentions: Sequence[EventMention],
    dated: Mapping[Span, Sequence[TimeExpression]],
) -> tuple[EventMention, ...]:
    """Return the mentions, the first that tells the headline's event under the headline."""
    span = article.title_span
    if span is None or span in dated or not _fits(article.title):
        return tuple(mentions)
    headline = _stems(article.title)
    lead = {s for s in article.sentences[:LEAD] if s != span}
    for place, mention in enumerate(mentions):
        if mention.sentence in lead and _tells(headline, mention):
            if not _is_poor(mention):
                break
            titled = replace(
                mention,
                title=article.title.strip(),
                confidence_wording=CONFIDENCE,
                confidence=max(mention.confidence, CONFIDENCE),
                likely_subject=None,
            )
            return (*mentions[:place], titled, *mentions[place + 1 :])
    return tuple(mentions)


def _fits(headline: str) -> bool:
    """Return whether a headline makes a title: sound, no question, of a few telling words."""
    plain = len(headline) <= LONGEST_TITLE and not headline.rstrip().endswith("?")
    return plain and is_sound(headline) and len(_stems(headline)) >= FEWEST


def _tells(headline: frozenset[str], mention: EventMention) -> bool:
    """Return whether a sentence tells the deed of a headline, in the headline's words."""
    same = len(headline & _stems(mention.sentence_text)) >= SAME * len(headline)
    return same and _stem(mention.trigger) in headline


def _is_poor(mention: EventMention) -> bool:
    first = mention.title.split(maxsplit=1)[0].lower()
    pronoun = any(first in event_words()("pronouns", kind) for kind in ("person", "thing", "group"))
    return pronoun or mention.confidence_wording < POOR


def _stems(text: str) -> frozenset[str]:
    joining = event_words()("titles", "joining") | event_words()("titles", "dangling")
    return frozenset(_stem(w.lower()) for w in _WORD.findall(text) if w.lower() not in joining)


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, round(len(word) * _STEM))]
