"""From text to article: marks first, then title and sentences from what is left."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from itertools import islice

from timeline.errors import ReadingError
from timeline.languages.date_order import in_order
from timeline.model.article import Article, ClaimSource, DateClaim, Mark
from timeline.model.span import Span
from timeline.model.when import When
from timeline.reading import references
from timeline.reading.boilerplate import boilerplate_marks, is_right
from timeline.reading.claims import Found
from timeline.reading.dateline import dateline
from timeline.reading.entry_lines import date_goes_on, entry_starts
from timeline.reading.facts import NOTHING_KNOWN, Facts
from timeline.reading.filename_date import filename_claim
from timeline.reading.frames import Framed, framed
from timeline.reading.header import REASON as HEADER
from timeline.reading.header import header_marks
from timeline.reading.label_block import label_block, subject_of
from timeline.reading.language import language_of
from timeline.reading.lines import Line, lines_of
from timeline.reading.mail_marks import QUOTATION, without_dated_signatures, without_framed
from timeline.reading.paragraphs import Breaks, Paragraph, paragraphs_of, wrap_width
from timeline.reading.publisher import publisher_of
from timeline.reading.record_dates import in_words_of
from timeline.reading.references import is_access_note, reference_marks
from timeline.reading.sentences import sentences_of
from timeline.reading.title import Headline, headline, made_title
from timeline.wording.names import escaped

LONGEST = 10_000_000  # characters; the longest novels have a third of it
MOST = 200_000  # lines, and sentences; the later stages need time and memory for each
SHORT = 100  # characters; a declared language is surer than what so few letters tell
DATELINE_PARAGRAPHS = 4  # from the start of the story; summaries may stand before it
HEAD_LINES = 30  # in which the head of a printed mail stands
_RELIABILITY = {source: rank for rank, source in enumerate(ClaimSource)}


def read_text(
    document: str,
    text: str,
    facts: Facts | None = None,
    *,
    whole: bool = False,
    marks: Sequence[Mark] = (),
) -> Article:
    """Make an article of a text; raise `ReadingError` where the text shows nothing.

    `document` is the file name relative to the folder given; a date in it is a claim, too. In
    a `whole` text only what repeats the file's creation time is marked; other headers and datelines
    are sentences as well as claims, and it has no frames. `marks` are stretches that are known to
    be none of the story.
    """
    facts = facts or NOTHING_KNOWN
    if len(text) > LONGEST:
        raise ReadingError(
            escaped(document), f"is no article: it has more than {LONGEST:,} characters"
        )
    lines = tuple(islice(lines_of(text), MOST + 1))
    if not lines:
        raise ReadingError(escaped(document), "is empty" if not text else "holds only white space")
    if len(lines) > MOST:
        raise ReadingError(escaped(document), f"is no article: it has more than {MOST:,} lines")
    language = facts.language or _language(text, facts.declared)
    languages = _read_in(language, facts)
    marks = without_dated_signatures(text, marks, languages)
    unmarked = _outside(lines, [mark for mark in marks if mark.reason != QUOTATION])
    parted = Framed(unmarked) if whole else framed(text, unmarked, languages[0])
    marks = without_framed(marks, parted)
    if parted.marks and not facts.language:  # stamps and names tell no language
        language = _language("\n".join(line.text for line in parted.lines) or text, facts.declared)
        languages = _read_in(language, facts)
    lines = _outside(parted.lines, marks)
    breaks = Breaks(entry_starts(lines, languages), date_goes_on(lines, languages))
    width = wrap_width(lines, breaks)
    blocks = paragraphs_of(text, lines, width, breaks)
    headers = header_marks(blocks, languages)
    labels = [] if whole else _label_block(lines, headers)
    aside = _known_marks(headers, facts) if whole else _page_marks(headers, blocks, languages)
    aside = [*aside, *labels]
    story = paragraphs_of(text, _without(lines, {mark.span for mark in aside}), width, breaks)
    subject = subject_of(lines, labels)
    title = None if subject or _has_sure_dateline(story, languages) else headline(story)
    body = story[1:] if title else story
    title = subject or title
    opening = _dateline(body, languages)
    cut = () if whole else opening
    told = _sentences(text, body, cut, language)
    notes = [] if whole else [s for s in told if _is_note(s.of(text), languages)]
    aside = [*aside, *(Mark(span, references.REASON) for span in notes)]
    sentences = tuple(span for span in told if span not in notes)
    if len(sentences) > MOST:
        raise ReadingError(escaped(document), f"is no article: it has more than {MOST:,} sentences")
    source, basis = publisher_of(facts)
    return Article(
        document=document,
        text=text,
        title=facts.title or _title(document, text, title, sentences, language),
        sentences=(title.span, *sentences) if title else sentences,
        marks=tuple(
            sorted((*marks, *parted.marks, *aside, *(hit.mark for hit in cut)), key=_place)
        ),
        claims=_claims(document, facts, (*headers, *opening), languages[0]),
        title_span=title.span if title and facts.title in (None, title.text) else None,
        language=language,
        url=facts.url,
        source=source,
        frames=parted.frames,
        source_basis=basis,
        day_first=facts.day_first,
    )


def _read_in(language: str, facts: Facts) -> tuple[str, ...]:
    """Return the languages in which dates are read, the text's own first, with a stated order."""
    return tuple(dict.fromkeys((in_order(language, day_first=facts.day_first), "en")))


def _outside(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[Line, ...]:
    """Return the lines that begin in no mark."""
    starts = [mark.span.start for mark in marks]
    if starts != sorted(starts):
        marks = sorted(marks, key=_place)
        starts = [mark.span.start for mark in marks]

    def is_marked(line: Line) -> bool:
        at = bisect_right(starts, line.span.start) - 1
        return at >= 0 and line.span.start < marks[at].span.end

    return tuple(line for line in lines if not is_marked(line)) if marks else tuple(lines)


def _language(text: str, declared: str | None) -> str:
    """Return the language; one that is declared counts for a short text, and gives the country."""
    found = language_of(text)
    if declared and (len(text) < SHORT or declared.split("-")[0].lower() == found):
        return declared
    return found


def _label_block(lines: Sequence[Line], headers: Sequence[Found]) -> list[Mark]:
    """Return the other lines of the head in which a labelled date stands."""
    dated = [hit.mark for hit in headers if any(c.source is ClaimSource.LABEL for c in hit.claims)]
    return list(label_block(lines[:HEAD_LINES], dated, HEADER)) if dated else []


def _page_marks(
    headers: Sequence[Found], blocks: Sequence[Paragraph], languages: tuple[str, ...]
) -> list[Mark]:
    """Return what is no part of the story: header lines and what belongs to the page."""
    marks = [hit.mark for hit in headers]
    taken = {mark.span for mark in marks}
    for found in (reference_marks(blocks), boilerplate_marks(blocks, languages)):
        marks += [mark for mark in found if mark.span not in taken]
        taken = {mark.span for mark in marks}
    return marks


def _is_note(sentence: str, languages: tuple[str, ...]) -> bool:
    """Return whether a sentence belongs to the page: when it was read, whose right it is."""
    return is_access_note(sentence, languages) or is_right(sentence, languages)


def _known_marks(headers: Iterable[Found], facts: Facts) -> list[Mark]:
    """Return the header lines that say only what the file's creation time says.

    They are no text.
    """
    created = [c.when for c in facts.claims if c.source is ClaimSource.CREATION]
    known = {(when.first, when.last) for when in created}
    return [
        hit.mark
        for hit in headers
        if hit.claims and all((c.when.first, c.when.last) in known for c in hit.claims)
    ]


def _without(lines: Sequence[Line], taken: Container[Span]) -> list[Line]:
    return [line for line in lines if line.span not in taken]


def _place(mark: Mark) -> Span:
    return mark.span


def _has_sure_dateline(story: Sequence[Paragraph], languages: tuple[str, ...]) -> bool:
    """Return whether the first paragraph opens with a dateline that no headline could have."""
    if not story:
        return False
    first = story[0]
    hit = dateline(first.text, first.span.start, languages, first=False)
    if hit is None:
        return False
    alone = hit.mark.span.end == first.span.end
    return alone or bool(hit.claims) or "(" in first.text[: len(hit.mark.span)]


def _dateline(body: Sequence[Paragraph], languages: tuple[str, ...]) -> tuple[Found, ...]:
    """Find the story's dateline: at its start, or a little below it."""
    for number, paragraph in enumerate(body[:DATELINE_PARAGRAPHS]):
        hit = dateline(paragraph.text, paragraph.span.start, languages, first=number == 0)
        if hit:
            return (hit,)
    return ()


def _sentences(
    text: str, body: Iterable[Paragraph], opening: Sequence[Found], language: str
) -> tuple[Span, ...]:
    """Return the sentences of the story's paragraphs, without the dateline."""
    after = {hit.mark.span.start: hit.mark.span.end for hit in opening}
    sentences: list[Span] = []
    for paragraph in body:
        span = paragraph.span
        start = after.get(span.start, span.start)
        if start < span.end:
            sentences += sentences_of(text, Span(start, span.end), language)
    return tuple(sentences)


def _title(
    document: str, text: str, found: Headline | None, sentences: Sequence[Span], language: str
) -> str:
    if found:
        return found.text
    told = (span.of(text) for span in sentences)
    first = next((sentence for sentence in told if any(map(str.isalnum, sentence))), None)
    return made_title(first, language) if first else escaped(document)


def _claims(
    document: str, facts: Facts, found: Iterable[Found], language: str
) -> tuple[DateClaim, ...]:
    """Put every stated publication date in order, the most reliable first."""
    claims = [
        *in_words_of(language, facts.claims),
        *(claim for hit in found for claim in hit.claims),
    ]
    named = filename_claim(document, language)
    if named:
        claims.append(named)
    return tuple(sorted(_once(claims), key=lambda claim: _RELIABILITY[claim.source]))


def _once(claims: Iterable[DateClaim]) -> Iterable[DateClaim]:
    """Keep one of those with the same source and date: the one that stands in the text."""
    kept: dict[tuple[ClaimSource, str, When], DateClaim] = {}
    for claim in claims:
        key = (claim.source, "" if claim.when.resolved else claim.text, claim.when)
        if key not in kept or kept[key].span is None:
            kept[key] = claim if claim.span or key not in kept else kept[key]
    return kept.values()
