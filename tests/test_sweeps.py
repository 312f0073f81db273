import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sweeps import SWEEP, part


@given(st.integers(0, 200), st.integers(2, 40))
def test_a_part_is_spread_over_all_cases(count: int, size: int) -> None:
    cases = range(count)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(SWEEP, raising=False)
        taken = part(cases, size)
        assert taken == sorted(set(taken))
        assert len(taken) == min(size, count)
        assert {*taken} >= {*cases[:1], *cases[-1:]}
        patch.setenv(SWEEP, "1")
        assert part(cases, size) == [*cases]
