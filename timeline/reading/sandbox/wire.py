"""What goes between the program and its reading process: lengths, JSON, and the bytes of files.

No pickles: what comes from a process that has read a hostile file is data, and is checked as such.
"""

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

from timeline.model.article import (
    BASIS_OF,
    ClaimSource,
    DateClaim,
    DatedPhrase,
    LeftOut,
    Mark,
    SourceBasis,
)
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.model.when import Basis
from timeline.reading.characters import storable
from timeline.reading.content import Answer, Content, Packed, Pictured, Refused
from timeline.reading.facts import Facts
from timeline.reading.given_date import publication

_LENGTH = struct.Struct("!Q")


class BrokenWireError(Exception):
    """The other end is gone, or says what makes no sense."""


def send(stream: BinaryIO, data: bytes) -> None:
    """Write bytes after their length."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> bytes:
    """Read bytes after their length; raise `BrokenWireError` where they end early or exceed it."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise BrokenWireError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise BrokenWireError
    data = stream.read(length)
    if len(data) < length:
        raise BrokenWireError
    return bytes(data)


def packed(parts: Sequence[Answer]) -> tuple[bytes, list[bytes]]:
    """Return parts as JSON, and the bytes of the files among them."""
    files = [part.data for part in parts if isinstance(part, Packed)]
    return json.dumps([_pack(part) for part in parts]).encode(), files


def unpacked(data: bytes, files: Sequence[bytes]) -> list[Answer]:
    """Read what `packed` gives; raise `BrokenWireError` where it is damaged."""
    left = iter(files)
    try:
        return [_unpack(item, left) for item in json.loads(data)]
    except (ValueError, KeyError, TypeError, StopIteration, RecursionError) as error:
        raise BrokenWireError from error


def _pack(part: Answer) -> dict[str, Any]:
    match part:
        case Packed():
            return {"packed": part.name}
        case Pictured():
            return {"pictured": True}
        case Refused():
            return {"refused": part.name, "reason": part.reason, "hidden": part.hidden}
        case Content():
            facts = part.facts
            return {
                "name": part.name,
                "text": _valid(part.text),
                "whole": part.whole,
                "marks": [[m.span.start, m.span.end, m.reason] for m in part.marks],
                "left_out": [
                    [_valid(out.reason), out.characters, _valid(out.excerpt)]
                    for out in part.left_out
                ],
                "dated": [[d.span.start, d.span.end, to_edtf(d.when)] for d in part.dated],
                "claims": [_pack_claim(claim) for claim in facts.claims],
                "facts": [
                    fact and _valid(fact)
                    for fact in (
                        facts.title,
                        facts.url,
                        facts.source,
                        facts.language,
                        facts.declared,
                        facts.source_basis,
                    )
                ],
            }


def _valid(text: str) -> str:
    """Return a text with NUL and half characters, which JSON can hold and no store, replaced."""
    return storable(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _pack_claim(claim: DateClaim) -> list[str | None]:
    return [claim.source.value, _valid(claim.text), to_edtf(claim.when), claim.place]


def _unpack(item: dict[str, Any], files: "Any") -> Answer:  # noqa: ANN401 - an iterator of bytes
    if "packed" in item:
        return Packed(_string(item["packed"]), next(files))
    if "pictured" in item:
        return Pictured()
    if "refused" in item:
        return Refused(
            _string(item["refused"]), _string(item["reason"]), hidden=bool(item["hidden"])
        )
    title, url, source, language, declared, basis = item["facts"]
    claims = tuple(_unpack_claim(*claim) for claim in item["claims"])
    marks = tuple(Mark(Span(start, end), _string(why)) for start, end, why in item["marks"])
    return Content(
        _string(item["text"]),
        Facts(claims, title, url, source, language, declared, basis and SourceBasis(basis)),
        whole=bool(item["whole"]),
        name=_string(item["name"]),
        marks=marks,
        left_out=tuple(
            LeftOut(_string(why), int(characters), _string(text))
            for why, characters, text in item["left_out"]
        ),
        dated=tuple(
            DatedPhrase(Span(start, end), from_edtf(edtf)) for start, end, edtf in item["dated"]
        ),
    )


def _unpack_claim(source: str, text: str, edtf: str, place: str | None) -> DateClaim:
    kind = ClaimSource(source)
    when = publication(from_edtf(edtf)).with_basis(BASIS_OF.get(kind, Basis.STATED))
    return DateClaim(kind, _string(text), when, place=place)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
