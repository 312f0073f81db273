"""Callbacks that run in the browser, by the name that `dash-adapter.js` gives a function."""

from collections.abc import Sequence

from dash import ClientsideFunction, Dash, Input, Output


def run_script(app: Dash, function: str, outputs: Sequence[Output], *inputs: Input) -> None:
    """Register a function of the scripts that fills outputs from inputs, or just acts."""
    callee = ClientsideFunction("timeline", function)
    wanted = (outputs[0] if len(outputs) == 1 else list(outputs),) if outputs else ()
    app.clientside_callback(callee, *wanted, *inputs)  # type: ignore[no-untyped-call]
