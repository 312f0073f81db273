"""How well letters of drawn pages are recognised: errors in a hundred letters, and whole dates.

    python -m tests.quality.scans [--font FILE] [LANGUAGE...]

Each passage of `scans.toml` is drawn as at 200 dots an inch in three sizes of letters, as it is and
spoilt: askew, blurred, specked, and as a JPEG of low quality. An error is a letter that is put in,
left out or taken for another; blanks and ends of lines count as one blank.
"""

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.reading.scan_makers import noisy, wrapped, written
from timeline.model.article import Article
from timeline.reading import ReadingProcess, read_bytes

PASSAGES = Path(__file__).with_name("scans.toml")
DOTS = 200  # an inch
SIZES = (8, 10, 12)  # points
WIDTH = 1_000  # pixels of a line
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a page: how many letters it has and are wrong, its dates, and those whole."""

    letters: int
    wrong: int
    dates: int
    whole: int


def drawn(text: str, font: Font, size: int) -> Image.Image:
    """Draw a passage as a page."""
    lines = wrapped(text, WIDTH, font)
    step = round(1.3 * size * DOTS / 72)
    page = Image.new("L", (WIDTH + 200, step * len(lines) + 200), 255)
    draw = ImageDraw.Draw(page)
    for row, line in enumerate(lines):
        draw.text((100, 100 + row * step), line, fill=20, font=font)
    return page


def spoilt(page: Image.Image) -> bytes:
    """Return a page as a bad scanner gives it."""
    askew = page.rotate(1.0, fillcolor=235, resample=Image.Resampling.BICUBIC)
    blurred = askew.filter(ImageFilter.GaussianBlur(0.8))
    return written(noisy(blurred, share=0.01), "JPEG", quality=35)


def measured(text: str, dates: Sequence[str], data: bytes, process: ReadingProcess) -> Measured:
    """Return how well a page is read."""
    (article,) = read_bytes("page.png", data, process=process)
    found = " ".join(article.text.split()) if isinstance(article, Article) else ""
    wanted = " ".join(text.split())
    return Measured(
        len(wanted), distance(found, wanted), len(dates), sum(date in found for date in dates)
    )


def distance(one: str, other: str) -> int:
    """Return how many letters have to be put in, left out or changed to make one of the other."""
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        before, row[0] = row[0], place
        for at, wanted in enumerate(other, 1):
            before, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, before + (sign != wanted)),
            )
    return row[-1]


def pages(font: str | None, languages: Sequence[str]) -> Iterator[tuple[str, int, str, Measured]]:
    """Yield the language, the size and the state of each page, with what was measured."""
    passages = tomllib.loads(PASSAGES.read_text(encoding="utf-8"))
    with ReadingProcess() as process:
        for language in languages or passages:
            text, dates = passages[language]["text"].strip(), passages[language]["dates"]
            for size in SIZES:
                pixels = round(size * DOTS / 72)
                face: Font = (
                    ImageFont.truetype(font, pixels) if font else ImageFont.load_default(pixels)
                )
                page = drawn(text, face, size)
                for state, data in (("clean", written(page)), ("spoilt", spoilt(page))):
                    yield language, size, state, measured(text, dates, data, process)


def main() -> None:
    """Print a line a page, and the sums by state."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--font", help="a TrueType file; the one that Pillow brings otherwise")
    options.add_argument("languages", nargs="*")
    given = options.parse_args()
    sums: dict[str, list[Measured]] = {}
    for language, size, state, one in pages(given.font, given.languages):
        sums.setdefault(state, []).append(one)
        print(f"{language} {size:2} pt {state:6} {_told([one])}", flush=True)
    for state, all_of in sums.items():
        print(f"all {state:6} {_told(all_of)}")


def _told(all_of: Sequence[Measured]) -> str:
    letters, wrong = sum(one.letters for one in all_of), sum(one.wrong for one in all_of)
    dates, whole = sum(one.dates for one in all_of), sum(one.whole for one in all_of)
    return (
        f"{100 * wrong / letters:5.2f} % of {letters} letters wrong, {whole} of {dates} dates whole"
    )


if __name__ == "__main__":
    main()
