"""Kinds of files that people have: each is read, or refused with what to do instead."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading import makers, scan_makers
from tests.reading import office_makers as office
from tests.reading.alone import in_memory, reason_in
from tests.reading.makers import Story
from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.reading import ReadingProcess, sources
from timeline.reading.kinds import ENDINGS
from timeline.reading.unread import told_by_content, told_by_name

TEXT = "The council of Lindholm voted on 3 May 2024 to close the old harbour."
STORY = Story("Council votes on the old harbour", "2024-05-03", (TEXT, "It was built in 1962."))
ROWS = [["title", "text"], ["Council votes", TEXT]]
SUBTITLES = f"1\n00:00:01,000 --> 00:00:03,000\n{TEXT}\n".encode()
PAGE = ("https://e.org/a", "2025-01-02", "text/html", makers.html(STORY))
OLE = office.compound
ZEROS = b"\0" * 600

READ = {
    "a.txt": makers.txt(STORY),
    "a": makers.txt(STORY),
    "a.md": makers.md(STORY),
    "a.html": makers.html(STORY),
    "a.mhtml": makers.mhtml(STORY),
    "a.eml": makers.eml(STORY),
    "a.pdf": makers.pdf(STORY),
    "a.docx": makers.docx(STORY),
    "a.docm": makers.docx(STORY),
    "a.epub": makers.epub(STORY),
    "a.rss": makers.rss(STORY),
    "a.atom": makers.atom(STORY),
    "a.json": b'{"text": "%s"}' % TEXT.encode(),
    "a.jsonl": b'{"text": "%s"}\n' % TEXT.encode(),
    "a.csv": f"title,text\nA,{TEXT}\n".encode(),
    "a.tsv": f"title\ttext\nA\t{TEXT}\n".encode(),
    "a.xlsx": office.xlsx({"One": ROWS}),
    "a.xls": office.xls(ROWS),
    "a.ods": office.ods(ROWS),
    "a.odt": office.odt(f"<text:p>{TEXT}</text:p>"),
    "a.odp": office.odt(f"<text:p>{TEXT}</text:p>"),
    "a.rtf": b"{\\rtf1 %s}" % TEXT.encode(),
    "a.pptx": office.pptx([office.line(TEXT)]),
    "a.srt": SUBTITLES,
    "a.vtt": b"WEBVTT\n\n" + SUBTITLES.replace(b",", b"."),
    "a.warc": office.warc([PAGE]),
    "a.warc.gz": office.warc([PAGE], pack=True),
    "a.wacz": office.wacz(office.warc([PAGE], pack=True)),
    "a.ris": f"TY  - JOUR\nTI  - A\nAB  - {TEXT}\nER  - \n".encode(),
    "a.mbox": b"From a@b Fri May  3 10:00:00 2024\n" + makers.eml(STORY),
    "a.png": scan_makers.written(scan_makers.columns([TEXT])),
    "a.zip": makers.packed({"b.txt": TEXT}),
    "a.tml": f"<TimeML><TEXT>{TEXT}</TEXT></TimeML>".encode(),
    "chat.txt": f"[12.08.21, 09:05:33] Ana: {TEXT}\n[12.08.21, 09:06:33] Bo: Yes.\n".encode(),
}
# What is not read, and a word of what to do instead.
REFUSED = {
    "a.doc": (OLE({"WordDocument": b"x"}), "save it as .docx"),
    "a.ppt": (OLE({"PowerPoint Document": b"x"}), "save it as .pptx"),
    "a.msg": (OLE({"__substg1.0_001A001E": b"x"}), "save it as .eml"),
    "locked.docx": (OLE({"EncryptedPackage": b"x"}), "save it without one"),
    "a.xlsb": (makers.packed({"xl/workbook.bin": b"x"}), "save it as .xlsx"),
    "a.pages": (makers.packed({"Index/Document.iwa": b"x"}), "export it as .docx"),
    "a.numbers": (makers.packed({"Index/Tables/DataList.iwa": b"x"}), "export it as .xlsx"),
    "a.key": (makers.packed({"Index/Presentation.iwa": b"x"}), "export it as PDF or .pptx"),
    "a.heic": (b"\0\0\0\x18ftypheic" + ZEROS, "ocrmypdf"),
    "a.psd": (b"8BPS\0\1" + ZEROS, "PDF"),
    "a.svg": (b"<?xml version='1.0'?>\n<svg><text>A</text></svg>", "PDF"),
    "a.djvu": (b"AT&TFORM" + ZEROS, "ddjvu"),
    "scan.pdf": (makers.pdf_of(["0 0 9 9 re f"]), "ocrmypdf"),
    "a.mp3": (b"ID3\x03" + ZEROS, "transcribe"),
    "a.wav": (b"RIFF\1\1\1\1WAVEfmt " + ZEROS, "transcribe"),
    "a.m4a": (b"\0\0\0\x20ftypM4A " + ZEROS, "transcribe"),
    "a.ogg": (b"OggS\0" + ZEROS, "transcribe"),
    "a.mp4": (b"\0\0\0\x20ftypisom" + ZEROS, "subtitles"),
    "a.mkv": (b"\x1a\x45\xdf\xa3" + ZEROS, "subtitles"),
    "a.sqlite": (b"SQLite format 3\0" + ZEROS, "CSV"),
    "a.mdb": (b"\0\1\0\0Standard Jet DB\0" + ZEROS, "CSV"),
    "a.parquet": (b"PAR1\x15" + ZEROS, "CSV"),
    "a.h5": (b"\x89HDF\r\n\x1a\n" + ZEROS, "CSV"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + ZEROS, "unpack"),
    "a.rar": (b"Rar!\x1a\x07\0" + ZEROS, "unpack"),
    "a.tar": (b"b.txt".ljust(257, b"\0") + b"ustar\0" + ZEROS, "unpack"),
    "a.txt.gz": (gzip.compress(TEXT.encode()), "unpack"),
    "a.tar.bz2": (b"BZh91AY" + ZEROS, "unpack"),
    "a.mobi": (b"Book".ljust(60, b"\0") + b"BOOKMOBI" + ZEROS, "EPUB"),
    "a.fb2": (b"<?xml version='1.0'?><FictionBook></FictionBook>", "EPUB"),
    "a.chm": (b"ITSF\3\0" + ZEROS, "EPUB"),
    "a.fodt": (b"<?xml version='1.0'?>\n<office:document/>", "save it as .odt"),
    "a.wpd": (b"\xffWPC" + ZEROS, "save it as .docx"),
    "a.one": (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d" + ZEROS, "PDF"),
    "a.pst": (b"!BDN" + ZEROS, "mbox"),
    "a.ps": (b"%!PS-Adobe-3.0\n", "ps2pdf"),
    "a.kml": (b"<?xml version='1.0'?><kml></kml>", "timeline import"),
    "a.exe": (b"MZ\x90\0" + ZEROS, "holds no article"),
    "a.woff2": (b"wOF2" + ZEROS, "holds no article"),
    "a.webarchive": (b"bplist00" + ZEROS, "save the page"),
}
# Told by their names: what they hold is text.
NAMED = {
    ".tex": "pandoc",
    ".bib": "RIS",
    ".nbib": "RIS",
    ".ics": "timeline import",
    ".sql": "CSV",
    ".rst": "Markdown",
    ".log": "name it .txt",
    ".yaml": "JSON",
    ".iso": "folder",
    ".xps": "PDF",
    ".foo": "save what it holds as",
}


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def test_there_are_enough_kinds() -> None:
    assert len(READ) + len(REFUSED) + len(NAMED) >= 60


@pytest.mark.parametrize("name", READ)
def test_it_is_read(name: str, process: ReadingProcess) -> None:
    found = in_memory(name, READ[name], process)
    assert all(isinstance(item, Article) for item in found), found
    assert any("Lindholm" in item.text for item in found if isinstance(item, Article))


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("as_text", [False, True], ids=["its own name", "another name"])
def test_it_is_refused_with_what_to_do(name: str, as_text: bool, process: ReadingProcess) -> None:  # noqa: FBT001 - a parameter
    data, advice = REFUSED[name]
    reason = reason_in("a.txt" if as_text else name, data, process)
    assert advice in reason
    assert "\n" not in reason


@pytest.mark.parametrize("name", sorted({*REFUSED, *(f"a{ending}" for ending in NAMED)}))
def test_a_name_in_a_folder_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    ending = Path(name).suffix
    if ending in ENDINGS:
        assert sources([tmp_path])  # such files are told by their content
        return
    (tmp_path / name).write_bytes(b"x")
    (error,) = sources([tmp_path])
    assert isinstance(error, ReadingError)
    assert NAMED.get(ending, "") in error.reason
    assert re.search(
        r"save|export|convert|give|unpack|holds no article|name it|write|let|load|open",
        error.reason,
    )
    assert len(error.reason) < 200


@pytest.mark.parametrize(
    "text",
    [
        "The great WAVE came.",
        "MZ and BM met.",
        "ID3 tags are kept.",
        "%! said he",
        "GIF8 is no picture",
        "PAR1 was a set",
        "OggS and fLaC",
    ],
)
def test_no_text_is_taken_for_another_kind(text: str) -> None:
    assert told_by_content(text.encode()) is None


def test_what_is_read_is_no_kind_that_is_not() -> None:
    assert not [e for e in ENDINGS if e and "which is not read" in told_by_name(e)]
