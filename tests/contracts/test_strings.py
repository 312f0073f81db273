"""The texts of the page: each in one place, used where it is called by its name, and complete."""

import ast
import re
from string import Formatter

import pytest

from tests.contracts.differences import differences
from tests.contracts.scripts import run, script_text
from tests.contracts.source import PAGE, _texts
from timeline.web.features.help.layout import KEYS as HELP_KEYS
from timeline.wording.strings import PARTS, strings, text

# A text with a capital letter and a blank in a script is one that somebody reads.
_SAID = re.compile(r"""["`][A-Z][a-z]+[^"`\n]* [^"`\n]*["`]""")


def in_scripts() -> set[str]:
    """The names of texts that scripts call, or hand on to who calls them."""
    subjects = "|".join(
        {name.partition(".")[0] for part in PARTS for name in strings(part)} | {"mood"}
    )
    return set(re.findall(rf'"((?:{subjects})\.[a-z]+(?:-[a-z]+)*)"', script_text()))


def in_python() -> set[str]:
    """The names of texts that the modules of the page call."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(PAGE.rglob("*.py")))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        name
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "text" and call.args
        for name in _texts(call.args[0])
    } | {name for _, name in HELP_KEYS}


def test_every_text_is_used_and_every_one_that_is_used_is_there() -> None:
    for part, used in (("scripts", in_scripts()), ("page", in_python())):
        sides = {"strings": set(strings(part)), "used": used}
        assert not differences(sides), part
        assert differences({**sides, "used": used | {"mood.none"}})


def test_no_script_holds_a_text_of_its_own() -> None:
    lines = [line for line in script_text().splitlines() if "Error(" not in line]
    code = [re.sub(r"//.*|^\s*/?\*.*|/\*.*", "", line) for line in lines]
    assert [line for line in code if _SAID.search(line)] == []
    assert _SAID.search('say("Kept as it is.")')


def places(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name}


def test_values_are_put_into_their_places_by_page_and_scripts_alike() -> None:
    for part in PARTS:
        for said in strings(part).values():
            assert said.format(**dict.fromkeys(places(said), "x"))
            assert said.strip()
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
