"""From an article and its time expressions to its event mentions."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.events import cues, parser, worth
from timeline.events.dates import by_sentence
from timeline.events.lead_in import telling_start
from timeline.events.scope import Entries, bare_labels, entries, headed, lead_of, scopes
from timeline.events.words import PARSED_LANGUAGE
from timeline.model.article import Article
from timeline.model.entries import DatedEntry
from timeline.model.event import EventMention
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Vague
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.events.mention import Told
    from timeline.events.parsed import Parse

SHORTEST_REST = 10  # characters of a sentence less its date that are worth a second parse
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
    found, parses = unrated(article, expressions)
    return worth.rated(article, expressions, found, parses) if found else ()


def unrated(
    article: Article, expressions: Sequence[TimeExpression]
) -> tuple[Sequence[EventMention], Mapping[Span, "Parse"]]:
    """Find the same before it is rated what each is worth, with the parses of the sentences."""
    dated = by_sentence(article, expressions)
    if not dated:
        return (), {}
    leads = entries(article, dated)
    scoped = dict(scopes(article, dated, leads))
    if article.base_language != PARSED_LANGUAGE:
        labels = bare_labels(leads.values())
        found = [
            cues.cue_mention(article, sentence, expression, others)
            for sentence, others in dated.items()
            for expression in others
            if expression not in labels
        ]
        found += [
            cues.cue_mention(article, sentence, expression, [])
            for sentence, expression in scoped.items()
            if sentence not in dated
        ]
        found.sort(key=lambda m: (m.sentence, m.expression.span))
        return found, {}
    return _parsed_events(article, dated, scoped, leads)


def _parsed_events(
    article: Article,
    dated: Mapping[Span, list[TimeExpression]],
    scoped: Mapping[Span, TimeExpression],
    leads: Entries,
) -> tuple[tuple[EventMention, ...], dict[Span, "Parse"]]:
    """Return the mentions in the order of the text, and the parses of their sentences."""
    from timeline.events import headline, mention, people  # noqa: PLC0415 - the parser's types

    opened = {s: lead_of(article, s, found[0], leads) for s, found in dated.items()}
    below = headed(article, leads)
    windows = {s: _window(article, s, found, opened[s]) for s, found in dated.items()}
    windows |= {s: s for s in scoped if len(s) <= parser.LONGEST_SENTENCE}
    parses = parser.parse(article.text, list(windows.values()))
    needed = [
        before
        for sentence in windows
        if mention.needs_text_before(parses[windows[sentence]])
        for before in _sentences_before(article, sentence)
    ]
    unread = [s for s in dict.fromkeys(needed) if s not in parses]
    parses |= parser.parse(article.text, unread)
    docs = [parsed.doc for parsed in parses.values()]
    names = people.full_names(docs)
    people.recognise(docs, names)
    protagonist = people.protagonist(docs, names)
    out: list[Told] = []
    for place in sorted(windows):
        before = _before(article, place, parses)
        parsed = parses[windows[place]]
        sentence = mention.Sentence(
            article, place, parsed, before, names, protagonist, below.get(place, opened.get(place))
        )
        told = mention.mentions_of(sentence, dated.get(place, ()), scoped.get(place))
        out.extend(told)
    read = headline.with_headline(article, _read_again(article, dated, windows, out), dated)
    return read, {place: parses[window] for place, window in windows.items()}


def _window(
    article: Article, sentence: Span, found: Sequence[TimeExpression], lead: DatedEntry | None
) -> Span:
    """Return the part of a sentence that is parsed: without the label or stamp before it."""
    phrases = [e.phrase for e in found]
    times = [e.phrase for e in found if not isinstance(e.meaning, Vague)]
    start = telling_start(article.text, sentence, times)
    if start > sentence.start:
        rest = Span(start, sentence.end)
        return parser.window_around(article.text, rest, [p for p in phrases if p.start >= start])
    window = parser.window_around(article.text, sentence, phrases)
    if lead is None or lead.alone or lead.body < window.start:
        return window
    return window if window.end - lead.body <= SHORTEST_REST else Span(lead.body, window.end)


def _read_again(
    article: Article,
    dated: Mapping[Span, list[TimeExpression]],
    windows: Mapping[Span, Span],
    told: Sequence["Told"],
) -> tuple[EventMention, ...]:
    """Parse the sentence of each poor title once more, without its date."""
    from timeline.events import mention  # noqa: PLC0415 - imports the parser's types

    poor = [one for one in told if one.poor and _has_rest(one.mention, windows)]
    parts = [(windows[p.mention.sentence], (p.mention.expression.phrase,)) for p in poor]
    parses = dict(zip(map(id, poor), parser.parse_without(article.text, parts), strict=True))
    return tuple(
        mention.told_without_date(one, parses[id(one)], dated.get(one.mention.sentence, ()))
        if id(one) in parses
        else one.mention
        for one in told
    )


def _has_rest(mention: EventMention, windows: Mapping[Span, Span]) -> bool:
    """Return whether a date stands in the sentence it dates, and is not all of it."""
    window, phrase = windows[mention.sentence], mention.expression.phrase
    return window.overlaps(phrase) and len(window) > len(phrase) + SHORTEST_REST


def _sentences_before(article: Article, sentence: Span) -> tuple[Span, ...]:
    """Return the sentences just before, nearest first, without the headline and overlong ones."""
    place = article.sentences.index(sentence)
    before = reversed(article.sentences[max(0, place - SENTENCES_BEFORE) : place])
    return tuple(s for s in before if len(s) <= parser.LONGEST_SENTENCE and s != article.title_span)


def _before(article: Article, sentence: Span, parses: dict[Span, "Parse"]) -> tuple["Parse", ...]:
    return tuple(parses[s] for s in _sentences_before(article, sentence) if s in parses)
