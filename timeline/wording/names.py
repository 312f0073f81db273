"""Names in messages: quoted, the likest ones to a wrong one, and those that there are."""

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

MOST_NAMES = 20  # of those that there are, a message lists so many
MOST_SHOWN = 80  # characters of a name in a message
_CLOSE = 0.6  # difflib's likeness, from which on a name may be what was meant
_AS_CLOSE = 0.1  # how much less like it a name may be than the likest
_MOST_COMPARED = 20_000  # names that a wrong one is compared with
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, direction marks, raw bytes, line ends
_SHORTEST_PART = 3  # letters, from which on a name may be meant by a part of it


def quoted(name: str) -> str:
    """Return a name in quotation marks, on one line, and no longer than a message bears."""
    return repr(_shortened(name))


def close_names(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the names that a wrong one may have meant, the likest first."""
    by_folded: dict[str, str] = {}
    for one in known:
        if len(by_folded) >= _MOST_COMPARED:
            break
        by_folded.setdefault(one.casefold(), one)
    wanted = name.casefold()
    if not wanted.strip() or len(wanted) > MOST_SHOWN:
        return ()
    like = _likest(wanted, get_close_matches(wanted, by_folded, most, _CLOSE))
    longer = (one for one in by_folded if len(wanted) >= _SHORTEST_PART and wanted in one)
    found = dict.fromkeys((*like, *sorted(longer, key=len)[:most]))
    return tuple(by_folded[one] for one in found)[:most]


def _likest(wanted: str, close: Sequence[str]) -> list[str]:
    """Return those of close names that are about as like as the likest, which comes first."""
    likeness = {name: SequenceMatcher(None, name, wanted).ratio() for name in close}
    least = max(likeness.values(), default=0) - _AS_CLOSE
    kept = (name for name in close if likeness[name] >= least)
    return sorted(kept, key=lambda name: (-likeness[name], name))


def there_are(known: Sequence[str], listing: str = "") -> str:
    """Return the names that there are as the end of a sentence; of many the first."""
    if not known:
        return "there are none"
    shown = ", ".join(map(plain, known[:MOST_NAMES]))
    if len(known) <= MOST_NAMES:
        return f"there are: {shown}"
    where = f" (list them with {listing})" if listing else ""
    return f"there are: {shown} and {len(known) - MOST_NAMES:,} more{where}"


def meant(name: str, known: Sequence[str]) -> str:
    """Return the names that a wrong one may have meant, to end a sentence; nothing without any."""
    close = close_names(name, known)
    return f"; did you mean {' or '.join(map(plain, close))}?" if close else ""


def _shortened(name: str) -> str:
    return name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}…"


def plain(name: str) -> str:
    """Return a name on one line and shortened, without quotation marks where it needs none."""
    return on_one_line(_shortened(name))


def on_one_line(name: str) -> str:
    """Return a name whole and on one line, without quotation marks where it needs none."""
    return name if name.isprintable() and "," not in name else repr(name)


def escaped(name: str) -> str:
    r"""Return a file name with every unprintable character escaped: `\n`, `\u202e`, `\udcff`."""
    return "".join(
        c.encode("unicode_escape").decode("ascii") if unicodedata.category(c) in _UNSAFE else c
        for c in name
    )
