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
