"""The experimenter of a blind session can read no label and no choice, wherever in the window."""

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from studies import playable_study
from walks import Walk, small_plan

from hcmd_lab.cli.session_reporter import SessionReporter
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.figures.receipts import Occasion, receipt_html
from hcmd_lab.game import events as ev
from hcmd_lab.game.blind import payment_number
from hcmd_lab.game.payment_list import PaymentOrder, payment_rows
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.session_settings import SessionSettings, TookPartBefore
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from ui.control.desk import Desk
from ui.control.live.board import LiveBoard
from ui.control.live_panel import LivePanel
from ui.control.preferences import Preferences
from ui.control.session.cell_rows import build_cells
from ui.control.session.default_choices import choice_words, default_choices
from ui.control.session.event_words import event_words
from ui.control.session.mirror import Mirror
from ui.control.session.participant_list_desk import ParticipantListDesk
from ui.control.session.payment_question import PaymentQuestion
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.session_panel import SessionPanel
from ui.control.window import ControlWindow
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

LABELS = {"1": "Xanthippe", "2": "Quirinus", "3": "Zenobia", "4": "Wunibald"}
ABSENT = "Yggdrasil"
ENOUGH_MS = 60_000
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip


def texts(window: QWidget) -> Iterator[str]:
    """Everything that can be read at a window and at whatever is in it."""
    for each in [window, *window.findChildren(QWidget)]:
        yield from (each.toolTip(), each.statusTip(), each.whatsThis(), each.windowTitle())
        yield from (each.accessibleName(), each.accessibleDescription())
        match each:
            case QLabel() | QAbstractButton():
                yield each.text()
            case QLineEdit():
                yield from (each.text(), each.placeholderText())
            case QPlainTextEdit():
                yield each.toPlainText()
            case QComboBox():
                yield from (each.itemText(number) for number in range(each.count()))
            case QTabWidget():
                yield from (each.tabText(number) for number in range(each.count()))
            case QGroupBox():
                yield each.title()
            case QAbstractItemView() if each.model() is not None:
                yield from cells(each.model())
            case _:
                pass
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    nothing = QModelIndex()
    for row in range(model.rowCount(nothing)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(nothing)
        for column in range(columns):
            for role in ROLES:
                yield str(model.index(row, column, nothing).data(role) or "")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    del qtbot
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    yield desk
    desk.close_study()


def host_session(desk: Desk, *, blind: bool) -> None:
    rules = parse_rules(
        {"blind": blind, "participant_list": True, "payment_screen": True},
        GAME_ALONE,
    )  # fmt: skip
    desk.open_session(
        "acquire", 1, rules, participant_list=(*LABELS.values(), ABSENT), address=HOME, port=0,
        exit_pin="",
    )  # fmt: skip


def play(
    desk: Desk, qtbot: QtBot, folder: Path, owner: QWidget, look: Callable[[str], None]
) -> None:
    """Let four simulated people with labels play up to their pay, and look in between."""
    host = desk.host
    assert host is not None
    host.runner.bots = None
    links = []
    for number, (name, who) in enumerate(LABELS.items()):
        link = StationLink(
            HOME, host.port, name, folder / name, code=parse_code(host.pairing_code), parent=owner
        )
        Bot(link, SimulatedPerson(number), who, parent=link)
        link.start()
        links.append(link)

    turn = cycle(LABELS)

    def paid() -> bool:
        look(next(turn))
        pages = [station_view(host.runner.state, name, 0).page for name in LABELS]
        return pages == [Page.PAYMENT] * 4

    qtbot.waitUntil(paid, timeout=ENOUGH_MS)
    for link in links:
        link.stop()


CHOICES = re.compile(r"contributes \d|\d+ of \d+ contributed|wins the vote \d|tied \d|head gave")


@pytest.mark.parametrize("blind", [True, False])
def test_no_label_and_no_choice_can_be_read_in_the_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path, blind: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    window = ControlWindow(Preferences(tmp_path / "preferences.ini"))
    qtbot.addWidget(window)
    window.take(desk)
    desk.study_opened.emit()
    window.resize(1600, 950)
    window.show()
    host_session(desk, blind=blind)
    for name in ("live", "session"):
        window.show_panel(name)
    panel = window.findChild(SessionPanel)
    assert panel is not None
    running = panel.running
    running.log.steps.setChecked(True)
    found: set[str] = set()
    pictures: set[bool] = set()

    def look(station: str) -> None:
        running.refresh()
        running.grid.point_at(station)
        running.refresh()
        if running.mirror.title.text().startswith("Station"):
            found.update(texts(panel))
            pictures.add(running.mirror._picture.isVisibleTo(running.mirror))

    assert desk.host is not None
    reporters = [SessionReporter(desk.host, as_json=as_json) for as_json in (True, False)]
    for reporter in reporters:
        reporter.listening(None, "", resumed=False)
    play(desk, qtbot, tmp_path, window, look)
    for reporter in reporters:
        reporter.finished()
    printed = "".join(capsys.readouterr())
    assert '"event": "group_ended"' in printed
    assert not [
        who for who in (*LABELS.values(), *desk.host.runner.state.participants) if who in printed
    ]
    assert pictures == {not blind}
    assert any(text.startswith("Station 3") for text in found)
    live = window.findChild(LivePanel)
    assert live is not None
    window.show_panel("live")
    qtbot.waitUntil(lambda: live.board is not None and live.board.isVisible(), timeout=ENOUGH_MS)
    found |= set(texts(window))
    host = desk.host
    assert host is not None
    listed = ParticipantListDesk(desk, window)
    review = SessionReview(desk, host.session, window)
    for page in ReviewPage:
        review.show_page(page)
        for box in review.findChildren(QAbstractButton):
            if box.text() == "Every choice":
                box.setChecked(True)
    state = host.runner.state
    row = payment_rows(state)[0]
    question = PaymentQuestion(row, "€", window)
    found |= {*texts(listed), *texts(review), *texts(question), *texts(window)}
    secret = [*LABELS.values(), *state.participants]
    read = {name for name in secret if any(name in text for text in found)}
    choices = {text for text in found if CHOICES.search(text)}
    assert (not read, not choices) == (blind, blind), (read, choices)
    if not blind:
        assert read == set(secret)
    assert any(ABSENT in text for text in found)


def walk_of(blind: bool, *contributions: int) -> Walk:
    """A session in which the people at the four stations always contribute the same."""
    settings = SessionSettings(blind=blind, took_part_before=TookPartBefore.WARN)
    walk = Walk(small_plan(1, settings=settings))
    for number, who in LABELS.items():
        before = number == "2"
        walk.do(ev.CheckedIn(0, f"p{number}", number, who, False, "", took_part_before=before))
    walk.read(1)
    for _ in range(2):
        for seat, coins in enumerate(contributions):
            walk.contribute(1, seat, coins)
        walk.read(1)
    return walk


def seen(walk: Walk, qtbot: QtBot) -> list[str]:
    """What the session's page, the mirror and the live plots say of a session."""
    state = walk.state
    told = [event_words(event, state) for event in walk.events]
    told += [
        cell.sentence for row in build_cells(state, 0) for cell in row if hasattr(cell, "sentence")
    ]
    told.append(choice_words(state, default_choices(state, 0, [1])))
    mirror, board = Mirror(lambda _: None), LiveBoard(PAPER_GAME)
    for widget in (mirror, board):
        qtbot.addWidget(widget)
    board.show_session(state, None, {})
    for name in LABELS:
        mirror.show_station(name, state, 0)
        told += texts(mirror)
    curves = [plot._curves["head"].getData()[0] for plot in (board.rounds.contributions,)]
    return [*told, *texts(board), *map(str, curves)]


@pytest.mark.parametrize("blind", [True, False])
def test_other_choices_look_the_same(qtbot: QtBot, blind: bool) -> None:
    one, other = walk_of(blind, 3, 1, 0, 2), walk_of(blind, 4, 2, 1, 0)
    assert (seen(one, qtbot) == seen(other, qtbot)) is blind


def test_the_number_at_the_station_is_the_one_on_receipt_and_list(tmp_path: Path) -> None:
    walk = walk_of(True, 3, 1, 0, 2)
    walk.do(ev.TurnedAway(walk.now_ms, "away", "Ann", "every seat is taken"))
    rows = {row.participant: row for row in payment_rows(walk.state, PaymentOrder.STATION)}
    assert [row.who for row in rows.values()] == ["1", "2", "3", "4", "(1)"]
    occasion = Occasion("study", "session", "2027-01-01", walk.state.plan.payment)
    for code, row in rows.items():
        html = receipt_html(row, occasion, anonymous=False)
        assert f"Participant: {payment_number(walk.state, code)}<" in html
        assert code not in html
    file = tmp_path / "payments.csv"
    write_payment_file(file, list(rows.values()), "€")
    written = file.read_text(encoding="utf-8")
    assert not [s for s in (*LABELS.values(), *rows, "Ann") if s in written]
