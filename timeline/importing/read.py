"""A person's event list, whichever it is: JSON is TimelineJS, everything else a table."""

from timeline.errors import TimelineError
from timeline.importing.event_table import read_event_table
from timeline.importing.imported import Imported
from timeline.importing.timelinejs import read_timelinejs

MOST_BYTES = 50_000_000


def read_list(data: bytes, name: str) -> Imported:
    """Read a list; `name` is what its events name as their source.

    Raises TimelineError where it is too large, no text in UTF-8, or holds no list of events.
    """
    if len(data) > MOST_BYTES:
        raise TimelineError(f"{name}: is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TimelineError(f"{name}: is no text in UTF-8; save it as CSV UTF-8 or JSON") from error
    reader = read_timelinejs if text.lstrip()[:1] in ("{", "[") else read_event_table
    return reader(text, name)
