"""Names that may be one: what the collection proposes, and what people decide of it."""

from timeline.web.api.context import ApiContext
from timeline.web.api.edits import EditAnswer, EditRequest, answered, editor_of
from timeline.web.api.operation import Answer, edit, operation
from timeline.web.api.paging import Paged
from timeline.web.boundary.models import Value
from timeline.wording.strings import text


class NameProposal(Answer):
    """Two names that may be one; `articles` count those of each, `likeness` is from 0 to 1."""

    name: str
    other: str
    why: str
    likeness: float
    articles: list[int]


class NameProposals(Answer):
    """Proposals, those of the most articles first."""

    offset: int
    total: int
    proposals: list[NameProposal]


class JoinNames(EditRequest):
    """Take two names for one, shown as the first."""

    name: Value
    other: Value


class PartNames(EditRequest):
    """Take two names for those of two."""

    name: Value
    other: Value


@operation("GET", "/names/proposals", refusals={403: "nothing can be edited here"})
def list_name_proposals(context: ApiContext, query: Paged) -> NameProposals:
    """List the pairs of names that may be one and of which nobody has decided."""
    found = context.editor(None).name_proposals()
    shown = found[query.offset : query.offset + query.limit]
    listed = [
        NameProposal(
            name=one.name,
            other=one.other,
            why=one.why.name.lower(),
            likeness=one.likeness,
            articles=list(counts),
        )
        for one, counts in shown
    ]
    return NameProposals(offset=query.offset, total=len(found), proposals=listed)


@edit("join")
def join_names(context: ApiContext, body: JoinNames) -> EditAnswer:
    """Take two names for one in the whole collection; undoing the edit takes it back."""
    editor = editor_of(context, body)
    said = text("answers.names-joined", name=body.name, other=body.other)
    return answered(editor, said, editor.join_names(body.name, body.other))


@edit("part")
def part_names(context: ApiContext, body: PartNames) -> EditAnswer:
    """Take two names for those of two in the whole collection; undoing it takes it back."""
    editor = editor_of(context, body)
    said = text("answers.names-parted", name=body.name, other=body.other)
    return answered(editor, said, editor.part_names(body.name, body.other))
