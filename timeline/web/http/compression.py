"""Answers sent compressed: a page of plotly and React is a third of its size then.

Files that never change are compressed once, as tight as can be, and kept. What is made anew for
each request is compressed as it is sent and kept nowhere: exports are megabytes, and each is asked
for once.
"""

import gzip
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from threading import Lock

from flask import Flask, Response, request

LEAST = 1_024  # bytes; a smaller answer gains nothing
QUICK, TIGHT = 4, 9  # what is made anew for each request, and what never changes
KINDS = ("text/", "application/json", "application/javascript", "image/svg+xml")
KEPT = 16_000_000  # bytes, compressed
LASTING = 86_400  # seconds; what a browser may keep for longer does not change
_GZIP = 16 + zlib.MAX_WBITS


class _Files:
    """Compressed files by the digest of what they hold, the least used forgotten first."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._held: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def tight(self, body: bytes) -> bytes:
        """Return a file compressed as tight as can be."""
        key = sha256(body).digest()
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = gzip.compress(body, TIGHT, mtime=0)
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._size += len(made)
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1])
        return made


_FILES = _Files()


def compress(server: Flask) -> None:
    """Compress every answer of text that is worth it, where the browser takes gzip."""
    server.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if not _worth_it(response):
        return response
    response.vary.add("Accept-Encoding")
    if response.is_streamed and not response.direct_passthrough:
        response.response = _zipped(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    elif not _compress_whole(response):
        return response
    response.headers["Content-Encoding"] = "gzip"
    etag, weak = response.get_etag()
    if etag is not None and not weak:
        response.set_etag(etag, weak=True)  # the same file in another form
    return response


def _compress_whole(response: Response) -> bool:
    """Compress an answer that is at hand; return whether it gained anything."""
    response.direct_passthrough = False  # a file is read here, so that it can be compressed
    body = response.get_data()
    if len(body) < LEAST:
        return False
    made = _FILES.tight(body) if _lasts(response) else gzip.compress(body, QUICK, mtime=0)
    response.set_data(made)
    return True


def _zipped(blocks: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(QUICK, wbits=_GZIP)
    for block in blocks:
        if packed := packer.compress(block):
            yield packed
    yield packer.flush()


def _lasts(response: Response) -> bool:
    """Return whether an answer is a file that is the same for everybody, and tomorrow."""
    held = response.cache_control
    if request.method != "GET" or held.no_store or held.private:
        return False
    return bool(response.headers.get("ETag")) or (held.max_age or 0) > LASTING


def _worth_it(response: Response) -> bool:
    return (
        response.status_code == 200  # noqa: PLR2004 - a whole answer
        and "gzip" in request.headers.get("Accept-Encoding", "").lower()
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(KINDS)
    )
