"""Articles made from own templates, as many as are asked for, each the same every time.

    python -m tests.quality.generated 10000 FOLDER

Every article has a dateline, a publication date and four to nine sentences; about a third of its
sentences tell a dated event. Places, names, numbers and days differ from article to article.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2015, 1, 5)
_HEADS = ("Vel", "Ostr", "Kir", "Dun", "Sab", "Marr", "Lind", "Tess", "Brac", "Holm", "Cal", "Ner")
_TAILS = ("mar", "ava", "rin", "hallow", "el", "ow", "eck", "aly", "ford", "by", "stad", "minster")
_MORE = ("", " Bay", " Cross", " on Sea", " Hill")
_TOWNS = tuple(f"{a}{b}{c}" for c in _MORE for a in _HEADS for b in _TAILS)
_GIVEN = ("Ana", "Jon", "Mira", "Per", "Rosa", "Idris", "Lena", "Tomas", "Ruth", "Omar")
_BODIES = ("the council", "the ministry", "the port authority", "the union", "the court", "police")
_PEOPLE = tuple(f"{name} {a}{b}" for name in _GIVEN for a in _HEADS for b in ("son", "ik", "er"))
_TITLES = (
    "{body} closes the {thing} at {town}",
    "{town}: {number} people moved from the {thing}",
    "{person} to lead the {thing} of {town}",
    "Dispute over the {thing} goes on in {town}",
)
_THINGS = ("bridge", "harbour", "ferry", "tunnel", "mill", "reservoir", "market", "tram line")
_DATED = (
    "{body} closed the {thing} on {weekday}.",
    "The {thing} of {town} was flooded on {past}, and {number} people had to leave.",
    "{person} resigned in {month} after a quarrel with {body}.",
    "Work on the {thing} will begin in {future}.",
    "{body} and the union signed an agreement on {past}.",
    "Between {year} and {later}, {body} sold {number} houses near the {thing}.",
    "Three days later {person} was arrested in {town}.",
    "The {thing} is to reopen by {future}, {person} said on {weekday}.",
)
_PLAIN = (
    "Residents said that the {thing} had been neglected for a long time.",
    "{person} did not answer questions.",
    "A spokesman for {body} called the plans of {town} too dear.",
    "The {thing} is used by about {number} people.",
    "Nobody in {town} wanted to say who would pay.",
    "{body} has not published the report, which runs to {number} pages.",
    "Shops near the {thing} complain of fewer customers.",
)


def article(number: int) -> tuple[str, str]:
    """Return the name and the text of an article."""
    turn = random.Random(number)
    published = FIRST_DAY + timedelta(days=turn.randrange(3_000))
    words = _words(turn, published)
    lines = [_filled(turn, _TITLES, words), ""]
    lines += [f"{words['town'].upper()}, {published:%d %B %Y}", ""]
    kinds = [_DATED if turn.random() < 0.36 else _PLAIN for _ in range(turn.randrange(4, 10))]
    kinds[0] = _DATED
    lines.append(" ".join(_filled(turn, kind, _words(turn, published)) for kind in kinds))
    return f"{number // 1000:03}/{number:06}.txt", "\n".join(lines) + "\n"


def _words(turn: random.Random, published: date) -> dict[str, str]:
    past = published - timedelta(days=turn.randrange(8, 700))
    future = published + timedelta(days=turn.randrange(40, 500))
    year = turn.randrange(1950, 2010)
    return {
        "town": turn.choice(_TOWNS),
        "body": turn.choice(_BODIES),
        "person": turn.choice(_PEOPLE),
        "thing": turn.choice(_THINGS),
        "number": str(turn.randrange(12, 900)),
        "weekday": f"{published - timedelta(days=turn.randrange(1, 6)):%A}",
        "past": f"{past.day} {past:%B %Y}",
        "month": f"{past:%B %Y}",
        "future": f"{future:%B %Y}",
        "year": str(year),
        "later": str(year + turn.randrange(1, 12)),
    }


def _filled(turn: random.Random, templates: tuple[str, ...], words: dict[str, str]) -> str:
    text = turn.choice(templates).format(**words)
    return text[0].upper() + text[1:]


def write(count: int, folder: Path) -> None:
    """Write articles into a folder, a thousand in each folder below it."""
    for number in range(count):
        name, text = article(number)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
