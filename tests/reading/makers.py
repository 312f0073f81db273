"""Small writers of the formats that are read, so that the tests hold what their files hold."""

import io
import json
import textwrap
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from xml.sax.saxutils import escape as xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE_WIDTH, PAGE_HEIGHT = 595, 842


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be written in any format."""

    title: str
    day: str  # ISO 8601
    paragraphs: Sequence[str]
    url: str = "https://news.example.org/story"

    @classmethod
    def of(cls, title: str, day: str, text: str) -> "Story":
        """Return a story of paragraphs that empty lines part."""
        parts = text.strip().split("\n\n")
        return cls(title, day, tuple(" ".join(part.split()) for part in parts))


def packed(entries: Mapping[str, bytes | str], stored: Sequence[str] = ()) -> bytes:
    """Return a zip of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(name, data, compress_type=kind)
    return out.getvalue()


def txt(story: Story) -> bytes:
    head = [story.title, f"Published: {story.day}"]
    return "\n\n".join([*head, *story.paragraphs]).encode()


def wrapped_txt(story: Story) -> bytes:
    head = [story.title, f"Published: {story.day}"]
    return "\n\n".join([*head, *(textwrap.fill(p, 72) for p in story.paragraphs)]).encode()


def md(story: Story) -> bytes:
    head = (
        f'---\ntitle: "{story.title}"\ndate: {story.day}\ntags: [a, b]\n---\n\n# {story.title}\n\n'
    )
    return (head + "\n\n".join(story.paragraphs)).encode()


def html(story: Story) -> bytes:
    body = "".join(f"<p>{escape(p)}</p>\n" for p in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)} | The Example</title>"
        f'<meta property="article:published_time" content="{story.day}T09:30:00+01:00">'
        f'<link rel="canonical" href="{story.url}"></head><body>'
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<main><article><h1>{escape(story.title)}</h1>{body}</article></main>"
        f"<aside><h2>Most read</h2><ul><li><a href='/x'>Storm hits the coast on 3 June 1999</a>"
        f"</li></ul></aside><footer>Copyright 2031 The Example</footer></body></html>"
    ).encode()


def mhtml(story: Story) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = story.url
    message["Subject"] = story.title
    message["Date"] = "Mon, 06 Jan 2031 10:00:00 +0000"
    message["MIME-Version"] = "1.0"
    message.set_content(html(story).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    return message.as_bytes()


def eml(story: Story) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Desk <desk@example.org>"
    message["To"] = "list@example.org"
    message["Subject"] = story.title
    message["Date"] = f"{_day_and_month(story.day)} 09:30:00 +0100"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("\n\n".join(story.paragraphs))
    return message.as_bytes()


def eml_html(story: Story) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = story.title
    message["Date"] = f"{_day_and_month(story.day)} 09:30:00 +0100"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("".join(f"<p>{escape(p)}</p>" for p in story.paragraphs), subtype="html")
    return message.as_bytes()


def _day_and_month(day: str) -> str:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    year, month, number = day.split("-")
    return f"{int(number)} {months[int(month) - 1]} {year}"


def docx(story: Story) -> bytes:
    def paragraph(text: str, style: str = "") -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        half = len(text) // 2  # Word cuts a sentence into runs wherever its look changes
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{xml(part)}</w:t></w:r>'
            for part in (text[:half], text[half:])
        )
        return f"<w:p>{look}{runs}</w:p>"

    body = paragraph(story.title, "Title") + "".join(map(paragraph, story.paragraphs))
    return docx_of(body, created=f"{story.day}T09:30:00Z")


def docx_of(body: str, created: str = "2024-05-03T09:30:00Z") -> bytes:
    """Return a Word file of the paragraphs in `body`, WordprocessingML."""
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats'
                '.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
            ),
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
                'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
                ' xmlns:dcterms="http://purl.org/dc/terms/">'
                f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
            ),
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        }
    )


def epub(story: Story) -> bytes:
    half = len(story.paragraphs) // 2

    def chapter(paragraphs: Sequence[str], heading: str = "") -> str:
        body = heading + "".join(f"<p>{xml(p)}</p>" for p in paragraphs)
        return (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'
        )

    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml(story.title)}</dc:title><dc:language>en</dc:language>"
        f"<dc:date>{story.day}</dc:date></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        "<rootfiles>"
        '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": package,
            "OEBPS/nav.xhtml": chapter(["Contents of 1 May 1901"]),
            "OEBPS/a a.xhtml": chapter(story.paragraphs[:half], f"<h1>{xml(story.title)}</h1>"),
            "OEBPS/b.xhtml": chapter(story.paragraphs[half:]),
        },
        stored=["mimetype"],
    )


def rss(*stories: Story) -> bytes:
    items = "".join(
        f"<item><title>{xml(s.title)}</title><link>{s.url}</link><guid>{s.url}</guid>"
        f"<pubDate>{_day_and_month(s.day)} 09:30:00 +0100</pubDate>"
        f"<description>A teaser.</description><content:encoded><![CDATA["
        f"{''.join(f'<p>{escape(p)}</p>' for p in s.paragraphs)}]]></content:encoded></item>"
        for s in stories
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Example</title><pubDate>Tue, 07 Jan 2031 00:00:00 GMT</pubDate>{items}"
        "</channel></rss>"
    ).encode()


def atom(*stories: Story) -> bytes:
    entries = "".join(
        f'<entry><title>{xml(s.title)}</title><link rel="self" href="{s.url}.atom"/>'
        f'<link href="{s.url}"/><id>urn:x:{number}</id>'
        f"<published>{s.day}T09:30:00+01:00</published>"
        f'<updated>2031-01-07T00:00:00Z</updated><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">'
        f"{''.join(f'<p>{xml(p)}</p>' for p in s.paragraphs)}</div></content></entry>"
        for number, s in enumerate(stories)
    )
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title>'
        f"<updated>2031-01-07T00:00:00Z</updated>{entries}</feed>"
    ).encode()


def json_feed(*stories: Story) -> bytes:
    items = [
        {
            "id": s.url,
            "url": s.url,
            "title": s.title,
            "date_published": f"{s.day}T09:30:00+01:00",
            "content_html": "".join(f"<p>{escape(p)}</p>" for p in s.paragraphs),
        }
        for s in stories
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "items": items}
    return json.dumps(feed).encode()


def as_record(story: Story) -> dict[str, str]:
    text = "\n\n".join(story.paragraphs)
    return {"headline": story.title, "published_at": story.day, "body": text, "url": story.url}


def json_of(story: Story) -> bytes:
    return json.dumps(as_record(story)).encode()


def json_lines(*stories: Story) -> bytes:
    return "".join(json.dumps(as_record(s)) + "\n" for s in stories).encode()


def csv(*stories: Story) -> bytes:
    import csv as writer  # noqa: PLC0415 - this function has its name

    out = io.StringIO()
    rows = writer.DictWriter(out, ["headline", "published_at", "body", "url"])
    rows.writeheader()
    rows.writerows(map(as_record, stories))
    return out.getvalue().encode()


def pdf(story: Story) -> bytes:
    lines = [(story.title, 18)]
    for paragraph in story.paragraphs:
        lines += [("", 6), *((line, 11) for line in textwrap.wrap(paragraph, 80))]
    dated = [lines[0], (f"Published: {story.day}", 11), *lines[1:]]
    return pdf_of([pdf_column(dated)])


def pdf_column(lines: Sequence[tuple[str, float]], left: float = 60, top: float = 780) -> str:
    """Return the drawing commands of lines below each other: a text and its size each."""
    commands = []
    base = top
    for text, size in lines:
        base -= size * 1.25
        if text:
            bare = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            commands.append(f"BT /F1 {size:g} Tf {left:g} {base:g} Td ({bare}) Tj ET")
    return "\n".join(commands)


def pdf_of(pages: Sequence[str | bytes], info: str = "/CreationDate (D:20310107000000Z)") -> bytes:
    """Return a PDF of pages of drawing commands, with one font, Helvetica."""
    streams = [page if isinstance(page, bytes) else page.encode("cp1252") for page in pages]
    first = 5
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<<{info}>>".encode(),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {first + 2 * number + 1} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, data in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    size = len(objects) + 1
    out.write(b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, table))
    return out.getvalue()
