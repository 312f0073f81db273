"""What a form brings: files and pasted texts, checked, and put under their names."""

from collections.abc import Collection
from io import BytesIO

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from timeline.errors import DateInputError, HeldNamesError, TooLargeError, UploadError
from timeline.reading import published_claim
from timeline.web.boundary.checking import check_form
from timeline.web.boundary.models import Upload
from timeline.web.page.limits import UPLOAD_BODY
from timeline.web.uploads.spool import UploadBatch, names_of, paste_name, paste_text
from timeline.wording.strings import text

LARGEST_UPLOAD = UPLOAD_BODY  # bytes a request
MOST_FILES = 1_000  # a request
MOST_PARTS = 2 * MOST_FILES  # which end the reading of a request, before they take the memory
LONGEST_PASTE = 5_000_000  # bytes
TOO_MUCH = text("uploads.too-much", size=LARGEST_UPLOAD // 1_000_000, count=f"{MOST_FILES:,}")
_SAME = ("", "replace", "both")


def received(held: Collection[str]) -> UploadBatch:
    """Read the form of the request that is answered; `held` are the names of the articles there.

    Raises UploadError where it brings no article, TooLargeError, HeldNamesError where it does not
    say what happens to articles of the same names.
    """
    request.max_content_length = LARGEST_UPLOAD
    request.max_form_parts = MOST_PARTS
    request.max_form_memory_size = LONGEST_PASTE
    try:
        return _batch(held)
    except RequestEntityTooLarge:
        raise TooLargeError(TOO_MUCH) from None
    except DateInputError as error:
        raise UploadError(str(error)) from error


def _batch(held: Collection[str]) -> UploadBatch:
    files = request.files.getlist("article")
    check_form(Upload, request.form)
    form = {name: request.form.get(name, "") for name in ("title", "text", "published", "same")}
    pasted, same = form["text"], form["same"]
    if len(files) > MOST_FILES:
        raise TooLargeError(TOO_MUCH)
    if same not in _SAME or not (files or pasted.strip()):
        raise UploadError(text("uploads.nothing"))
    wanted = [file.filename for file in files]
    if pasted.strip():
        wanted.append(paste_name(form["title"], pasted))
    found = names_of(wanted, held, both=same == "both")
    taken = tuple(name for name, is_taken in found if is_taken)
    if taken and not same:
        raise HeldNamesError(text("uploads.there-already"), taken)
    batch = UploadBatch()
    for (name, _), file in zip(found, files, strict=False):
        batch.add(name, file.stream)
    if pasted.strip():
        _paste(batch, found[-1][0], form)
    if not batch.files:
        raise TooLargeError("; ".join(f"{name} {reason}" for name, reason in batch.refused))
    return batch


def _paste(batch: UploadBatch, name: str, form: dict[str, str]) -> None:
    """Put a pasted text beside the files; raise DateInputError where its date is none."""
    published = form["published"].strip()
    if published:
        published_claim(published)
        batch.given[name] = published
    pasted = paste_text(form["title"], form["text"].replace("\r\n", "\n"))
    batch.add(name, BytesIO(pasted.encode()))
