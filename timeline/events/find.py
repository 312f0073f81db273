"""From an article and its time expressions to its event mentions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events import cues, parser
from timeline.events.dates import by_sentence
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.events.parsed import Parse

PARSED_LANGUAGE = "en"
SENTENCES_BEFORE = 2  # how far back a pronoun may look


def find_events(
    article: Article, expressions: Sequence[TimeExpression]
) -> tuple[EventMention, ...]:
    """Find the event that each date expression of an article dates, in the order of the text.

    Durations and frequencies date nothing, expressions outside of the story's sentences neither.
    English sentences are parsed (only those with a date, and those before one whose pronoun has
    to be resolved); for other languages see `cues`. The mentions are undated: each carries its
    expression, whose meaning is resolved when the publication date is known.
    """
    dated = by_sentence(article, expressions)
    if not dated:
        return ()
    if article.language != PARSED_LANGUAGE:
        return tuple(
            cues.cue_mention(article, sentence, expression, found)
            for sentence, found in dated.items()
            for expression in found
        )
    return _parsed_events(article, dated)


def _parsed_events(
    article: Article, dated: dict[Span, list[TimeExpression]]
) -> tuple[EventMention, ...]:
    from timeline.events import mention, people  # noqa: PLC0415 - import the parser's types

    windows = {
        s: parser.window_around(article.text, s, (e.phrase for e in found))
        for s, found in dated.items()
    }
    parses = parser.parse(article.text, list(windows.values()))
    needed = [
        before
        for sentence in dated
        if mention.needs_text_before(parses[windows[sentence]])
        for before in _sentences_before(article, sentence)
    ]
    unread = [s for s in dict.fromkeys(needed) if s not in parses]
    parses |= parser.parse(article.text, unread)
    docs = [parsed.doc for parsed in parses.values()]
    names = people.full_names(docs)
    people.recognise(docs, names)
    protagonist = people.protagonist(docs, names)
    return tuple(
        found
        for sentence, expressions in dated.items()
        for found in mention.mentions_of(
            mention.Sentence(
                article,
                sentence,
                parses[windows[sentence]],
                _before(article, sentence, parses),
                names,
                protagonist,
            ),
            expressions,
        )
    )


def _sentences_before(article: Article, sentence: Span) -> tuple[Span, ...]:
    """Give the sentences just before, nearest first, without the headline and overlong ones."""
    place = article.sentences.index(sentence)
    before = reversed(article.sentences[max(0, place - SENTENCES_BEFORE) : place])
    return tuple(s for s in before if len(s) <= parser.LONGEST_SENTENCE and s != article.title_span)


def _before(article: Article, sentence: Span, parses: dict[Span, "Parse"]) -> tuple["Parse", ...]:
    return tuple(parses[s] for s in _sentences_before(article, sentence) if s in parses)
