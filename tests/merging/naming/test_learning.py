"""Laws of the table of names: order, nothing lost, no contradiction, what people decided."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merging.mentions import told
from timeline.merging.naming.decisions import Decisions, pair_of
from timeline.merging.naming.learning import learn
from timeline.merging.naming.observed import Observed, observed
from timeline.merging.naming.parsed_name import contradict, parsed_name
from timeline.merging.naming.table import Table

NAMES = (
    *("Hanna Lund", "Ole Lund", "Lund", "Mr Lund", "H. Lund", "Hanna B. Lund", "Lund Jr."),
    *("Coast Guard", "U.S. Coast Guard", "Egyptian Coast Guard", "NLFC", "Vel Oil", "Vel Oil Plc"),
    *("Northern Lakes Fisheries Council", "Gaddafi", "Qaddafi", "Muammar Gaddafi", "Georgia"),
    *("Georgian", "Mohamed Sabri", "Muhammad Sabri", "Sabri", "Vel", "the Vel Oil", "Bob Vik"),
)
DAYS = ("2021-05-03", "2021-05-04", "2021-06")


def article(*names: str, day: str = DAYS[0], text: str = "") -> Observed:
    """Make an article that tells of names in one sentence."""
    mention = told("a.txt", day, f"{' and '.join(names)} opened the dam", "open", names)
    return observed([mention], text)


ARTICLES = st.lists(
    st.builds(
        lambda names, day: article(*names, day=day),
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
        st.sampled_from(DAYS),
    ),
    max_size=12,
)


def groups(table: Table) -> list[set[str]]:
    return [{shown, *forms} for shown, forms in table.groups.items()]


def together(table: Table, one: str, other: str) -> bool:
    return any({one, other} <= group for group in groups(table))


@settings(deadline=None, max_examples=40)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(found: list[Observed], chance: object) -> None:
    other = list(found)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert learn(other) == learn(found)


@settings(deadline=None, max_examples=60)
@given(ARTICLES)
def test_names_that_contradict_each_other_are_never_one(found: list[Observed]) -> None:
    for group in groups(learn(found)):
        for one, other in combinations(group, 2):
            assert not contradict(parsed_name(one), parsed_name(other))


@settings(deadline=None, max_examples=40)
@given(ARTICLES)
def test_each_name_is_in_one_group_at_most_and_none_is_invented(found: list[Observed]) -> None:
    names = [name for group in groups(learn(found)) for name in group]
    assert len(names) == len(set(names))
    assert set(names) <= {name for one in found for name in one.uses}


@settings(deadline=None, max_examples=40)
@given(ARTICLES, st.sampled_from(list(combinations(NAMES, 2))))
def test_what_people_decided_holds(found: list[Observed], pair: tuple[str, str]) -> None:
    kept = pair_of(*pair)
    assert not together(learn(found, Decisions(different=frozenset({kept}))), *pair)
    if not contradict(*map(parsed_name, pair)):
        assert together(learn(found, Decisions(same=frozenset({kept}))), *pair)


@settings(deadline=None, max_examples=40)
@given(ARTICLES)
def test_what_is_proposed_is_not_joined(found: list[Observed]) -> None:
    table = learn(found)
    for one in table.proposals:
        assert not together(table, one.name, one.other)
        assert not contradict(parsed_name(one.name), parsed_name(one.other))


def test_a_last_name_is_the_only_person_who_bears_it() -> None:
    known = [article("Hanna Lund", "Vel Oil"), article("Lund", "Vel Oil"), article("Vel Oil")]
    assert together(learn(known), "Hanna Lund", "Lund")
    rival = [*known, article("Ole Lund", "Vel Oil")]
    assert not together(learn(rival), "Hanna Lund", "Lund")
    assert not together(learn(rival), "Ole Lund", "Lund")


def test_spellings_need_shared_contexts() -> None:
    alike = [article("Gaddafi", "Vel Oil"), article("Qaddafi", "Vel Oil")]
    assert together(learn(alike), "Gaddafi", "Qaddafi")
    apart = [article("Gaddafi", "Qaddafi")] * 3
    assert not together(learn(apart), "Gaddafi", "Qaddafi")


def test_a_short_form_that_stands_beside_the_long_one_in_its_articles() -> None:
    text = "The Vel Brotherhood met. Later Brotherhood men left."
    several = [article("Vel Brotherhood", text=text)] * 3
    found = [*several, article("Brotherhood", day=DAYS[2], text=text)]
    assert together(learn(found), "Vel Brotherhood", "Brotherhood")


def test_two_entries_of_the_table_are_never_one() -> None:
    found = [article("Vel Oil", "Norland"), article("Vel Oil Plc", "Norland")]
    assert together(learn(found), "Vel Oil", "Vel Oil Plc")
    known = {"Vel Oil": "Vel Oil of Norland", "Vel Oil Plc": "Vel Oil of Sudland"}
    assert not together(learn(found, known=known), "Vel Oil", "Vel Oil Plc")
