"""The live panel looks at the session by itself, and only while it is shown."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walks import TABLES, Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.state import SessionState
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from ui.control.desk import Desk
from ui.control.live.board import LiveBoard
from ui.control.live.heat_plot import SYMBOLS, shapes_of
from ui.control.live_panel import LivePanel
from ui.look.style import apply_look

ENOUGH_MS = 20_000


class DeskOfWalk(Desk):
    """Shows a session that needs no network."""

    walk: Walk | None = None

    @property
    def session_state(self) -> SessionState | None:
        return None if self.walk is None else self.walk.state


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskOfWalk]:
    del qtbot  # there has to be an application
    settings = msgspec.to_builtins(make_settings("quick", {}))
    with Store.create(tmp_path / "study", {"settings": settings}) as store:
        for table in TABLES.values():
            store.learned.add_mechanism(table, {})
    desk = DeskOfWalk()
    desk.open_study(tmp_path / "study")
    yield desk
    desk.walk = None
    desk.close_study()


@pytest.fixture
def walk() -> Walk:
    walk = Walk(small_plan(2))
    walk.check_in(8)
    walk.read(1)
    return walk


@pytest.fixture
def panel(qtbot: QtBot, desk: DeskOfWalk) -> LivePanel:
    panel = LivePanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    qtbot.waitUntil(lambda: panel.board is not None, timeout=ENOUGH_MS)
    return panel


def board_of(panel: LivePanel) -> LiveBoard:
    assert panel.board is not None
    return panel.board


def said(panel: LivePanel) -> str:
    return board_of(panel).rounds.contributions.accessibleDescription()


def test_without_a_session_it_says_where_one_is_opened(panel: LivePanel) -> None:
    assert not board_of(panel).isVisible()
    assert not panel.group.isVisible()


def test_a_paid_round_appears_by_itself(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    desk.walk = walk
    qtbot.waitUntil(board_of(panel).isVisible)
    assert said(panel) == "No round has been paid yet."
    walk.play_round(1)
    qtbot.waitUntil(lambda: said(panel).startswith("Stage 1, round 1: the head gave 25"))
    assert "earned" in board_of(panel).rounds.rewards.accessibleDescription()


def test_it_does_not_look_while_hidden(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    desk.walk = walk
    panel.poll()
    panel.hide()
    walk.play_round(1)
    assert said(panel) == "No round has been paid yet."
    panel.show()
    qtbot.waitUntil(lambda: said(panel).startswith("Stage 1, round 1"))


def test_nothing_is_drawn_twice(
    panel: LivePanel, desk: DeskOfWalk, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.walk = walk
    panel.poll()
    drawn: list[object] = []
    monkeypatch.setattr(board_of(panel), "show_session", lambda *given: drawn.append(given))
    walk.contribute(1, 0, 1)  # changes the session, and nothing that is plotted
    panel.poll()
    assert drawn == []
    for seat in (1, 2, 3):
        walk.contribute(1, seat, 1)
    panel.poll()
    assert len(drawn) == 1


def test_one_group_or_all(qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk) -> None:
    walk.play_round(1)
    desk.walk = walk
    panel.poll()
    entries = [panel.group.itemText(i) for i in range(panel.group.count())]
    assert entries == ["All groups", "Group 1", "Group 2"]
    heat = board_of(panel).heat
    tails = {group.plan.tail_endowment for group in walk.state.groups.values()}
    qtbot.waitUntil(lambda: {plot.tail_endowment for plot in heat.plots} == tails)
    panel.group.setCurrentIndex(2)
    assert said(panel) == "No round has been paid yet."
    own = walk.state.groups[2].plan.tail_endowment
    qtbot.waitUntil(lambda: [plot.tail_endowment for plot in heat.plots] == [own])


def test_what_a_void_group_played_is_in_no_mean(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    walk.play_round(1, contribution=2)
    walk.read(2)
    walk.play_round(2, contribution=0)
    desk.walk = walk
    panel.group.setCurrentIndex(0)
    panel.poll()
    both = said(panel)
    walk.do(ev.GroupEnded(walk.now_ms, 2, "void", "the light went out"))
    panel.poll()
    alone = said(panel)
    assert alone != both
    assert panel.group.itemText(2) == "Group 2 (void)"
    panel.group.setCurrentIndex(1)
    assert said(panel) == alone
    panel.group.setCurrentIndex(2)  # whoever asks for it sees it
    assert said(panel) not in (alone, "No round has been paid yet.")
    walk.do(ev.GroupEnded(walk.now_ms, 1, "void", "the light went out"))
    panel.group.setCurrentIndex(0)
    panel.poll()
    assert said(panel) == "No round has been paid yet."


def test_the_key_explains_what_is_drawn(panel: LivePanel, desk: DeskOfWalk, walk: Walk) -> None:
    """While one group alone has paid rounds, its participants are drawn, and no error."""
    key = board_of(panel).rounds.key
    walk.play_round(1)
    desk.walk = walk
    panel.poll()
    assert panel.group.currentText() == "All groups"
    assert [each.text for each in key._keys()][-1] == "each tail"
    walk.read(2)
    walk.play_round(2)
    panel.poll()
    assert [each.text for each in key._keys()][-1] == "± 1 standard error over groups"


def test_a_map_is_read_with_the_arrow_keys(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    desk.walk = walk
    panel.poll()
    heat = board_of(panel).heat
    qtbot.waitUntil(lambda: heat.choice.count() == 2)
    heat.choice.setCurrentIndex(heat.choice.findText("Libertarian", Qt.MatchFlag.MatchStartsWith))
    qtbot.waitUntil(lambda: len(heat.plots) == 2)
    plot = heat.plots[0]
    plot.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(plot, key)
    # 2 of 3 coins are the head's own: the libertarian gives each its part.
    assert plot.accessibleDescription().endswith(
        "If the head gives 2 and the tails give 0.3 on average, the head receives 67% of the fund"
    )
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.accessibleDescription() == ""


def test_the_mechanism_can_be_hidden(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    desk.walk = walk
    panel.poll()
    heat = board_of(panel).heat
    qtbot.waitUntil(lambda: heat.choice.count() == 2)
    qtbot.waitUntil(lambda: [plot.isVisible() for plot in heat.plots] == [True, True])
    panel.hide_mechanism.click()
    assert not heat.choice.isVisible()
    assert not any(plot.isVisible() for plot in heat.plots)
    panel.hide_mechanism.click()
    qtbot.waitUntil(lambda: all(plot.isVisible() for plot in heat.plots))


def test_another_look_is_taken_over(
    qapp: QApplication, panel: LivePanel, desk: DeskOfWalk, walk: Walk
) -> None:
    walk.play_round(1)
    desk.walk = walk
    panel.poll()
    seen = []
    for mode in ("dark", "light"):
        apply_look(qapp, mode)
        plot = board_of(panel).rounds.contributions
        seen.append(plot.backgroundBrush().color().name())
    assert seen == ["#1e2229", "#ffffff"]


def test_a_mechanism_that_cannot_be_read_is_told_once(
    qtbot: QtBot, panel: LivePanel, desk: DeskOfWalk
) -> None:
    walk = Walk(small_plan(1, mechanisms=("f" * 64, "f" * 64)))
    desk.walk = walk
    with qtbot.waitSignal(desk.failed) as told:
        panel.poll()
    assert "ffff" in told.args[0]
    with qtbot.assertNotEmitted(desk.failed, wait=0):
        panel.poll()


def test_groups_are_told_apart_by_shape_while_there_are_few() -> None:
    few = shapes_of(range(1, 7))
    assert len(set(few.values())) == len(few) == len(SYMBOLS)
    assert set(shapes_of(range(1, 13)).values()) == {SYMBOLS[0]}
