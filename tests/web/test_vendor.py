"""The script that draws: a smaller bundle of the same Plotly that Python speaks to."""

import re
from importlib.resources import files
from pathlib import Path

from tests.web import sample
from timeline.drawing.plotly.timeline_figure import timeline_figure
from timeline.drawing.scene.scene import compose
from timeline.drawing.theme import LIGHT

BUNDLE = Path(__file__).parents[2] / "assets" / "vendor" / "plotly-basic.min.js"
IN_BUNDLE = {"scatter", "bar", "pie"}


def version(script: str) -> str:
    """Return the version that the head of a plotly.js script names."""
    found = re.search(r"plotly\.js.*?v(\d+\.\d+\.\d+)", script[:400])
    assert found
    return found[1]


def test_the_bundle_has_the_version_of_the_package() -> None:
    """Plotly's Python package writes figures for one version of its script."""
    ours = BUNDLE.read_text(encoding="utf-8")
    theirs = files("plotly").joinpath("package_data", "plotly.min.js").read_text(encoding="utf-8")
    assert version(ours) == version(theirs)
    assert "Licensed under the MIT license" in ours[:400]


def test_the_figure_needs_only_what_the_bundle_draws() -> None:
    figure = timeline_figure(compose(sample.timeline().events), LIGHT)
    assert {trace.type for trace in figure.data} <= IN_BUNDLE
