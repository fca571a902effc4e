import json
import logging
from pathlib import Path

import pytest

from ui.kiosk.exit_tries import FILE_NAME, FIRST_DELAY_S, FREE_TRIES, MAX_DELAY_S, ExitTries


class Clock:
    def __init__(self) -> None:
        self.now_s = 1_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tries(tmp_path: Path, clock: Clock) -> ExitTries:
    return ExitTries(tmp_path, clock)


def fail(tries: ExitTries, times: int) -> None:
    for _ in range(times):
        tries.count(right=False)


def test_five_tries_cost_nothing(tries: ExitTries) -> None:
    assert (tries.left, tries.wait_s()) == (FREE_TRIES, 0)
    fail(tries, FREE_TRIES - 1)
    assert (tries.left, tries.wait_s()) == (1, 0)


def test_then_each_one_doubles_the_wait(tries: ExitTries, clock: Clock) -> None:
    fail(tries, FREE_TRIES)
    for doubling in range(3):
        delay_s = FIRST_DELAY_S * 2**doubling
        assert (tries.left, tries.wait_s()) == (0, delay_s)
        clock.now_s += delay_s - 1
        assert tries.wait_s() == 1
        clock.now_s += 1
        assert tries.wait_s() == 0
        fail(tries, 1)


def test_nobody_waits_longer_than_two_minutes(tries: ExitTries, clock: Clock) -> None:
    """However often a participant tries, the experimenter gets a try within that time."""
    fail(tries, 300)
    assert tries.wait_s() == MAX_DELAY_S == 120
    clock.now_s += 120
    assert tries.wait_s() == 0


def unsent(tries: ExitTries) -> list[bool]:
    return [each.succeeded for each in tries.take_unsent()]


def test_tries_are_told_once_and_survive_a_restart(tries: ExitTries, tmp_path: Path) -> None:
    fail(tries, 30)
    tries.count(right=True)
    again = ExitTries(tmp_path)
    assert unsent(again) == [False] * 19 + [True]
    assert again.take_unsent() == []
    for _ in range(20):
        assert not again.is_told
        again.arrived()
    assert again.is_told
    assert ExitTries(tmp_path).take_unsent() == []


def test_what_has_not_arrived_is_told_again(tries: ExitTries, tmp_path: Path) -> None:
    fail(tries, 2)
    assert len(tries.take_unsent()) == 2
    tries.arrived()
    tries.count(right=True)
    assert unsent(ExitTries(tmp_path)) == [False, True]  # as after a crash
    assert unsent(tries) == [True]
    tries.not_arrived()
    assert unsent(tries) == [False, True]


def test_a_try_has_the_same_nonce_however_often_it_is_told(
    tries: ExitTries, tmp_path: Path
) -> None:
    fail(tries, 2)
    told = tries.take_unsent()
    assert len({each.nonce for each in told}) == 2
    assert ExitTries(tmp_path).take_unsent() == told  # as after a crash
    tries.not_arrived()
    assert tries.take_unsent() == told


def test_tries_that_an_older_version_has_kept_are_told(tmp_path: Path) -> None:
    kept = {"wrong": 1, "last_s": 1_000_000.5, "untold": [True, False]}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept))
    tries = ExitTries(tmp_path)
    assert tries.left == FREE_TRIES - 1
    told = tries.take_unsent()
    assert [each.succeeded for each in told] == [True, False]
    assert told[0].nonce != told[1].nonce


def test_what_is_kept_says_the_same_to_an_older_version(tries: ExitTries, tmp_path: Path) -> None:
    """The installed program is started again where a newer one does not start."""
    fail(tries, 1)
    tries.count(right=True)
    kept = json.loads((tmp_path / FILE_NAME).read_text())
    assert (kept["wrong"], kept["last_s"], kept["untold"]) == (0, 1_000_000.0, [False, True])


def test_a_restart_changes_nothing(tries: ExitTries, tmp_path: Path, clock: Clock) -> None:
    fail(tries, FREE_TRIES)
    clock.now_s += 10
    again = ExitTries(tmp_path, clock)
    assert (again.left, again.wait_s()) == (0, FIRST_DELAY_S - 10)


def test_the_right_pin_makes_good_for_all(tries: ExitTries, tmp_path: Path, clock: Clock) -> None:
    fail(tries, FREE_TRIES + 3)
    tries.count(right=True)
    for counted in (tries, ExitTries(tmp_path, clock)):
        assert (counted.left, counted.wait_s()) == (FREE_TRIES, 0)


def test_a_clock_that_was_set_back_adds_nothing(tries: ExitTries, clock: Clock) -> None:
    fail(tries, FREE_TRIES)
    clock.now_s -= 86400
    assert tries.wait_s() == FIRST_DELAY_S


@pytest.mark.parametrize("text", ["", "[1]", '{"wrong": "many"}', '{"wrong": 1}'])
def test_a_spoilt_file_is_logged(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    with caplog.at_level(logging.WARNING):
        assert ExitTries(tmp_path).left == FREE_TRIES
    assert "anew" in caplog.text


def test_tries_count_also_where_they_cannot_be_kept(
    tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    tries = ExitTries(tmp_path / "state", clock)
    fail(tries, FREE_TRIES)
    assert tries.wait_s() == FIRST_DELAY_S
    assert "until this program ends" in caplog.text
