"""TimelineJS 3 JSON as a list of events.

What this program exported comes back as it was: each slide carries its event under `timeline`.
Where somebody has changed the slide since, what the slide shows counts. Dates of other files say
what they say: a year is a year, a start and an end mean throughout, an empty field says nothing.
What cannot be read is named, with its place; eras are events as well. Years before our era are
counted as people count them (-45 is 45 BCE), which is how TimelineJS shows them.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.app.date_input import read_when
from timeline.errors import DateInputError, TimelineError
from timeline.export.timelinejs import dates_of
from timeline.importing.imported import Imported, ListedEvent, laid_out
from timeline.languages import own_languages
from timeline.languages.dates import read_date
from timeline.model.calendar import civil, day_number, days_in_month
from timeline.model.clock import time_of_day
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, Status
from timeline.model.when import Basis, Kind, When

_TAG = re.compile(r"<[^>]*>")
_FIELDS = ("year", "month", "day", "hour", "minute", "second")
_LONGEST_TITLE = 90  # characters
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
    slides = [(f"slide {number}", slide) for number, slide in enumerate(document["events"], 1)]
    eras = document.get("eras")
    slides += [(f"era {n}", era) for n, era in enumerate(eras if isinstance(eras, list) else [], 1)]
    for place, slide in slides:
        try:
            lines.append(_of_slide(slide))
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            refused.append(f"{name}, {place}{_named(slide)}: {error}")
    lines.extend(_undated(document.get("title")))
    return Imported(laid_out(name, lines), tuple(refused))


def _named(slide: object) -> str:
    """Return the headline of a slide in brackets, to find it by."""
    text = slide.get("text") if isinstance(slide, dict) else None
    headline = _plain(str(text.get("headline") or "")) if isinstance(text, dict) else ""
    return f" ({headline})" if headline else ""


def _of_slide(slide: _Slide) -> ListedEvent:
    if not isinstance(slide, dict):
        raise TypeError("is no slide, but another value")
    text = slide.get("text") or {}
    headline = str(text.get("headline") or "")
    body = _plain(str(text.get("text") or ""))
    title = _plain(headline) or _shortened(body)
    if not title:
        raise ValueError("has neither a headline nor a text")
    own = slide.get("timeline")
    known = own if isinstance(own, dict) else {}
    if known.get("title") and html.escape(str(known["title"])) == headline:
        title = str(known["title"])
    when = _own_date(known, slide) or _date(slide)
    media = slide.get("media") or {}
    link = media.get("link") or media.get("url")
    said = "" if known or title == body else body
    shown = _plain(str(slide.get("display_date") or ""))
    if shown and not known:
        said = f"{shown}. {said}".strip()
        when = _as_loose_as(shown, when)
    return _listed(known, title, when, said, str(link) if link else None)


def _shortened(text: str) -> str:
    """Return the first sentence of a text, or as many words of it as a title may have."""
    first = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
    return first if len(first) <= _LONGEST_TITLE else first[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _as_loose_as(shown: str, when: When) -> When:
    """Take over that a date is approximate from how it is shown: "around 1928"."""
    try:
        approximate = read_when(shown).approximate
    except DateInputError:
        approximate = False
    return when.marked(("~", "~")) if approximate and when.resolved else when


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
    edtf = str(own["edtf"])
    when = from_edtf(edtf, Basis.GIVEN)
    shown = {key: slide[key] for key in ("start_date", "end_date") if slide.get(key)}
    dates = dates_of(when)
    # Of years beyond four digits EDTF says no month.
    coarse = "Y" in edtf and _year_of(shown) == _year_of(dates)
    return when if shown == dates or coarse else None


def _year_of(dates: Mapping[str, Any]) -> object:
    start = dates.get("start_date")
    return start.get("year") if isinstance(start, dict) else None


def _date(slide: _Slide) -> When:
    start = _fields_of(slide.get("start_date"))
    if not start:
        raise ValueError("has no start_date with a year")
    first, last, clock = _bounds(start)
    end = _fields_of(slide.get("end_date"))
    if not end:
        return When(first, last, clock=clock, basis=Basis.GIVEN)
    final = _bounds(end)[1]
    if (first, last) == (final, final):
        return When(first, final, clock=clock, basis=Basis.GIVEN)
    return When(first, final, Kind.THROUGHOUT, basis=Basis.GIVEN)


def _fields_of(date: object) -> dict[str, str]:
    """Return what a date states, without its empty fields; a string is read as it is typed."""
    if isinstance(date, str) and date.strip():
        return _fields_of_typed(date)
    if not isinstance(date, dict):
        return {}
    stated = {name: str(date[name]).strip() for name in _FIELDS if date.get(name) is not None}
    return {name: value for name, value in stated.items() if value}


def _fields_of_typed(text: str) -> dict[str, str]:
    when = read_when(text)
    if when.first is None or when.last is None:
        raise ValueError(f"{text!r} is no date with a beginning and an end")
    year, month, day = civil(when.first)
    year = year if year > 0 else year - 1
    stated = {"year": str(year), "month": str(month), "day": str(day)}
    days = when.last - when.first + 1
    if days > 1:
        del stated["day"]
    if days > days_in_month(year, month):
        del stated["month"]
    return stated


def _bounds(date: dict[str, str]) -> tuple[int, int, str | None]:
    """Return first and last day of a TimelineJS date, and its clock time where it states one."""
    if "year" not in date:
        raise ValueError("has no year")
    year = _number(date, "year")
    year = year if year > 0 else year + 1
    if "month" not in date:
        return day_number(year), day_number(year, 12, 31), None
    month = _month(date["month"])
    if "day" not in date:
        return day_number(year, month), day_number(year, month, days_in_month(year, month)), None
    number = day_number(year, month, _number(date, "day"))
    if "hour" not in date:
        return number, number, None
    clock = time_of_day(_number(date, "hour"), _number(date, "minute"), _number(date, "second"))
    return number, number, clock


def _month(written: str) -> int:
    """Read a month as a number or by its name in any language that is read."""
    if written.lstrip("-").isdecimal():
        month = int(written)
    else:
        when = read_date(f"{written} 2000", own_languages())
        month = 0 if when is None or when.first is None else civil(when.first)[1]
    if month not in range(1, 13):
        raise ValueError(f"{written!r} is no month: write 1 to 12")
    return month


def _number(date: dict[str, str], name: str) -> int:
    """Return a field as a whole number, 0 where it is not stated."""
    written = date.get(name, "0")
    try:
        return int(float(written)) if written.endswith(".0") else int(written)
    except ValueError:
        raise ValueError(f"{name} {written!r} is no whole number") from None


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
