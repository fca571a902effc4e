"""A page's time is up for a station once all is known that it had said before."""

from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.signs_of_life import ASK_AGAIN_MS, SignsOfLife

UP_MS = 10_000
PAGE = "decide"


class Asked:
    """A host that notes whom it was to ask."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, int]] = []

    def ask(self, station: str, number: int) -> None:
        self.questions.append((station, number))


def signs_at(now_ms: int, host: Asked | None = None, waiting: tuple[str, ...] = ()) -> SignsOfLife:
    return SignsOfLife(host or Asked(), lambda: waiting, lambda: now_ms)


def deciding() -> SessionState:
    """Four stations have until `UP_MS`."""
    walk = Walk(small_plan(settings=SessionSettings(intro_s=0, decide_s=UP_MS // 1000)))
    for number in range(1, 5):
        walk.do(ev.StationBack(0, f"s{number}"))
    walk.check_in()
    walk.read(1)
    return walk.state


def test_nobody_is_asked_before_the_time_is_up() -> None:
    host = Asked()
    assert signs_at(0, host).heard_ms(deciding(), UP_MS - 1) == {}
    assert host.questions == []


def test_only_an_answer_to_a_question_of_afterwards_counts() -> None:
    host = Asked()
    signs = signs_at(UP_MS, host)
    signs.answered("s1", 9_000)
    heard_ms = signs.heard_ms(deciding(), UP_MS)
    assert host.questions == [(f"s{number}", UP_MS) for number in range(1, 5)]
    assert heard_ms["s1"] == 9_000
    assert heard_ms["s2"] < 0
    signs.answered("s2", UP_MS)
    signs.answered("s2", 4_000)  # an older answer, late
    assert signs.heard_ms(deciding(), UP_MS + 1)["s2"] == UP_MS


def test_questions_are_not_asked_at_every_turn() -> None:
    host = Asked()
    signs = signs_at(UP_MS, host)
    for now_ms in range(UP_MS, UP_MS + ASK_AGAIN_MS):
        signs.heard_ms(deciding(), now_ms)
    assert len(host.questions) == 4
    signs.heard_ms(deciding(), UP_MS + ASK_AGAIN_MS)
    assert len(host.questions) == 8


def test_who_has_said_something_that_is_not_judged_yet_is_not_heard() -> None:
    signs = signs_at(UP_MS, waiting=("s1",))
    for number in range(1, 5):
        signs.answered(f"s{number}", UP_MS)
    heard_ms = signs.heard_ms(deciding(), UP_MS)
    assert heard_ms["s1"] < 0
    assert heard_ms["s2"] == UP_MS


def test_a_new_connection_is_asked_anew() -> None:
    host = Asked()
    signs = signs_at(UP_MS, host)
    state = deciding()
    signs.heard_ms(state, UP_MS)
    signs.answered("s1", UP_MS)
    signs.begin("s1")
    assert signs.heard_ms(state, UP_MS + 1)["s1"] < 0
    assert host.questions[-1] == ("s1", UP_MS + 1)


class Clock:
    now_ms = 1000

    def __call__(self) -> int:
        return self.now_ms


def test_what_a_screen_comes_late_by_is_given_to_its_station() -> None:
    host, clock = Asked(), Clock()
    signs = SignsOfLife(host, list, clock)
    signs.show("s1", PAGE)
    assert host.questions == [("s1", 1000)]
    clock.now_ms = 1700
    signs.answered("s1", 1000)
    signs.answered("s1", UP_MS + 300)
    assert signs.heard_ms(deciding(), UP_MS + 300)["s1"] == UP_MS - 400, "its clock is 700 late"


def test_only_the_screen_that_was_sent_last_counts() -> None:
    clock = Clock()
    signs = SignsOfLife(Asked(), list, clock)
    signs.show("s1", "outcome")
    clock.now_ms = 1500
    signs.show("s1", PAGE)
    clock.now_ms = 1700
    signs.answered("s1", 1000)  # the first one has arrived; the second is on its way
    signs.answered("s2", UP_MS)
    heard_ms = signs.heard_ms(deciding(), UP_MS)
    assert (heard_ms["s1"] < 0, heard_ms["s2"]) == (True, UP_MS)
    clock.now_ms = 1800
    signs.answered("s1", 1500)
    signs.answered("s1", UP_MS)
    assert signs.heard_ms(deciding(), UP_MS)["s1"] == UP_MS - 300


def test_a_page_that_is_sent_again_takes_nothing_back() -> None:
    clock = Clock()
    signs = SignsOfLife(Asked(), list, clock)
    signs.show("s1", PAGE)  # held up by a short cut, or on a slow line
    clock.now_ms = 1500
    signs.show("s1", PAGE)
    clock.now_ms = 1700
    signs.answered("s1", 1000)
    signs.answered("s1", 1500)
    clock.now_ms = 1800
    signs.show("s1", PAGE)
    clock.now_ms = 1810
    signs.answered("s1", 1800)
    signs.answered("s1", UP_MS)
    assert signs.heard_ms(deciding(), UP_MS)["s1"] == UP_MS - 700


def test_nothing_is_heard_of_a_station_whose_screen_may_not_be_there() -> None:
    signs = SignsOfLife(Asked(), list, Clock())
    signs.answered("s1", 900)
    signs.show("s1", PAGE)
    assert signs.heard_ms(deciding(), UP_MS)["s1"] < 0


def test_a_new_connection_begins_with_a_new_screen() -> None:
    clock = Clock()
    signs = SignsOfLife(Asked(), list, clock)
    signs.show("s1", PAGE)
    clock.now_ms = 4000
    signs.answered("s1", 1000)
    signs.begin("s1")
    signs.answered("s1", UP_MS)
    assert signs.heard_ms(deciding(), UP_MS)["s1"] == UP_MS
