"""Makes requests to a page, by chance: well-formed ones, extreme ones, mutated ones and noise.

Each is the bytes of one HTTP request, so that nothing between corrects it. What the page takes is
read from the page itself: its callbacks, its routes, ids of its events and names of its articles.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from dash import Dash

from timeline.query.facets import FACETS
from timeline.web.api.operation import PREFIX
from timeline.web.api.registry import OPERATIONS

# The names that the body of each operation of the API takes, by its rule.
TAKEN = {one.rule: set(one.body.model_fields) for one in OPERATIONS if one.body is not None}
BOUNDARY = "----fuzz"


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked: `callbacks` as Dash lists them, `routes` as pairs of method and rule."""

    callbacks: tuple[dict[str, Any], ...]
    routes: tuple[tuple[str, str], ...]
    events: tuple[str, ...] = ("event0",)
    documents: tuple[str, ...] = ("harbour.txt",)
    prefixes: tuple[str, ...] = ("/",)
    cookie: str = ""

    @classmethod
    def of(cls, app: Dash, **known: Any) -> "Target":  # noqa: ANN401 - the other fields
        """Read what a page takes from the page."""
        listed = app.server.test_client().get("/_dash-dependencies").get_json() or []
        calls = tuple(one for one in listed if one["clientside_function"] is None)
        rules = app.server.url_map.iter_rules()
        pairs = {(method, rule.rule) for rule in rules for method in rule.methods or ()}
        return cls(calls, tuple(sorted(pairs)), **known)


def request(random: Random, target: Target) -> bytes:
    """Return one request: of ten about six for callbacks, three for routes, one of noise."""
    kind = random.random()
    if kind < 0.55:
        return _callback(random, target)
    if kind < 0.92:
        return _route(random, target)
    return _noise(random)


# ---------- values ----------
def _long(random: Random) -> str:
    return random.choice("a0é\u202e😀 (\\[*+%&=-:") * random.choice(
        (81, 81, 201, 201, 1_001, 5_000, 30_000)
    )


def _nested(random: Random) -> Any:  # noqa: ANN401 - JSON
    value: Any = 1
    for _ in range(random.choice((3, 12, 60, 900))):
        value = [value] if random.random() < 0.5 else {"a": value}
    return value


def wild(random: Random) -> Any:  # noqa: ANN401 - JSON
    """Return a JSON value that no page sends."""
    makers: Sequence[Callable[[], Any]] = (
        lambda: None,
        lambda: random.choice((True, False)),
        lambda: random.choice((0, -1, 2**31, 2**53, 2**63, -(2**63), 10**30, 10**400)),
        lambda: random.choice((1e308, -1e-320, 0.5, float("nan"), float("inf"))),
        lambda: random.choice(("", "\0", "\ud800", "a\nb", "🙂", "../../etc/passwd", "%00", "..")),
        lambda: random.choice(
            ("__proto__", "None", "[object Object]", "'; --", "(a+)+$", '"', "*")
        ),
        lambda: _long(random),
        list,
        dict,
        lambda: [wild(random)] * random.choice((1, 3, 300)),
        lambda: {str(wild(random)): wild(random)},
        lambda: _nested(random),
    )
    return random.choice(makers)()


_WORDS = (5, 10, 20, 40, 60, 80, 120, 150, 200, 10_000)  # of a search; the last is rare


def state(random: Random, target: Target) -> str:
    """Return the query of a state, of which some are extreme."""
    day = random.choice
    dates = ("2022-01-01", "1900-01-01", "2030-12-31", "-9999-01-01", "+12000-01-01", "2022-02-30")
    far = ("-1000000000-01-01", "+1000000000-12-31", "9" * 400 + "-01-01", "-999999999-06-06")
    pairs: list[tuple[str, str]] = []
    for _ in range(random.randint(0, 6)):
        facet = random.choice(FACETS)
        known = ("law", "happened", "day", "high", "disputed", "Norland", *target.documents)
        pairs += [(facet, day((*known, _long(random)[:200])))] * random.choice((1, 1, 1, 40))
    extremes: Sequence[Callable[[], list[tuple[str, str]]]] = (
        lambda: [("from", day(dates)), ("to", day(dates))],
        lambda: [("from", day(far)), ("to", day((*far, *dates)))],
        lambda: [("q", " ".join(day(("dam", "a", "of", "(a+)+", "*")) for _ in range(2)))],
        lambda: [("q", " ".join(f"{day('abcdeé')}{n}" for n in range(day(_WORDS))))],
        lambda: [("lanes", day(("category", "actor", "document", "none", "x"))), ("fold", "yes")],
        lambda: [(day(("first", "collapsed")), f"lane {n}") for n in range(day((3, 9, 60, 1_500)))],
        lambda: [("story", f"event{n}") for n in range(day((3, 9, 60, 1_200)))],
        lambda: [("story", one) for one in target.events],
        lambda: [("compare", name) for name in target.documents],
        lambda: [("event", day(target.events))],
        lambda: [("article", day(target.documents)), ("at", day(("0", "99", "9" * 30)))],
        lambda: [("rows", day(("100", "5000", "999999999"))), ("sort", day(("date", "-title")))],
        lambda: [("tab", day(("events", "sources", "undated", "articles", "story", "history")))],
        lambda: [("tab", "review"), ("told", day(("shared", "disputed", "alone")))],
        lambda: [(day(("?", "%", "x" * 50)), day(("%", "\0", "é")))],
    )
    for _ in range(random.randint(0, 4)):
        pairs += random.choice(extremes)()
    random.shuffle(pairs)
    text = urlencode(pairs)
    return text if random.random() < 0.3 else text[:20_000]


def _date(random: Random) -> str:
    words = ("2022", "June", "14", "early", "since", "last", "~", "/", "?", "12:60", "Montag", "..")
    count = random.choice((1, 2, 3, 40))
    return random.choice(
        ("2022-06-14", "early March 2024", " ".join(random.choices(words, k=count)))
    )


def _edit(random: Random, target: Target) -> dict[str, Any]:
    """Return the body of an edit: what one of each kind takes, and something besides at times."""
    fields = {"title": "A title", "when": _date(random), "actors": ["a", "b"], "note": "n"}
    return {
        "events": random.choices(target.events, k=random.choice((1, 2, 300))),
        "event": random.choice(target.events),
        "title": "A title",
        "date": _date(random),
        "status": random.choice(("happened", "x")),
        "category": random.choice(("law", "x")),
        "tag": random.choice(("tag", "")),
        "field": random.choice(("title", "when", "members", "x")),
        "mentions": [0, random.choice((1, 10**9))],
        "edit": random.choice((1, 2, 10**15)),
        "fields": {k: fields[k] for k in random.sample(sorted(fields), 2)},
        "document": random.choice(target.documents),
        "quote": "on Monday",
        "start": 0,
        "end": random.choice((9, 10**9)),
        "by": "ana",
    }


def _body_of(path: str, random: Random, target: Target) -> Any:  # noqa: ANN401 - JSON
    """Return a body that an operation of the API takes, most of the time."""
    takes = TAKEN.get(path)
    if takes is None:
        return {"names": ["a.txt", "b/c.txt"]} if random.random() < 0.5 else None
    return {k: v for k, v in _edit(random, target).items() if k in takes}


_MOMENTS = (0, 1, 17, 1_700_000_000_000, None)
_SIMPLE: dict[str, Sequence[Any]] = {
    "tellings": (None, "4a019eb321d5 30", "none 10"),
    "version": _MOMENTS,
    "tick": _MOMENTS,
    "runs_asked": _MOMENTS,
    "width": (0, 240, 639, 1_280, 10_000, 100_000, None),
    "theme": ("light", "dark"),
    "stands": (True,),
    "who": ("ana", "", None, "x" * 80),
    "runs_seen": (None, {"mark": "x", "ends": {}, "going": 0}),
}


def value_of(name: str, random: Random, target: Target) -> Any:  # noqa: ANN401 - JSON
    """Return a value that a page could send under a name."""
    if name in _SIMPLE:
        return random.choice(_SIMPLE[name])
    return state(random, target)[:20_000]


# ---------- bodies ----------
def _mutated(value: Any, random: Random) -> Any:  # noqa: ANN401 - JSON
    """Return the value with one part of it changed, however deep it stands."""
    if isinstance(value, dict) and value and random.random() < 0.8:
        key = random.choice(sorted(value))
        rest = {k: v for k, v in value.items() if k != key}
        if random.random() < 0.15:
            return rest
        return {**rest, key: _mutated(value[key], random)}
    if isinstance(value, list) and value and random.random() < 0.8:
        at = random.randrange(len(value))
        more = [value[at]] * random.choice((0, 1, 1, 1, 2))
        return [*value[:at], *(_mutated(one, random) for one in more), *value[at + 1 :]]
    return wild(random)


def _text_of(value: object, random: Random) -> bytes:
    text = json.dumps(value)
    if random.random() < 0.04:
        text = text.replace("{", '{"output": "x", "output": "y", ', 1)
    body = text.encode()
    if random.random() < 0.08:
        at = random.randrange(len(body) + 1)
        noise = random.choice((b"", b"\xff\xfe", b"\0", b"[" * 5_000, b'{"a":' * 2_000, b"NaN"))
        body = random.choice((body[:at], body[:at] + noise + body[at:]))
    return body


def _callback(random: Random, target: Target) -> bytes:
    call = random.choice(target.callbacks)

    def filled(parts: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [{**part, "value": value_of(part["property"], random, target)} for part in parts]

    names = [o.rsplit(".", 1) for o in call["output"].strip(".").split("...")]
    outputs = [{"id": name, "property": prop} for name, prop in names]
    body: Any = {
        "output": call["output"],
        "outputs": outputs if call["output"].startswith("..") else outputs[0],
        "inputs": filled(call["inputs"]),
        "changedPropIds": [f"{p['id']}.{p['property']}" for p in call["inputs"]][:1],
        "state": filled(call["state"]),
    }
    for _ in range(random.choice((0, 0, 1, 1, 1, 3))):
        body = _mutated(body, random)
    prefix = random.choice(target.prefixes)
    return _http(random, "POST", f"{prefix}_dash-update-component", _text_of(body, random), target)


def _parts(random: Random, target: Target) -> bytes:
    fields = {"title": "A title", "text": "It rained on 3 May 2022.", "published": _date(random)}
    fields |= {"same": random.choice(("", "both", "replace", "x"))}
    lines = []
    for name, text in random.sample(sorted(fields.items()), random.randint(0, 4)):
        long = text if random.random() < 0.8 else _long(random)
        lines.append(f'Content-Disposition: form-data; name="{name}"\r\n\r\n{long}')
    for _ in range(random.choice((0, 0, 1, 3))):
        name = random.choice(("a.txt", "../x", "", "é" * 300, *target.documents))
        lines.append(f'Content-Disposition: form-data; name="article"; filename="{name}"\r\n\r\nx')
    text = "".join(f"--{BOUNDARY}\r\n{line}\r\n" for line in lines) + f"--{BOUNDARY}--\r\n"
    return text.encode("utf-8", "replace")


def _route(random: Random, target: Target) -> bytes:
    method, rule = random.choice(target.routes)
    path = rule
    for part in (
        "<path:path>",
        "<path:filename>",
        "<path:fingerprinted_path>",
        "<run>",
        "<path:document>",
        "<path:event>",
        "<path:rest>",
    ):
        odd = (
            "x",
            "..%2f..%2fetc",
            "%00",
            "%ff",
            "a" * 3_000,
            "é",
            "dash_renderer.min.js",
            "%0d%0a",
        )
        path = path.replace(part, random.choice(odd))
    path = path.replace("<string:package_name>", random.choice(("dash", "dcc", "os", "%00")))
    kinds = ("json", "csv", "ics", "html", "svg", "markdown", "docx", "timeml", "", "exe", "png")
    query = random.choice(("", "", state(random, target), "next=//[", "format=%ff", "\xff"))
    if rule == "/export":
        query = f"format={random.choice(kinds)}&theme=dark&{state(random, target)[:20_000]}"
    body: Any = random.choice(
        (
            {"names": ["a.txt", "b/c.txt"]},
            {"names": ["a"] * 20_000},
            {"documents": ["no such article"]},
            {"name": random.choice(("fuzz", "", "x" * 61, "a/b"))},
            None,
        )
    )
    if rule in TAKEN:
        body = _body_of(rule, random, target)
    for _ in range(random.choice((0, 1))):
        body = _mutated(body, random)
    text = b"" if body is None else _text_of(body, random)
    if rule == "/login" and method == "POST":
        text = urlencode({"password": _long(random)[:2_000], "next": "//["}).encode()
    if rule == f"{PREFIX}/articles":
        text = _parts(random, target)
    prefix = random.choice(target.prefixes)
    address = f"{prefix}{path.lstrip('/')}{'?' + query if query else ''}"
    if random.random() < 0.05:
        address = f"/c/{quote(_long(random)[:300])}{random.choice(('', '/'))}"
    if random.random() < 0.05:
        method = random.choice(("PUT", "DELETE", "TRACE", "PATCH", "FOO", "get", "CONNECT"))
    return _http(random, method, address, text, target)


# ---------- requests ----------
_ODD_HEADERS = (
    ("Content-Length", ("-1", "abc", "5", "99999999999999999999", "0x10", "1, 1", "")),
    ("Content-Type", ("text/plain", "application/xml", "application/json; charset=utf-7", "é", "")),
    ("Host", ("[", "[::1", "evil.example", "", "a b", "localhost:99999999", "x" * 3_000)),
    ("Origin", ("http://[", "null", "http://evil.example", "\xff")),
    ("Accept-Encoding", ("gzip;q=x", "*" * 500, "br;q=-1", "gzip, , ,")),
    ("Range", ("bytes=5-1", "bytes=0-99999999999999", "bytes=-", "x", "bytes=0-0,5-9," * 50)),
    ("If-None-Match", ('"', "*", "W/", "x" * 2_000)),
    ("If-Modified-Since", ("yesterday", "Mon, 99 Foo 99999 99:99:99 GMT", "-1")),
    ("If-Range", ("x", '"', "Mon, 31 Feb 2022 00:00:00 GMT")),
    ("Cookie", ("=", "session=" + "A" * 4_000, "timeline-=.eJw.x.y", "\xff=\xff", ";;;")),
    ("Transfer-Encoding", ("chunked", "gzip", "identity, chunked", "x")),
    ("Expect", ("100-continue", "200-nothing")),
    ("Sec-Fetch-Site", ("cross-site", "same-origin", "x")),
    ("X-Forwarded-For", ("1.2.3.4", "[", "x" * 1_000)),
    ("Content-Encoding", ("gzip", "br", "x")),
)


def _http(random: Random, method: str, address: str, body: bytes, target: Target) -> bytes:
    headers = {
        "Host": "localhost",
        "Content-Type": "application/json",
        "Accept": random.choice(("text/html", "*/*", "")),
        "Accept-Encoding": random.choice(("gzip", "identity")),
        "Connection": "close",
    }
    if body.startswith(f"--{BOUNDARY}".encode()):
        headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
    elif body.startswith(b"password="):
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if body or method == "POST":
        headers["Content-Length"] = str(len(body))
    if target.cookie and random.random() < 0.7:
        headers["Cookie"] = target.cookie
    for _ in range(random.choice((0, 0, 0, 1, 2))):
        name, values = random.choice(_ODD_HEADERS)
        headers[name] = random.choice(values)
    lines = [f"{method} {address} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body


def _noise(random: Random) -> bytes:
    makers: Sequence[Callable[[], bytes]] = (
        lambda: random.randbytes(random.choice((1, 50, 5_000))) + b"\r\n\r\n",
        lambda: b"GET / HTTP/9.9\r\n\r\n",
        lambda: b"GET " + b"/a" * random.choice((2_000, 60_000)) + b" HTTP/1.1\r\n\r\n",
        lambda: b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * random.choice((200, 20_000)) + b"\r\n",
        lambda: b"POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx",
        lambda: b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n",
        lambda: b"\r\n" * random.choice((1, 1_000)),
        lambda: b"GET http://[/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        lambda: b"GET //[x/ HTTP/1.0\r\nHost: localhost\r\n\r\n",
        lambda: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
        lambda: b"GET /\0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        lambda: b"GET /?\xff\xfe=\xff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    )
    return random.choice(makers)()
