"""The ways in of the page: files and pasted texts come, runs are cancelled and put away.

Answers are JSON: `{"run": id}` where a batch was taken, `{"error": sentence}` where it was not.
"""

import shutil
from collections.abc import Callable, Collection

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from timeline.errors import TimelineError
from timeline.reading import published_claim
from timeline.web.adder import Adder
from timeline.web.spool import (
    Batch,
    names_of,
    new_batch,
    paste_name,
    paste_text,
)

LARGEST_UPLOAD = 200_000_000  # bytes a request
MOST_FILES = 1_000  # a request
LONGEST_PASTE = 5_000_000  # bytes
MOST_NAMES = 10_000
TOO_MUCH = (
    f"That is too much at once: {LARGEST_UPLOAD // 1_000_000} MB and {MOST_FILES:,} files are the "
    "most. Add the articles in parts, or read them with timeline extract."
)
_SAME = ("", "replace", "both")


def take_uploads(server: Flask, adder: Adder, held: Callable[[], Collection[str]]) -> None:
    """Answer the requests by which articles come; `held` gives the names in the collection."""

    def names() -> Response | tuple[Response, int]:
        asked = request.get_json()
        given = asked.get("names", []) if isinstance(asked, dict) else []
        if not isinstance(given, list) or len(given) > MOST_NAMES:
            return _blamed("names: a list of names is needed", 400)
        found = names_of(map(str, given), held(), both=False)
        return jsonify([{"name": name, "held": is_taken} for name, is_taken in found])

    def add() -> Response | tuple[Response, int]:
        request.max_content_length = LARGEST_UPLOAD
        request.max_form_parts = MOST_FILES + 10
        request.max_form_memory_size = LONGEST_PASTE
        try:
            return _added(adder, held())
        except RequestEntityTooLarge:
            return _blamed(TOO_MUCH, 413)
        except TimelineError as error:
            return _blamed(str(error), 400)
        except OSError as error:
            return _blamed(f"The articles could not be kept ({error.strerror}).", 507)

    def cancel(run: str) -> Response | tuple[Response, int]:
        adder.cancel(run)
        return jsonify({})

    def put_away(run: str) -> Response | tuple[Response, int]:
        adder.put_away(run)
        return jsonify({})

    server.add_url_rule("/articles", "add_articles", add, methods=["POST"])
    server.add_url_rule("/articles/names", "article_names", names, methods=["POST"])
    server.add_url_rule("/runs/<run>/cancel", "cancel_run", cancel, methods=["POST"])
    server.add_url_rule("/runs/<run>/put-away", "put_run_away", put_away, methods=["POST"])


def _added(adder: Adder, held: Collection[str]) -> Response | tuple[Response, int]:
    files = request.files.getlist("article")
    form = {name: request.form.get(name, "") for name in ("title", "text", "published", "same")}
    text, same = form["text"], form["same"]
    if same not in _SAME or not (files or text.strip()):
        return _blamed("There is no article: choose a file, or paste a text.", 400)
    wanted = [file.filename for file in files]
    if text.strip():
        wanted.append(paste_name(form["title"], text))
    found = names_of(wanted, held, both=same == "both")
    taken = [name for name, is_taken in found if is_taken]
    if taken and not same:
        return jsonify({"error": "These articles are there already.", "held": taken}), 409
    with new_batch() as batch:
        for (name, _), file in zip(found, files, strict=False):
            batch.add(name, file.stream)
        if text.strip():
            _paste(batch, found[-1][0], form)
        if not batch.names:
            shutil.rmtree(batch.folder)
            return _blamed("; ".join(f"{name} {reason}" for name, reason in batch.refused), 413)
        return jsonify({"run": adder.begin(batch)}), 202


def _paste(batch: Batch, name: str, form: dict[str, str]) -> None:
    """Put a pasted text beside the files; raise DateInputError where its date is none."""
    published = form["published"].strip()
    if published:
        published_claim(published)
        batch.given[name] = published
    (batch.folder / name).write_text(
        paste_text(form["title"], form["text"].replace("\r\n", "\n")), "utf-8", newline=""
    )
    batch.names.append(name)


def _blamed(words: str, status: int) -> tuple[Response, int]:
    return jsonify({"error": words}), status
