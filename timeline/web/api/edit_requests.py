"""What the page asks an editor to do: requests of the browser as calls, answers as plain data.

A request names what to `do`, by whom (`by`), on which `events`, with which `value`, and what the
person had seen (conflicts.py); the answer tells in words what was `said` and which `change` was
made, or what is wrong (`error`). Undo and redo are requests as well, whatever asks for them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from timeline.editing.editor import Editor
from timeline.errors import EditConflictError, EditError, StoreAwayError, TimelineError
from timeline.store import Change
from timeline.store.changes import UNDO
from timeline.web.api.conflicts import conflicts_told, sight_of
from timeline.web.api.field_requests import add, amend, category_of, status_of
from timeline.web.page.edit_words import title_of
from timeline.wording.labels import KINDS, counted

Editors = Callable[[str], Editor]
Request = Mapping[str, Any]
MOST_EVENTS = 5_000  # at once: as many as the table can show
FIELD_NAMES = {"when": "date", "members": "grouping", "pinned": "pin", "added": "event"}


def decide(editors: Editors, request: Request) -> dict[str, Any]:
    """Do what a request asks for and say what was done, or what is wrong."""
    told = {key: request.get(key) for key in ("do", "form", "count", "events")}
    act = _ACTS.get(str(request.get("do")))
    sight = sight_of(request)
    editor = editors(str(request.get("by") or "")).with_sight(sight)
    try:
        if act is None:
            raise EditError(f"nothing is called {request.get('do')!r}")
        said, number = act(editor, request)
    except EditConflictError as error:
        titles = {key: event.title for key, event in editor.events().items()}
        return {**told, **conflicts_told(error, titles, sight)}
    except StoreAwayError:
        raise  # the server says so
    except TimelineError as error:
        return {**told, "error": str(error)}
    if number is None:
        return {**told, "said": "Nothing changed: it is so already."}
    change = editor.change(number)
    subject = change.edits[0].subject if change and change.edits else ""
    return {**told, "said": said, "change": number, "event": subject}


Done = tuple[str, int | None]
Act = Callable[[Editor, Request], Done]


def _ids(request: Request) -> list[str]:
    events = request.get("events")
    found = [str(one) for one in events] if isinstance(events, list) else []
    if not found:
        raise EditError("choose an event first")
    if len(found) > MOST_EVENTS:
        raise EditError(f"{len(found):,} events are too many at once; at most {MOST_EVENTS:,}")
    return found


def _value(request: Request) -> str:
    return str(request.get("value") or "").strip()


def _named(editor: Editor, ids: Sequence[str]) -> str:
    """Name the events: one by its title, several by their number."""
    events = editor.events()
    if len(ids) == 1 and ids[0] in events:
        return f"“{events[ids[0]].title}”"
    return counted(len(ids), "event")


def _on_all(words: str, call: Callable[[Editor, list[str], str], int | None]) -> Act:
    """Make an act on several events; `words` say what was done to `{}` with `{value}`."""

    def act(editor: Editor, request: Request) -> Done:
        ids, value = _ids(request), _value(request)
        named = _named(editor, ids)
        return words.format(named, value=value), call(editor, ids, value)

    return act


def _merge(editor: Editor, request: Request) -> Done:
    ids = _ids(request)
    change = editor.merge(ids)
    return f"Merged {counted(len(ids), 'event')} into {_named(editor, ids[:1])}", change


def _split(editor: Editor, request: Request) -> Done:
    ids, wanted = _ids(request), request.get("places")
    places = [one for one in wanted if isinstance(one, int)] if isinstance(wanted, list) else []
    if not places:
        raise EditError("tick the sentences that tell of another event")
    named = _named(editor, ids[:1])
    sentences = request.get("sentences")
    change = editor.split(ids[0], places, sentences if isinstance(sentences, str) else None)
    return f"Split {named}: {counted(len(places), 'sentence')} became an event of its own", change


def _revert(editor: Editor, request: Request) -> Done:
    ids, field = _ids(request), _value(request)
    change = editor.revert(ids[0], field)
    name = FIELD_NAMES.get(field, field)
    return f"The machine's word on the {name} of {_named(editor, ids[:1])} holds again", change


def _undo(editor: Editor, request: Request) -> Done:
    number = request.get("change")
    change = editor.undo(number if isinstance(number, int) else None)
    return _taken_back(editor, change)


def _redo(editor: Editor, _request: Request) -> Done:
    return _taken_back(editor, editor.redo())


def _taken_back(editor: Editor, change: Change) -> Done:
    """Say what was undone or done again: by the kind of the change that it all began with."""
    verb = "Undone" if change.kind == UNDO else "Done again"
    first: Change | None = change
    while first is not None and first.undoes is not None:
        first = editor.change(first.undoes)
    kind = first.kind if first else ""
    titles = {key: event.title for key, event in editor.events().items()}
    named = list(dict.fromkeys(f"“{title_of(edit, titles)}”" for edit in change.edits))
    what = named[0] if len(named) == 1 else counted(len(named), "event")
    return f"{verb}: {KINDS.get(kind, kind).lower()} {what}", change.id


_ACTS: dict[str, Act] = {
    "confirm": _on_all("Confirmed {}", lambda d, ids, _: d.confirm(ids)),
    "reject": _on_all("Rejected {}: off the timeline", lambda d, ids, _: d.reject(ids)),
    "reopen": _on_all("Reopened {}", lambda d, ids, _: d.reopen(ids)),
    "pin": _on_all("Pinned {}", lambda d, ids, _: d.pin(ids)),
    "unpin": _on_all("Unpinned {}", lambda d, ids, _: d.pin(ids, pinned=False)),
    "tag": _on_all("Tagged {} as {value}", lambda d, ids, value: d.tag(ids, value)),
    "untag": _on_all("Took {value} off {}", lambda d, ids, value: d.tag(ids, value, off=True)),
    "status": _on_all("{} is {value}", lambda d, ids, v: d.set_status(ids, status_of(v))),
    "category": _on_all("{} is {value}", lambda d, ids, v: d.set_category(ids, category_of(v))),
    "merge": _merge,
    "split": _split,
    "revert": _revert,
    "edit": amend,
    "add": add,
    "undo": _undo,
    "redo": _redo,
}
