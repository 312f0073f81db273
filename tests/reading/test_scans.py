"""Pictures and scanned pages: what is recognised, what is not, and that both are told."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.reading import makers
from tests.reading.alone import article_in, in_memory, reason_in
from tests.reading.makers import Story
from tests.reading.scan_makers import (
    FERRY,
    HARBOUR,
    TITLE,
    columns,
    noisy,
    pdf_with,
    png_of,
    written,
)
from timeline.model.article import RECOGNISED, Article
from timeline.reading import ReadingProcess
from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.formats import pdf, pictures, recognition, scan
from timeline.reading.formats.lost_blanks import with_blanks
from timeline.reading.formats.recognition import Pixels, Writing
from timeline.reading.formats.scan_layout import Box, lines_of
from timeline.reading.kinds import NAMES, Kind, kind_of

ROOT = Path(__file__).parents[2]
STORY = Story("A bridge at Lindholm", "2024-05-03", ("The bridge of Lindholm fell in 1931.",))
SIGNATURES = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".gif": b"GIF89a",
    ".tiff": b"II*\0",
    ".webp": b"RIFF\1\1\1\1WEBPVP8 ",
    ".bmp": b"BM\1\2\3\4\0\0\0\0",
}


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def likeness(text: str, wanted: str) -> float:
    return SequenceMatcher(None, text, wanted, autojunk=False).ratio()


def reasons(article: Article) -> dict[str, str]:
    return {out.reason: out.excerpt for out in article.left_out}


# ---- what is recognised, by the models themselves ----


def test_columns_of_a_noisy_page_askew_are_read_one_after_the_other(
    process: ReadingProcess,
) -> None:
    page = noisy(columns([HARBOUR, FERRY], TITLE)).rotate(1.5, fillcolor=255)
    article = article_in("a.jpg", written(page, "JPEG"), process)
    assert likeness(article.text, f"{TITLE}\n\n{HARBOUR}\n\n{FERRY}") > 0.98
    assert article.text.count("\n\n") == 2
    assert article.title == TITLE
    assert "3 May 2024" in article.text
    (note,) = (out for out in article.left_out if out.is_note)
    assert note.reason == RECOGNISED
    assert note.excerpt.startswith("mean certainty 9")


def test_a_page_that_was_laid_sideways_is_turned(process: ReadingProcess) -> None:
    page = columns([FERRY]).crop((0, 100, 640, 240)).rotate(90, expand=True)
    assert likeness(article_in("a.tiff", written(page, "TIFF"), process).text, FERRY[:90]) > 0.7


def test_pages_of_a_pdf_keep_their_text_and_pictures_among_them_are_recognised(
    process: ReadingProcess,
) -> None:
    data = pdf_with(makers.pdf(STORY), columns([HARBOUR]))
    article = article_in("a.pdf", data, process)
    assert "The bridge of Lindholm fell in 1931." in article.text
    assert likeness(article.text.rpartition("1931.")[2].strip(), HARBOUR) > 0.98
    assert "page without text" not in reasons(article)
    assert reasons(article)[RECOGNISED].endswith("%, 1 page")


def test_pictures_are_read_by_a_fenced_process_of_their_own_that_starts_with_the_first() -> None:
    with ReadingProcess() as process:
        assert process._scans is not None
        article_in("a.pdf", makers.pdf(STORY), process)
        assert process._scans._process is None
        blank = Image.new("L", (300, 200), 255)
        in_memory("a.zip", makers.packed({"b.png": written(blank), "c.txt": HARBOUR}), process)
        started = process._scans._process
        assert started is not None
        assert process._process is not None
        status = Path(f"/proc/{started.pid}/status").read_text(encoding="utf-8")
        assert "Seccomp:\t2\n" in status
        assert "Threads:\t1\n" in status


# ---- what is refused ----


@pytest.mark.parametrize("ending", SIGNATURES)
def test_what_only_begins_like_a_picture_is_named(ending: str, process: ReadingProcess) -> None:
    assert kind_of(SIGNATURES[ending], ".txt") == Kind.SCAN
    damaged = SIGNATURES[ending] + b"\0" * 600
    assert reason_in(f"a{ending}", damaged, process) == pictures.DAMAGED


@pytest.mark.filterwarnings("ignore")  # Pillow's on damage; the reading process ignores them
@given(st.sampled_from(sorted(SIGNATURES)), st.binary(max_size=400), st.integers(0, 3_000))
def test_any_bytes_are_pixels_or_named(ending: str, data: bytes, cut: int) -> None:
    for made in (SIGNATURES[ending] + data, WHOLE[ending][:cut] + data):
        with suppress(UnreadableError):
            pages = list(pictures.pages_of(made))
            assert pages
            assert all(page.dtype == np.uint8 and page.ndim == 3 for page in pages)


WHOLE = {
    ending: written(columns(["A"]).crop((60, 90, 160, 150)), kind)
    for ending, kind in {
        ".png": "PNG",
        ".jpg": "JPEG",
        ".gif": "GIF",
        ".tiff": "TIFF",
        ".webp": "WEBP",
        ".bmp": "BMP",
    }.items()
}


def test_a_picture_of_too_many_pixels_is_not_decoded(process: ReadingProcess) -> None:
    reason = reason_in("a.png", png_of(60_000, 60_000), process)
    assert reason == "has 3,600 million pixels, the most is 100 million"


def test_a_blank_page_says_what_to_do(process: ReadingProcess) -> None:
    reason = reason_in("a.png", written(Image.new("L", (400, 300), 250)), process)
    assert reason == scan.NOTHING
    assert "ocrmypdf" in reason


# ---- pixels, whatever the file ----


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_every_kind_of_pixel_is_read_as_dark_on_light(mode: str) -> None:
    page = columns(["Dark letters"])
    if mode in {"RGBA", "LA"}:  # letters on nothing
        drawn = Image.new(mode, page.size)
        drawn.paste((0,) * (len(mode) - 1) + (255,), mask=page.point(lambda level: 255 - level))
    else:
        drawn = page.convert("I").convert(mode) if mode == "I;16" else page.convert(mode)
    (pixels,) = pictures.pages_of(written(drawn, "TIFF"))
    assert pixels.shape == (page.height, page.width, 3)
    assert np.median(pixels) > 200
    assert pixels.min() < 60


def test_pages_of_a_tiff_are_pages_and_an_animation_is_one() -> None:
    one, two = columns(["One"]), columns(["Two"])
    for kind, count in (("TIFF", 2), ("GIF", 1)):
        made = written(one, kind, save_all=True, append_images=[two])
        assert len(list(pictures.pages_of(made))) == count


def test_a_picture_as_it_was_scrolled_is_cut_between_lines() -> None:
    tall = Image.new("L", (200, 4_000), 255)
    for top in range(10, 4_000, 40):
        tall.paste(0, (20, top, 180, top + 20))
    sheets = list(pictures.pages_of(written(tall)))
    assert sum(len(sheet) for sheet in sheets) == 4_000
    assert all(len(sheet) <= pictures.TALL * 200 for sheet in sheets)
    assert all(sheet[0].min() == sheet[-1].min() == 255 for sheet in sheets)


def test_specks_are_wiped_off_and_clean_letters_are_not_touched() -> None:
    page = np.stack([np.asarray(columns([FERRY]), np.uint8)] * 3, axis=-1)
    assert recognition._without_specks(page) is page
    specked = np.stack([np.asarray(noisy(columns([FERRY]), 0.01), np.uint8)] * 3, axis=-1)
    wiped = recognition._without_specks(specked)
    margin = np.s_[:90]
    assert (specked[margin] < 200).mean() > 0.003
    assert (wiped[margin] < 200).mean() < 0.0003


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("vom 17.Juli2019gesperrt.Der Hafen", "vom 17. Juli 2019 gesperrt. Der Hafen"),
        ("on17March 2019,it said", "on17 March 2019, it said"),
        ("el3 de mayo de2024,por 14 votos", "el 3 de mayo de 2024, por 14 votos"),
        ("Prague,Vienna and Rome", "Prague, Vienna and Rome"),
    ],
)
def test_blanks_that_were_lost_are_set(seen: str, meant: str) -> None:
    assert with_blanks(seen) == meant


@given(st.text(st.sampled_from("aeZÄß019., :@/"), max_size=40))
def test_nothing_but_blanks_is_set(text: str) -> None:
    once = with_blanks(text)
    assert once.replace(" ", "") == text.replace(" ", "")
    assert len(once) >= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "the 20th, the 1ère and the 15ème of 1990ern, 70er",
        "2,4 km2 of mp3 and CO2, A4, Covid19, 10kg, 15h30",
        "www.Example.com/News2024 or anna@Post.org",
        "e.g. U.S. and 3.5, at 9:30, ISO8601, 2024-05-03",
        "議会は2024年5月3日に採決した",
    ],
)
def test_what_has_no_blanks_keeps_none(text: str) -> None:
    assert with_blanks(text) == text


def box(text: str, left: float, top: float) -> Box:
    return Box(left, left + 6.0 * len(text), top, top + 12, text, 0.99)


def test_columns_are_read_one_by_one_and_rows_of_a_table_across() -> None:
    heads = [box("A heading over both of the columns", 150, 20)]
    left = [box(f"the left column, line {row}", 40, 50 + 16 * row) for row in range(4)]
    right = [box(f"the right column, line {row}", 240, 52 + 16 * row) for row in range(4)]
    days = [box(f"{day} May 2024", 40, 150 + 16 * day) for day in range(1, 5)]
    told = [box(f"what was told of day {day}", 160, 149 + 16 * day) for day in range(1, 5)]
    lines = lines_of([*told, *right, *heads, *days, *left])
    assert [line.text for line in lines] == [
        *(box.text for box in (*heads, *left, *right)),
        *(f"{day.text} {one.text}" for day, one in zip(days, told, strict=True)),
    ]
    assert len({line.size for line in lines}) == 1


# ---- what is not sure ----


def line(text: str, row: int = 0, certainty: float = 0.99, width: float = 0.0) -> Writing:
    top, right = 100.0 + 30 * row, 100 + (width or 9.0 * len(text))
    corners = ((100.0, top), (right, top), (right, top + 20), (100.0, top + 20))
    return Writing(corners, text, certainty)


def scanned(monkeypatch: pytest.MonkeyPatch, seen: list[Writing]) -> list[Part]:
    def found(picture: Pixels) -> tuple[list[Writing], Pixels]:
        return seen, picture

    monkeypatch.setattr(scan, "writing", found)
    return scan.read(written(Image.new("L", (900, 900), 255)), ".png")


def test_a_line_that_is_not_read_for_sure_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = [line(HARBOUR[:69]), line("It was bnilt iu 1692", 1, 0.6), line("and had been shut.", 2)]
    (content,) = scanned(monkeypatch, seen)
    assert isinstance(content, Content)
    assert "1692" not in content.text
    told = {out.reason: out.excerpt for out in content.left_out}
    assert told[scan.UNSURE] == "It was bnilt iu 1692"
    assert scan.BARELY not in told


def test_a_page_that_is_mostly_not_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [line("3 May 2024"), *(line("", row, 0.0, 500) for row in (1, 2))]
    (content,) = scanned(monkeypatch, seen)
    assert isinstance(content, Content)
    told = {out.reason: out.excerpt for out in content.left_out}
    assert "a line of page 1" in told[scan.UNSURE]
    assert told[scan.BARELY].startswith("page 1: 2 of 3 lines are not recognised; only Latin")
    with pytest.raises(UnreadableError, match="no text that could be recognised"):
        scanned(monkeypatch, seen[1:])


def test_a_scanned_page_with_a_stamp_is_a_picture_and_one_with_a_text_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scan, "writing", lambda picture: ([line(HARBOUR)], picture))
    stamp, story = [("Library of Lindholm", 9.0)], [(FERRY[:60], 11.0)] * 9
    for lines, is_scan in ((stamp, True), (story, False)):
        data = pictured_under(makers.pdf_column(lines))
        (content, *told) = pdf.read(data, ".pdf")
        assert isinstance(content, Content)
        assert bool(told) == is_scan
        assert (pdf.STAMPED in {out.reason for out in content.left_out}) == is_scan
        (read,) = scan.read(data, ".pdf")
        assert isinstance(read, Content)
        assert (HARBOUR in read.text) == is_scan


def pictured_under(commands: str) -> bytes:
    """Return a PDF of a page with a picture that fills it, and a text over that."""
    document = pypdfium2.PdfDocument(makers.pdf_of([commands]))
    page = document[0]
    width, height = page.get_size()
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.new("L", (90, 120), 240)))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(picture)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_pages_beyond_the_most_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MOST_PAGES", 1)
    monkeypatch.setattr(scan, "writing", lambda picture: ([line(HARBOUR)], picture))
    page = Image.new("L", (900, 900), 255)
    tiff = written(page, "TIFF", save_all=True, append_images=[page, page])
    for data in (tiff, pdf_with(makers.pdf(STORY), page, page)):
        (content,) = scan.read(data, "")
        assert isinstance(content, Content)
        assert scan.BEYOND in {out.reason for out in content.left_out}


@pytest.mark.parametrize(
    ("text", "width", "read"),
    [
        ("The council voted on 3 May 2024", 300, True),
        ("M I N U T E S", 160, True),
        ("議会は2024年5月3日に採決した", 320, True),
        ("2", 300, False),  # of a line of Cyrillic
        ("2024 -", 280, False),  # of Hebrew
        ("T συμολι φισε στι 3 αου 2024", 300, False),
        ("", 300, False),
    ],
)
def test_a_line_of_letters_that_are_not_known_is_not_sure(
    text: str,
    width: int,
    read: bool,  # noqa: FBT001 - a parameter
) -> None:
    box = np.array([[0, 0], [width, 0], [width, 20], [0, 20]], np.float32)
    assert (recognition._seen(box, text, 0.95).certainty >= scan.SURE) is read


# ---- without the extra ----


def test_without_the_extra_pictures_are_refused_with_what_to_do() -> None:
    files = {f"a{ending}": start + b"\0" * 600 for ending, start in SIGNATURES.items()}
    files |= {f"{name}.txt": data for name, data in files.items()}
    files["scan.pdf"] = makers.pdf_of(["0 0 9 9 re f"])
    files["mixed.pdf"] = pdf_with(makers.pdf(STORY), Image.new("L", (90, 90), 0))
    done = subprocess.run(
        [sys.executable, "-m", "tests.reading.without_ocr"],
        cwd=ROOT,
        input=json.dumps({name: data.hex() for name, data in files.items()}),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = json.loads(done.stdout)
    assert "The bridge of Lindholm fell in 1931." in found.pop("mixed.pdf")[0]
    assert found.pop("names") == [found_names(), False]
    for name, (reason, readable) in found.items():
        assert 'pip install "article-timeline[ocr]"' in reason
        assert "ocrmypdf" in reason
        assert readable == (Path(name).suffix in {".txt", ".pdf"})


def found_names() -> str:
    """Return the list of endings without those of pictures."""
    told = NAMES.removesuffix(" or .zip").split(", ")
    assert ".png" in told
    return ", ".join(e for e in told if e not in scan.READS) + " or .zip"
