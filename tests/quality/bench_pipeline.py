"""The whole pipeline beside spaCy's own on the same articles, in turns.

Reading, tagging, resolving and the events of every article are timed against every component of
spaCy's model on the same text, an article at a time, on one core. Words are those between blanks;
seconds are of the processor. The parser is loaded before.
"""

import statistics

import spacy

from tests.quality import bench_text
from tests.quality.bench_row import Row, barred, core_seconds
from timeline.app import pipeline
from timeline.events.parser_model import model_folder
from timeline.reading import read_text

TURNS = 3
LEAST_WORDS = 2_500
LEAST_OF_SPACY = 1.5


def measure() -> list[Row]:
    """Take turns over all articles; medians."""
    texts = [document.text for document in bench_text.documents()]
    words = sum(len(text.split()) for text in texts)
    whole = spacy.load(model_folder())

    def ours() -> None:
        for text in texts:
            pipeline.analyse(read_text("bench.txt", text))

    def theirs() -> None:
        for text in texts:
            whole(text)

    pipeline.analyse(read_text("bench.txt", texts[0]))
    turns = [(core_seconds(ours), core_seconds(theirs)) for _ in range(TURNS)]
    speed = words / statistics.median(one for one, _ in turns)
    ratio = statistics.median(other / one for one, other in turns)
    met = speed >= LEAST_WORDS
    bar = f"at least {LEAST_WORDS:,}: {'yes' if met else 'NO'}"
    return [
        Row("whole pipeline", f"{speed:,.0f} words/s", bar, met),
        barred("  beside spaCy's own", ratio, "x", LEAST_OF_SPACY),
    ]
