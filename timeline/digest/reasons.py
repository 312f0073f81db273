"""Why a day is in a digest, in sentences for people."""

from collections.abc import Iterator

from timeline.wording.strings import text


def reasons(  # noqa: PLR0913 - each is a count
    *, documents: int, total: int, copies: int, later: int, sources: int, publishers: int
) -> Iterator[str]:
    """Yield the sentences: of `total` articles and `publishers`, how many tell, and how."""
    counts = {"count": f"{documents:,}", "total": f"{total:,}"}
    yield (
        text("digest.tells-one", **counts) if documents == 1 else text("digest.tell-many", **counts)
    )
    if copies:
        yield text("digest.copies", count=f"{copies:,}")
    if later == 1:
        yield text("digest.later-one")
    elif later:
        yield text("digest.later-many", count=f"{later:,}")
    if sources > 1:
        yield text("digest.publishers", count=f"{sources:,}", total=f"{publishers:,}")
