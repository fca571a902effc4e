"""Backups in the window: made by themselves and by hand, and restored."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage import sound_backup, unseen_changes
from hcmd_lab.storage.backup_places import Backup, Occasion, backups, place_of
from hcmd_lab.storage.backups import set_place
from hcmd_lab.storage.seals import Place, contents
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tables_from_log import TablesFromLog
from ui.control import background
from ui.control.backup_keeper import BackupKeeper
from ui.control.backups_dialog import BackupsDialog
from ui.control.confirm import Question
from ui.control.desk import Desk


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


@pytest.fixture
def desk(study: Path) -> Iterator[Desk]:
    desk = Desk()
    desk.open_study(study)
    yield desk
    desk.close_study()


def agree() -> None:
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    question.accept()


def looked(qtbot: QtBot, dialog: BackupsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.look.is_looking, timeout=30_000)


def exchanged(qtbot: QtBot, dialog: BackupsDialog) -> None:
    qtbot.waitUntil(dialog.close_it.isEnabled, timeout=30_000)


def test_one_is_made_after_a_session(desk: Desk, study: Path, qtbot: QtBot) -> None:
    keeper = BackupKeeper(desk)
    qtbot.waitUntil(lambda: not backups(StudyFolder(study)), timeout=1000)
    desk.session_ended.emit()
    qtbot.waitUntil(lambda: len(backups(StudyFolder(study))) == 1, timeout=30_000)
    assert backups(StudyFolder(study))[0].occasion is Occasion.SESSION
    qtbot.waitUntil(lambda: keeper._running is None, timeout=30_000)


def test_one_that_cannot_be_made_is_told(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper = BackupKeeper(desk)
    gone = tmp_path / "gone"
    set_place(StudyFolder(study), gone)
    gone.rmdir()
    gone.write_text("in its place")
    with qtbot.waitSignal(desk.failed, timeout=30_000) as told:
        desk.session_ended.emit()
    assert str(gone) in told.args[0]
    assert keeper._running is None


def test_a_backup_is_made_and_restored(desk: Desk, study: Path, qtbot: QtBot) -> None:
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    assert "no backups of this study yet" in dialog.words.text()
    assert not dialog.act.isEnabled()
    dialog.make.click()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=30_000)
    assert dialog.words.text() == "The backup is made."
    looked(qtbot, dialog)
    desk.study.store.facts.set("later", 1)
    QTimer.singleShot(0, agree)
    dialog.act.click()
    exchanged(qtbot, dialog)
    assert dialog.words.text().startswith("The study was restored from")
    assert desk.study.store.facts.get("later") is None


def test_a_damaged_study_can_be_restored_without_being_opened(study: Path, qtbot: QtBot) -> None:
    with Store.open(study) as store:
        store.back_up(Occasion.HAND)
    (study / "study.db").write_bytes(b"rotten" * 1000)
    desk = Desk()
    with pytest.raises(OperatorError):
        desk.open_study(study)
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog, before_close_func=lambda _: desk.close_study())
    looked(qtbot, dialog)
    QTimer.singleShot(0, agree)
    dialog.act.click()
    exchanged(qtbot, dialog)
    assert desk.opened is not None
    assert place_of(StudyFolder(study)) == study / "backups"


def test_nothing_is_compared_in_the_window_s_thread(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.study.store.back_up(Occasion.HAND)
    threads: list[Thread] = []

    def noted(connection: Connection, *rest: Any) -> dict[Place, str]:
        threads.append(current_thread())
        return contents(connection)

    monkeypatch.setattr(unseen_changes, "contents", noted)
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    assert not dialog.look.isHidden()
    looked(qtbot, dialog)
    assert dialog.look.isHidden()
    assert len(threads) == 2, "the study, and its backup"
    assert main_thread() not in threads


def test_a_backup_that_holds_a_change_is_not_the_one_that_is_offered(
    study: Path, qtbot: QtBot
) -> None:
    with Store.open(study) as store:
        sound = store.back_up(Occasion.HAND)
    tamper(study, "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key='settings'")
    with Store.open(study) as store:
        store.back_up(Occasion.HAND)
    desk = Desk()
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog, before_close_func=lambda _: desk.close_study())
    looked(qtbot, dialog)
    assert "1 newer backup does not hold the study as it was saved" in dialog.flaws.text()
    newest, chosen = dialog.found.item(0), dialog.found.currentItem()
    assert "another program had changed the study’s note “settings”" in newest.text()
    assert str(sound.path) in chosen.text()
    QTimer.singleShot(0, agree)
    dialog.act.click()
    exchanged(qtbot, dialog)
    looked(qtbot, dialog)
    assert "This study is not as it was saved" not in dialog.words.text()


def test_one_that_was_not_looked_at_is_looked_at_before_it_is_restored(
    study: Path, qtbot: QtBot
) -> None:
    tamper(study, "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key='settings'")
    with Store.open(study) as store:
        store.back_up(Occasion.HAND)
        store.take_as_it_is()
        store.back_up(Occasion.HAND)
    desk = Desk()
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog, before_close_func=lambda _: desk.close_study())
    looked(qtbot, dialog)
    assert dialog.flaws.isHidden()
    dialog.found.setCurrentRow(1)
    asked: list[str] = []

    def decline() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question.accessibleDescription())
        question.cancel.click()

    # The question is open until it is answered: its signal comes before, and answers it.
    dialog.look.examined.disconnect()
    dialog.look.examined.connect(lambda _: QTimer.singleShot(0, decline))
    dialog.look.examined.connect(dialog._on_examined)
    dialog.act.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
    assert "another program had changed the study’s note “settings”" in asked[0]
    assert desk.opened is None
    looked(qtbot, dialog)


def test_missing_checkpoints_come_back_alone(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.study.store.back_up(Occasion.HAND)
    desk.study.store.facts.set("later", 1)
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    assert dialog.found.wordWrap(), "why a backup is passed over is read without scrolling"
    dialog.checkpoints.click()
    qtbot.waitUntil(dialog.checkpoints.isEnabled, timeout=30_000)
    assert dialog.words.text() == "No checkpoint that the backups hold is missing here or damaged."
    (checkpoint,) = (study / "checkpoints").glob("*.safetensors")
    checkpoint.unlink()
    dialog.checkpoints.click()
    qtbot.waitUntil(dialog.checkpoints.isEnabled, timeout=30_000)
    assert dialog.words.text() == "1 checkpoint was brought back."
    assert checkpoint.exists()
    assert desk.study.store.facts.get("later") == 1, "nothing else was restored"


def test_the_window_answers_while_a_study_is_restored(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.study.store.back_up(Occasion.HAND)
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    threads, has_answered = [], Event()

    def mend(_tables: TablesFromLog, on_sessions: Callable[[int, int], None]) -> bool:
        threads.append(current_thread())
        on_sessions(3, 8)
        assert has_answered.wait(30), "the window did nothing meanwhile"
        return True

    monkeypatch.setattr(sound_backup, "_STEPS_OF_SQLITE", 10)  # as of a large study
    monkeypatch.setattr(TablesFromLog, "mend", mend)
    QTimer.singleShot(0, agree)
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog.look.progress.value() == 3, timeout=30_000)
    assert dialog.look.words.text() == "The study is being restored."
    assert (dialog.look.isHidden(), dialog.look.progress.maximum()) == (False, 8)
    assert desk.opened is None
    with pytest.raises(OperatorError, match="A study is being restored"):
        desk.open_study(study)
    buttons = (dialog.make, dialog.act, dialog.take, dialog.checkpoints, dialog.other, dialog.place)
    assert not any(each.isEnabled() for each in (*buttons, dialog.close_it))
    dialog.show()
    dialog.reject()
    assert dialog.isVisible(), "it stays until the study is open again"
    has_answered.set()
    exchanged(qtbot, dialog)
    assert main_thread() not in threads
    assert dialog.words.text().startswith("The study was restored from")
    assert "made again from its log" in dialog.words.text()
    assert desk.opened is not None
    assert not desk.is_restoring


def test_a_study_that_cannot_be_restored_is_open_again(
    desk: Desk, study: Path, qtbot: QtBot
) -> None:
    backup = desk.study.store.back_up(Occasion.HAND)
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    backup.path.write_bytes(b"rotten" * 1000)
    QTimer.singleShot(0, agree)
    dialog.act.click()
    exchanged(qtbot, dialog)
    assert "choose another backup" in dialog.words.text()
    assert desk.study.store.folder.path == study


@pytest.mark.parametrize("fails", [False, True])
def test_a_backup_goes_on_when_the_dialog_is_closed(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    dialog = BackupsDialog(desk, study)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    go_on, begun, real = Event(), Event(), Store.back_up

    def back_up(store: Store, occasion: Occasion) -> Backup:
        begun.set()
        assert go_on.wait(30)
        if fails:
            raise OperatorError("The place is gone.")
        return real(store, occasion)

    monkeypatch.setattr(Store, "back_up", back_up)
    told: list[str] = []
    desk.failed.connect(told.append)
    dialog.make.click()
    assert "This goes on if you close this window." in dialog.words.text()
    qtbot.waitUntil(begun.is_set, timeout=30_000)
    dialog.reject()
    go_on.set()
    if fails:
        qtbot.waitUntil(lambda: told == ["The place is gone."], timeout=30_000)
    else:
        qtbot.waitUntil(lambda: len(backups(StudyFolder(study))) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: not background._without_owner, timeout=30_000)
    assert told == (["The place is gone."] if fails else [])


def test_those_from_before_the_folder_was_renamed_can_be_chosen(
    tmp_path: Path, study: Path, qtbot: QtBot
) -> None:
    with Store.open(study) as store:
        set_place(store.folder, tmp_path / "second disk")
        made = store.back_up(Occasion.HAND).path
    renamed = study.rename(tmp_path / "main study")
    dialog = BackupsDialog(Desk(), renamed)
    qtbot.addWidget(dialog)
    looked(qtbot, dialog)
    assert "1 backup was made when its folder had another name" in dialog.words.text()
    (item,) = (dialog.found.item(row) for row in range(dialog.found.count()))
    assert made.name in item.text()
    assert dialog.found.chosen is None, "none of them is taken unasked"
    assert not dialog.act.isEnabled()
    dialog.found.setCurrentRow(0)
    assert dialog.found.chosen == made
    assert dialog.act.isEnabled()
