"""A sample collection: an invented disaster as five invented newspapers tell it for three months.

`history.toml` holds what happened and the sentences that tell it; `write` makes articles of them,
always the same ones, with what collections are made of: rising tolls, copies of an agency, names
spelled in two ways, plans, look-backs, figures and days that contradict each other, corrections,
and a newspaper that never says when it was published.
"""

from timeline.demo.folder import write_into
from timeline.demo.writing import METADATA, Written, metadata, written

__all__ = ["METADATA", "Written", "metadata", "write_into", "written"]
