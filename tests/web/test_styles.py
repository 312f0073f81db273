"""The style sheets: a file a concern, and none that leans on the order of features."""

from collections import defaultdict
from pathlib import Path

from tests.contracts.styles import rules_of
from timeline.web import features
from timeline.web.page import bundle
from timeline.web.server import ASSETS

STYLES = ASSETS / "styles"
OF_THE_SERVER = {"sign-in"}  # a page of its own, without scripts


def shared(sheets: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return the selectors that several sheets style, with the sheets."""
    where: dict[str, list[str]] = defaultdict(list)
    for name, selectors in sheets.items():
        for selector in selectors:
            where[selector].append(name)
    return {selector: names for selector, names in where.items() if len(names) > 1}


def selectors(path: Path) -> set[str]:
    return {selector for selector, _ in rules_of(path.read_text("utf-8"))}


def test_every_sheet_is_served_once_general_before_special() -> None:
    served = bundle.style_files(ASSETS)
    assert sorted(served) == sorted(ASSETS.rglob("*.css"))
    layers = [path.parent.name for path in served]
    assert layers == sorted(layers, key=bundle.STYLES.index)


def test_a_feature_has_its_style_under_its_name() -> None:
    scripts = {path.name for path in (ASSETS / "scripts" / "features").iterdir()}
    views = {path.name.replace("_", "-") for path in Path(features.__path__[0]).iterdir()}
    assert {path.stem for path in STYLES.glob("features/*.css")} <= scripts | views | OF_THE_SERVER


def test_no_selector_is_styled_in_two_sheets() -> None:
    """So what an element looks like stands in one file, and features may come in any order.

    What somebody asked of the browser (less motion, forced colours) is asked of all at once.
    """
    sheets = [path for path in STYLES.rglob("*.css") if path.stem != "accessibility"]
    assert shared({path.stem: selectors(path) for path in sheets}) == {}
    assert shared({"one": {".a", ".b"}, "other": {".b"}}) == {".b": ["one", "other"]}
