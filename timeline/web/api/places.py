"""The edit of what a name means: where it lies, for the whole collection."""

from typing import Annotated

from pydantic import Field

from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.places import Kind, Place, world
from timeline.places.choices import MOST_LAT, MOST_LON
from timeline.web.api.context import ApiContext
from timeline.web.api.edits import EditAnswer, EditRequest, answered, editor_of
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Command, Name
from timeline.wording.strings import text

Latitude = Annotated[float, Field(ge=-MOST_LAT, le=MOST_LAT, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-MOST_LON, le=MOST_LON, allow_inf_nan=False)]
Code = Annotated[str, Field(max_length=8)]


class ChosenPlace(Command):
    """A place: degrees of WGS 84, and where known its own name, kind, country and region."""

    lat: Latitude
    lon: Longitude
    name: Name = ""
    kind: str = Kind.LANDMARK.value
    country: Code = ""
    region: Code = ""


class PlaceName(EditRequest):
    """Set where a name lies; null takes back what was said."""

    name: Name
    place: ChosenPlace | None


@edit("place")
def place_name(context: ApiContext, body: PlaceName) -> EditAnswer:
    """Set which place a name means in this collection, or take it back."""
    editor: Editor = editor_of(context, body)
    place = _place(body.name, body.place) if body.place else None
    number = editor.place_names({body.name: place})
    if place is None:
        return answered(editor, text("answers.unplaced", name=body.name), number)
    said = text("answers.placed", name=body.name, place=world().words(place))
    return answered(editor, said, number)


def _place(name: str, chosen: ChosenPlace) -> Place:
    if chosen.kind not in set(Kind) - {Kind.VAGUE}:
        raise EditError(text("answers.no-kind", kind=chosen.kind))
    return Place(
        chosen.name or name,
        Kind(chosen.kind),
        chosen.lat,
        chosen.lon,
        chosen.country,
        chosen.region,
    )
