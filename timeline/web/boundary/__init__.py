"""The boundary: every request is checked against a schema before anything else looks at it.

`checking.py` stands before a page. What a request may hold is told by `callbacks` and `values` for
the callbacks of Dash, and by `routes` for all other addresses; a test holds that none is missing.
A request that does not fit is answered with 400 and one sentence; `failures.py` has one for
everything else that can go wrong.
"""
