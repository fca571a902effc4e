"""A dialog closes at once, whatever is read, drawn or copied beside it just then."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from desk_in_window import desk_of
from dialog_classes import dialogs
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from told_studies import CASES, Bookshelf

from hcmd_lab.storage.backup_places import Occasion
from ui.control import background
from ui.control.background import Background, OnProgress
from ui.control.backups_dialog import BackupsDialog
from ui.control.bundle_start_dialog import BundleStartDialog
from ui.control.data.import_dialog import ImportDialog
from ui.control.desk import Desk
from ui.control.gate_dialog import GateDialog
from ui.control.mechanisms.family_dialog import FamilyDialog
from ui.control.mechanisms.take_dialog import TakeDialog
from ui.control.preferences import Preferences
from ui.control.study.go_back_dialog import GoBackDialog
from ui.control.support_dialog import SupportDialog
from ui.control.training.explain_dialog import ExplainDialog
from ui.control.update_dialog import UpdateDialog
from ui.control.window import ControlWindow

ENOUGH_MS = 20_000
ENOUGH_S = 20.0


class Held:
    """Work beside the window stands still, as on a disk that hangs, until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = Event(), Event()
        start = Background.start

        def held(task: Background[object]) -> None:
            work = task._work

            def standing(on_progress: OnProgress) -> object:
                self.begun.set()
                assert self.go.wait(ENOUGH_S)
                return work(on_progress)

            monkeypatch.setattr(task, "_work", standing)
            start(task)

        monkeypatch.setattr(Background, "start", held)


Begin = Callable[[Desk, QWidget, Path, Held], QDialog]


def said(_text: str) -> str:
    return ""


def folder(desk: Desk) -> Path:
    return desk.study.store.folder.path


def backups(desk: Desk, window: QWidget, _place: Path, held: Held) -> BackupsDialog:
    """The dialog once it has compared the study with its backups."""
    held.go.set()
    dialog = BackupsDialog(desk, folder(desk), window)
    while dialog.look.is_looking:
        QCoreApplication.processEvents()
    held.go.clear()
    held.begun.clear()
    return dialog


def copying(*given: object) -> QDialog:
    dialog = backups(*given)  # type: ignore[arg-type]
    dialog.make.click()
    return dialog


def bringing(*given: object) -> QDialog:
    dialog = backups(*given)  # type: ignore[arg-type]
    dialog.checkpoints.click()
    return dialog


def packing(desk: Desk, window: QWidget, place: Path, _held: Held) -> QDialog:
    dialog = SupportDialog(folder(desk), window)
    dialog.write(place / "support.zip")
    return dialog


def foreseeing(desk: Desk, window: QWidget, _place: Path, _held: Held) -> QDialog:
    dialog = GateDialog(desk, "", window)
    dialog._look_ahead()
    return dialog


def drawing(desk: Desk, window: QWidget, _place: Path, _held: Held) -> QDialog:
    dialog = FamilyDialog(desk.study.game, window, judge=said)
    dialog.own.setValue(0.3)
    dialog._draw()
    return dialog


def listing(desk: Desk, window: QWidget, _place: Path, _held: Held) -> QDialog:
    dialog = TakeDialog(folder(desk), window, judge=said)
    dialog.read(folder(desk))
    return dialog


def importing(desk: Desk, window: QWidget, place: Path, _held: Held) -> QDialog:
    dialog = ImportDialog(desk.study.game, desk.study.status(), window)
    dialog.file.setText(str(place / "played.csv"))
    dialog.read()
    return dialog


def checking(desk: Desk, window: QWidget, place: Path, _held: Held) -> QDialog:
    dialog = UpdateDialog(desk, window)
    dialog.choose(place)
    return dialog


def going_back(desk: Desk, window: QWidget, _place: Path, _held: Held) -> QDialog:
    dialog = GoBackDialog(desk, window)
    dialog.reason.setText("The rule was wrong")
    dialog.act.click()
    return dialog


def starting(_desk: Desk, window: QWidget, place: Path, _held: Held) -> QDialog:
    dialog = BundleStartDialog(place / "theirs.hcmd", place / "new", window)
    dialog.begin()
    return dialog


BEGUN: dict[str, tuple[type[QDialog], Begin]] = {
    "compares a study with its backups": (
        BackupsDialog, lambda desk, window, *_: BackupsDialog(desk, folder(desk), window)
    ),
    "makes a backup": (BackupsDialog, copying),
    "brings back checkpoints": (BackupsDialog, bringing),
    "writes a support file": (SupportDialog, packing),
    "lets models play": (GateDialog, foreseeing),
    "draws a mechanism": (FamilyDialog, drawing),
    "lists another study's mechanisms": (TakeDialog, listing),
    "reads a file": (ImportDialog, importing),
    "checks an update": (UpdateDialog, checking),
    "makes the backup before going back": (GoBackDialog, going_back),
    "explains a mechanism": (ExplainDialog, lambda desk, window, *_: ExplainDialog(desk, window)),
    "makes a study": (BundleStartDialog, starting),
}  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shelf: Bookshelf) -> Iterator[ControlWindow]:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    (told,) = (each for each in CASES if each.name == "preferred, people")
    desk.open_study(shelf.study(told))
    desk.study.store.back_up(Occasion.HAND)
    yield made
    desk.close_study()


def begins_work(dialog: ast.ClassDef) -> bool:
    named = {each.id for each in ast.walk(dialog) if isinstance(each, ast.Name)}
    return not named.isdisjoint({"Background", "BackupLook"})


def test_every_dialog_with_work_beside_it_is_known() -> None:
    working = {each.name for each in dialogs().values() if begins_work(each)}
    assert working == {kind.__name__ for kind, _ in BEGUN.values()}


@pytest.mark.parametrize("name", BEGUN)
def test_it_closes_while_its_work_stands_still(
    qtbot: QtBot, window: ControlWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    held = Held(monkeypatch)
    kind, begin = BEGUN[name]
    dialog = begin(desk_of(window), window, tmp_path, held)
    assert isinstance(dialog, kind)
    dialog.finished.connect(dialog.deleteLater)  # as whoever opens one does
    dialog.open()
    qtbot.waitUntil(held.begun.is_set, timeout=ENOUGH_MS)
    late = Timer(ENOUGH_S / 4, held.go.set)
    late.start()
    dialog.reject()
    assert dialog.isHidden()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    waited = held.go.is_set()
    late.cancel()
    held.go.set()
    qtbot.waitUntil(lambda: not background._without_owner, timeout=ENOUGH_MS)
    assert not waited, "the window waited for the work"
