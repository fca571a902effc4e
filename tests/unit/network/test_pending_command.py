from dataclasses import replace

import pytest

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.pending_command import PendingCommand
from hcmd_lab.network.station_messages import CheckIn, Command, Continue, Decide, Read, Vote

DECIDING = SeatView(Page.DECIDE, participant="p", stage=1, round=2)
READING = SeatView(Page.OUTCOME, participant="p", stage=1, round=2)
VOTING = SeatView(Page.VOTE, participant="p", stage=2, round=10)
EMPTY = SeatView(Page.CHECK_IN)
ENDED = SeatView(Page.FINISHED, participant="p", stage=3, round=10)

DECIDE = Decide("n", 1, 2, 5)
VOTE = Vote("n", 1)
CONTINUE = Continue("n", Page.OUTCOME, 1, 2)
CHECK_IN = CheckIn("n", "", True)
READ = Read("n")
WRITTEN_TO = replace(DECIDING, message="Please sit still.")


@pytest.mark.parametrize(
    ("command", "view"),
    [
        (DECIDE, DECIDING),
        (DECIDE, replace(DECIDING, paused=True)),
        (VOTE, VOTING),
        (CONTINUE, READING),
        (CHECK_IN, EMPTY),
        (CHECK_IN, ENDED),
        (READ, WRITTEN_TO),
        (READ, replace(WRITTEN_TO, page=Page.WAIT)),
    ],
)
def test_it_stands_while_the_screen_asks_for_it(command: Command, view: SeatView) -> None:
    assert not PendingCommand(command, view.participant).is_moot(view)


@pytest.mark.parametrize(
    ("command", "before", "view"),
    [
        (DECIDE, DECIDING, replace(DECIDING, page=Page.WAIT, contribution=5)),
        (DECIDE, DECIDING, replace(DECIDING, round=3)),
        (DECIDE, DECIDING, replace(DECIDING, stage=2)),
        (DECIDE, DECIDING, READING),
        (DECIDE, DECIDING, replace(DECIDING, participant="q")),
        (VOTE, VOTING, replace(VOTING, page=Page.WAIT, vote=1)),
        (CONTINUE, READING, replace(READING, continued=True)),
        (CONTINUE, READING, replace(READING, round=3)),
        (CONTINUE, READING, replace(READING, page=Page.DECIDE, round=3)),
        (READ, WRITTEN_TO, DECIDING),
        (READ, WRITTEN_TO, replace(WRITTEN_TO, participant="q")),
        (CHECK_IN, EMPTY, SeatView(Page.CLOSED)),
        (CHECK_IN, EMPTY, SeatView(Page.SEATING, participant="p")),
        (CHECK_IN, ENDED, SeatView(Page.SEATING, participant="q")),
    ],
)
def test_it_is_moot_once_the_screen_has_moved_on(
    command: Command, before: SeatView, view: SeatView
) -> None:
    assert PendingCommand(command, before.participant).is_moot(view)
