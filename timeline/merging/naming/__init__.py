"""Names over a collection: which forms are one name, which may be, and why.

`observed` reads what one article shows of its names, `learning` makes of all of them the table of
names and the proposals. Both are pure functions; the order of the articles changes nothing.
"""
