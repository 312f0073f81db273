import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from timeline.reading import Facts, read_text
from timeline.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The council of the town met in the hall, and the mayor said that it was on. " * 3,
            "en",
        ),
        ("Nobody came to the meeting on Monday, said Roe.", "en"),
        ("El alcalde de la ciudad se reunió el martes con los ministros del gobierno.", "es"),
        (
            "Der Bürgermeister der Stadt traf sich am Dienstag mit den Ministern des Landes.",
            "de",
        ),
        ("De burgemeester van de stad was in het gebouw en sprak van een groot plan. " * 3, "nl"),
        ("Мэр города встретился во вторник с министрами правительства.", "ru"),
        ("市长星期二在市政厅会见了各位部长并讨论了明年的预算以及桥梁的修建计划", "zh"),
        ("Bonjour", "en"),
        ("", "en"),
        ("\ud800" * 30, "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_given_language_outranks_the_text() -> None:
    article = read_text("a.txt", "Publicado: 03/04/2024\n\nNadie vino.", Facts(language="es"))
    assert article.language == "es"


SHORT = tomllib.loads((Path(__file__).parent / "short_texts.toml").read_text("utf-8"))
ENGLISH = [(code, text) for code in ("en", "pcm") for text in SHORT[code]]


def test_short_texts_keep_their_language() -> None:
    texts = [(code, text) for code, texts in SHORT.items() for text in texts]
    assert len(texts) >= 200
    wrong = [(language_of(text), text) for code, text in texts if language_of(text) != code]
    assert len(wrong) <= 0.03 * len(texts), wrong


@pytest.mark.parametrize(("language", "text"), ENGLISH)
def test_english_is_not_lost_to_a_small_language_beside_it(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The Times berichtet in Berlin von einem Brand.",
        "Der Film The Wire in der ARD läuft am Sonntag.",
    ],
)
def test_an_english_name_makes_no_english_text(text: str) -> None:
    assert language_of(text) == "de"


@pytest.mark.parametrize(
    "text",
    ["The mill was sold on 3 October 2011 to a bank.", "Завод закрылся в среду.", "橋は通行止め。"],
)
def test_what_is_plain_needs_no_model(text: str) -> None:
    code = (
        "import sys; from timeline.reading.language import language_of; "
        f"language_of({text!r}); sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
