"""Dates that stand over what follows them: "2014: ..." and a date on a line of its own.

A chronicle gives its date once, and each sentence behind it is of that date, unless it has one of
its own. A label stands at the beginning of a line, parted from what it tells, and holds for the
rest of its paragraph. A heading is a line that holds nothing else, and holds up to the next one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.model.article import Article
from timeline.model.entries import DatedEntry, entries_of, entry_at
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

Entries = Mapping[Span, DatedEntry]  # by the sentence that each opens


def entries(article: Article, dated: Mapping[Span, Sequence[TimeExpression]]) -> Entries:
    """Return the entries of a chronicle by their sentences; none where the text is no chronicle."""
    found = (expression for others in dated.values() for expression in others)
    return {e.sentence: e for e in entries_of(article.text, article.sentences, found)}


def scopes(
    article: Article, dated: Mapping[Span, Sequence[TimeExpression]], leads: Entries
) -> Iterator[tuple[Span, TimeExpression]]:
    """Yield each sentence that has no date of its own, and the label or heading that dates it.

    The first sentence below a heading is of its date whatever else it names.
    """
    holds: DatedEntry | None = None
    for before, sentence in zip((None, *article.sentences), article.sentences, strict=False):
        lead = leads.get(sentence)
        first = holds is not None and holds.alone and holds.sentence == before
        opens = before is None or "\n" in article.text[before.end : sentence.start]
        if lead is not None:
            holds = lead
        elif sentence == article.title_span or (holds and not holds.alone and opens):
            holds = None
        elif holds is not None and (first or sentence not in dated):
            yield sentence, holds.expression


def headed(article: Article, leads: Entries) -> Entries:
    """Return the headings of a chronicle by the sentences right below them."""
    following = zip(article.sentences, article.sentences[1:], strict=False)
    return {
        below: leads[above]
        for above, below in following
        if above in leads and leads[above].alone and below not in leads
    }


def bare_labels(leads: Iterable[DatedEntry]) -> frozenset[TimeExpression]:
    """Return the dates of a chronicle that stand alone over what follows, and tell nothing."""
    return frozenset(lead.expression for lead in leads if lead.alone)


def lead_of(
    article: Article, sentence: Span, first: TimeExpression, leads: Entries
) -> DatedEntry | None:
    """Return the entry that a sentence opens: of a chronicle, or a label that stands by itself."""
    lead = leads.get(sentence) or entry_at(article.text, sentence, first)
    return lead if lead is not None and (lead.sure or sentence in leads) else None
