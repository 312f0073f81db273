"""Lines that the articles of one source share: teasers, appeals and notices of the page.

A line counts as often as it stands under different stories: a copy of an article shares all its
lines with the other, and tells nothing of the page. Digits do not count, so that "12 comments" and
"3 comments" are one line.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.model.article import Article, Mark
from timeline.model.span import Span
from timeline.reading.boilerplate import REASON
from timeline.reading.lines import Line, lines_of

FEWEST = 4  # stories under which a line stands
SHARE = 0.02  # of a source's stories
LONGEST = 200  # characters; teasers are shorter
_DIGITS = re.compile(r"\d+")


def without_repeated(articles: Sequence[Article]) -> list[Article]:
    """Mark the lines that the articles of one source repeat; their sentences go."""
    by_source: dict[Hashable, list[Article]] = defaultdict(list)
    for article in articles:
        by_source[_source(article)].append(article)
    repeated = {source: _repeated(group) for source, group in by_source.items()}
    return [_marked(article, repeated[_source(article)]) for article in articles]


def _source(article: Article) -> str:
    """Name who published an article: the publisher, or the host of its address."""
    return article.source or urlsplit(article.url or "").netloc.removeprefix("www.")


def _repeated(articles: Sequence[Article]) -> frozenset[str]:
    stories = {_story(article): article for article in articles}
    least = max(FEWEST, SHARE * len(stories))
    if len(stories) < least:
        return frozenset()
    counts = Counter(
        masked
        for article in stories.values()
        for masked in {_masked(line) for line in _lines(article)}
    )
    return frozenset(masked for masked, count in counts.items() if count >= least)


def _story(article: Article) -> str:
    """Give what tells a story from others: its longest sentence among the first."""
    told = [span.of(article.text) for span in article.sentences[:5]]
    return " ".join(max(told, key=len, default=article.document).split())


def _lines(article: Article) -> list[Line]:
    return [line for line in lines_of(article.text) if len(line.text) <= LONGEST]


def _masked(line: Line) -> str:
    return _DIGITS.sub("0", " ".join(line.text.casefold().split()))


def _marked(article: Article, repeated: frozenset[str]) -> Article:
    if not repeated:
        return article
    known = [mark.span for mark in article.marks]
    title = article.title_span
    found = [
        line.span
        for line in _lines(article)
        if _masked(line) in repeated
        and line.span != title
        and not any(span.start <= line.span.start < span.end for span in known)
    ]
    if not found:
        return article
    marks = sorted([*article.marks, *(Mark(span, REASON) for span in found)], key=lambda m: m.span)
    sentences = tuple(s for s in article.sentences if not _is_within(s, found))
    return replace(article, marks=tuple(marks), sentences=sentences)


def _is_within(sentence: Span, lines: Sequence[Span]) -> bool:
    return any(line.start <= sentence.start and sentence.end <= line.end for line in lines)
