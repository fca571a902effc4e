"""How many stations may be paired: said in the wizard, told on the card, and given away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.study.settings import ParticipantKind
from ui.control.desk import Desk
from ui.control.session.draft import Draft, new_draft
from ui.control.session.groups_page import GroupsPage
from ui.control.session.pairing_card import PairingCard


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(playable_study(tmp_path / "study", 4, ParticipantKind.PEOPLE.value))
    yield made
    made.close_study()


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return new_draft(desk)


@pytest.fixture
def page(desk: Desk, draft: Draft, qtbot: QtBot) -> GroupsPage:
    made = GroupsPage(desk)
    qtbot.addWidget(made)
    made.enter(draft)
    return made


def test_a_station_is_expected_for_each_seat(page: GroupsPage, draft: Draft) -> None:
    page.number.setValue(3)
    assert page.expected.value() == 12
    page.number.setValue(2)
    assert page.expected.value() == 8
    page.leave(draft)
    assert draft.expected is None


def test_another_number_stays_whatever_the_groups_are(page: GroupsPage, draft: Draft) -> None:
    page.number.setValue(2)
    page.expected.setValue(10)  # two to spare
    page.number.setValue(1)
    assert page.expected.value() == 10
    page.leave(draft)
    assert draft.expected == 10
    page.enter(draft)
    assert page.expected.value() == 10


def test_the_session_expects_as_many_as_the_wizard_says(desk: Desk) -> None:
    desk.open_session(
        "pilot", 1, new_draft(desk).rules, address="127.0.0.1", port=0, exit_pin="", expected=7
    )
    assert desk.host is not None
    assert desk.host.door.expected == 7


def told(card: PairingCard) -> str:
    return " | ".join(each.text() for each in card.findChildren(QLabel))


@pytest.mark.parametrize(
    ("door", "words", "free"),
    [
        ((True, 3, 4, ()), "Pairing is open: 3 of 4 expected stations came in", ""),
        ((True, 1, 4, ("s1",)), "Pairing is open: 1 of 4", ""),
        ((True, 3, None, ()), "Pairing is open |", ""),
        ((True, 5, 4, ()), "Pairing is open |", ""),
        ((False, 4, 4, ()), "Pairing is closed: 4 stations have come in |", ""),
        (
            (False, 4, 4, ("s3",)),
            "Pairing is closed: 4 stations have come in, of which 1 is gone (s3)",
            "&Give away 1 place",
        ),
        ((False, 2, 4, ("s3", "s1")), "2 stations have come in, of which 2 are gone (s1, s3)", ""),
    ],
)
def test_the_card_tells_the_doors_state(
    qtbot: QtBot, door: tuple[bool, int, int | None, tuple[str, ...]], words: str, free: str
) -> None:
    card = PairingCard()
    qtbot.addWidget(card)
    card.show()
    is_open, inside, expected, gone = door
    card.show_door(is_open=is_open, inside=inside, expected=expected, gone=gone)
    assert words in f"{told(card)} |"
    assert (card.free.text() if card.free.isVisible() else "") == free
