"""Texts of the words of a language and of whatever else may stand between them."""

from hypothesis import strategies as st

from timeline.languages import load

ODD = [
    *(
        "1",
        "14",
        "45",
        "99",
        "1979",
        "2001",
        "20210",
        "'90s",
        "1990s",
        "14th",
        "9:30",
        "24:99",
        "p.m.",
    ),
    *(
        "2022-06-14",
        "31/02/2022",
        "99.99.9999",
        "Q3",
        "-",
        "–",
        ",",
        ".",
        ":",
        "%",
        "$",
        "(",
        ")",
        "’s",
    ),
    *(
        "\u00a0",
        "\u200b",
        "\u202e",
        "\u00ad",
        "٣",
        "২০",
        "𝟗",
        "Ⅻ",
        "²",
        "é",
        "ß",
        "İ",
        "\n",
        "\ud800",
        "\x00",
    ),
]


def texts(language: str) -> st.SearchStrategy[str]:
    """Return texts that are made of a language's words, odd characters and blanks."""
    lexicon = load(language)
    groups = (*lexicon.classes.values(), *lexicon.literals.values())
    words = sorted({word for group in groups for word in group})
    pieces = st.one_of(
        st.sampled_from(words),
        st.sampled_from(words).map(str.capitalize),
        st.sampled_from(ODD),
        st.text(max_size=4),
    )
    gaps = st.sampled_from([" ", "", "\n", "-"])
    return st.lists(st.tuples(pieces, gaps), max_size=25).map(
        lambda found: "".join(piece + gap for piece, gap in found)
    )
