"""Running what the documents show: blocks of Python, and the cells of a notebook.

A cell is run as IPython runs it: what its last line comes to is its output, where that is anything.
"""

import ast
import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SAMPLE = re.compile(r"^```python\n(.*?)^```\n(?:```\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """Some Python, and what it prints."""

    code: str
    told: str


def samples_of(path: Path) -> list[Sample]:
    """Return the blocks of a Markdown file, each with the block behind it, its output."""
    return [Sample(*map(str, pair)) for pair in _SAMPLE.findall(path.read_text("utf-8"))]


def cells_of(path: Path) -> list[Sample]:
    """Return the code cells of a notebook, each with its output as text."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [
        Sample("".join(cell["source"]), "".join(_outputs(cell)))
        for cell in cells
        if cell["cell_type"] == "code"
    ]


def _outputs(cell: dict[str, Any]) -> Iterator[str]:
    for output in cell["outputs"]:
        yield "".join(output.get("text") or output["data"]["text/plain"])


def run(code: str, names: dict[str, Any]) -> str:
    """Run some code among names, and return what it prints and what its last line comes to."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(tree, "<sample>", "exec"), names)  # noqa: S102 - our own documents
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<sample>", "eval"), names)  # noqa: S307 - as above
            if value is not None:
                print(repr(value))
    return out.getvalue()
