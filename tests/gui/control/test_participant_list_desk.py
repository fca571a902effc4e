"""The participant list: chosen in the wizard, seen and added to while the session runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import studies
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.timestamps import utc_now
from ui.control.desk import Desk
from ui.control.session.arrivals import Arrivals
from ui.control.session.draft import new_draft
from ui.control.session.groups_page import GroupsPage
from ui.control.session.participant_list_card import SPARE, ParticipantListCard
from ui.control.session.participant_list_desk import ParticipantListDesk
from ui.control.session.participant_list_question import ParticipantListQuestion

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


def read(card: ParticipantListCard, table: Path) -> ParticipantListQuestion:
    """Read a file; the question shows it."""
    card.read_list(table)
    return card.findChildren(ParticipantListQuestion)[-1]


def choose(question: ParticipantListQuestion, column: str) -> None:
    question.column.setCurrentIndex(question.column.findText(column))
    question.column.activated.emit(question.column.currentIndex())


def test_a_list_is_shown_before_it_holds(page: GroupsPage, tmp_path: Path) -> None:
    card = page.participant_list
    card.listed.setChecked(True)
    table = tmp_path / "orsee.csv"
    table.write_text("lname;fname;email\nDoe;Jo;jo@x.org\nDoe;Al;al@x.org\n", encoding="cp1252")
    question = read(card, table)
    assert card.participant_list == ()
    assert not question.act.isEnabled()
    assert "columns separated by semicolons, the first line is a heading" in words(question)
    assert "say which of them holds the labels" in words(question)
    choose(question, "lname")
    assert "the label Doe is already in line 2" in words(question)
    assert not question.act.isEnabled()
    choose(question, "email")
    assert "labels in the column email" in words(question)
    question.act.click()
    assert card.participant_list == ("jo@x.org", "al@x.org")


def test_an_unclear_heading_is_decided_by_a_click(page: GroupsPage, tmp_path: Path) -> None:
    card = page.participant_list
    table = tmp_path / "list.txt"
    table.write_text("Matrikelnr.\nP01\n", encoding="utf-8")
    question = read(card, table)
    assert not question.act.isEnabled()
    question.heading.click()
    assert question.heading.checkState() is Qt.CheckState.Checked
    question.heading.click()
    assert question.heading.checkState() is Qt.CheckState.Unchecked
    question.act.click()
    assert card.participant_list == ("Matrikelnr.", "P01")


def test_a_long_heading_makes_no_wide_window(page: GroupsPage, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(f"{'h' * 10_000};b\nAnn;1\nBen;1\n", encoding="utf-8")
    question = read(page.participant_list, table)
    question.show()
    assert question.width() < 1000
    assert "h" * 81 not in words(question)


def test_a_list_is_read_or_drawn(desk: Desk, page: GroupsPage, tmp_path: Path) -> None:
    draft, card = new_draft(desk), page.participant_list
    page.number.setValue(2)
    assert not page.problem
    card.listed.setChecked(True)
    assert page.problem
    assert "Read a list, or draw codes" in words(card)
    card.draw.click()
    assert len(card.participant_list) == 8 + SPARE
    assert "12 labels for 8 seats" in words(card)
    table = tmp_path / "list.csv"
    table.write_text("Ann\nann\n", encoding="utf-8")
    question = read(card, table)
    assert "line 2: the label ann is already in line 1" in words(question)
    question.reject()
    assert len(card.participant_list) == 8 + SPARE, "the list that was there stays"
    table.write_text("\n".join(GUESTS), encoding="utf-8")
    read(card, table).act.click()
    card.save_cards(tmp_path / "cards.pdf")
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")
    assert not page.problem
    page.leave(draft)
    assert (draft.script.participant_list, draft.participant_list) == (True, GUESTS)
    card.anyone.setChecked(True)
    page.leave(draft)
    assert not draft.script.participant_list


def play(desk: Desk, *labels: str) -> None:
    """A session in which people took part, in an earlier week."""
    plan, tables = desk.study.plan_session("acquire", 1)
    events: list[ev.SessionEvent] = [ev.SessionOpened(0, plan)]
    state = replay(events)
    for number, label in enumerate(labels):
        come = ev.CheckedIn(0, f"p{number}", f"s{number}", label, is_bot=False)
        state, due = Director(tables).settle(apply(state, come), 0)
        events += [come, *due]
    events += [ev.GroupEnded(0, 1, "ended_early", "over"), ev.SessionClosed(0)]
    desk.study.store.log.append("earlier1", events, utc_now())


def test_the_list_tells_who_took_part_before(desk: Desk, page: GroupsPage, tmp_path: Path) -> None:
    play(desk, "ANN", "Dan", "Eva", "Uma")
    desk.study.store.private.purge_labels("", utc_now(), "paid")
    card = page.participant_list
    card.listed.setChecked(True)
    table = tmp_path / "list.csv"
    table.write_text("\n".join(GUESTS), encoding="utf-8")
    question = read(card, table)
    assert "1 of these people has taken part in this study before: Ann" in words(question)
    question.act.click()
    assert "1 of these people has taken part in this study before: Ann" in words(card)


@pytest.fixture
def participant_list(desk: Desk, qtbot: QtBot) -> ParticipantListDesk:
    rules = parse_rules({"participant_list": True}, GAME_ALONE)
    desk.open_session(
        "acquire", 1, rules, participant_list=GUESTS, address=HOME, port=0, exit_pin=""
    )
    made = ParticipantListDesk(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(participant_list: ParticipantListDesk) -> list[tuple[str, ...]]:
    model = participant_list.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_who_is_here_and_who_is_missing(participant_list: ParticipantListDesk, desk: Desk) -> None:
    assert "0 of 3 have arrived" in words(participant_list)
    assert desk.host is not None
    desk.host.runner.do(ev.CheckedIn, "p1", "7", "Ben", False)
    participant_list.refresh()
    assert "1 of 3 have arrived" in words(participant_list)
    assert rows(participant_list) == [
        ("Ann", "Not here yet", "–"), ("Ben", "Game", "7"), ("Cem", "Not here yet", "–"),
    ]  # fmt: skip


def test_somebody_who_was_not_expected_is_added(
    participant_list: ParticipantListDesk, desk: Desk
) -> None:
    assert not participant_list.add.isEnabled()
    participant_list.newcomer.setText("  Dora  ")
    participant_list.add.click()
    assert rows(participant_list)[-1] == ("Dora", "Not here yet", "–")
    assert "Dora can check in now." in words(participant_list)
    participant_list.newcomer.setText("ann")
    participant_list.add.click()
    assert "Ann is already on the list." in words(participant_list)
    assert desk.host is not None
    session = desk.host.session
    assert desk.study.store.private.participant_list(session) == (*GUESTS, "Dora")


@pytest.mark.parametrize(
    "typed",
    ['<img src="file:///dev/zero">', "=1+1", "a;=1", "\u202egnp\u202c!", "\u3164\u200b", "@x"],
)
def test_what_cannot_be_a_label_is_neither_added_nor_turned_away(
    participant_list: ParticipantListDesk, desk: Desk, qtbot: QtBot, typed: str
) -> None:
    """The list is shown, printed and exported, and nobody could type it at a kiosk."""
    assert desk.host is not None
    participant_list.newcomer.setText(typed)
    assert participant_list.add.isEnabled() is (typed != "\u3164\u200b")  # where there is a label
    participant_list.add.click()
    assert len(rows(participant_list)) == len(GUESTS)
    assert desk.host.runner.participant_list == GUESTS
    page = QWidget()
    qtbot.addWidget(page)
    arrivals = Arrivals(desk, page)
    with qtbot.waitSignal(arrivals.failed):
        arrivals.turn_away(typed)
    assert not desk.host.runner.state.participants


def test_an_unseen_mark_makes_no_other_guest(
    participant_list: ParticipantListDesk, desk: Desk
) -> None:
    assert desk.host is not None
    participant_list.newcomer.setText("\u202eDo\u00adra\u200f")
    participant_list.add.click()
    participant_list.newcomer.setText("Dora")
    participant_list.add.click()
    assert "Dora is already on the list." in words(participant_list)
    assert desk.host.runner.participant_list == (*GUESTS, "Dora")


def test_the_list_is_there_again_after_an_interruption(
    participant_list: ParticipantListDesk, desk: Desk
) -> None:
    assert desk.host is not None
    session = desk.host.session
    participant_list.close()
    desk.end_hosting()
    desk.resume_session(session, address=HOME, port=0, exit_pin="")
    assert desk.host.runner.participant_list == GUESTS


def test_a_guest_is_turned_away(
    participant_list: ParticipantListDesk, desk: Desk, qtbot: QtBot
) -> None:
    assert not participant_list.turn_away.isEnabled()
    participant_list.table.selectRow(2)
    with qtbot.waitSignal(participant_list.turn_away_requested) as asked:
        participant_list.turn_away.click()
    assert asked.args == ["Cem"]
    assert desk.host is not None
    desk.host.runner.do(ev.TurnedAway, "away0001", "Cem", "every seat is taken")
    participant_list.refresh()
    assert rows(participant_list)[2] == ("Cem", "Turned away", "–")
    assert not participant_list.turn_away.isEnabled()
