"""How fast text is tagged, beside dateparser's own search on the same text in the same run."""

import os
import re
import time
import warnings
from pathlib import Path

from dateparser.search import search_dates

from tests.quality.bench_row import Row, median_seconds
from timeline import pipeline
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.reading import read_text
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLE = 20_000  # characters that dateparser is given: it is slow
SEARCH_TIMES = 3


def measure() -> list[Row]:
    """Time tagging with resolution, the peer, and the whole extraction of the seeds."""
    text = _text()
    paragraphs = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    date = from_edtf("2023-02-08")

    def tagging() -> None:
        resolve_all(tag_text(text, paragraphs), date)

    def searching() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            search_dates(text[:SAMPLE], languages=["en"])

    tagging()  # rules are compiled once
    ours = len(text) / median_seconds(tagging)
    peer = min(len(text), SAMPLE) / median_seconds(searching, SEARCH_TIMES)
    return [
        Row("tagging and resolving", f"{ours / 1e6:.2f} MB/s"),
        Row("dateparser.search_dates, same text", f"{peer / 1e6:.3f} MB/s"),
        Row("ratio", f"{ours / peer:.1f} x"),
        _extraction(),
    ]


def _extraction() -> Row:
    articles = [read_text(path.name, path.read_text(encoding="utf-8")) for path in SEEDS.iterdir()]
    for article in articles:
        pipeline.analyse(article)  # loads the parser
    words = sum(len(article.text.split()) for article in articles)
    start = time.process_time()
    for article in articles:
        pipeline.analyse(article)
    spent = time.process_time() - start
    return Row("extraction of the seeds", f"{words / spent:,.0f} words/CPU-s")


def _text() -> str:
    folder = os.environ.get("TIMELINE_CORPORA")
    paths = sorted(Path(folder, "timex", "timebank").glob("*.tml")) if folder else []
    raw = "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    if raw:
        return re.sub(r"<[^>]*>", "", raw)
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())) * 10
