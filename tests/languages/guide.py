"""What the guide to a new language shows: the blocks of data on its page."""

import re
from pathlib import Path

from timeline.languages.folders import PAGE, RULES, WORDS

GUIDE = Path(__file__).parents[2] / "docs" / "add-a-language.md"


def blocks() -> list[str]:
    """Return words, rules, what stands around a story, and examples."""
    return re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def write_folder(folder: Path) -> None:
    """Write the folder of the guide's language."""
    folder.mkdir(exist_ok=True)
    for name, text in zip((WORDS, RULES, PAGE), blocks()[:3], strict=True):
        (folder / name).write_text(text, encoding="utf-8")
