"""What a title shows without gold: examples of every kind in every language."""

import pytest

from tests.quality.soundness import sound

SOUND = [
    ("en", "Dockers strike at Velmar (north)"),
    ("en", "The WHO declares an emergency"),
    ("en", "WHO declares an emergency"),
    ("en", "In that year the mill closes"),
    ("en", "Council votes for Plan A"),
    ("en", "Lake of 12 km² dries up"),
    ("en", "Strike called off"),
    ("de", "Werk stellt den Betrieb ein"),
    ("de", "Der Zug fährt ab"),
    ("es", "El pleno vota en contra"),
    ("fr", "Elle gagne la médaille d'or"),
    ("fr", "L’incendie détruit l’usine"),
    ("it", "L'ex sindaco si dimette"),
    ("pt", "O clube não volta mais"),
    ("xx", "De que"),  # nothing is known of the language
]
UNSOUND = [
    ("en", "Capsized"),
    ("en", ""),
    ("en", "Which opened in Velmar"),
    ("en", "In which forty people died"),
    ("en", "Of the which he spoke"),
    ("en", "And the bridge opened"),
    ("en", "That the bridge opened"),
    ("en", "Bridge opened [3]"),
    ("en", "Bridge opened 3]"),
    ("en", "Bridge opened (north"),
    ("en", "Bridge opened ()"),
    ("en", "Bridge opened³"),
    ("en", "Bridge opened †"),
    ("en", "Bridge opened …"),
    ("en", "Bridge ... opened"),
    ("en", "Bridge opened in"),
    ("en", "Bridge opened by the"),
    ("en", "Bridge opened and"),
    ("de", "Deren Brücke eröffnet wurde"),
    ("de", "In welcher sie lebte"),
    ("de", "Obwohl die Brücke eröffnet wurde"),
    ("de", "Brücke eröffnet im"),
    ("es", "En la que murieron tres obreros"),
    ("es", "Cuando se abrió el puente"),
    ("es", "Se abrió el puente de"),
    ("fr", "Qu'il a ouvert le pont"),
    ("fr", "Dans laquelle il vivait"),
    ("fr", "Le maire ouvre le pont d’"),
    ("fr", "Le maire ouvre le"),
    ("it", "Per cui il ponte ha aperto"),
    ("it", "Ed il ponte ha aperto"),
    ("it", "Il ponte apre nell'"),
    ("pt", "No qual a ponte abriu"),
    ("pt", "Embora a ponte tenha aberto"),
    ("pt", "A ponte abre para"),
]


@pytest.mark.parametrize(("language", "title"), SOUND)
def test_a_whole_headline_is_sound(language: str, title: str) -> None:
    assert sound(title, language)


@pytest.mark.parametrize(("language", "title"), UNSOUND)
def test_what_is_left_of_a_sentence_is_not(language: str, title: str) -> None:
    assert not sound(title, language)
