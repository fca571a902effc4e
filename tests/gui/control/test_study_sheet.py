"""The Study page shows settings and texts; studies are duplicated and deleted from the window."""

from pathlib import Path

import pytest
from desk_in_window import desk_of
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.storage.store import Store
from hcmd_lab.texts.shipped import copy_texts
from ui.control import study_actions
from ui.control.desk import Desk
from ui.control.duplicate_dialog import DuplicateDialog
from ui.control.preferences import Preferences
from ui.control.session.script_preview import ScriptPreview
from ui.control.study.study_sheet import StudyAct
from ui.control.study_panel import StudyPanel
from ui.control.window import ControlWindow
from ui.look.selectable_text import SelectableText


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ControlWindow:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    made.take(Desk(made))
    made.show()
    return made


def panel_of(window: ControlWindow) -> StudyPanel:
    panel = window.findChild(StudyPanel)
    assert panel is not None
    return panel


def words(widget: QWidget) -> str:
    told = [*widget.findChildren(QLabel), *widget.findChildren(SelectableText)]
    return " | ".join(each.text() for each in told)


def test_settings_that_differ_from_the_preset_are_marked(
    window: ControlWindow, study: Path
) -> None:
    desk_of(window).open_study(study)
    sheet = panel_of(window).sheet
    assert sheet.settings is not None
    assert set(sheet.settings.marked) == {"participants", "groups"}
    assert "2 settings differ from the preset “Quick”" in words(sheet)
    assert "● 4, 4 groups  (usually 15, 15 groups)" in words(sheet)
    assert str(study) in words(sheet)
    sheet.settings.search.field.setText("learning_rate")
    shown = [each.text() for each in sheet.settings.findChildren(QLabel) if each.isVisible()]
    assert "Learning rate" in shown
    assert "Groups per iteration" not in shown


def test_texts_are_told_by_language_and_previewed(window: ControlWindow, study: Path) -> None:
    copy_texts(study, ("de",))
    desk_of(window).open_study(study)
    sheet = panel_of(window).sheet
    assert "The study has its own texts. Languages: Deutsch." in words(sheet)
    sheet.preview.click()
    [preview] = sheet.findChildren(ScriptPreview)
    titles = [preview.script.pages.item(n).text() for n in range(preview.script.pages.count())]
    assert titles[:2] == ["Consent", "Instructions 1"]


def test_a_study_is_duplicated_from_its_page(
    window: ControlWindow, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    monkeypatch.setattr(desk.training, "start", lambda step: None)
    desk.open_study(study)
    panel_of(window).sheet.duplicate.click()
    [dialog] = window.findChildren(DuplicateDialog)
    assert not dialog.texts.isEnabled(), "it has none of its own"
    dialog.folder.setText(str(tmp_path / "copy"))
    dialog.act.click()
    assert desk.study.store.folder.path == tmp_path / "copy"
    assert desk.study.settings.name == "Public Investment Game (copy)"
    assert desk.study.settings.groups == (4, 4)


def test_what_a_duplicate_cannot_be_is_said_before_it_closes(
    window: ControlWindow, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = DuplicateDialog(study, "study", window)
    dialog.show()
    dialog.name.selectAll()
    dialog.name.insert("long " * 2000)
    dialog.name.textEdited.emit(dialog.name.text())
    assert not dialog.act.isEnabled()
    assert "Too long" in dialog.name.told.text()
    dialog.name.setText("Another")
    dialog.name.textEdited.emit("Another")
    assert dialog.act.isEnabled()
    for folder, told in (
        (str(study), "is not empty"),
        ("x" * 10_000, "too long"),
        (f"{tmp_path}/{'y' * 300}/study", "too long"),
        ("", "Choose a folder"),
    ):
        dialog.folder.setText(folder)
        dialog.act.click()
        assert told in dialog.problem.text()
        assert dialog.isVisible()


@pytest.mark.parametrize("sure", [True, False])
def test_a_study_is_deleted_from_the_welcome_page(
    window: ControlWindow,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
    sure: bool,
    opened_files: list[str],
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, title: str, sentence: str, *_: str, cancel_text: str) -> bool:
        asked.extend((title, sentence, cancel_text))
        return sure

    monkeypatch.setattr(study_actions, "confirm", answer)
    monkeypatch.setenv("XDG_DATA_HOME", str(study.parent / "data"))
    desk_of(window).open_study(study)
    desk_of(window).close_study()
    [line] = window.welcome._lines
    [more] = [each for each in line.children() if each.metaObject().className() == "QToolButton"]
    menu = more.menu()
    menu.aboutToShow.emit()
    _duplicate, show, delete = menu.actions()
    show.trigger()
    assert opened_files == [str(study)]
    delete.trigger()
    assert asked[0] == "Delete the study “Public Investment Game”?"
    assert "holds 0 sessions, 0 groups, 1 training step and 0 labels" in asked[1]
    assert str(study) in asked[1]
    assert study.exists() is not sure
    assert window.welcome._rows == [] if sure else len(window.welcome._rows) == 1


def test_those_that_are_left_keep_their_names_and_the_keyboard(
    window: ControlWindow, study: Path, qtbot: QtBot
) -> None:
    assert window.welcome.isVisible()
    window.welcome.show_recent([study])  # as after another one was deleted
    (row,) = window.welcome._rows
    qtbot.waitUntil(lambda: "Public Investment Game" in row.accessibleName())
    assert window.focusWidget() is row


def test_a_study_in_a_session_is_not_deleted(
    window: ControlWindow, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    desk.open_study(study)
    desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    panel_of(window).sheet.delete.click()
    assert "end it before you delete the study" in words(window.banner)
    desk.close_study()
    monkeypatch.setattr(study_actions, "confirm", lambda *_, **__: True)
    with Store.open(study):  # as another program has it
        window.welcome.act_requested.emit(StudyAct.DELETE, study)
    assert "already open in another window" in words(window.banner)
    assert study.exists()
