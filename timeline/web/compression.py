"""Answers sent compressed: a page of plotly and React is a third of its size then."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

LEAST = 1_024  # bytes; a smaller answer gains nothing
QUICK, TIGHT = 4, 9  # what is made anew for each request, and what never changes
KINDS = ("text/", "application/json", "application/javascript", "image/svg+xml")
REMEMBERED = 128  # files


def compress(server: Flask) -> None:
    """Compress every answer of text that is worth it, where the browser takes gzip."""
    server.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if not _worth_it(response):
        return response
    fixed = request.method == "GET" and bool(response.headers.get("ETag") or request.query_string)
    response.direct_passthrough = False  # a file is read here, so that it can be compressed
    body = response.get_data()
    response.vary.add("Accept-Encoding")
    if len(body) < LEAST:
        return response
    response.set_data(_tight(body) if fixed else gzip.compress(body, QUICK, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    etag, weak = response.get_etag()
    if etag is not None and not weak:
        response.set_etag(etag, weak=True)  # the same file in another form
    return response


def _worth_it(response: Response) -> bool:
    return (
        response.status_code == 200  # noqa: PLR2004 - a whole answer
        and "gzip" in request.headers.get("Accept-Encoding", "").lower()
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(KINDS)
    )


@lru_cache(REMEMBERED)
def _tight(body: bytes) -> bytes:
    return gzip.compress(body, TIGHT, mtime=0)
