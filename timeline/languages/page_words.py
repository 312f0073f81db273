"""What stands around a story, in the words of all languages: `page.toml` of each, put together.

The words of every language count for every text: what surrounds a story is often written in
another language than the story (a plug-in, a feed, an agency), and fields, labels and names are
read before the language is known. Where that would harm, a reader asks for some languages only.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from timeline.languages.folders import PAGE, languages_with, read_file
from timeline.languages.table import Table

Group = tuple[str, str]
_WORDS, _PATTERNS = Table.words, Table.strings
_Reader = Callable[[Table, str], tuple[str, ...]]
# What each table may hold; docs/add-a-language.md says what the groups are for.
GROUPS: Mapping[str, Mapping[str, _Reader]] = {
    "header": {
        **dict.fromkeys(("published", "updated", "byline", "cut_before"), _WORDS),
        **dict.fromkeys(("name_words", "no_places", "before_ago"), _WORDS),
        **dict.fromkeys(("ago", "asides"), _PATTERNS),
    },
    "boilerplate.anywhere": {"lines": _WORDS, "patterns": _PATTERNS},
    "boilerplate.elsewhere": {"patterns": _PATTERNS},
    "boilerplate.numbered": {"patterns": _PATTERNS},
    "boilerplate.tail": {"lines": _WORDS, "patterns": _PATTERNS},
    "fields": dict.fromkeys(("text", "title", "published"), _WORDS),
    "sentences": dict.fromkeys(
        ("after_clock", "before_name", "before_number", "after_ordinal", "noon", "time_of"), _WORDS
    ),
    "web": dict.fromkeys(("labels", "before_date", "classes"), _WORDS),
    "mail": dict.fromkeys(("prefixes", "subject"), _WORDS),
    "references": dict.fromkeys(("headings", "access"), _WORDS),
    "print": dict.fromkeys(("page", "of"), _WORDS),
    "title": dict.fromkeys(("asides", "joins", "dangling"), _WORDS),
    "detection": dict.fromkeys(("article", "common"), _WORDS),
    "contact": {"phone": _WORDS},
    "typed": {"about": _WORDS},
    "columns": dict.fromkeys(("title", "date", "start", "end", "places", "said"), _WORDS),
}


@lru_cache(maxsize=64)
def page_words(table: str, key: str, languages: Sequence[str] | None = None) -> tuple[str, ...]:
    """Return the words, or patterns, of a group in all languages or in some: each once.

    English comes first, then the languages by their codes. Raise WordDataError where a file is
    damaged, or holds what nothing reads.
    """
    codes = languages_with(PAGE)
    asked = codes if languages is None else [code for code in languages if code in codes]
    found = (word for code in asked for word in _page(code).get((table, key), ()))
    return tuple(dict.fromkeys(found))


def page_pattern(
    table: str, key: str, *neutral: str, flags: re.RegexFlag = re.NOFLAG
) -> re.Pattern[str]:
    """Return one pattern that matches what any of a group's, or a neutral one, matches.

    Raise WordDataError where a language's is none. Each is compiled alone only to find that one,
    for that takes as long as all else that is done with the files.
    """
    found = (*neutral, *page_words(table, key))
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in found) or "(?!)", flags)
    except re.error:
        for language in languages_with(PAGE):
            if (table, key) in _page(language):
                own = {key: list(_page(language)[table, key])}
                Table(f"{language}/{PAGE}", own, table).patterns(key)
        raise


@lru_cache(maxsize=64)
def _page(language: str) -> dict[Group, tuple[str, ...]]:
    """Return the groups of one language."""
    whole = Table(f"{language}/{PAGE}", read_file(language, PAGE))
    whole.check((), {name.partition(".")[0] for name in GROUPS})
    whole.table("boilerplate").check((), [n.partition(".")[2] for n in GROUPS if "." in n])
    found: dict[Group, tuple[str, ...]] = {}
    for name, readers in GROUPS.items():
        table = whole
        for part in name.split("."):
            table = table.table(part)
        table.check((), readers)
        found |= {(name, key): readers[key](table, key) for key in table.data}
    return found
