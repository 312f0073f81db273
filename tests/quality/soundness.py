"""Whether a title reads as a headline, as far as that shows without gold.

A check of its own: it shares no word list with the product, whose titles it judges. The lists are
closed classes. Left out are words that as well end or open a headline as another part of speech:
German verb particles ("stellt ein", "nimmt zu"), "voted against" in the Romance languages, "d'or".
"""

import re

FEWEST_WORDS = 2

_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?['’]?")
_ELIDED = re.compile(r"\w+['’]?")  # "qu'il" is two words of French and of Italian
_MARKS = re.compile(r"[\[\]{}*†‡]|\(\s*\)|…|\.\.\.|(?<!m)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")

_RELATIVES = {
    "en": "which who whom whose",
    "de": "welche welcher welches welchen welchem deren dessen denen",
    "es": "que quien quienes cuyo cuya cuyos cuyas cual cuales",
    "fr": "que qu qui dont lequel laquelle lesquels lesquelles duquel desquels desquelles auquel"
    " auxquels auxquelles",
    "it": "che cui quale quali",
    "pt": "que quem cujo cuja cujos cujas qual quais",
}
_CONJUNCTIONS = {
    "en": "that and or but nor because although though whereas whether if unless when where while"
    " what whatever whoever wherever",
    "de": "und oder aber sondern denn dass weil obwohl obgleich wenn ob bevor nachdem sobald"
    " solange falls indem sodass wobei wodurch womit worauf woraufhin wofür wonach wo weshalb"
    " weswegen",
    "es": "y e o u pero sino ni porque aunque si cuando mientras donde pues puesto",
    "fr": "et ou mais ni car parce puisque quoique si lorsque lorsqu quand tandis où",
    "it": "e ed o od ma né perché poiché sebbene benché mentre quando se dove affinché giacché"
    " siccome",
    "pt": "e ou mas nem porque pois embora se quando enquanto onde",
}
_ARTICLES = {
    "en": "the a an",
    "de": "der die das den dem des eine einen einem",
    "es": "el la los las lo un una unos unas",
    "fr": "le la les l un une des",
    "it": "il lo la i gli le l un uno una",
    "pt": "o a os as um uma",
}
_PREPOSITIONS = {
    "en": "of in on at to from by with for into onto upon about among between during towards toward"
    " via per than as",
    "de": "von vom für in im am zum zur beim ins ans aufs seit ohne gegen wegen bis während trotz"
    " zwischen pro per als",
    "es": "a al ante bajo con de del desde durante en entre hacia hasta para por según sin sobre"
    " tras",
    "fr": "à au aux avec chez dans de d du en entre envers par pour sans sous sur vers pendant",
    "it": "a ad al all allo alla ai agli alle con col da dal dall dallo dalla dai dagli dalle di"
    " del dell dello della dei degli delle d in nel nell nello nella nei negli nelle per su sul"
    " sull sullo sulla sui sugli sulle tra fra",
    "pt": "a à ao aos às com de do da dos das em no na nos nas num numa entre para pela pelo pelas"
    " pelos por sem sob sobre até desde",
}
_LINKS = {  # that cannot end a title
    "en": "and or but nor that which whose whom",
    "de": "und oder sondern dass",
    "es": "y e o u ni que",
    "fr": "et ou ni que qu qui dont",
    "it": "e ed o od né che",
    "pt": "e ou nem que",
}


def sound(title: str, language: str) -> bool:
    """Return whether a title passes: words enough, no marks left over, no loose end."""
    tokens = _WORD.findall(title)
    if len(tokens) < FEWEST_WORDS or _MARKS.search(title) or title.count("(") != title.count(")"):
        return False
    words = [word for token in tokens for word in _split(token, language)]
    return not _opens_loosely(words, language) and not _dangles(words[-1], language)


def _split(token: str, language: str) -> list[str]:
    if language not in {"fr", "it"}:
        return [token]
    return [word.rstrip("'’") for word in _ELIDED.findall(token)]


def _opens_loosely(words: list[str], language: str) -> bool:
    """Whether a conjunction or a relative word opens it, that one behind "in", "of the" as well."""
    first = words[0].lower()
    if words[0].isupper() and len(first) > 1:  # the WHO
        return False
    if first in _class(_CONJUNCTIONS, language):
        return True
    function = _class(_ARTICLES, language) | _class(_PREPOSITIONS, language)
    content = next((word for word in (first, *words[1:]) if word not in function), "")
    return content in _class(_RELATIVES, language)


def _dangles(last: str, language: str) -> bool:
    """Whether the last word wants another one; in capitals it is a name ("Plan A")."""
    return any(last in _class(words, language) for words in (_ARTICLES, _PREPOSITIONS, _LINKS))


def _class(words: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(words.get(language, "").split())
