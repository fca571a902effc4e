"""The summary of a session fits the window, however many groups and alarms it tells of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from network_lab import HOME
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.session_panel import SessionPanel
from ui.control.window import ControlWindow
from ui.look.fitted_scroll import FittedScroll
from ui.look.style import apply_look
from ui.look.widgets import label

SMALLEST = (1024, 680)
ENOUGH_MS = 20_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[ControlWindow]:
    apply_look(qapp, "light")
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    desk.open_study(playable_study(tmp_path / "study", 12, "people"))
    made.resize(*SMALLEST)
    made.show()
    yield made
    desk.close_study()


def test_a_large_session_does_not_make_the_window_grow(window: ControlWindow, qtbot: QtBot) -> None:
    desk = desk_of(window)
    rules = parse_rules({}, GAME_ALONE)
    desk.open_session("acquire", 12, rules, address=HOME, port=0, exit_pin="")
    window.show_panel("session")
    assert desk.host is not None
    runner = desk.host.runner
    for number in range(1, 13):
        runner.do(ev.StationBack, f"{number}")
        runner.do(ev.CheckedIn, f"person{number:02}", f"{number}", "", False)
    for number in range(1, 13):
        if not runner.state.closed:
            runner.do(ev.GroupEnded, number, "ended_early", "over")
    panel = window.findChild(SessionPanel)
    assert panel is not None
    qtbot.waitUntil(panel.summary.isVisible, timeout=ENOUGH_MS)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    strip_and_menus_px = 90
    assert panel.summary.minimumSizeHint().height() <= SMALLEST[1] - strip_and_menus_px
    assert window.height() == SMALLEST[1]
    told = " ".join(each.text() for each in panel.summary.findChildren(QLabel))
    assert all(f"Group {number}:" in told for number in range(1, 13))
    next_step = panel.summary.next_step
    bottom = next_step.mapTo(window, next_step.rect().bottomLeft()).y()
    assert bottom < SMALLEST[1]


@pytest.mark.parametrize("lines", [2, 40])
def test_what_has_room_is_shown_whole(qtbot: QtBot, lines: int) -> None:
    content = label("\n".join("line" for _ in range(lines)))
    part = FittedScroll(content)
    qtbot.addWidget(part)
    part.show()
    assert part.sizeHint().height() >= content.sizeHint().height()
    assert part.minimumSizeHint().height() == min(80, part.sizeHint().height())
