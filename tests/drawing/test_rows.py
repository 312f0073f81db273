from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.drawing.scene.lane_packing import GAP, pack

extents = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(0, 300)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=60,
)


@given(extents)
@settings(deadline=None)
def test_nothing_overlaps_in_a_row(given_extents: list[tuple[float, float]]) -> None:
    rows = pack(given_extents)
    placed = sorted(zip(rows, given_extents, strict=True))
    for (row, one), (other_row, other) in combinations(placed, 2):
        if row == other_row:
            assert one[1] + GAP <= other[0] or other[1] + GAP <= one[0]


@given(extents)
@settings(deadline=None)
def test_rows_are_as_many_as_overlap_at_the_fullest_place(
    given_extents: list[tuple[float, float]],
) -> None:
    rows = pack(given_extents)
    fullest = max(
        (sum(a <= left < b + GAP for a, b in given_extents) for left, _ in given_extents), default=0
    )
    assert max(rows, default=-1) + 1 == fullest


@given(extents)
@settings(deadline=None)
def test_equal_input_gives_equal_rows(given_extents: list[tuple[float, float]]) -> None:
    assert pack(given_extents) == pack(list(given_extents))


def test_a_row_is_used_again_as_soon_as_it_is_free() -> None:
    assert pack([(0, 10), (5, 20), (16, 30), (26, 40)]) == (0, 1, 0, 1)
