"""Where names lie: what people say of a name holds for the whole collection."""

from collections.abc import Mapping

from timeline.editing.session import EditSession
from timeline.errors import EditError
from timeline.places import Place, fold, written
from timeline.store import NewEdit
from timeline.store.changes import PLACED


class Placing(EditSession):
    """What a person says that names of places mean."""

    def place_names(self, places: Mapping[str, Place | None]) -> int | None:
        """Set what names mean in this collection; None takes back what was said.

        Raises EditError for a name without a letter.
        """
        texts = {fold(name): _text(place) for name, place in places.items()}
        if not texts or "" in texts:
            raise EditError("a place needs a name; nothing was changed")
        return self._write("place", lambda _: _edits(texts))


def _text(place: Place | None) -> str | None:
    return None if place is None else written(place)


def _edits(texts: Mapping[str, str | None]) -> list[NewEdit]:
    return [NewEdit(name, PLACED, text) for name, text in texts.items()]
