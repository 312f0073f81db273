"""What style sheet, views, figures and files of the page name alike: classes, icons, colours."""

import re

import pytest

from tests.contracts.differences import contradictions, differences, missing
from tests.contracts.scripts import script_text
from tests.contracts.source import PAGE, class_beginnings, classes, first_texts
from tests.contracts.styles import rules, sheet, styled_classes, variables
from tests.contracts.test_wiring import whole
from tests.export.samples import two_sources
from tests.web.components import walk
from timeline.drawing.theme import DARK, FONT_FAMILY, LIGHT, Theme, css_variables
from timeline.export import exported
from timeline.model.event import Category, Status
from timeline.web.features.chart import layout as panel
from timeline.web.features.lists import layout as lists
from timeline.web.page import bundle
from timeline.web.server import ASSETS

HTML = ("index.html", "skeleton.html", "login.html")
# Handles of scripts and of tests, and looks that are those of every element of their kind.
UNSTYLED = {
    "badge-happened", "chart-empty", "conflict-list", "drawing", "passage", "small-throughout",
    "splitting", "who", "who-field",
}  # fmt: skip
# Classes that views make of a constant of their module.
BY_CONSTANT = {"aside", "found", "graph-empty", "read-date", "told", "told-date"}


# --- classes ---


def used_classes() -> set[str]:
    """The classes of views, of what is rendered, of scripts and of HTML files."""
    text = script_text()
    by_scripts = re.findall(r'classList\.\w+\("([\w-]+)"\)', text)
    by_scripts += re.findall(
        r'className: "([\w-]+)"|, "([a-z]+(?:-[a-z]+)*(?: icon-\w+)?)"\)', text
    )
    made = {
        n
        for found in by_scripts
        for t in ([found] if isinstance(found, str) else found)
        for n in t.split()
    }
    rendered = {n for part in walk(whole()) for n in str(getattr(part, "className", "")).split()}
    files = " ".join((PAGE / name).read_text("utf-8") for name in HTML)
    in_html = {n for names in re.findall(r'class="([^"]+)"', files) for n in names.split()}
    return {*classes(), *rendered, *in_html, *(made & styled_classes())} - {"None"}


def test_every_class_is_styled_or_known_to_be_a_handle() -> None:
    assert not missing(used_classes(), styled_classes() | UNSTYLED, "has no style")
    assert missing({*used_classes(), "mood"}, styled_classes() | UNSTYLED)


def test_every_style_is_used() -> None:
    beginnings = tuple(name for name in class_beginnings() if name.endswith("-"))
    loose = {name for name in styled_classes() if name.startswith(beginnings)}
    known = used_classes() | class_beginnings() | BY_CONSTANT | loose
    assert not missing(styled_classes(), known, "is styled and never used")
    assert missing({*styled_classes(), "mood"}, known)


@pytest.mark.parametrize(
    ("beginning", "values"),
    [
        ("dot-", {c.value for c in Category}),
        ("hue-", {c.value for c in Category}),
        ("badge-", {s.value for s in Status}),
    ],
)
def test_classes_of_values_stand_for_the_values_of_the_model(
    beginning: str, values: set[str]
) -> None:
    """No value lacks its class, but for what looks like all others; none is left of old ones."""
    styled = {
        name.removeprefix(beginning) for name in styled_classes() if name.startswith(beginning)
    }
    curated = {"disputed", "confirmed", "pinned", "rejected", "differs", "tag"}
    known = styled - curated if beginning == "badge-" else styled
    assert not missing(known, values, "is no value")
    assert values - styled <= {"happened"}


# --- icons ---


def icons() -> dict[str, set[str]]:
    named = first_texts("icon") | {one[1] for one in (*panel._TOOLS, *lists._SIZES)}
    by_scripts = set(re.findall(r"\bicon icon-([\w-]+)", script_text()))
    source = "".join(path.read_text("utf-8") for path in bundle.style_files(ASSETS))
    classes_of = {
        name.removeprefix("icon-") for name in styled_classes() if name.startswith("icon-")
    } - {"button"}
    return {
        "named": named | by_scripts,
        "files": {path.stem for path in (ASSETS / "icons").glob("*.svg")},
        "classes": classes_of,
        "addresses": set(re.findall(r'url\("icons/([\w-]+)\.svg"\)', source)),
    }


def test_every_icon_that_is_named_has_its_file_and_style() -> None:
    assert not differences(icons())
    assert differences({**icons(), "named": icons()["named"] | {"mood"}})


def test_an_icon_s_class_shows_the_file_of_its_name() -> None:
    source = "".join(path.read_text("utf-8") for path in bundle.style_files(ASSETS))
    pairs = re.findall(r'\.icon-([\w-]+) \{ --sign: url\("icons/([\w-]+)\.svg"\)', source)
    assert pairs
    assert not [pair for pair in pairs if pair[0] != pair[1]]


# --- colours ---


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_page_has_the_colours_of_the_figures(theme: Theme) -> None:
    colours = dict(re.findall(r"(--[\w-]+): (#\w+);", css_variables(theme)))
    of_page = {name: variables(theme.name)[name] for name in colours}
    sides = {"figures": colours, "page": of_page}
    assert not contradictions(sides)
    assert contradictions({**sides, "page": {**of_page, "--accent": "#000000"}})


def test_the_standalone_page_has_the_colours_of_both_looks() -> None:
    page = exported(two_sources(), "html").decode()
    light, _, dark = page.partition("@media (prefers-color-scheme: dark)")
    for look, text in ((LIGHT, light), (DARK, dark)):
        colours = dict(re.findall(r"(--[\w-]+): (#\w+);", text))
        assert colours == dict(re.findall(r"(--[\w-]+): (#\w+);", css_variables(look)))
    asked = set(re.findall(r"var\((--[\w-]+)\)", page))
    assert not missing(asked, colours, "is not set")


def test_every_custom_property_is_set_where_it_is_used() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", sheet()))
    declared = {name for _, body in rules() for name in re.findall(r"(--[\w-]+)\s*:", body)}
    assert not missing(used, declared, "is never set")


def test_looks_have_the_names_that_the_scripts_know() -> None:
    named = set(re.findall(r'"(dark|light)"', script_text()))
    assert named == {LIGHT.name, DARK.name}
    assert f'[data-theme="{DARK.name}"]' in sheet()


def test_page_figures_and_standalone_page_use_one_family_of_letters() -> None:
    family = FONT_FAMILY.split(",")[0]
    assert f'font-family: "{family}"' in sheet()
    assert FONT_FAMILY in exported(two_sources(), "html").decode()
    files = re.findall(r'url\("(fonts/[\w.-]+)"\)', sheet())
    assert files
    assert not [name for name in files if not (ASSETS / name).is_file()]
