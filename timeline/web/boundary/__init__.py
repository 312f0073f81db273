"""The boundary: every request is checked against a schema before anything else looks at it.

`check_requests` stands before a page. What a request may hold is told by `callbacks` and `values`
for the callbacks of Dash, and by `routes` for all other addresses; a test holds that none is
missing. A request that does not fit is answered with 400 and one sentence; `answer_failures` has
one for everything else that can go wrong.
"""

from timeline.web.boundary.checking import check_form, check_requests
from timeline.web.boundary.failures import answer_failures

__all__ = ["answer_failures", "check_form", "check_requests"]
