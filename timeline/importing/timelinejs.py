"""TimelineJS 3 JSON as a list of events.

What this program exported comes back as it was: each slide carries its event under `timeline`.
Where somebody has changed the slide since, what the slide shows counts. Dates of other files say
what they say: a year is a year, a start and an end mean throughout. Years before our era are
counted as people count them (-45 is 45 BCE), which is how TimelineJS shows them.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from timeline.errors import TimelineError
from timeline.export.timelinejs import dates_of
from timeline.importing.imported import Imported, ListedEvent, laid_out
from timeline.model.calendar import day_number, days_in_month
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, Status
from timeline.model.when import Basis, Kind, When

_TAG = re.compile(r"<[^>]*>")
_Slide = dict[str, Any]


def read_timelinejs(text: str, name: str) -> Imported:
    """Read a TimelineJS document; raise TimelineError where it is none."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TimelineError(f"{name}: is no JSON ({error})") from None
    if not isinstance(document, dict) or not isinstance(document.get("events"), list):
        raise TimelineError(f"{name}: is no TimelineJS file: it has no list of events")
    lines: list[ListedEvent] = []
    refused: list[str] = []
    for number, slide in enumerate(document["events"], 1):
        try:
            lines.append(_of_slide(slide))
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            refused.append(f"{name}, slide {number}: {error}")
    lines.extend(_undated(document.get("title")))
    return Imported(laid_out(name, lines), tuple(refused))


def _of_slide(slide: _Slide) -> ListedEvent:
    text = slide.get("text") or {}
    headline = str(text.get("headline") or "")
    title = _plain(headline)
    if not title:
        raise ValueError("has no headline")
    own = slide.get("timeline")
    known = own if isinstance(own, dict) else {}
    if html.escape(str(known.get("title", ""))) == headline:
        title = str(known["title"])
    when = _own_date(known, slide) or _date(slide)
    media = slide.get("media") or {}
    link = media.get("link") or media.get("url")
    said = "" if known else _plain(str(text.get("text") or ""))
    shown = slide.get("display_date")
    if shown and not known:
        said = f"{_plain(str(shown))}. {said}".strip()
    return _listed(known, title, when, said, str(link) if link else None)


def _listed(
    own: _Slide, title: str, when: When, said: str = "", url: str | None = None
) -> ListedEvent:
    return ListedEvent(
        title=title,
        when=when,
        status=Status(own.get("status", Status.HAPPENED)),
        category=Category(own.get("category", Category.OTHER)),
        actors=tuple(map(str, own.get("actors", ()))),
        places=tuple(map(str, own.get("places", ()))),
        said=said,
        url=url,
    )


def _undated(title: object) -> Iterator[ListedEvent]:
    """Yield the events that this program's export keeps on the title slide."""
    kept = title.get("timeline") if isinstance(title, dict) else None
    for own in kept if isinstance(kept, list) else []:
        if isinstance(own, dict) and str(own.get("title", "")).strip():
            yield _listed(own, str(own["title"]), When(basis=Basis.GIVEN))


def _own_date(own: _Slide, slide: _Slide) -> When | None:
    """Return the date that was exported, unless somebody has changed the slide's since."""
    if "edtf" not in own:
        return None
    when = from_edtf(str(own["edtf"]), Basis.GIVEN)
    shown = {key: slide[key] for key in ("start_date", "end_date") if slide.get(key)}
    return when if shown == dates_of(when) else None


def _date(slide: _Slide) -> When:
    first, last, clock = _bounds(slide["start_date"] if slide.get("start_date") else {})
    if not slide.get("end_date"):
        return When(first, last, clock=clock, basis=Basis.GIVEN)
    end = _bounds(slide["end_date"])[1]
    if (first, last) == (end, end):
        return When(first, end, clock=clock, basis=Basis.GIVEN)
    return When(first, end, Kind.THROUGHOUT, basis=Basis.GIVEN)


def _bounds(date: _Slide) -> tuple[int, int, str | None]:
    """Return first and last day of a TimelineJS date, and its clock time where it states one."""
    if date.get("year") in (None, ""):
        raise ValueError("has no year")
    year = int(date["year"])
    year = year if year > 0 else year + 1
    month, day = (
        int(date[key]) if date.get(key) not in (None, "") else None for key in ("month", "day")
    )
    if month is None:
        return day_number(year), day_number(year, 12, 31), None
    if day is None:
        return day_number(year, month), day_number(year, month, days_in_month(year, month)), None
    number = day_number(year, month, day)
    hour = date.get("hour")
    clock = None if hour in (None, "") else f"{int(hour):02d}:{int(date.get('minute') or 0):02d}"
    return number, number, clock


def _number(value: object) -> int | None:
    return None if value in (None, "") else int(str(value))


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
