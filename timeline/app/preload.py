"""What each process that reads and analyses needs: loaded once, before they are forked.

The parser alone takes a second to load, and what is loaded by then is memory that they share.
"""

from timeline.app.pipeline import analyse
from timeline.jobs.gc_tuning import relax_garbage_collection
from timeline.reading import read_text

analyse(read_text("", "The river flooded the town on 5 May 2024."))
relax_garbage_collection()
