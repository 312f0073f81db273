"""How one event is painted by the chart and by the SVG export, in words that both share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from timeline.drawing.plotly.bar_traces import STYLES
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.style import OUTLINES
from timeline.drawing.theme import DARK, Theme
from timeline.export import DrawingOptions, exported
from timeline.model.event import Event
from timeline.model.timeline import Timeline

Stroke = tuple[Any, ...]
Painting = Mapping[str, Counter[Stroke]]
_SVG = "{http://www.w3.org/2000/svg}"
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
_NAMES = {outline: name for name, outline in OUTLINES.items()}
_SOLID = 1.0


def differing(one: Painting, other: Painting) -> list[str]:
    """Return a line for each kind of mark that two paintings have otherwise."""
    return [
        f"{kind}: {dict(one[kind] - other[kind])} against {dict(other[kind] - one[kind])}"
        for kind in sorted({*one, *other})
        if one[kind] != other[kind]
    ]


def in_chart(
    event: Event, theme: Theme, window: tuple[int, int] | None = None, width: int = 1200
) -> Painting:
    """Read the painting of an event off the traces that Plotly gets."""
    drawn = timeline_drawing(compose([event], Wish(window=window, width=width)), theme)
    traces = {trace.get("name"): trace for trace in drawn["data"]}
    return {
        "bars": Counter(_chart_bars(traces)),
        "points": Counter(_chart_points(traces)),
        "symbols": Counter(_chart_symbols(traces)),
        "wedges": Counter(_chart_wedges(traces)),
        "signs": Counter(_chart_signs(traces)),
        "titles": Counter(_chart_titles(traces)),
    }


def in_svg(
    event: Event, theme: Theme, window: tuple[int, int] | None = None, width: int = 1200
) -> Painting:
    """Read the painting of an event off the SVG export."""
    look = DrawingOptions(window=window, width=width, dark=theme is DARK)
    tree = etree.fromstring(exported(Timeline((), (event,)), "svg", drawing=look))
    (plot,) = tree.iterfind(f".//{_SVG}g[@clip-path]")
    mark = plot.find(f"{_SVG}g")
    return in_nodes([] if mark is None else list(mark), theme)


def in_standalone(drawn: etree._Element, theme: Theme) -> Painting:
    """Read the painting of the one event that the exported page has drawn."""
    (plot,) = drawn.iterfind("g[@clip-path]")
    mark = plot.find("g")
    nodes = [] if mark is None else list(mark)
    for node in (one for top in nodes for one in top.iter()):
        node.tag = f"{_SVG}{node.tag}"
    return in_nodes(nodes, theme)


def in_nodes(nodes: list[etree._Element], theme: Theme) -> Painting:
    """Read the painting of an event off the elements of SVG that it is drawn with."""
    return {
        "bars": Counter(_svg_bars(nodes, theme)),
        "points": Counter(_svg_points(nodes, theme)),
        "symbols": Counter(_svg_symbols(nodes)),
        "wedges": Counter(_svg_wedges(nodes)),
        "signs": Counter(_svg_signs(nodes)),
        "titles": Counter(_svg_titles(nodes)),
    }


# --- the chart ---


def _chart_bars(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    for style in STYLES:
        if trace := traces.get(style):
            for at in range(len(trace["base"])):
                yield _chart_bar(trace["marker"], at)


def _chart_bar(marker: Mapping[str, Any], at: int) -> Stroke:
    colour = _of(marker["color"], at)
    line, width = marker["line"].get("color"), marker["line"]["width"]
    stroke = (_of(line, at), width) if line else (None, 0)
    if "pattern" in marker:
        return ("hatched", colour, _SOLID, *stroke)
    return ("plain", *_opaque(colour), *stroke)


def _chart_points(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    for name, trace in traces.items():
        if str(name).startswith("points-"):
            marker = trace["marker"]
            symbol = marker["symbol"][0]
            look = {"-open": "outlined", "-open-dot": "dotted"}
            suffix = next((s for s in ("-open-dot", "-open") if symbol.endswith(s)), "")
            line = marker["line"]
            yield (
                symbol.removesuffix(suffix),
                look.get(suffix, "filled"),
                marker["color"][0],
                _of(line["color"], 0),
                line["width"],
            )


def _chart_symbols(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    if trace := traces.get("categories"):
        marker = trace["marker"]
        yield from zip(marker["symbol"], marker["color"], strict=True)


def _chart_wedges(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    for name in ("open", "before", "after"):
        if trace := traces.get(name):
            marker = trace["marker"]
            for at in range(len(trace["x"])):
                way = _of(marker["symbol"], at).removeprefix("triangle-")
                yield way, _of(marker["color"], at), marker["opacity"]


def _chart_signs(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    if not (trace := traces.get("signs")):
        return
    (text,), (colour,) = trace["text"], trace["textfont"]["color"]
    own, _, rest = text.removeprefix("<b>").removesuffix("</b>").partition('<span style="color:')
    if own:
        yield own, colour
    if rest:
        of_dispute, _, sign = rest.removesuffix("</span>").partition('">')
        yield sign, of_dispute


def _chart_titles(traces: Mapping[str, Any]) -> Iterator[Stroke]:
    if trace := traces.get("titles"):
        yield from zip(trace["text"], trace["textfont"]["color"], strict=True)


# --- the picture ---


def _svg_bars(nodes: Iterable[etree._Element], theme: Theme) -> Iterator[Stroke]:
    for node in nodes:
        if node.tag == f"{_SVG}rect":
            fill, stroke = node.get("fill"), node.get("stroke")
            line = (stroke, float(node.get("stroke-width"))) if stroke else (None, 0)
            if found := re.fullmatch(r"url\(#hatched-(\w+)\)", fill):
                colours = {category.value: colour for category, colour in theme.categories}
                yield "hatched", colours[found[1]], _SOLID, *line
            else:
                yield "plain", fill, float(node.get("fill-opacity", "1")), *line


def _svg_points(nodes: list[etree._Element], theme: Theme) -> Iterator[Stroke]:
    dotted = any(node.tag == f"{_SVG}circle" for node in nodes)
    for node in nodes:
        if node.get("d") in _NAMES and node.get("stroke"):
            fill, stroke = node.get("fill"), node.get("stroke")
            filled = fill != theme.background
            look = "filled" if filled else "dotted" if dotted else "outlined"
            width = float(node.get("stroke-width", "1"))
            yield _NAMES[node.get("d")], look, fill if filled else stroke, stroke, width


def _svg_symbols(nodes: Iterable[etree._Element]) -> Iterator[Stroke]:
    for node in nodes:
        if node.get("d") in _NAMES and not node.get("stroke"):
            yield _NAMES[node.get("d")], node.get("fill")


def _svg_wedges(nodes: Iterable[etree._Element]) -> Iterator[Stroke]:
    for node in nodes:
        d = node.get("d") or ""
        if node.tag == f"{_SVG}path" and d not in _NAMES:
            places = [float(number) for number in re.findall(r"-?[\d.]+", d)]
            way = "right" if places[2] > places[0] else "left"
            yield way, node.get("fill"), float(node.get("fill-opacity", "1"))


def _svg_signs(nodes: Iterable[etree._Element]) -> Iterator[Stroke]:
    for node in nodes:
        if node.tag == f"{_SVG}text" and node.get("font-weight"):
            parts = list(node)
            if node.text:
                yield node.text, node.get("fill")
            yield from ((str(part.text), part.get("fill")) for part in parts)


def _svg_titles(nodes: Iterable[etree._Element]) -> Iterator[Stroke]:
    for node in nodes:
        if node.tag == f"{_SVG}text" and not node.get("font-weight"):
            yield str(node.text), node.get("fill")


def _of(value: Any, at: int) -> Any:  # noqa: ANN401 - plotly takes one value or a list
    return value[at] if isinstance(value, (list, tuple)) else value


def _opaque(colour: str) -> tuple[str, float]:
    """Part a colour into its hue and its opacity."""
    if not (found := _RGBA.fullmatch(colour)):
        return colour, _SOLID
    red, green, blue = (int(part) for part in found.groups()[:3])
    return f"#{red:02x}{green:02x}{blue:02x}", float(found[4])
