"""Sums and scales of the plots that participants see."""

import pytest
from participant_views import HEAD, history, view
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, RoundView
from ui.kiosk.widgets.stage_card import StageCard
from ui.kiosk.widgets.stage_facts import axis_top, stage_facts


def test_a_stage_is_summed_up_from_its_own_rounds() -> None:
    rounds = (
        RoundView(1, 1, (10, 0, 0, 0), (0, 800, 800, 0), 0),
        RoundView(2, 1, (2, 4, 0, 1), (300, 400, 400, 20), 1100),
        RoundView(2, 2, (4, 4, 1, 2), (500, 600, 600, 60), 1100),
    )
    facts = stage_facts(view(Page.VOTE, stage=2, history=rounds), 2)
    assert facts.rewards_hundredths == (1100, 1100)
    assert facts.given_hundredths == (300, 400, 50, 150)
    assert facts.paid_hundredths == (400, 500, 500, 40)
    assert facts.total_hundredths == 2200


def test_the_stages_add_up_to_the_total() -> None:
    whole = view(Page.FINISHED, stage=3, round=10, history=history(HEAD, 3, 10))
    sums = [stage_facts(whole, stage).total_hundredths for stage in (1, 2, 3)]
    assert sum(sums) == whole.total_hundredths


def test_a_stage_without_rounds_is_empty() -> None:
    assert stage_facts(view(Page.DECIDE, round=1), 1).total_hundredths == 0


@pytest.mark.parametrize(
    ("values", "top"),
    [((), 200), ((0, 200), 200), ((201,), 400), ((6401,), 8000), ((10_001,), 15_000)],
)
def test_an_axis_ends_at_a_round_number_above_everything(values: tuple[int, ...], top: int) -> None:
    assert axis_top(*values) == top


def test_means_are_said_to_be_rounded(qtbot: QtBot) -> None:
    """10.03 of a round page is 10.0 among the means, and rounded means need not add up."""
    card = StageCard()
    qtbot.addWidget(card)
    captions = [each.text() for each in card.findChildren(QLabel)]
    assert [each for each in captions if "on average" in each and "rounded" in each]
