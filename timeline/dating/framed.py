"""What the frames of a text, each with a day of its own, say of its publication.

What stands in a frame was told on that day, and says nothing else of the article's. A chat or a log
was written up to its last stamp. What an article quotes is older than it is; comments are younger.
"""

from collections.abc import Iterator
from dataclasses import replace

from timeline.dating.constraint import Constraint, Weight
from timeline.model.article import Article, FrameKind, TextFrame, frame_at
from timeline.model.timeline import Analysis
from timeline.wording.dates import interval_in_words

SEVERAL = 2
_LOGS = (FrameKind.MESSAGE, FrameKind.ENTRY)


def outside_frames(analysis: Analysis) -> Analysis:
    """Return what a text tells in its own name, without what stands in frames."""
    article = analysis.article
    frames = article.frames
    if not frames:
        return analysis
    sentences = tuple(s for s in article.sentences if frame_at(frames, s.start) is None)
    return replace(
        analysis,
        article=replace(article, sentences=sentences),
        expressions=tuple(
            e for e in analysis.expressions if frame_at(frames, e.span.start) is None
        ),
        mentions=tuple(m for m in analysis.mentions if frame_at(frames, m.sentence.start) is None),
    )


def of_frames(article: Article) -> Iterator[Constraint]:
    """Yield what the days of the frames say of the publication day."""
    logged = [frame for frame in article.frames if frame.kind in _LOGS]
    if logged and _is_whole(article, logged[0]):
        last = max(frame.day for frame in logged)
        yield Constraint(
            f"Its last stamp is of {interval_in_words(last, last)}, and up to then it was written.",
            last,
            last,
            weight=Weight.STATED,
        )
        return
    quoted = [frame.day for frame in article.frames if frame.kind is not FrameKind.COMMENT]
    if quoted:
        yield Constraint(
            f"It quotes what is stamped {interval_in_words(max(quoted), max(quoted))}, so it was"
            " published then or later.",
            earliest=max(quoted),
            weight=Weight.STATED,
        )
    comments = [frame.day for frame in article.frames if frame.kind is FrameKind.COMMENT]
    if len(comments) >= SEVERAL:  # one alone may be a mail that is quoted
        yield Constraint(
            f"Its first comment is of {interval_in_words(min(comments), min(comments))}, so it was"
            " published then or earlier.",
            latest=min(comments),
            weight=Weight.STATED,
        )


def _is_whole(article: Article, first: TextFrame) -> bool:
    """Return whether no sentence of the article stands before its first stamp, but its title."""
    before = [s for s in article.sentences if s.start < first.span.start]
    return all(sentence == article.title_span for sentence in before)
