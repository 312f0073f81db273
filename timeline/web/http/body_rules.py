"""Which requests may bring a body: known from their headers, before any of it is read."""

from dataclasses import dataclass

from flask import Request, Response

from timeline.wording.strings import text

MEGABYTE = 1_000_000  # bytes
LARGEST_REQUEST = 5_000_000  # bytes; uploads have a bound of their own
LARGEST_SIGN_IN = 16_000  # bytes: a password of 1,000 characters, each written as %XX%XX%XX%XX
UPLOADS = "/articles"
SIGN_IN_WORDS = text("sign_in.needed")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered, in one plain sentence."""

    words: str
    status: int

    def response(self) -> Response:
        """Return the answer that says so."""
        return Response(self.words + "\n", self.status, mimetype="text/plain")


def refusal(words: str, status: int) -> Response:
    """Return an answer of one plain sentence."""
    return Refusal(words, status).response()


def has_body(asked: Request) -> bool:
    """Return whether a request brings a body."""
    return bool(asked.content_length) or is_chunked(asked)


def is_chunked(asked: Request) -> bool:
    """Return whether a request does not say beforehand how long its body is."""
    return bool(asked.headers.get("Transfer-Encoding"))


def largest_body(path: str, largest_upload: int) -> int:
    """Return the bytes that a body of somebody signed in may have."""
    return largest_upload if path.endswith(UPLOADS) else LARGEST_REQUEST


def body_refusal(asked: Request, login: str, largest: int, *, is_let_in: bool) -> Refusal | None:
    """Return why the body of a request is not read; None where it is.

    Whoever is not let in may send nothing but a small form to the login page.
    """
    size = asked.content_length or 0
    if not is_let_in and (asked.path != login or asked.method != "POST" or is_chunked(asked)):
        return Refusal(SIGN_IN_WORDS, 401)
    most = largest if is_let_in else LARGEST_SIGN_IN
    if size > most:
        return too_much(most)
    return None


def too_much(most: int) -> Refusal:
    """Return the refusal of a body of more than so many bytes."""
    if most >= MEGABYTE:
        size = text("refusals.megabytes", size=most // MEGABYTE)
    else:
        size = text("refusals.kilobytes", size=most // 1_000)
    return Refusal(text("refusals.too-much", size=size), 413)
