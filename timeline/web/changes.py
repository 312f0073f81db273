"""What a new publication date moved, in a sentence for the user."""

from timeline.model.words import date_in_words
from timeline.web.collection import Collection
from timeline.web.views.publishing import published_words
from timeline.web.wording import counted


def changes_in_words(before: Collection, after: Collection, document: str) -> str:
    """Say an article's present date and how many of its dates read differently now."""
    old, new = _reads(before, document), _reads(after, document)
    moved = sum(old.get(key) != said for key, said in new.items())
    dated = after.documents.get(document)
    if dated is None:
        return "The article is no longer in the collection."
    effect = f"{counted(moved, 'date')} moved" if moved else "no date moved"
    return f"{published_words(dated)}: {effect}."


def _reads(collection: Collection, document: str) -> dict[str, str]:
    told = collection.told_in(document)
    return {m.mention.key: date_in_words(m.when) for _, m in told}
