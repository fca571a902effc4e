"""Taking an import back in the window: asked why, and gone from the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from foreign_tables import games, plain
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.importers.importing import import_csv
from ui.control.desk import Desk
from ui.control.session import session_list
from ui.control.session.session_list import SessionList

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    path = tmp_path / "theirs.csv"
    path.write_text(plain(games()))
    import_csv(desk.study.store, path, "auto", desk.study.game, 1, UTC, "theirs00")
    yield desk
    desk.close_study()


def test_the_chosen_import_is_removed_once_a_reason_is_given(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = SessionList(desk)
    qtbot.addWidget(shown)
    shown.show_sessions(desk.study.store.tables.sessions())
    shown.show()
    assert not shown.take_back.isVisible()
    shown.table.selectRow(0)
    assert shown.take_back.isVisible()
    monkeypatch.setattr(session_list, "ask_text", lambda *_, **__: None)
    shown.take_back.click()
    assert len(desk.study.store.tables.sessions()) == 1
    monkeypatch.setattr(session_list, "ask_text", lambda *_, **__: "the wrong wave")
    with qtbot.waitSignal(desk.study_changed):
        shown.take_back.click()
    assert desk.study.store.tables.sessions() == []
    assert desk.study.log()[0].details["reason"] == "the wrong wave"
