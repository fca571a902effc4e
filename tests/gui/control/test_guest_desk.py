"""The guest list: chosen in the wizard, seen and added to while the session runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import parse_rules
from ui.control.desk import Desk
from ui.control.session.draft import new_draft
from ui.control.session.groups_page import GroupsPage
from ui.control.session.guest_desk import GuestDesk
from ui.control.session.guests_card import SPARE

HOME = "127.0.0.1"
GUESTS = ("Ann", "Ben", "Cem")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 4))
    yield made
    made.close_study()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> GroupsPage:
    made = GroupsPage(desk)
    qtbot.addWidget(made)
    made.enter(new_draft(desk))
    return made


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_a_list_is_read_or_drawn(desk: Desk, page: GroupsPage, tmp_path: Path) -> None:
    draft, card = new_draft(desk), page.guests
    page.number.setValue(2)
    assert page.is_complete()
    card.listed.setChecked(True)
    assert not page.is_complete()
    assert "Read a list, or draw codes" in words(card)
    card.draw.click()
    assert len(card.guests) == 8 + SPARE
    assert "12 label(s) for 8 seats" in words(card)
    table = tmp_path / "list.csv"
    table.write_text("Ann\nann\n", encoding="utf-8")
    card.read_list(table)
    assert "line 2: the label ann stands in line 1 already" in words(card)
    assert len(card.guests) == 8 + SPARE, "the list that was there stays"
    table.write_text("\n".join(GUESTS), encoding="utf-8")
    card.read_list(table)
    card.save_cards(tmp_path / "cards.pdf")
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")
    assert page.is_complete()
    page.leave(draft)
    assert (draft.script.guest_list, draft.guests) == (True, GUESTS)
    card.anyone.setChecked(True)
    page.leave(draft)
    assert not draft.script.guest_list


@pytest.fixture
def guests(desk: Desk, qtbot: QtBot) -> GuestDesk:
    rules = parse_rules({"guest_list": True})
    desk.open_session("acquire", 1, rules, guests=GUESTS, address=HOME, port=0, exit_pin="")
    made = GuestDesk(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(guests: GuestDesk) -> list[tuple[str, ...]]:
    model = guests.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_who_is_here_and_who_is_missing(guests: GuestDesk, desk: Desk) -> None:
    assert "0 of 3 have come" in words(guests)
    assert desk.host is not None
    desk.host.conductor.do(ev.CheckedIn, "p1", "7", "Ben", False)
    guests.refresh()
    assert "1 of 3 have come" in words(guests)
    assert rows(guests) == [
        ("Ann", "Not here yet", "–"), ("Ben", "Game", "7"), ("Cem", "Not here yet", "–"),
    ]  # fmt: skip


def test_somebody_who_was_not_expected_is_added(guests: GuestDesk, desk: Desk) -> None:
    assert not guests.add.isEnabled()
    guests.newcomer.setText("  Dora  ")
    guests.add.click()
    assert rows(guests)[-1] == ("Dora", "Not here yet", "–")
    assert "Dora can check in now." in words(guests)
    guests.newcomer.setText("ann")
    guests.add.click()
    assert "Ann is on the list already." in words(guests)
    assert desk.host is not None
    session = desk.host.session
    assert desk.study.store.guests(session) == (*GUESTS, "Dora")


def test_the_list_is_there_again_after_an_interruption(guests: GuestDesk, desk: Desk) -> None:
    assert desk.host is not None
    session = desk.host.session
    guests.close()
    desk.end_hosting()
    desk.resume_session(session, address=HOME, port=0, exit_pin="")
    assert desk.host.conductor.guests == GUESTS


def test_a_guest_is_turned_away(guests: GuestDesk, desk: Desk, qtbot: QtBot) -> None:
    assert not guests.turn_away.isEnabled()
    guests.table.selectRow(2)
    with qtbot.waitSignal(guests.turn_away_requested) as asked:
        guests.turn_away.click()
    assert asked.args == ["Cem"]
    assert desk.host is not None
    desk.host.conductor.do(ev.TurnedAway, "away0001", "Cem", "every seat is taken")
    guests.refresh()
    assert rows(guests)[2] == ("Cem", "Turned away", "–")
    assert not guests.turn_away.isEnabled()
