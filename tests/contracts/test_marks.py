"""One way to draw each meaning: chart, SVG, legends, badges, overview and the standalone page."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from dash.development.base_component import Component
from lxml import etree, html

from tests.contracts.differences import contradictions, differences, missing
from tests.contracts.painting import Painting, differing, in_chart, in_standalone, in_svg
from tests.contracts.scripts import standalone
from tests.contracts.styles import declarations, rules, variables
from tests.drawing.invented import event
from tests.web.components import attribute, having, text
from timeline.drawing.legend import category_legend
from timeline.drawing.legend import legend as picture_legend
from timeline.drawing.plotly.overview import overview_drawing
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.drafting import signs_of
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.style import (
    CONFIRMED,
    DISPUTED,
    OUTLINES,
    PINNED,
    SIGNS,
    SYMBOLS,
    Look,
    look_of,
)
from timeline.drawing.theme import DARK, LIGHT
from timeline.export import exported
from timeline.export.chronology import entry_of
from timeline.model.calendar import day_number
from timeline.model.edit import EventEdits, Verdict
from timeline.model.edtf import to_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import Timeline
from timeline.web.features.chart.legend import legend as page_legend
from timeline.web.page.pieces import category_mark, status_badge

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
DATES = (
    "2022-06-14",  # a known day
    "2022-06",  # some time within
    "2022-06/2022-08",  # throughout
    "2022-06-14~",  # about then
    "2022-06~",
    "2022-06~/2022-08",
    "2022-06/..",  # open
    "2022-06/",  # nobody says when it ended
    "../2022-06",
    "/2022-06",
)
WINDOWS = {
    "all": None,
    "its middle": (day_number(2022, 6, 13), day_number(2022, 6, 16)),
    "its beginning": (day_number(2022, 1, 1), day_number(2022, 6, 15)),
    "its end": (day_number(2022, 6, 30), day_number(2023, 6, 15)),
}
FACTS = {Status.HAPPENED, Status.ONGOING}


def decided(one: Event) -> Event:
    return replace(one, edits=EventEdits(verdict=Verdict.CONFIRMED, pinned=True))


def telling(date: str, status: Status = Status.HAPPENED) -> list[Event]:
    """Return an event plain, and disputed and decided."""
    plain = event(1, date, status=status, category=Category.LAW)
    disputed = event(1, date, status=status, category=Category.LAW, disputed=True)
    return [plain, decided(disputed)]


# --- the chart and the picture ---


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_picture_paints_what_the_chart_paints(theme: str, window: str) -> None:
    look, days = THEMES[theme], WINDOWS[window]
    found = {
        (date, status.value, at): differing(in_chart(one, look, days), in_svg(one, look, days))
        for date in DATES
        for status in Status
        for at, one in enumerate(telling(date, status))
    }
    assert not {what: lines for what, lines in found.items() if lines}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("category", Category)
def test_both_give_a_category_its_colour_and_symbol(theme: str, category: Category) -> None:
    look = THEMES[theme]
    for date in DATES[:3]:
        one = event(1, date, category=category)
        painted = in_chart(one, look)
        assert not differing(painted, in_svg(one, look))
        symbols = [*painted["points"], *painted["symbols"]]
        assert [stroke[0] for stroke in symbols] == [SYMBOLS[category]]
        assert look.colour(category) in str(painted)


def test_another_painting_is_noticed() -> None:
    plan = event(1, "2022-06", status=Status.PLANNED)
    changed: dict[str, Painting] = {
        "another status": in_svg(event(1, "2022-06", status=Status.ALLEGED), LIGHT),
        "another look": in_svg(plan, DARK),
        "another precision": in_svg(event(1, "2022-06-14", status=Status.PLANNED), LIGHT),
        "a dispute": in_svg(event(1, "2022-06", status=Status.PLANNED, disputed=True), LIGHT),
        "another category": in_svg(replace(plan, category=Category.LAW), LIGHT),
    }
    for what, painting in changed.items():
        assert differing(in_chart(plan, LIGHT), painting), what


@pytest.mark.parametrize("theme", THEMES)
def test_each_meaning_looks_like_no_other(theme: str) -> None:
    facts = [event(1, date, disputed=disputed) for date in DATES[:4] for disputed in (False, True)]
    # What goes on is a fact as well: its date says that it does.
    others = [event(1, DATES[0], status=status) for status in set(Status) - FACTS]
    painted = [
        str(
            {
                kind: sorted(map(str, strokes))
                for kind, strokes in in_chart(one, THEMES[theme]).items()
            }
        )
        for one in (*facts, *others)
    ]
    assert len(set(painted)) == len(painted)


# --- statuses: which are facts, which are plans, which carry a sign ---


def in_the_drafts() -> dict[str, object]:
    looks = {Look.FILLED: "fact", Look.HATCHED: "plan", Look.OUTLINED: "claim"}
    return {status.value: looks[look_of(status)] for status in Status}


def in_the_badges() -> dict[str, object]:
    """How the style sheet draws the badge of a status: filled, hatched or an outline."""

    def look(status: Status) -> str:
        badge = class_of(status_badge(status.value)).split()[-1]
        style = declarations(f".{badge}", needed=False)
        if "gradient" in style.get("background", ""):
            return "plan"
        return "claim" if "dashed" in style.get("border", "") else "fact"

    return {status.value: look(status) for status in Status}


def test_every_renderer_tells_facts_plans_and_claims_apart() -> None:
    sides: dict[str, Mapping[str, object]] = {
        "chart and picture": in_the_drafts(),
        "badges": in_the_badges(),
    }
    assert not contradictions(sides)
    changed = {**in_the_badges(), "cancelled": "fact"}
    assert contradictions({**sides, "badges": changed})


def class_of(component: Component) -> str:
    return str(attribute(component, "className"))


def of_page_legend() -> dict[str, str]:
    """The samples of the page's legend, by their names, with their words and their meaning."""
    items = having(page_legend(()), "title")
    names = [class_of(having(item, "className")[0]) for item in items]
    return {
        name.rpartition("sample-")[2]: text(item)
        for name, item in zip(names, items, strict=True)
        if "sample-" in name
    }


def test_every_sign_stands_in_every_legend() -> None:
    signed = {f"{status.value} {sign}" for status, sign in SIGNS.items()}
    words = of_page_legend()["claimed"]
    assert not missing(signed, {pair for pair in signed if pair in words}, "not in the legend")
    of_pictures = {item.key: item for item in picture_legend()}
    for status, sign in SIGNS.items():
        assert f"sign {sign}:" in of_pictures[status.value].explanation
        assert f">{sign}</text>" in of_pictures[status.value].svg


def test_the_marks_of_people_and_of_dispute_are_the_same_signs() -> None:
    both = decided(event(1, "2022-06", disputed=True))
    badges = {
        "confirmed": CONFIRMED,
        "pinned": PINNED,
        "disputed": DISPUTED,
    }
    assert signs_of(both) == PINNED + CONFIRMED + DISPUTED
    for name, sign in badges.items():
        assert declarations(f".badge-{name}::before")["content"] == f'"{sign} "', name
    assert declarations(".sample-disputed::before")["content"] == f'"{DISPUTED}"'
    assert declarations(".sample-curated::before")["content"] == f'"{CONFIRMED}"'
    assert PINNED in of_page_legend()["curated"]
    assert declarations(".badge-disputed")["color"] == "var(--disputed)"
    assert declarations(".sample-disputed")["color"] == "var(--disputed)"


@pytest.mark.parametrize("theme", THEMES)
def test_the_pictures_of_the_legend_are_painted_like_the_marks(theme: str) -> None:
    look = THEMES[theme]
    ink = look.colour(Category.DIPLOMACY)
    items = {item.key: item.svg for item in picture_legend(look)}
    painted = in_chart(event(1, "2022-06", category=Category.DIPLOMACY), look)
    shades = {f"{stroke[2]:g}" for stroke in painted["bars"]}
    assert set(re.findall(r'fill-opacity="([\d.]+)"', items["within"])) == shades
    for key in ("day", "within", "throughout", "planned", "alleged"):
        assert ink in items[key], key
    assert look.disputed in items["disputed"]
    (hatched,) = in_chart(plan := event(1, "2022-06", status=Status.PLANNED), look)["bars"]
    assert hatched[0] == "hatched"
    assert not differing(in_chart(plan, look), in_svg(plan, look))
    (outline,) = in_chart(event(1, "2022-06", status=Status.ALLEGED), look)["bars"]
    assert f'stroke-width="{outline[4]}"' in items["alleged"]


def test_the_legend_of_the_page_shows_a_sample_of_every_look() -> None:
    samples = set(of_page_legend())
    styled = {name for selector, _ in rules() for name in re.findall(r"\.sample-(\w+)", selector)}
    sides = {"legend": samples, "style sheet": styled}
    assert not differences(sides)
    assert differences({**sides, "legend": samples - {"planned"}})
    assert "gradient" in declarations(".sample-planned")["background"]
    assert "border" in declarations(".sample-claimed")
    assert "background" not in declarations(".sample-claimed")


# --- words that explain a status ---


def test_a_status_is_explained_in_the_same_words_everywhere() -> None:
    of_pictures = {item.key: item.explanation for item in picture_legend()}
    for status in SIGNS:
        (doubt,) = (
            d for d in entry_of(event(1, "2022", status=status), {}).doubts if "Status" in d
        )
        said = of_pictures[status.value].partition(": ")[2].removesuffix(".")
        assert doubt.endswith(said), status


# --- categories: colours and shapes ---


@pytest.mark.parametrize("theme", THEMES)
def test_a_category_has_one_colour_in_every_renderer(theme: str) -> None:
    look = THEMES[theme]
    events = [event(c.value, "2022-06-14", category=c) for c in Category]
    overview = overview_drawing(events, None, look)["data"]
    chart = timeline_drawing(compose(events, Wish()), look)["data"]
    points = [trace for trace in chart if str(trace.get("name")).startswith("points-")]
    coloured = dict(
        zip(
            (i.removeprefix("e") for trace in points for i in trace["customdata"]),
            (c for trace in points for c in trace["marker"]["color"]),
            strict=True,
        )
    )
    sides: dict[str, Mapping[str, object]] = {
        "theme": {c.value: colour for c, colour in look.categories},
        "style sheet": {c.value: variables(theme)[f"--category-{c.value}"] for c in Category},
        "dots": {c.value: variables(theme)[hue_of(f".dot-{c.value}")] for c in Category},
        "bars of lists": {c.value: variables(theme)[hue_of(f".hue-{c.value}")] for c in Category},
        "overview": {trace["name"]: trace["marker"]["color"] for trace in overview},
        "chart": coloured,
        "legend of pictures": {
            i.key: re.findall(r'fill="(#\w+)"', i.svg)[0] for i in category_legend(look)
        },
    }
    pages = standalone([page_of(one) for one in events], dark=look is DARK)
    sides["standalone page"] = {
        c.value: next(iter(in_standalone(drawn, look)["points"]))[2]
        for c, drawn in zip(Category, pages, strict=True)
    }
    assert not contradictions(sides)
    assert contradictions({**sides, "chart": {**coloured, "law": "#000000"}})


def hue_of(selector: str) -> str:
    return declarations(selector)["--hue"].removeprefix("var(").removesuffix(")")


SHAPES = {"diamond": 4, "triangle-up": 3, "triangle-down": 3, "star": 10, "hexagon": 6, "cross": 12}


def test_the_dots_of_the_page_have_the_shapes_of_the_chart() -> None:
    for category, symbol in SYMBOLS.items():
        dot = class_of(category_mark(category.value)).split()[-1]
        style = declarations(f".{dot}")
        polygon = re.findall(r"([\d.]+)%? ([\d.]+)%?", style.get("clip-path", ""))
        if symbol in SHAPES:
            assert len(polygon) == SHAPES[symbol], category
        elif symbol == "circle":
            assert style["border-radius"] == "50%"
        else:
            assert symbol == "square"
            assert not polygon
            assert "border-radius" not in style
        if symbol.startswith("triangle"):
            # The side that lies flat: below in one that points up.
            heights = sorted(float(y) for _, y in polygon)
            assert heights == ([0, 100, 100] if symbol == "triangle-up" else [0, 0, 100])


def test_every_symbol_has_an_outline() -> None:
    assert not differences({"outlines": OUTLINES, "symbols": set(SYMBOLS.values())})


# --- selection ---


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_selected_is_ringed_in_the_accent(theme: str) -> None:
    look = THEMES[theme]
    drawn = timeline_drawing(compose([event(1, "2022-06")], Wish(selected="e1")), look)
    (ring,) = (trace for trace in drawn["data"] if trace.get("name") == "selected")
    assert ring["marker"]["line"]["color"] == look.accent == variables(theme)["--accent"]
    page = exported(Timeline((), (event(1, "2022-06"),)), "html").decode()
    assert re.search(r"\.chosen\s*{[^}]*stroke:\s*var\(--accent\)", page)


# --- the standalone page ---


WIDE = 3000  # pixels: signs stand beside every mark


def page_of(one: Event) -> bytes:
    return exported(Timeline((), (one,)), "html")


def titleless(painting: Painting) -> Painting:
    """A painting without the titles, which stand where the page has room for them."""
    return {kind: strokes for kind, strokes in painting.items() if kind != "titles"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_standalone_page_paints_what_the_chart_paints(theme: str) -> None:
    """Every date, status, dispute and decision, in the light and in the dark look."""
    look = THEMES[theme]
    told = [
        one
        for date in (*DATES, "2022-06-14T12:30")
        for status in Status
        for one in telling(date, status)
    ]
    pages = standalone(map(page_of, told), dark=look is DARK, width=WIDE)
    found = {
        (to_edtf(one.when), one.status.value): differing(
            titleless(in_chart(one, look, width=WIDE)), titleless(in_standalone(drawn, look))
        )
        for one, drawn in zip(told, pages, strict=True)
    }
    assert not {what: lines for what, lines in found.items() if lines}


def test_the_standalone_page_names_every_status_that_is_no_fact() -> None:
    events = [event(1, "2022-06-14", status=status) for status in Status]
    for status, drawn in zip(Status, standalone(map(page_of, events)), strict=True):
        (title,) = (node for node in drawn.iter("text") if node.get("class") == "title")
        assert (f"[{status.value}]" in str(title.text)) == (status not in FACTS)


@pytest.mark.parametrize("theme", THEMES)
def test_the_standalone_page_has_the_legend_of_pictures(theme: str) -> None:
    page = html.document_fromstring(page_of(event(1, "2022-06")))
    (shown,) = (ul for ul in page.iter("ul") if ul.get("class") == "legend")
    items = {item.title: item for item in picture_legend(THEMES[theme]) if item.key != "density"}
    assert [str(li.text_content()) for li in shown] != []
    for li in shown:
        own = next(item for title, item in items.items() if li.text_content().endswith(title))
        (picture,) = (span for span in li.iter("span") if span.get("class") == theme)
        drawn = etree.tostring(picture.find("svg"), method="html", with_tail=False).decode()
        assert drawn.lower() == html.tostring(html.fromstring(own.svg)).decode().lower()
        assert li.get("title") == own.explanation
    assert len(shown) == len(items)
