"""What stands before the telling in the sentence of a news page: datelines and update stamps.

A page's text runs them into the first sentence: "CAIRO, Egypt (CNN) -- The curfew ...", "LONDON |
Mon May 3, 2010 7:39 pm EDT LONDON (Reuters) - The bank ...", "(Update 4:08 a.m. Tuesday) The ...".
They name where and when it was written, and lead the parser astray.
"""

import re
from collections.abc import Iterable

from timeline.model.span import Span

# Of what a dateline stands in: an agency in brackets, then a dash, then the telling.
_AGENCY = re.compile(
    r"""(?:\A[^\W\d_][\w.'’-]*(?:[\ ,/]+[^\W\d_a-z][\w.'’]*){0,5}  # "Cairo, Egypt" at the head
      |\b[^\W\d_a-z]{3,}(?:[\ .'-]+[^\W\d_a-z]{2,})*            # or a city in capitals anywhere
       (?:,\ [^\W\d_][\w.]*(?:\ \d{1,2})?){0,2})                  # its country, the day
    \s*\([^\W\d_a-z][\w./&!’'\ -]{1,30}\)\s*(?:--?|[–—])\s*(?=["“'‘]?[^\W\d_a-z]|["“'‘]?\d)""",
    re.VERBOSE,
)
# "NEW YORK -- The mayor ...", "Snow and more snow -- A storm ...": no second dash closes an aside.
_PLACE = re.compile(
    r"\b[^\W\d_a-z]{3,}(?:[ .'-]+[^\W\d_a-z]{2,})*\s(?:--|—)\s(?=[\"“]?[^\W\d_a-z])"
)
_TEASER = re.compile(r"\A[\"“]?[^\W\d_a-z][^.;:!?]{2,60}?\s(?:--|—)\s(?=[\"“]?[^\W\d_a-z])")
_DASH = re.compile(r"\s(?:--|—)\s")
_STAMP = re.compile(r"\A\s*[(\[][^()\[\]]{3,80}[)\]]\s*(?=[\"“'‘]?[^\W\d_a-z])")
FURTHEST = 400  # characters of a sentence within which a dateline ends


def telling_start(text: str, sentence: Span, dates: Iterable[Span]) -> int:
    """Return where a sentence begins to tell, behind a dateline or a bracketed stamp.

    That is its own start where it has neither, or where no date stands behind them.
    """
    words = sentence.of(text)
    ends = [m.end() for m in _AGENCY.finditer(words[:FURTHEST])]
    if len(_DASH.findall(words)) == 1:
        ends += [m.end() for pattern in (_PLACE, _TEASER) if (m := pattern.search(words))]
    stamp = _STAMP.match(words)
    if stamp and any(d.overlaps(Span(sentence.start, sentence.start + stamp.end())) for d in dates):
        ends.append(stamp.end())
    start = sentence.start + max(ends, default=0)
    return start if any(d.start >= start for d in dates) else sentence.start
