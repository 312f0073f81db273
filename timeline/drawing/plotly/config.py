"""How plotly behaves around every figure: `config` of a graph."""

from typing import Any

# What uploads, edits in the cloud, or does nothing sensible on a timeline.
REMOVED_BUTTONS = (
    "sendChartToCloud",
    "sendDataToCloud",
    "select2d",
    "lasso2d",
    "autoScale2d",
    "hoverClosestCartesian",
    "hoverCompareCartesian",
    "toggleSpikelines",
)

CONFIG: dict[str, Any] = {
    "scrollZoom": True,
    "displaylogo": False,
    "displayModeBar": False,
    "doubleClick": False,  # the page fits the view; plotly would go back to its first range
    "showTips": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": list(REMOVED_BUTTONS),
    "responsive": False,
}

OVERVIEW_CONFIG: dict[str, Any] = CONFIG | {"scrollZoom": False}
