"""What MkDocs is told beside docs/: pages made of the code, and Markdown as GitHub reads it.

docs/ is read on a forge, too: there a list or a table may follow a line of text, and links lead to
files outside of the folder. Here both are put right, so that the pages stay as they are.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docs_site import commands, formats, http, python

ROOT = Path(__file__).parents[1]
_OUTSIDE = re.compile(r"(?<!!)\[([^\]]+)\]\(\.\./(?!\.\.)([^)#]+)(#[^)]*)?\)")
_ITEM = re.compile(r"(?:[-*]|\d+\.) |\|")
_PAGES = {"README.md": "index.md", "CHANGELOG.md": "changelog.md"}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that are made of the code, and the list of changes."""
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8").replace("](docs/", "](")
    made = {
        "reference/commands.md": commands.page(),
        "reference/http.md": http.page(),
        "reference/formats.md": formats.page(),
        "reference/python.md": python.page(),
        "changelog.md": changes,
    }
    for name, content in made.items():
        stub = files.get_file_from_path(name)  # what a forge shows in its place
        if stub is not None:
            files.remove(stub)
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return a page as this builder reads it."""
    del config, files
    top = page.file.src_uri.count("/") == 0
    return with_blank_lines(_inside(markdown) if top else markdown)


def _inside(markdown: str) -> str:
    """Lead links out of docs/ to pages of the site, or leave their words where there is none."""

    def link(found: re.Match[str]) -> str:
        page = _PAGES.get(found[2])
        return f"[{found[1]}]({page}{found[3] or ''})" if page else f"{found[1]} (`{found[2]}`)"

    return _OUTSIDE.sub(link, markdown)


def with_blank_lines(markdown: str) -> str:
    """Put an empty line before each list and table that follows a line of text."""
    out: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        mark = re.match(r"\s*(`{3,}|~{3,})", line)
        if mark:
            fence = "" if fence and line.strip().startswith(fence) else fence or mark[1]
        before = out[-1] if out else ""
        begins = _ITEM.match(line) and before.strip() and not _ITEM.match(before)
        if begins and not fence and not before.startswith((" ", "#")):
            out.append("")
        out.append(line)
    return "\n".join(out)
