"""How fast text is tagged, beside its peers on the same text in the same run.

Seconds are those that a core was at work, so that what else the machine does counts less; each
figure is the best of several runs, for noise only adds. What is timed is the core of
`timeline tag`: sentences in, time expressions with their readings out.
"""

import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from dateparser.search import search_dates

from tests.quality import bench_chrono, bench_text, timex
from tests.quality.bench_row import Row, barred, core_seconds
from tests.quality.timeml_gold import GoldDocument
from timeline.app import pipeline
from timeline.jobs.gc_tuning import relax_garbage_collection
from timeline.model.calendar import civil, day_number
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.model.units import precision_of, unit_bounds
from timeline.reading import read_text
from timeline.resolving import resolve_all, story
from timeline.resolving.resolve import counts_from_the_text
from timeline.tagging import candidates, patterns, refiners, tag_text
from timeline.tagging.token_classes import integer_classes
from timeline.tagging.tokens import alphabet

SEEDS = Path(__file__).parents[2] / "seeds"
DATE = from_edtf("2023-02-08")
SIZE = 10_000_000  # characters
SAMPLE = 100_000  # characters that dateparser is given: it is slow
TIMES = 3
TURNS = 5  # with chrono-node; the median counts
LEAST = 2.0  # MB a second
LEAST_OVER_SEARCH, LEAST_OF_CHRONO, LEAST_VALUE = 20, 0.5, 2.0
COLD = 0.0002  # seconds for a phrase
REMEMBERING = (
    candidates._short_run,
    patterns._short_run,
    integer_classes,
    counts_from_the_text,
    civil,
    day_number,
    precision_of,
    refiners._concerned,
    unit_bounds,
    story._newsy,
    story._year,
)


def measure() -> list[Row]:
    """Time tagging with resolution, the peers, a phrase, and the extraction of the seeds."""
    documents = bench_text.documents()
    grown = bench_text.Grown([document.text for document in documents], SIZE)
    spans = list(grown.sentences)

    def tagging() -> None:
        resolve_all(tag_text(grown.text, spans), DATE)

    tagging()  # rules are compiled once
    relax_garbage_collection()  # as the command does
    ours = len(grown.text) / best_seconds(tagging)
    searched = grown.text[:SAMPLE]
    search = len(searched) / best_seconds(lambda: _search(searched))
    return [
        Row("text of the benchmark", f"{len(grown.text) / 1e6:.1f} MB", bench_text.folder().name),
        barred("tagging and resolving", ours / 1e6, "MB/s", LEAST),
        Row("dateparser.search_dates", f"{search / 1e6:.3f} MB/s"),
        barred("  times as fast", ours / search, "x", LEAST_OVER_SEARCH),
        *_beside_chrono(documents, lambda: len(grown.text) / best_seconds(tagging, 1)),
        _phrases(),
        _extraction(),
    ]


def best_seconds(task: Callable[[], object], times: int = TIMES) -> float:
    """Run a task several times and give the fewest seconds that a core was at work."""
    return min(core_seconds(task) for _ in range(times))


def _search(text: str) -> None:
    """Search a paragraph at a time: on longer texts it is slower still."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for paragraph in text.split("\n"):
            if paragraph.strip():
                search_dates(paragraph, languages=["en"])


def _beside_chrono(documents: Sequence[GoldDocument], ours: Callable[[], float]) -> list[Row]:
    """Take turns with chrono-node, so that what else the machine does slows both."""
    name = f"{bench_chrono.PACKAGE} {bench_chrono.VERSION}"
    try:
        turns = [(ours(), bench_chrono.measure(documents, SIZE)) for _ in range(TURNS)]
    except bench_chrono.NotMeasuredError as error:
        return [Row(name, "-", str(error))]
    share = statistics.median(speed / chrono.speed for speed, chrono in turns)
    speed = statistics.median(chrono.speed for _, chrono in turns)
    its_value = turns[0][1].value
    _, found = timex.run(bench_text.folder())
    value = timex.figures(found).value
    return [
        Row(name, f"{speed / 1e6:.2f} MB/s"),
        barred("  share of its speed", share, "x", LEAST_OF_CHRONO),
        Row("  value F1, ours and its", f"{value:.1f} {its_value:.1f}"),
        barred("  times its value F1", value / its_value, "x", LEAST_VALUE),
    ]


def _phrases() -> Row:
    """Read the dated phrases of the seeds one by one, with nothing remembered."""
    taken = []
    for path in sorted(SEEDS.iterdir()):
        article = read_text(path.name, path.read_text(encoding="utf-8"))
        for expression in tag_text(article.text, article.sentences):
            phrase = expression.phrase.of(article.text)
            taken.append(min(_cold_seconds(phrase) for _ in range(TIMES)))
    figure = statistics.median(taken)
    met = figure < COLD
    bar = f"under {1000 * COLD:g} ms: {'yes' if met else 'NO'} (slowest {1000 * max(taken):.2f} ms)"
    return Row("a single phrase, cold", f"{1000 * figure:.3f} ms", bar, met)


def _cold_seconds(phrase: str) -> float:
    for cache in REMEMBERING:
        cache.cache_clear()
    alphabet("en").by_text.clear()
    alphabet("en").chunks.clear()
    start = time.perf_counter()
    resolve_all(tag_text(phrase, [Span(0, len(phrase))]), DATE)
    return time.perf_counter() - start


def _extraction() -> Row:
    articles = [read_text(path.name, path.read_text(encoding="utf-8")) for path in SEEDS.iterdir()]
    for article in articles:
        pipeline.analyse(article)  # loads the parser
    words = sum(len(article.text.split()) for article in articles)
    start = time.process_time()
    for article in articles:
        pipeline.analyse(article)
    spent = time.process_time() - start
    return Row("extraction of the seeds", f"{words / spent:,.0f} words/s")
