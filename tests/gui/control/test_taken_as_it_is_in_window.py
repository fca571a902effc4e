"""A study that another program has changed is gone on with in the window, as by the command."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study
from tampering import tamper

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.study.taken_as_it_is import take_as_it_is
from hcmd_lab.telling.study_log import taken_as_it_is
from ui.control.backups_dialog import BackupsDialog
from ui.control.confirm import Question
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

RENAMED = "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key = 'settings'"
CHANGED = "Another program had changed: the study’s note “settings”."
LOST = "1 saved change of settings, training steps or notes was missing."


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


@pytest.fixture
def changed(study: Path) -> Path:
    tamper(study, RENAMED)
    return study


@pytest.fixture
def older(study: Path) -> Path:
    """A study with an older copy in place of its database, which is not opened."""
    shutil.copy(study / "study.db", study.parent / "older.db")
    with Store.open(study) as store:
        store.facts.set("lab name", "A")
    shutil.copy(study.parent / "older.db", study / "study.db")
    return study


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.close_study()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ControlWindow:
    def panel(desk: Desk, parent: QWidget) -> QWidget:
        return QLabel(desk.study.settings.name, parent)

    made = ControlWindow(Preferences(tmp_path / "control.ini"), {"study": panel})
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    made.take(Desk(made))
    made.show()
    return made


def shown(qtbot: QtBot, desk: Desk, study: Path) -> BackupsDialog:
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog, before_close_func=lambda _: desk.close_study())
    dialog.show()
    return looked(qtbot, dialog)


def looked(qtbot: QtBot, dialog: BackupsDialog) -> BackupsDialog:
    qtbot.waitUntil(lambda: not dialog.look.is_looking, timeout=30_000)
    return dialog


def take(qtbot: QtBot, dialog: BackupsDialog, *, agreed: bool = True) -> str:
    """Ask to take the study as it is, and answer; returns what was asked, once that is done."""
    return press(qtbot, dialog, dialog.take, agreed=agreed)


def press(
    qtbot: QtBot, dialog: BackupsDialog, button: QAbstractButton, *, agreed: bool = True
) -> str:
    """Press a button that asks, and answer; returns what was asked, once that is done."""
    asked: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question.accessibleDescription())
        (question.act if agreed else question.cancel).click()

    QTimer.singleShot(0, answer)
    button.click()
    qtbot.waitUntil(dialog.close_it.isEnabled, timeout=30_000)
    return "".join(asked)


def log_of(study: Study) -> list[LogKind]:
    return [entry.kind for entry in study.log()]


def test_it_is_taken_once_and_told_as_by_the_command(
    desk: Desk, changed: Path, qtbot: QtBot
) -> None:
    shutil.copytree(changed, changed.parent / "by command")
    desk.open_study(changed)
    dialog = shown(qtbot, desk, changed)
    assert CHANGED in dialog.words.text()
    assert "no backups of this study yet" in dialog.words.text()
    assert f"“{CHANGED}”" in take(qtbot, dialog)
    entry = take_as_it_is(StudyFolder(changed.parent / "by command"))
    assert entry is not None
    (own,) = desk.study.log()
    assert (own.kind, own.details) == (entry.kind, entry.details)
    assert dialog.words.text() == taken_as_it_is(own)
    assert not dialog.take.isVisible()
    assert desk.study.store.changed() == []


def test_nothing_is_taken_without_being_agreed_to(desk: Desk, changed: Path, qtbot: QtBot) -> None:
    desk.open_study(changed)
    dialog = shown(qtbot, desk, changed)
    take(qtbot, dialog, agreed=False)
    assert log_of(desk.study) == []
    assert desk.study.store.changed()
    assert dialog.take.isVisible()


def test_it_is_not_offered_where_there_is_nothing_to_take(
    desk: Desk, study: Path, qtbot: QtBot
) -> None:
    desk.open_study(study)
    assert not shown(qtbot, desk, study).take.isVisible()


def test_not_while_a_session_runs(desk: Desk, changed: Path, qtbot: QtBot) -> None:
    desk.open_study(changed)
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    dialog = shown(qtbot, desk, changed)
    take(qtbot, dialog)
    assert dialog.words.text().startswith("A session or training of this study is running")
    assert desk.session_is_running
    assert log_of(desk.study) == []


@pytest.mark.parametrize("act", ["take", "restore"])
def test_not_while_groups_are_imported(desk: Desk, changed: Path, qtbot: QtBot, act: str) -> None:
    desk.open_study(changed)
    desk.study.store.back_up(Occasion.HAND)
    desk.is_importing = True
    dialog = shown(qtbot, desk, changed)
    press(qtbot, dialog, dialog.take if act == "take" else dialog.act)
    looked(qtbot, dialog)
    assert dialog.words.text().startswith("Groups are being imported")
    assert log_of(desk.study) == []
    desk.is_importing = False


def test_a_study_that_is_not_opened_can_be_taken(
    window: ControlWindow, older: Path, qtbot: QtBot
) -> None:
    assert window._actions is not None
    window._actions.open(older)
    assert "lacks 1 change" in window.banner.text
    assert "take it as it is (File, Backups, or:" in window.banner.text
    dialog = BackupsDialog(desk_of(window), older, window)
    dialog.show()
    looked(qtbot, dialog)
    assert LOST in dialog.words.text()
    assert LOST in take(qtbot, dialog)
    assert log_of(desk_of(window).study) == [LogKind.TAKEN_AS_IT_IS]
    assert not window.banner.isVisible()  # what it said is so no longer
    dialog.close()


def test_the_banner_names_the_way_and_is_gone_after_it(
    window: ControlWindow, changed: Path, qtbot: QtBot
) -> None:
    desk_of(window).open_study(changed)
    assert "take the study as it is (File, Backups, or:" in window.banner.text
    dialog = BackupsDialog(desk_of(window), changed, window)
    dialog.show()
    looked(qtbot, dialog)
    take(qtbot, dialog)
    assert not window.banner.isVisible()
    dialog.close()


def test_a_study_beside_the_open_one_can_be_chosen(
    desk: Desk, older: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = playable_study(tmp_path / "sound", 4)
    desk.open_study(sound)
    dialog = shown(qtbot, desk, sound)
    assert dialog.focusWidget() is dialog.found  # Enter chooses no other study
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(older))
    dialog.other.click()
    assert dialog.windowTitle() == "Backups of study"
    looked(qtbot, dialog)
    take(qtbot, dialog)
    assert desk.study.store.folder.path == older


def test_a_backup_that_holds_the_change_is_said_to(desk: Desk, changed: Path, qtbot: QtBot) -> None:
    desk.open_study(changed)
    desk.study.store.back_up(Occasion.HAND)
    dialog = shown(qtbot, desk, changed)
    press(qtbot, dialog, dialog.act)
    assert dialog.words.text().startswith("The study was restored from")
    looked(qtbot, dialog)
    assert dialog.words.text().endswith(CHANGED)
    assert dialog.take.isVisible()


def test_where_nobody_can_tell_it_is_not_said_to_differ(
    desk: Desk, study: Path, qtbot: QtBot
) -> None:
    (study / "study.mark").unlink()
    desk.open_study(study)
    dialog = shown(qtbot, desk, study)
    assert "Its file study.mark was lost or could not be read." in dialog.words.text()
    assert "not as it was saved" not in dialog.words.text()
    take(qtbot, dialog)
    assert log_of(desk.study) == [LogKind.TAKEN_AS_IT_IS]
    looked(qtbot, dialog)
    assert not dialog.take.isVisible()
