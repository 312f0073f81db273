"""Keys: what the scripts do by key, what the help lists, and what buttons say beside them."""

import re

from tests.contracts.differences import differences, missing
from tests.contracts.scripts import run
from tests.web.components import kinds, text
from timeline.web.features.chart import layout as panel
from timeline.web.features.help.layout import guide
from timeline.wording.strings import strings

NAMES = {"←": "ArrowLeft", "→": "ArrowRight", "↑": "ArrowUp", "↓": "ArrowDown", "Esc": "Escape"}
TOGETHER = {"Ctrl Z": "Ctrl z", "Ctrl ⇧ Z": "Ctrl Shift z"}
# The same key without Shift, and what people know from other programs.
ALSO = {"=": "+", "Ctrl y": "Ctrl Shift z", "Ctrl Shift y": "Ctrl Shift z"}
PRESSED = """
    const named = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Enter",
      "Escape", "PageUp", "PageDown", "Tab", "Delete", "Backspace", "Insert", " ", "F1"];
    const signs = [...Array(94).keys()].map((at) => String.fromCharCode(33 + at));
    const taken = new Set();
    const press = (where, key, more = {}) => {
      const s = standing({ search: "?event=e1", found: () => null });
      const { at, HTMLElement } = s;
      s.document.getElementById = (id) => (id === "article-dialog" ? null : at(id));
      s.document.querySelector = (selector) =>
        selector === "dialog[open]" || selector.startsWith("details") ? null : new HTMLElement();
      const fits = (selector) => /tbody|^button$/.test(selector);
      const row = new HTMLElement("row", "BUTTON", fits);
      row.querySelectorAll = () => [row, new HTMLElement(), row];
      const body = new HTMLElement("body");
      const target = { chart: at("timeline-wrap"), table: row, page: body }[where];
      const mods = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
      let isTaken = false;
      try {
        s.tell("keydown", { key, target, ...mods, preventDefault: () => (isTaken = true) });
      } catch (error) {
        if (!isTaken) throw error; // what a taken key does needs more of a browser than there is
      }
      return isTaken;
    };
    for (const where of ["page", "chart", "table"])
      for (const key of [...named, ...signs]) if (press(where, key)) taken.add(key);
    for (const key of signs)
      for (const shift of [false, true])
        if (press("page", shift ? key.toUpperCase() : key, { ctrlKey: true, shiftKey: shift }))
          taken.add(`Ctrl ${shift ? "Shift " : ""}${key.toLowerCase()}`);
    return [...taken];
"""


def pressed() -> set[str]:
    """The keys that do something, where an event is selected and deciding is offered."""
    found: list[str] = run(PRESSED)
    return {ALSO.get(key, key) for key in found}


def in_the_help() -> set[str]:
    keys = [text(key) for key in kinds(guide(), "Kbd")]
    return {TOGETHER.get(key) or NAMES.get(key, key) for key in keys}


def beside_buttons() -> set[str]:
    """Return the keys in the titles of buttons: "Earlier ([)", "Undo (Ctrl+Z)"."""
    found = (re.search(r" \((\S{1,12})\)$", title) for title in titles())
    named = {key[1] for key in found if key}
    return {key if len(key) == 1 else key[:-1].replace("+", " ") + key[-1].lower() for key in named}


def titles() -> set[str]:
    tools = {f"{name} ({key})" for *_, name, key in panel._TOOLS}
    return {said for said in strings("page").values() if "{" not in said} | tools


def test_the_help_lists_every_key_and_no_other() -> None:
    sides = {"scripts": pressed(), "help": in_the_help()}
    assert not differences(sides)
    assert differences({**sides, "help": sides["help"] - {"u"}})
    assert differences({**sides, "scripts": sides["scripts"] - {"Ctrl z"}})


def test_keys_in_titles_of_buttons_are_in_the_help() -> None:
    named = beside_buttons()
    assert {"[", "t", "Ctrl z", "Ctrl Shift z"} <= named
    assert not missing(named, in_the_help(), "is not in the help")
    assert missing({*named, "q"}, in_the_help())
