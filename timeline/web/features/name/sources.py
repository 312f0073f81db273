"""The numbered sources of a page: each article has one number, however often it is named."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import DatedMention
from timeline.web.data.collection import Collection
from timeline.web.page.pieces import action
from timeline.web.page.publication_form import published_words
from timeline.wording.labels import shortened
from timeline.wording.strings import text

LONGEST = 320  # characters of a sentence


class NumberedSources:
    """Sources in the order in which they are named."""

    def __init__(self, collection: Collection) -> None:
        """Begin without any."""
        self._collection = collection
        self._numbers: dict[str, int] = {}

    def quoted(self, told: DatedMention) -> Component:
        """Return the sentence of a mention with the number of its source, which opens it."""
        document = told.mention.document
        number = self._numbers.setdefault(document, len(self._numbers) + 1)
        sentence = shortened(" ".join(told.mention.sentence_text.split()), LONGEST)
        title = self._collection.title(document)
        source = action(
            "open-article", f"[{number}]", document=document, at=told.mention.sentence.start,
            className="link-button", title=title,
            aria_label=text("name.source", number=number, title=title),
        )  # fmt: skip
        return html.Div([html.Q(sentence, dir="auto"), " ", source], className="name-quote")

    def listed(self) -> Component:
        """Return the list of what was named so far."""
        return html.Ol([html.Li(self._line(name), dir="auto") for name in self._numbers])

    def _line(self, document: str) -> str:
        title, dated = self._collection.title(document), self._collection.documents.get(document)
        if dated is None:
            return title
        parts = (title, dated.article.source, published_words(dated))
        return text("name.separator").join(part for part in parts if part)
