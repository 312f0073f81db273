"""A digest as a file: JSON for programs, and a chronology of two pages for an editor.

Every writer is pure but for its stream: the same digest gives the same bytes.
"""

from timeline.export.digest.formats import DIGEST_FORMATS, DigestFormat, write_digest
from timeline.export.digest.records import day_record, digest_record

__all__ = ["DIGEST_FORMATS", "DigestFormat", "day_record", "digest_record", "write_digest"]
