"""Events that a person adds: one by hand, or a whole list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.editing.added_event import AddedEvent, written
from timeline.editing.date_proposals import Proposal, proposed_date
from timeline.editing.quote_search import surroundings
from timeline.editing.session import EditSession, new_id
from timeline.errors import EditError, UnknownSubjectError
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.when import When
from timeline.store import NewEdit
from timeline.store.changes import ADDED
from timeline.wording.dates import date_in_words

_NUMBERED = re.compile(r"(.*) \(\d+\)", re.DOTALL)


class Adding(EditSession):
    """The events that a person adds."""

    def add(self, added: Sequence[AddedEvent], kind: str = "add") -> int | None:
        """Add events; those that were added already, word for word, are not added twice."""

        def make(events: Mapping[str, Event]) -> list[NewEdit]:
            keys = {new_id("added", written(one)): written(one) for one in added}
            return [NewEdit(key, ADDED, text) for key, text in keys.items() if key not in events]

        return self._write(kind, make)


def add_by_hand(
    editor: Adding,
    title: str,
    when: When,
    passage: tuple[str, Span] | None = None,
    **more: Any,  # noqa: ANN401 - further fields of AddedEvent
) -> int | None:
    """Add one event: at a passage (document and place) of an article, or without any.

    Raises EditError where there is no such article or place.
    """
    title = title.strip()
    if not title:
        raise EditError("an event needs a title")
    if passage is None:
        line = f"{title} ({date_in_words(when)})"
        document = f"by {editor.by}, {editor.moment()}"
        return editor.add([AddedEvent(title, when, document, line, listed=True, **more)])
    document, place = passage
    article = editor.article(document)
    if article is None or place.end > len(article.text):
        raise EditError(f"{document} holds no such passage")
    before, after = surroundings(article.text, place)
    quote = place.of(article.text)
    added = AddedEvent(
        title, when, document, quote, place.start, before=before, after=after, **more
    )
    return editor.add([added])


def find_passage(editor: Adding, document: str, quote: str) -> Span:
    """Find a quote in an article; raise EditError where it does not stand there once."""
    article = editor.article(document)
    if article is None:
        listing = "timeline list document"
        raise UnknownSubjectError("document", document, editor.documents(), listing)
    count = article.text.count(quote) if quote else 0
    if count != 1:
        raise EditError(f"{document} holds the passage {quote!r} {count} times, not once")
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def propose_date(editor: Adding, passage: tuple[str, Span] | None) -> Proposal:
    """Propose a date for a passage; raise EditError where nothing around it is dated."""
    if passage is None:
        raise EditError("an event without a passage needs a date")
    document, place = passage
    article = editor.article(document)
    mentions = [
        one
        for event in editor.events().values()
        for one in event.mentions
        if one.mention.document == document
    ]
    proposal = None if article is None else proposed_date(article, mentions, place)
    if proposal is None:
        raise EditError(f"{document} dates nothing by which the passage could be dated")
    return proposal


def import_events(editor: Adding, listed: Sequence[AddedEvent]) -> int:
    """Add the events of a list; return how many are new.

    Lines that were added before from a list of that name are not added twice; the new ones of
    a list that has changed stand in one of the same name with a number after it.
    """
    if not listed:
        return 0
    name = listed[0].document
    names: set[str] = set()
    known: set[str] = set()
    for event in editor.events().values():
        if event.edits is None or not event.edits.added:
            continue
        for dated_mention in event.mentions:
            document = dated_mention.mention.document
            numbered = _NUMBERED.fullmatch(document)
            if document == name or (numbered and numbered[1] == name):
                names.add(document)
                known.add(dated_mention.mention.sentence_text)
    fresh = [one for one in listed if one.quote not in known]
    count, free = 1, name
    while free in names:
        count += 1
        free = f"{name} ({count})"
    if fresh:
        editor.add([replace(one, document=free) for one in fresh], "import")
    return len(fresh)
