"""Reading: from files to articles with marks, claimed dates, title and sentences.

`sources` lists files and those of folders, `read` reads the articles of one, `read_bytes` is the
same for a file that is in memory already, `read_text` for a text. Formats that need a parser are
read by a `ReadingProcess`. What is known from outside comes in as `Facts`: from `metadata` and from
`published_claim`.
"""

from timeline.reading.article import read_text
from timeline.reading.article_file import read, read_bytes
from timeline.reading.facts import NOTHING_KNOWN, Facts
from timeline.reading.given_date import published_claim
from timeline.reading.kinds import is_readable
from timeline.reading.metadata_csv import Metadata, metadata
from timeline.reading.sandbox.process import ReadingProcess, weaker_fence
from timeline.reading.source_walk import Source, sources

__all__ = [
    "NOTHING_KNOWN",
    "Facts",
    "Metadata",
    "ReadingProcess",
    "Source",
    "is_readable",
    "metadata",
    "published_claim",
    "read",
    "read_bytes",
    "read_text",
    "sources",
    "weaker_fence",
]
