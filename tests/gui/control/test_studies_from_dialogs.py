"""A dialog that describes a study keeps what was typed until the study has been made."""

from pathlib import Path

import pretended_training
import pytest
from desk_in_window import desk_of
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.errors import OperatorError
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.control.duplicate_dialog import DuplicateDialog
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.preferences import Preferences
from ui.control.study_actions import StudyActions
from ui.control.window import ControlWindow

ENOUGH_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ControlWindow:
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    made.take(Desk(made))
    made.show()
    desk_of(made).open_study(playable_study(tmp_path / "study", 4))
    return made


def described(window: ControlWindow, kind: str, folder: Path) -> NewStudyDialog | DuplicateDialog:
    """A dialog that is filled in, but for the last click."""
    actions = window.findChild(StudyActions)
    assert actions is not None
    dialog: NewStudyDialog | DuplicateDialog
    if kind == "new":
        actions.make()
        (dialog,) = window.findChildren(NewStudyDialog)
    else:
        actions._ask_how_to_duplicate(desk_of(window).study.store.folder.path)
        (dialog,) = window.findChildren(DuplicateDialog)
    dialog.folder.setText(str(folder))
    return dialog


def go(dialog: NewStudyDialog | DuplicateDialog) -> None:
    (dialog.create_button if isinstance(dialog, NewStudyDialog) else dialog.act).click()


@pytest.mark.parametrize("kind", ["new", "duplicate"])
def test_a_study_that_cannot_be_made_is_told_where_it_was_described(
    window: ControlWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    desk = desk_of(window)
    before = desk.study

    def fail(*_: object, **__: object) -> None:
        raise OperatorError("The disk has gone.")

    for name in ("create_study", "duplicate_study"):
        monkeypatch.setattr(desk, name, fail)
    dialog = described(window, kind, tmp_path / "another")
    go(dialog)
    assert dialog.isVisible()
    assert dialog.isEnabled()
    shown = dialog.problem if isinstance(dialog, DuplicateDialog) else dialog._problem
    assert shown.text() == "The disk has gone."
    assert desk.study is before


@pytest.mark.parametrize("kind", ["new", "duplicate"])
@pytest.mark.parametrize("agreed", [True, False])
def test_whoever_keeps_the_open_study_keeps_what_was_typed(
    qtbot: QtBot,
    window: ControlWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    agreed: bool,
) -> None:
    desk = desk_of(window)
    play_simulated(desk.study, "acquire", 4)
    with qtbot.waitSignal(desk.training.progressed, timeout=ENOUGH_MS):
        desk.training.start(Step.MODEL)
    above: list[object] = []

    def answer(parent: object, *_: object, **__: object) -> bool:
        above.append(parent)
        return agreed

    monkeypatch.setattr("ui.control.departure.confirm", answer)
    dialog = described(window, kind, tmp_path / "another")
    monkeypatch.setattr(desk.training, "start", lambda step: None)
    go(dialog)
    assert above == [dialog]
    assert dialog.isVisible()
    assert dialog.isEnabled() is not agreed
    if agreed:
        closed: list[int] = []
        dialog.finished.connect(closed.append)
        qtbot.waitUntil(lambda: bool(closed), timeout=ENOUGH_MS)
        assert closed == [QDialog.DialogCode.Accepted.value]
        assert desk.study.store.folder.path == tmp_path / "another"
    else:
        assert desk.training.running is not None
        assert dialog.folder.text() == str(tmp_path / "another")


def test_a_dialog_that_is_closed_while_training_saves_makes_nothing(
    qtbot: QtBot, window: ControlWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    play_simulated(desk.study, "acquire", 4)
    with qtbot.waitSignal(desk.training.progressed, timeout=ENOUGH_MS):
        desk.training.start(Step.MODEL)
    monkeypatch.setattr("ui.control.departure.confirm", lambda *_, **__: True)
    dialog = described(window, "new", tmp_path / "another")
    go(dialog)
    dialog.close()
    qtbot.waitUntil(lambda: desk.opened is None, timeout=ENOUGH_MS)
    assert not (tmp_path / "another").exists()
