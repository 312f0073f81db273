"""Limits on tries of the password, as laws over generated tries, by a clock of the test's own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.web.auth.caller_table import MOST_CALLERS, TABLE_SIZE, CallerTable, Failures
from timeline.web.auth.rate_limiter import (
    FORGIVEN,
    FORGOTTEN,
    FREE,
    LONGEST_WAIT,
    NEW_OF_SITE,
    PACES,
    RateLimiter,
)
from timeline.web.auth.shared_state import FolderState, MemoryState
from timeline.web.http.callers import Caller, caller_at, network_of

ROOT = Path(__file__).parents[2]
KEY = b"a key of the tests, of 32 bytes.."
A_DAY = 86_400.0
HONEST = Caller("192.0.2.1")
KNOWN = Caller("a browser", known=True)


class Clock:
    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def limiter_of(clock: Callable[[], float]) -> RateLimiter:
    return RateLimiter(KEY, clock, MemoryState(TABLE_SIZE))


@pytest.fixture
def limiter(clock: Clock) -> RateLimiter:
    return limiter_of(clock)


def others(count: int) -> list[Caller]:
    return [Caller(f"address {number}") for number in range(count)]


def greedy(limiter: RateLimiter, clock: Clock, callers: list[Caller], seconds: float) -> int:
    """Try wrong passwords as fast as anybody may, for so long; count those that were hashed."""
    end, hashed = clock.now + seconds, 0
    while clock.now < end:
        for caller in callers:
            while not limiter.admit(caller).delay.seconds:
                hashed += 1
        clock.now += min(limiter.delay(caller).seconds for caller in callers)
    return hashed


def test_every_failure_doubles_the_wait_up_to_a_bound(limiter: RateLimiter, clock: Clock) -> None:
    waits = []
    for _ in range(FREE + 12):
        assert limiter.admit(HONEST).delay.seconds == 0
        waits.append(limiter.delay(HONEST).seconds)
        clock.now += max(waits[-1], 60)
    assert waits[: FREE + 3] == [0.0] * (FREE - 1) + [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == LONGEST_WAIT
    assert limiter.delay(Caller("192.0.2.2")).seconds == 0
    clock.now += FORGIVEN
    assert limiter.delay(HONEST).seconds == 0
    limiter.admit(HONEST)
    assert limiter.delay(HONEST).seconds == 0


def test_tries_sent_at_once_hash_no_more_than_those_that_are_free(limiter: RateLimiter) -> None:
    admitted = [limiter.admit(HONEST) for _ in range(60)]
    assert sum(not tried.delay.seconds for tried in admitted) == FREE
    assert all(tried.delay.is_own for tried in admitted[FREE:])


def test_a_right_password_costs_nothing(limiter: RateLimiter) -> None:
    for caller in (HONEST, KNOWN):
        for _ in range(200):
            tried = limiter.admit(caller)
            assert tried.delay.seconds == 0
            limiter.succeeded(tried)
        assert limiter.delay(caller).seconds == 0


def test_a_right_password_takes_back_its_own_try_and_not_the_failures_of_others(
    limiter: RateLimiter, clock: Clock
) -> None:
    for _ in range(FREE - 1):
        limiter.admit(HONEST)
    limiter.succeeded(limiter.admit(HONEST))
    assert limiter.delay(HONEST).seconds == 0
    limiter.admit(HONEST)
    assert limiter.delay(HONEST).seconds == 1
    clock.now += 1
    right, wrong = limiter.admit(HONEST), limiter.admit(HONEST)
    assert (right.delay.seconds, wrong.delay.seconds) == (0, 2)
    limiter.succeeded(right)
    assert limiter.delay(HONEST).seconds == 0  # the failure before is a second ago


def test_a_flood_keeps_nobody_out(limiter: RateLimiter, clock: Clock) -> None:
    flood = others(100)
    greedy(limiter, clock, flood, 60)
    for _ in range(30):
        for caller in flood:
            limiter.admit(caller)
        assert limiter.delay(KNOWN).seconds == 0
        assert limiter.admit(Caller(f"fresh {clock.now}")).delay.seconds == 0
        clock.now += 60


def test_one_wrong_try_now_and_then_keeps_nobody_out(limiter: RateLimiter, clock: Clock) -> None:
    greedy(limiter, clock, others(60), 60)
    for _ in range(50):
        limiter.admit(Caller("a stranger"))
        assert limiter.delay(HONEST).seconds == 0
        clock.now += 300


@pytest.mark.parametrize("back", [1.0, 3_600.0, A_DAY, 900_000.0])
def test_a_clock_that_goes_back_makes_nobody_wait(back: float) -> None:
    clock = Clock()
    limiter = limiter_of(clock)
    for caller in [*[HONEST, KNOWN] * 12, *others(50)]:
        limiter.admit(caller)
    assert limiter.delay(HONEST).seconds
    assert limiter.delay(KNOWN).seconds
    clock.now -= back
    assert limiter.delay(HONEST).seconds == 0
    assert limiter.delay(KNOWN).seconds == 0
    assert limiter.admit(HONEST).delay.seconds == 0


def test_how_many_guesses_a_day_one_address_gets(clock: Clock) -> None:
    assert 280 < greedy(limiter_of(clock), clock, [HONEST], A_DAY) <= 300
    assert 280 < greedy(limiter_of(clock), clock, [KNOWN], A_DAY) <= 300


def test_how_many_guesses_a_day_many_addresses_get(clock: Clock) -> None:
    """Each has one try as a new one; what has failed shares four paces of one in ten seconds."""
    count, seconds = 60, 1_800.0
    shared = sum(pace.burst + seconds / pace.every + 1 for pace in PACES[1:])
    assert greedy(limiter_of(clock), clock, others(count), seconds) <= count + shared


def test_a_network_of_many_addresses_is_soon_no_new_visitor(
    limiter: RateLimiter, clock: Clock
) -> None:
    hashed = 0
    for number in range(3 * NEW_OF_SITE):
        hashed += not limiter.admit(caller_at(f"2001:db8:0:{number:x}::1")).delay.seconds
        clock.now += 0.25
    assert NEW_OF_SITE <= hashed <= NEW_OF_SITE + 2 * PACES[1].burst + 0.75 * NEW_OF_SITE / 10
    for number in range(20):
        assert limiter.admit(caller_at(f"2001:db8:1:{number:x}::1")).delay.seconds == 0
        clock.now += 0.25
    clock.now += FORGIVEN + 1
    another = caller_at("2001:db8:0:ffff::1")
    assert limiter.admit(another).level == 1
    clock.now += FORGOTTEN + 1
    assert limiter.admit(another).level == 0


def test_a_right_password_does_not_count_for_its_network(limiter: RateLimiter) -> None:
    for number in range(2 * NEW_OF_SITE):
        limiter.succeeded(limiter.admit(caller_at(f"2001:db8:0:{number:x}::1")))
    for number in range(PACES[0].burst):
        assert limiter.admit(caller_at(f"2001:db8:0:{number:x}::2")).delay.seconds == 0


callers = st.sampled_from([*others(4), HONEST, KNOWN])
steps = st.lists(
    st.tuples(callers, st.booleans(), st.sampled_from([0.0, 0.1, 1.0, 9.0, 400.0, 4_000.0, A_DAY])),
    max_size=80,
)


@given(steps)
def test_who_has_not_failed_waits_no_longer_than_the_pace(
    steps: list[tuple[Caller, bool, float]],
) -> None:
    clock = Clock()
    limiter = limiter_of(clock)
    failed: dict[Caller, list[float]] = {}
    for caller, is_right, pause in steps:
        recent = [at for at in failed.get(caller, []) if clock.now - at <= FORGOTTEN]
        delay = limiter.delay(caller)
        assert delay.seconds <= LONGEST_WAIT
        if len(recent) < FREE:
            assert not delay.is_own
            assert delay.seconds <= (0 if caller.known else PACES[min(len(recent), 4)].every)
        tried = limiter.admit(caller)
        assert tried.delay == delay
        if not delay.seconds and is_right:
            limiter.succeeded(tried)
        elif not delay.seconds:
            failed.setdefault(caller, []).append(clock.now)
        clock.now += pause


@given(st.lists(st.tuples(st.integers(0, 30), st.floats(0, 20)), max_size=120))
def test_what_is_hashed_in_any_time_is_bounded(tries: list[tuple[int, float]]) -> None:
    clock = Clock()
    limiter = limiter_of(clock)
    hashed = dict.fromkeys(range(len(PACES)), 0)
    failures: dict[int, int] = {}
    begin = clock.now
    for number, pause in tries:
        if not limiter.admit(Caller(f"address {number}")).delay.seconds:
            level = min(failures.get(number, 0), len(PACES) - 1)
            hashed[level] += 1
            failures[number] = failures.get(number, 0) + 1
        for level, pace in enumerate(PACES):
            assert hashed[level] <= pace.burst + (clock.now - begin) / pace.every + 1
        clock.now += pause


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:ffff:ffff:ffff"),
        ("2001:db8::1%eth0", "2001:db8::2"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("192.0.2.1%5", "192.0.2.1"),
        (None, "no address"),
        ("", "unknown"),
    ],
)
def test_one_home_is_one_caller(address: str | None, same: str) -> None:
    assert network_of(address) == network_of(same)


@pytest.mark.parametrize("other", ["2001:db8:0:1::1", "192.0.2.2", "::1", None])
def test_two_homes_are_two_callers(other: str | None) -> None:
    assert len({network_of("2001:db8::1"), network_of("192.0.2.1"), network_of(other)}) == 3


@pytest.fixture
def folder(tmp_path: Path) -> FolderState:
    return FolderState([tmp_path], "shared", TABLE_SIZE)


def test_the_table_keeps_its_size_whoever_fails(folder: FolderState, tmp_path: Path) -> None:
    with folder.table() as cells:
        table = CallerTable(cells)
        for number in range(3 * MOST_CALLERS // 8):
            table.put(Failures(number.to_bytes(16, "little"), 1, float(number)), float(number))
        newest = Failures((number).to_bytes(16, "little"), 1, float(number))
        assert table.find(newest.caller) == newest
    assert (tmp_path / "shared" / "table").stat().st_size == TABLE_SIZE


def test_the_oldest_makes_room_and_those_of_before_a_restart_first() -> None:
    cells = MemoryState(TABLE_SIZE)
    with cells.table() as found:
        table = CallerTable(found)
        of_bucket = [bytes(4) + bytes([n]) * 12 for n in range(1, 11)]
        for number, caller in enumerate(of_bucket[:8]):
            table.put(Failures(caller, 2, 10.0 + number), 20.0)
        table.put(Failures(of_bucket[8], 1, 20.0), 20.0)
        assert table.find(of_bucket[0]) is None
        assert all(table.find(caller) for caller in of_bucket[1:9])
        table.put(Failures(of_bucket[9], 1, 12.5), 12.5)  # the clock began anew
        assert table.find(of_bucket[9])
        assert all(table.find(caller) for caller in of_bucket[1:3])
        table.remove(of_bucket[9])
        assert table.find(of_bucket[9]) is None


def test_two_limiters_of_one_folder_count_together(tmp_path: Path, clock: Clock) -> None:
    first, second = (
        RateLimiter(KEY, clock, FolderState([tmp_path], "shared", TABLE_SIZE)) for _ in range(2)
    )
    for _ in range(FREE):
        first.admit(HONEST)
    assert second.admit(HONEST).delay.seconds == 1


def test_no_address_lies_on_the_disk(tmp_path: Path, clock: Clock) -> None:
    limiter = RateLimiter(KEY, clock, FolderState([tmp_path], "shared", TABLE_SIZE))
    limiter.admit(HONEST)
    assert HONEST.name.encode() not in (tmp_path / "shared" / "table").read_bytes()


CHILD = """
import sys
from pathlib import Path
from timeline.web.auth.caller_table import TABLE_SIZE
from timeline.web.http.callers import Caller
from timeline.web.auth.rate_limiter import RateLimiter
from timeline.web.auth.shared_state import FolderState

state = FolderState([Path(sys.argv[1])], "shared", TABLE_SIZE)
limiter = RateLimiter(sys.argv[2].encode(), lambda: 50.0, state)
sys.stdin.readline()
admitted = sum(not limiter.admit(Caller(sys.argv[3])).delay.seconds for _ in range(30))
with state.lock("hashing", wait=True):
    print(admitted, flush=True)
    sys.stdin.read()
"""


def test_processes_count_together_and_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    state = FolderState([tmp_path], "shared", TABLE_SIZE)
    limiter = RateLimiter(KEY, lambda: 50.0, state)
    command = [sys.executable, "-c", CHILD, str(tmp_path), KEY.decode(), HONEST.name]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write("go\n")
        child.stdin.flush()
        here = sum(not limiter.admit(HONEST).delay.seconds for _ in range(30))
        assert here + int(child.stdout.readline()) == FREE
        with state.lock("hashing", wait=False) as got:
            assert not got
        child.kill()
        child.wait()
        with state.lock("hashing", wait=False) as got:
            assert got
