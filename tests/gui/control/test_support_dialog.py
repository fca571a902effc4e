"""Help, Save a support file: the dialog writes it and says where it is, or why not."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study

from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.support_dialog import SupportDialog
from ui.control.window import ControlWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[ControlWindow]:
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    window = ControlWindow(Preferences(tmp_path / "window.ini"))
    window.take(desk)
    qtbot.addWidget(window)
    window.show()
    yield window
    desk.close_study()


@pytest.fixture
def dialog(window: ControlWindow) -> SupportDialog:
    window.menus.support_requested.emit()
    return next(iter(window.findChildren(SupportDialog)))


def test_it_packs_the_open_study(dialog: SupportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "s.zip"
    dialog.write(target)
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=10_000)
    assert str(target) in dialog.words.text()
    with zipfile.ZipFile(target) as packed:
        assert "events.jsonl" in packed.namelist()
    dialog.reject()


def test_a_place_that_takes_nothing_is_said(
    dialog: SupportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.write(tmp_path / "study" / "study.db" / "s.zip")
    qtbot.waitUntil(dialog.save.isEnabled, timeout=10_000)
    assert "choose another place" in dialog.words.text()
    dialog.reject()
