"""Problem documents as types, for the description of the API."""

from pydantic import BaseModel, ConfigDict


class Fault(BaseModel):
    """A place in a request, and what is needed there."""

    place: list[str | int]
    detail: str


class ProblemDocument(BaseModel):
    """Why a request was refused (RFC 9457); `errors` are the places that are at fault."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] | None = None


class EditConflictProblem(BaseModel):
    """A field with the value that somebody put there since, and the one that was asked for.

    `theirs` and `mine` are in words; `held` is the other value as the history keeps it.
    """

    event: str
    title: str
    field: str
    name: str
    theirs: str
    mine: str
    held: str
    by: str
    at: str


class ConflictProblem(ProblemDocument):
    """An edit that was refused, for somebody else was quicker; nothing was written.

    `conflicts` are the first of them and `more` counts the others, `conflicted` are the events of
    all of them. Sent again with this `as_of` the edit insists.
    """

    conflicts: list[EditConflictProblem] | None = None
    more: int | None = None
    conflicted: list[str] | None = None
    as_of: int | None = None
    held: list[str] | None = None
