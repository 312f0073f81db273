"""Reading: from files to articles with marks, claimed dates, title and sentences.

`sources` lists the articles of files and folders, `read` reads one, `read_text` is the same for a
text that is in memory already. What is known from outside comes in as `Facts`: from `metadata` and
from `published_claim`.
"""

from timeline.reading.article import read_text
from timeline.reading.article_file import read
from timeline.reading.facts import Facts
from timeline.reading.given_date import published_claim
from timeline.reading.metadata_csv import Metadata, metadata
from timeline.reading.source_walk import Source, sources

__all__ = [
    "Facts",
    "Metadata",
    "Source",
    "metadata",
    "published_claim",
    "read",
    "read_text",
    "sources",
]
