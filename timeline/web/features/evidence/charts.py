"""Small charts of the tolls and the dates that are told, each with its words beside it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.model.figure import Measure
from timeline.telling import Account, Point, Series, View
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.pieces import hidden_words
from timeline.web.page.svg import Circle, Path, Rect, Svg
from timeline.wording.dates import day_in_words
from timeline.wording.strings import counted, text

_WIDTH, _HEIGHT, _EDGE = 320, 84, 6
_ROW = 8  # height of a bar
_MOST_DATES = 6
_READ_OUT = 12  # figures that readers of no picture hear, at most
_SEVERAL = 2
_PEOPLE = (Measure.KILLED, Measure.WOUNDED, Measure.MISSING)


def charts(found: Account) -> list[Component]:
    """Return the charts of an account: of the figure that is told most, and of the dates."""
    tolls = [one for one in found.series if len({p.number for p in one.points}) >= _SEVERAL]
    best = max(tolls, key=lambda one: (one.measure in _PEOPLE, len(one.points)), default=None)
    several = len(found.dates) >= _SEVERAL
    shown = [
        *([_tolls(best)] if best else []),
        *([_dates(found.dates[:_MOST_DATES])] if several else []),
    ]
    return [html.Div(shown, className="telling-charts")] if shown else []


def _tolls(series: Series) -> Component:
    points = series.points
    name = series.unit if series.measure is Measure.MONEY else series.measure.value
    first, last = points[0], points[-1]
    words = text("evidence.toll-chart", first=first.words, last=last.words, name=name)
    ends = [html.Span(day_in_words(day)) for day in dict.fromkeys((first.day, last.day))]
    heard = ", ".join(f"{day_in_words(one.day)}: {one.words}" for one in _spread(points))
    return html.Figure(
        [
            html.Figcaption(words),
            _line(points),
            html.Div(ends, className="small-axis-ends", **HIDDEN_FROM_READERS),
            hidden_words(heard),
        ]
    )


def _line(points: Sequence[Point]) -> Component:
    first, last = points[0].day, points[-1].day
    top = max(point.number for point in points) or 1

    def place(point: Point) -> tuple[float, float]:
        across = (point.day - first) / max(1, last - first)
        up = point.number / top
        x = _EDGE + across * (_WIDTH - 2 * _EDGE)
        return round(x, 1), round(_HEIGHT - _EDGE - up * (_HEIGHT - 2 * _EDGE), 1)

    places = [place(point) for point in points]
    steps = [f"M{places[0][0]} {places[0][1]}", *(f"H{x}V{y}" for x, y in places[1:])]
    dots = [Circle(cx=x, cy=y, r=3, className="telling-dot") for x, y in places]
    base = Path(d=f"M0 {_HEIGHT - _EDGE}H{_WIDTH}", className="telling-base")
    line = Path(d="".join(steps), className="telling-line")
    return Svg(
        children=[base, line, *dots],
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        className="telling-picture",
        **HIDDEN_FROM_READERS,
    )


def _spread(points: Sequence[Point]) -> Sequence[Point]:
    """Return the first points of each number, as many as one listens to."""
    seen = {point.number: point for point in reversed(points)}
    return sorted(seen.values(), key=lambda point: point.day)[:_READ_OUT]


def _dates(views: Sequence[View]) -> Component:
    most = max(view.articles for view in views)
    rows = [
        html.Li(
            [
                html.Span(view.words),
                _bar(view.articles / most),
                html.Span(counted(view.articles, "article"), className="muted"),
            ]
        )
        for view in views
    ]
    words = text("evidence.dates-chart")
    return html.Figure([html.Figcaption(words), html.Ul(rows, **aria(label=words))])


def _bar(share: float) -> Component:
    width = max(2, round(share * 100, 1))
    return Svg(
        children=[Rect(x=0, y=0, width=width, height=_ROW, className="telling-bar")],
        viewBox=f"0 0 100 {_ROW}",
        preserveAspectRatio="none",
        className="telling-bar-picture",
        **HIDDEN_FROM_READERS,
    )
