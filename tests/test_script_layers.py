"""The layers of the page's scripts: as of the packages, imports run downwards only."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_layers import circle_in, refused
from timeline.bundler import Module, modules_of, read_module
from timeline.web.page import bundle
from timeline.web.server import ASSETS

SCRIPTS = ASSETS / "scripts"
STANDALONE = ASSETS.parent / "timeline" / "export" / "standalone"
UNIT_TESTS = Path(__file__).parent / "scripts"
CONTRACTS = Path(__file__).parent / "contracts"
# From the lowest up. A feature imports no other one; within the other folders files may import each
# other, but not in a circle.
LAYERS = (
    frozenset({"base"}),  # calendar, folding, windows, the address: no browser is needed
    frozenset({"page"}),  # what features share: state, server, actions, dialogs
    frozenset({"edits"}),  # how an edit is sent, and what comes of it
    frozenset({"features"}),
    frozenset({"shell"}),  # opening, keys, the list of features
    frozenset({"adapter"}),
)
ADAPTER = ASSETS / bundle.PAGE
ENTRIES = (ADAPTER, ASSETS / bundle.HEAD, STANDALONE / "page.js")
FILES = sorted(SCRIPTS.rglob("*.js"))
_GLOBAL = re.compile(
    r"\b(?:window|globalThis|self|top|parent|frames)\s*[.\[]|\b(?:dash_\w+|React|Plotly)\b"
)
_BROWSER = re.compile(r"\b(?:document|location|history|localStorage|navigator|fetch)\b[.(\[]")
_TEXTS = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def parts_of(path: Path) -> tuple[str, ...]:
    return path.relative_to(SCRIPTS).parts


def modules() -> list[Module]:
    return [read_module(path) for path in FILES]


def edges(place: int) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Yield the imports between folders at a depth, of files that share the folder above."""
    for module in modules():
        here = parts_of(module.path)
        for one in module.imports:
            there = parts_of(one.source)
            if len(here) > place + 1 and len(there) > place + 1 and here[:place] == there[:place]:
                yield module.path, (here[place], there[place])


def code_of(path: Path) -> str:
    """Return a module without comments and without what stands in texts."""
    return _TEXTS.sub('""', re.sub(r"//.*", "", read_module(path).body))


def test_scripts_import_from_lower_layers_only() -> None:
    wrong = [f"{path}: {why}" for path, edge in edges(0) if (why := refused(edge, LAYERS))]
    assert wrong == []


def test_every_script_has_a_layer() -> None:
    assert {parts_of(path)[0] for path in FILES} == {name for layer in LAYERS for name in layer}


def test_no_feature_s_script_imports_another_feature() -> None:
    wrong = [
        f"{path}: {edge}"
        for path, edge in edges(1)
        if parts_of(path)[0] == "features" and edge[0] != edge[1]
    ]
    assert wrong == []


def test_no_imports_of_scripts_run_in_a_circle() -> None:
    graph = {str(m.path): {str(one.source) for one in m.imports} for m in modules()}
    assert circle_in(graph) == []


def test_only_the_adapter_names_globals_of_others() -> None:
    named = {path: _GLOBAL.findall(code_of(path)) for path in FILES}
    assert named.pop(ADAPTER)
    assert [path for path, found in named.items() if found] == []


def test_the_lowest_layer_needs_no_browser() -> None:
    lowest = [path for path in FILES if parts_of(path)[0] in LAYERS[0]]
    assert [path for path in lowest if _BROWSER.search(code_of(path))] == []


def test_every_script_is_in_a_page() -> None:
    reached = {module.path for entry in ENTRIES for module in modules_of(entry)}
    assert {*FILES, *STANDALONE.glob("*.js")} == reached


def test_nothing_is_exported_that_nobody_imports() -> None:
    taken: set[tuple[Path, str]] = set()
    for path in (*FILES, *STANDALONE.glob("*.js")):
        for one in read_module(path).imports:
            names = {name for name, _ in one.names}
            if one.whole:
                names = set(re.findall(rf"\b{one.whole}\.(\w+)", code_of(path)))
            taken |= {(one.source, name) for name in names}
    tests = (*UNIT_TESTS.glob("*.test.js"), *CONTRACTS.glob("*.py"))
    tested = "".join(path.read_text("utf-8") for path in tests)
    unused = {(m.path, name) for m in modules() for name in m.exports} - taken
    untested = [(p.name, n) for p, n in unused if not re.search(rf"\b{n}\b", tested)]
    assert sorted(untested) == []


def test_the_check_of_the_scripts_sees_what_it_is_for(tmp_path: Path) -> None:
    script = tmp_path / "x.js"
    script.write_text('say("window.x");\n// window.y\nwindow.z = React;\n', "utf-8")
    assert _GLOBAL.findall(code_of(script)) == ["window.", "React"]
    assert _BROWSER.search("location.search")
    assert refused(("page", "features"), LAYERS) == "features is above page"


# --- the way of an edit ---

DECIDING, SERVER = SCRIPTS / "edits" / "deciding.js", SCRIPTS / "page" / "server.js"


def makers() -> dict[Path, Module]:
    """Return the modules that make edits: that call what sends them."""
    found = {}
    for module in modules():
        taken = {name for one in module.imports if one.source == DECIDING for name, _ in one.names}
        if taken & {"decide", "send"}:
            assert re.search(r"\b(?:decide|send)\(", module.body), module.path
            found[module.path] = module
    return found


def test_an_edit_goes_through_three_scripts() -> None:
    """From the module that hears the click to the one that asks the server, by `deciding.js`."""
    senders = {
        module.path
        for module in modules()
        for one in module.imports
        if one.source == SERVER
        and (f"{one.whole or '?'}.edit(" in module.body or ("edit", "edit") in one.names)
    }
    assert senders == {DECIDING}
    assert "edits/${" in read_module(SERVER).body
    made = makers()
    assert len(made) >= 5
    for path, module in made.items():
        hears = re.search(r"\b(?:addActions|onSubmit|addEventListener)\(", module.body)
        assert hears, f"{path} hears no click"
    for module in modules():  # nobody else makes one through them
        through = [one.source for one in module.imports if one.names and one.source in made]
        assert not through, f"{module.path} makes edits by way of {through}"
