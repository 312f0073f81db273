"""The ways in of the page: files and pasted texts come, runs are cancelled and put away.

Answers are JSON: `{"run": id}` where a batch was taken, `{"error": sentence}` where it was not.
"""

from collections.abc import Callable, Collection
from functools import partial
from io import BytesIO

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from timeline.errors import StoreAwayError, TimelineError
from timeline.reading import published_claim
from timeline.web.boundary import check_form
from timeline.web.boundary.models import Upload
from timeline.web.page.limits import UPLOAD_BODY
from timeline.web.uploads.queueing import Adder
from timeline.web.uploads.spool import Batch, names_of, paste_name, paste_text

LARGEST_UPLOAD = UPLOAD_BODY  # bytes a request
MOST_FILES = 1_000  # a request
MOST_PARTS = 2 * MOST_FILES  # which end the reading of a request, before they take the memory
LONGEST_PASTE = 5_000_000  # bytes
MOST_NAMES = 10_000
TOO_MUCH = (
    f"That is too much at once: {LARGEST_UPLOAD // 1_000_000} MB and {MOST_FILES:,} files are the "
    "most. Add the articles in parts, or read them with timeline extract."
)
Held = Callable[[], Collection[str]]
Answer = Response | tuple[Response, int]
_SAME = ("", "replace", "both")


def take_uploads(server: Flask, adder: Adder, held: Held) -> None:
    """Answer the requests by which articles come and go; `held` gives the names that are there."""
    routes: dict[str, Callable[..., Answer]] = {
        "/articles": partial(_add, adder, held),
        "/articles/names": partial(_names, held),
        "/articles/remove": partial(_remove, adder),
        "/runs/<run>/cancel": partial(_on_run, adder.cancel),
        "/runs/<run>/put-away": partial(_on_run, adder.put_away),
    }
    for path, answer in routes.items():
        server.add_url_rule(path, path, answer, methods=["POST"])


def _names(held: Held) -> Answer:
    """Say how files will be called, and whose place they would take."""
    given = _asked("names")
    if given is None or len(given) > MOST_NAMES:
        return _blamed("names: a list of names is needed", 400)
    return jsonify([{"name": n, "held": taken} for n, taken in names_of(given, held(), both=False)])


def _remove(adder: Adder) -> Answer:
    wanted = _asked("documents")
    if wanted is None:
        return _blamed("documents: a list of names is needed", 400)
    try:
        return jsonify({"removed": adder.remove(wanted)})
    except StoreAwayError as error:
        return _blamed(str(error), 503)
    except TimelineError as error:
        return _blamed(str(error), 409)


def _on_run(act: Callable[[str], None], run: str) -> Answer:
    act(run)
    return jsonify({})


def _asked(key: str) -> list[str] | None:
    """Give a list of names from the JSON of the request; None where there is none."""
    asked = request.get_json()
    found = asked.get(key) if isinstance(asked, dict) else None
    if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
        return None
    return found


def _add(adder: Adder, held: Held) -> Answer:
    request.max_content_length = LARGEST_UPLOAD
    request.max_form_parts = MOST_PARTS
    request.max_form_memory_size = LONGEST_PASTE
    try:
        return _added(adder, held())
    except RequestEntityTooLarge:
        return _blamed(TOO_MUCH, 413)
    except StoreAwayError as error:
        return _blamed(str(error), 503)
    except TimelineError as error:
        return _blamed(str(error), 400)
    except OSError as error:
        return _blamed(f"The articles could not be kept ({error.strerror}).", 507)


def _added(adder: Adder, held: Collection[str]) -> Answer:
    files = request.files.getlist("article")
    check_form(Upload, request.form)
    form = {name: request.form.get(name, "") for name in ("title", "text", "published", "same")}
    text, same = form["text"], form["same"]
    if len(files) > MOST_FILES:
        return _blamed(TOO_MUCH, 413)
    if same not in _SAME or not (files or text.strip()):
        return _blamed("There is no article: choose a file, or paste a text.", 400)
    wanted = [file.filename for file in files]
    if text.strip():
        wanted.append(paste_name(form["title"], text))
    found = names_of(wanted, held, both=same == "both")
    taken = [name for name, is_taken in found if is_taken]
    if taken and not same:
        return jsonify({"error": "These articles are there already.", "held": taken}), 409
    batch = Batch()
    for (name, _), file in zip(found, files, strict=False):
        batch.add(name, file.stream)
    if text.strip():
        _paste(batch, found[-1][0], form)
    if not batch.files:
        return _blamed("; ".join(f"{name} {reason}" for name, reason in batch.refused), 413)
    return jsonify({"run": adder.begin(batch)}), 202


def _paste(batch: Batch, name: str, form: dict[str, str]) -> None:
    """Put a pasted text beside the files; raise DateInputError where its date is none."""
    published = form["published"].strip()
    if published:
        published_claim(published)
        batch.given[name] = published
    text = paste_text(form["title"], form["text"].replace("\r\n", "\n"))
    batch.add(name, BytesIO(text.encode()))


def _blamed(words: str, status: int) -> tuple[Response, int]:
    return jsonify({"error": words}), status
