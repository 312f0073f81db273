"""Bibliographic records: title, abstract, date and source, of CSL JSON or RIS.

The abstract is the text. A record without one says no more than its title, which is its text then.
"""

from collections.abc import Mapping
from typing import Any

from timeline.reading.record import Record

LONGEST_PARTS = 3


def is_csl(item: object) -> bool:
    """Recognise a record of CSL JSON by the form of its date."""
    if not isinstance(item, dict) or not isinstance(item.get("issued"), dict):
        return False
    return "title" in item and not {"date-parts", "raw", "literal"}.isdisjoint(item["issued"])


def csl_records(value: object) -> list[Record] | None:
    """Return the records of CSL JSON; None where a value is none."""
    items = value.get("items") if isinstance(value, dict) else value
    if is_csl(value):
        items = [value]
    if not isinstance(items, list) or not any(map(is_csl, items)):
        return None
    return [bibliographic(_of_csl(item)) for item in items if isinstance(item, dict)]


def bibliographic(record: Record) -> Record:
    """Return a record with a text: its abstract, or else its title."""
    text = record.get("abstract") or record.get("text") or record.get("title")
    return {**record, "text": text} if text else record


def _of_csl(item: Mapping[str, Any]) -> Record:
    """Return a record of CSL JSON with fields as other records have them."""
    record = {key: value for key, value in item.items() if key not in _DATES}
    source = next((item[key] for key in _SOURCES if item.get(key)), None)
    named = {"published": _date(item.get("issued")), "url": item.get("URL"), "source": source}
    return {**record, **{key: value for key, value in named.items() if value}}


_DATES = ("issued", "accessed", "submitted", "original-date", "event-date", "source", "URL")
_SOURCES = ("container-title", "publisher", "source")


def _date(issued: object) -> str:
    """Write a date of CSL as EDTF; empty where there is none."""
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part) for part in first[:LONGEST_PARTS]]
    if not numbers or not all(number.isdecimal() for number in numbers):
        return str(issued.get("raw") or issued.get("literal") or "")
    year, *rest = numbers
    return "-".join([f"{int(year):04d}", *(f"{int(part):02d}" for part in rest)])
