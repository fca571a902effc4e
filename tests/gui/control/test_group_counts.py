"""A group says everywhere, and as soon as it is so, whether it counts and why not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.cli import study as commands
from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.storage.store import Store
from hcmd_lab.study.counting import Exclusion, GroupCount, counts_in_session
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.session.session_header import SessionHeader
from ui.control.session_panel import SessionPanel

WHY = "Does not count: 1 simulated participant, at station 3"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        store.facts.set("settings", store.facts.get("settings") | {"participants": "people"})
    made = Desk()
    made.open_study(folder)
    made.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    yield made
    made.close_study()


def words(widget: QWidget) -> str:
    shown = [each for each in widget.findChildren(QLabel) if not each.isHidden()]
    return " | ".join(each.text() for each in shown)


def arrive(desk: Desk, station: str, *, is_bot: bool) -> None:
    assert desk.host is not None
    desk.host.runner.do(ev.StationBack, station)
    desk.host.runner.do(ev.CheckedIn, f"person{station}", station, "", is_bot)


def test_all_places_say_why_a_group_does_not_count(
    desk: Desk, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    panel = SessionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    for station in "124":
        arrive(desk, station, is_bot=False)
    panel.running.refresh()
    assert "not count" not in words(panel.running.header)
    arrive(desk, "3", is_bot=True)
    panel.running.refresh()
    assert f"Group 1: {WHY}." in words(panel.running.header)
    cells = panel.running.grid.cells
    assert WHY in cells.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert desk.host is not None
    desk.host.runner.do(ev.GroupEnded, 1, "void", "tried")
    assert "does not count" not in words(panel.running.header)  # what is void says that
    with desk.study.store._database.writing() as connection:
        connection.execute("UPDATE session_group SET status = 'complete'")
    panel.summary.show_session()
    qtbot.waitUntil(lambda: "Count for the study | 0 of 1" in words(panel.summary))
    assert f"Group 1: {WHY}." in words(panel.summary)
    folder = desk.study.store.folder.path
    data = DataPanel(desk)
    qtbot.addWidget(data)
    data.show()
    qtbot.waitUntil(lambda: data.groups.model().rowCount() == 1)
    last = data.groups.model().columnCount() - 1
    assert data.groups.model().index(0, last).data() == WHY
    commands.show_status(folder)
    assert f"Group 1: {WHY}." in " ".join(capsys.readouterr().out.split())
    commands.show_status(folder, as_json=True)
    [told] = json.loads(capsys.readouterr().out)["counted"]
    assert (told["counts"], told["exclusion"], told["stations"]) == (False, "simulated", ["3"])
    assert told["sentence"] == WHY


def test_the_session_and_the_study_conclude_the_same(desk: Desk) -> None:
    for station in "1234":
        arrive(desk, station, is_bot=station == "3")
    assert desk.session_state is not None
    [now] = counts_in_session(desk.session_state, simulated=False).values()
    [(_, stored)] = desk.study.group_counts()
    assert now == stored
    assert not stored.counts


def test_many_groups_that_do_not_count_are_told_in_one_sentence(qtbot: QtBot) -> None:
    header = SessionHeader()
    qtbot.addWidget(header)
    stations = [tuple(str(4 * number + seat) for seat in range(1, 5)) for number in range(12)]
    counts = {
        number: GroupCount(False, Exclusion.SIMULATED, names)
        for number, names in enumerate(stations, 1)
    }
    header.show_counts(counts)
    assert "Groups 1–12 do not count: simulated participants play in them." in words(header)
    assert "station" not in words(header)
    tips = [each.toolTip() for each in header.findChildren(QLabel)]
    assert any("Group 12" in tip and "45, 46, 47, 48" in tip for tip in tips), "which and where"
    header.show_counts({1: counts[1], 2: GroupCount(False, None)})
    assert "Group 1: Does not count: 4 simulated participants, at stations 1, 2, 3, 4." in words(
        header
    )
