"""Participant lists: drawn as codes, and asked for at check-in."""

from dataclasses import replace

import pytest
from walks import Walk, small_plan

from hcmd_lab.game.events import CheckedIn, SessionEvent
from hcmd_lab.game.labels import find_label
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.station_view import station_view
from hcmd_lab.hosting.commands import Rejection, answer
from hcmd_lab.hosting.participant_list import (
    CODE_CHARACTERS,
    draw_codes,
)
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import CheckIn

GUESTS = ("Ann Lee", "K7QXM", "Zoë")


def test_codes_are_different_and_easy_to_type() -> None:
    codes = draw_codes(500)
    assert len({code.casefold() for code in codes}) == 500
    assert {len(code) for code in codes} == {5}
    assert set("".join(codes)) <= set(CODE_CHARACTERS)
    assert not set(draw_codes(50, codes)) & set(codes)


def test_a_label_is_found_however_it_is_typed() -> None:
    assert find_label("  ann   LEE ", GUESTS) == "Ann Lee"
    assert find_label("k7qxm", GUESTS) == "K7QXM"
    assert find_label("ZOË", GUESTS) == "Zoë"
    assert find_label("", GUESTS) is None
    assert find_label("Ben", GUESTS) is None


# --- at check-in ---------------------------------------------------------------------------------


@pytest.fixture
def walk() -> Walk:
    return Walk(small_plan(script=replace(NO_SCRIPT, participant_list=True)))


def check_in(
    walk: Walk, station: str, label: str, *, is_bot: bool = False
) -> SessionEvent | Rejection | None:
    command = CheckIn(nonce="n", label=label, is_bot=is_bot)
    return answer(walk.state, station, command, walk.now_ms, lambda: f"p{station}", GUESTS)


def test_who_is_on_the_list_comes_in_under_the_label_of_the_list(walk: Walk) -> None:
    happened = check_in(walk, "s1", "ann lee")
    assert isinstance(happened, CheckedIn)
    assert happened.label == "Ann Lee"
    walk.do(happened)
    assert check_in(walk, "s1", "ANN LEE") is None, "the station asks again"


@pytest.mark.parametrize("label", ["Ben", ""])
def test_who_is_not_on_the_list_stays_out(walk: Walk, label: str) -> None:
    rejected = check_in(walk, "s1", label)
    assert isinstance(rejected, Rejection)
    assert rejected.code is RejectionCode.NOT_ON_LIST
    assert not rejected.final, "the label may have been mistyped"


def test_nobody_comes_in_twice(walk: Walk) -> None:
    happened = check_in(walk, "s1", "Ann Lee")
    assert isinstance(happened, CheckedIn)
    walk.do(happened)
    rejected = check_in(walk, "s2", "Ann Lee")
    assert isinstance(rejected, Rejection)
    assert rejected.code is RejectionCode.LABEL_TAKEN


def test_simulated_participants_are_on_no_list(walk: Walk) -> None:
    assert isinstance(check_in(walk, "s1", "bot", is_bot=True), CheckedIn)


def test_without_a_list_any_label_will_do() -> None:
    open_to_all = Walk(small_plan())
    happened = check_in(open_to_all, "s1", "Ben")
    assert isinstance(happened, CheckedIn)
    assert not station_view(open_to_all.state, "s1", 0).label_required


def test_the_station_knows_that_a_label_is_needed(walk: Walk) -> None:
    assert station_view(walk.state, "s1", 0).label_required
