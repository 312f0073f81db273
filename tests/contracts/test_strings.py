"""The texts of the page: each in one place, used where it is called by its name, and complete."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

import pytest

from tests.contracts import literals
from tests.contracts.differences import differences
from tests.contracts.scripts import run, script_text
from tests.contracts.source import PAGE, _texts, classes
from tests.contracts.styles import styled_classes
from timeline import export
from timeline.wording.strings import PARTS, counted, nouns, strings, text, with_texts

EXPORT = Path(export.__file__).parent
STANDALONE = EXPORT / "standalone"
DIGESTS = (*(EXPORT / "digest").glob("[a-z]*.py"), *(EXPORT.parent / "digest").glob("[a-z]*.py"))
MODULES = (*sorted(PAGE.rglob("*.py")), EXPORT / "web_page.py", *sorted(DIGESTS))
PAGES = tuple(sorted(PAGE.rglob("*.html")))
SUBJECTS = {name.partition(".")[0] for part in PARTS for name in strings(part)} | {"mood"}
NAME = re.compile(rf"(?:{'|'.join(sorted(SUBJECTS))})\.(?!(?:css|js|txt)$)[a-z]+(?:-[a-z]+)*")
# What is for other eyes than those of who looks at the page.
NOT_READ = {
    "api/openapi.py": "the document of the API, for programmers",
    "auth/bearer.py": "the log of the server",
    "auth/passwords.py": "a file of the command line",
    "auth/sessions.py": "an attribute of cookies",
    "auth/service.py": "variables of the command line",
    "auth/shared_state.py": "the log of the server",
    "auth/tokens.py": "a file of the command line",
    "http/headers.py": "policies in headers",
    "http/health.py": "words for programs",
    "http/request_log.py": "the log of the server",
    "http/settings.py": "the command line",
    "page/assets.py": "a broken installation",
    "page/marks_css.py": "style sheets",
    "page/plain_html.py": "an error of a programmer",
    "seeding.py": "the command line",
    "serving.py": "the command line",
}
# A text with a capital letter and a blank in a script is one that somebody reads.
_SAID = re.compile(r"""["`][A-Z][a-z]+[^"`\n]* [^"`\n]*["`]""")


def in_scripts() -> set[str]:
    """The names of texts that scripts call, or hand on to who calls them."""
    return {name for name in re.findall(r'"([a-z_.-]+)"', script_text()) if NAME.fullmatch(name)}


def in_exported_scripts() -> set[str]:
    """The names of texts that the script of an exported page calls."""
    code = "\n".join(path.read_text("utf-8") for path in sorted(STANDALONE.glob("*.js")))
    return set(re.findall(r'data\.words\["([a-z_.-]+)"\]', code))


def in_python() -> set[str]:
    """The names of texts that the modules of the page call, or hold for who calls them."""
    trees = [ast.parse(path.read_text("utf-8")) for path in MODULES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    called = {
        name
        for call in nodes
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "text"
        and call.args
        for name in _texts(call.args[0])
    }
    held = {one.value for one in nodes if isinstance(one, ast.Constant)}
    named = {name for name in held if isinstance(name, str) and NAME.fullmatch(name)}
    whole = "\n".join([*(path.read_text("utf-8") for path in PAGES), *map(str, held)])
    return called | named | set(re.findall(r"\{text ([a-z_.-]+)\}", whole)) - {"page.name}"}


def counted_nouns() -> set[str]:
    """The nouns that the modules of the page count."""
    trees = (ast.parse(path.read_text("utf-8")) for path in MODULES)
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        name
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "counted"
        for name in _texts(call.args[1])
    }


def test_every_text_is_used_and_every_one_that_is_used_is_there() -> None:
    used = {"scripts": in_scripts(), "page": in_python(), "exported": in_exported_scripts()}
    assert used.keys() == set(PARTS)
    for part in PARTS:
        sides = {"strings": set(strings(part)), "used": used[part]}
        assert not differences(sides), part
        assert differences({**sides, "used": used[part] | {"mood.none"}})


def test_every_noun_is_counted_and_every_one_that_is_counted_is_there() -> None:
    assert counted_nouns() == set(nouns())
    assert [counted(number, "event") for number in (0, 1, 1204)] == [
        "0 events",
        "1 event",
        "1,204 events",
    ]
    with pytest.raises(KeyError):
        counted(1, "mood")


def found_in(modules: Iterable[Path]) -> list[str]:
    """Return the texts that modules hold themselves, each with its file."""
    known = frozenset(styled_classes() | classes())
    found: list[str] = []
    for path in modules:
        code = path.read_text("utf-8")
        said = [*literals.shown_literals(code), *literals.prose(code, known)]
        if EXPORT in path.parents:  # pages of HTML in pieces
            said = [
                one for piece in literals.pieces_of_html(code) for one in literals.in_html(piece)
            ]
        found += [f"{path.name}: {one}" for one in said if "{text " not in one]
    return found


def test_no_module_of_the_page_holds_a_text_of_its_own() -> None:
    exempt = {PAGE / name for name in NOT_READ}
    assert all(path.exists() for path in exempt)
    assert found_in(path for path in MODULES if path not in exempt) == []
    assert [one for path in PAGES for one in literals.in_html(path.read_text("utf-8"))] == []


SHOWN = """
html.P("Nothing"); html.Div(["a", html.Span(f"{n} of them")]); action("add", "Add", title="u")
html.Dialog([], **aria(label="Close")); Field(placeholder="today"); hidden_words(" events")
empty("No" if x else "None", y); html.H2(children="Head")
"""
PROSE = """
raise EditError("choose an event first")
HEADS = {"date": "Date"}
said = f"{n} of all {m}"
"""
NO_PROSE = """
'a docstring of words'
x: "Any type" = y
log.error("a failure of it")
chosen = "row-button muted"
"""


def test_the_texts_of_a_module_are_found_wherever_they_stand() -> None:
    found = set(literals.shown_literals(SHOWN))
    assert found == {
        *("Nothing", "a", " of them", "Add", "u", "Close", "today", " events", "No", "None", "Head")
    }
    unseen = 'html.P(className="a b", id="c"); action("add", icon("d"))'
    assert not set(literals.shown_literals(unseen))
    assert set(literals.prose(PROSE)) == {"choose an event first", "Date", " of all "}
    assert not set(literals.prose(NO_PROSE, frozenset({"row-button", "muted"})))
    page = '<p title="A">{text page.name}</p>{% if x %}<b>B</b>{{ y }}<style>p { c }</style>'
    assert set(literals.in_html(page)) == {"A", "B"}
    piece = ' aria-label="C">'
    assert set(literals.in_html(piece)) == {"C"}


def test_no_script_holds_a_text_of_its_own() -> None:
    exported = "\n".join(path.read_text("utf-8") for path in sorted(STANDALONE.glob("*.js")))
    lines = [line for line in f"{script_text()}\n{exported}".splitlines() if "Error(" not in line]
    code = [re.sub(r"//.*|^\s*/?\*.*|/\*.*", "", line) for line in lines]
    assert [line for line in code if _SAID.search(line)] == []
    assert _SAID.search('say("Kept as it is.")')
    assert list(literals.in_script(f"{script_text()}\n{exported}")) == []


@pytest.mark.parametrize(
    "code",
    [
        'el.textContent = "Kept";',
        "el.textContent = count ? `${count} of them` : '';",
        'el.setAttribute("aria-label", "Leave it out");',
        'el.title = on ? words("edits.kept") : "Away";',
        'say("Done again");',
        'li.append(made("strong", "Yours", "muted"));',
    ],
)
def test_a_text_that_a_script_shows_is_found(code: str) -> None:
    assert list(literals.in_script(code))


def places(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


def test_values_are_put_into_their_places_by_page_and_scripts_alike() -> None:
    for part in PARTS:
        for said in strings(part).values():
            assert said.format(**dict.fromkeys(places(said), "x"))
            assert said.strip()
    assert with_texts("<p>{text story.none}</p>") == "<p>No story yet</p>"
    code = "const { page } = standing(); return page.words('uploads.removed', { name: 'a.txt' });"
    assert run(code) == "Removed a.txt."


def test_each_call_of_a_script_gives_the_values_that_the_text_has_places_for() -> None:
    calls = re.findall(r'words\("([a-z_]+\.[a-z-]+)"(, \{ [^}]*\})?\)', script_text())
    assert calls
    for name, given in calls:
        values = set(re.findall(r"(?:^|[{,]) (\w+)(?=[:,} ])", given))
        assert values >= places(strings("scripts")[name]), name


def test_a_text_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        text("mood.none")
