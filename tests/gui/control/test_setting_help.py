"""The "?" beside every setting leads to where the manual explains it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.settings import describe
from hcmd_lab.study.settings import StudySettings
from ui.control.session.participant_list_card import ParticipantListCard
from ui.control.setting_groups import PAYMENT, SCRIPT, SESSION, STUDY
from ui.control.setting_help import SettingHelp
from ui.control.settings_form import SettingsForm

ROOT = Path(__file__).parents[3]
HEADINGS = {
    StudySettings: STUDY,
    SessionSettings: SESSION,
    ScriptSettings: SCRIPT,
    PaymentSettings: PAYMENT,
}
ANCHOR = re.compile(r'<a id="(\w+)"></a>`\1`')


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, opened_files: list[str]) -> list[str]:
    """What has been opened, as `setting/name` of a built manual."""
    pages = tmp_path / "manual" / "setting"
    pages.mkdir(parents=True)
    for settings_class in HEADINGS:
        for each in describe(settings_class):
            (pages / f"{each.name}.html").touch()
    monkeypatch.setattr("ui.control.manual.RESOURCES", tmp_path)
    return opened_files


def names(opened: list[str]) -> list[str]:
    return [Path(each).stem for each in opened]


def test_every_setting_has_one_place_in_the_manual() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    declared = [each.name for each_class in HEADINGS for each in describe(each_class)]
    assert sorted(ANCHOR.findall(page)) == sorted(set(declared)) == sorted(declared)


@pytest.mark.parametrize("settings_class", HEADINGS)
def test_every_row_has_its_mark(
    settings_class: type[object], qtbot: QtBot, opened: list[str]
) -> None:
    form = SettingsForm(describe(settings_class), HEADINGS[settings_class])
    qtbot.addWidget(form)
    form.show()
    spoken = [row.help.accessibleName() for row in form.rows.values()]
    assert len(set(spoken)) == len(spoken)
    for name, row in form.rows.items():
        assert row.help.isVisible()
        assert row.help.accessibleName().startswith(f"{row.field.title.text()}: ")
        row.help.click()
        assert names(opened)[-1] == name


def following(form: SettingsForm, part: QWidget) -> QWidget:
    """What Tab leads to from there."""
    found = part.nextInFocusChain()
    while not (found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisibleTo(form)):
        found = found.nextInFocusChain()
    return found


def test_tab_comes_from_the_field_to_its_mark_and_on_to_the_next(
    qtbot: QtBot, opened: list[str]
) -> None:
    form = SettingsForm(describe(PaymentSettings), PAYMENT)
    qtbot.addWidget(form)
    form.show()
    rows = list(form.rows.values())
    for row, after in pairwise(rows):
        assert following(form, row.field.editor) is row.help
        assert following(form, row.help) is after.field.editor


def test_it_is_pressed_by_mouse_and_keyboard(qtbot: QtBot, opened: list[str]) -> None:
    around = QMainWindow()
    qtbot.addWidget(around)
    elsewhere: list[bool] = []
    general = around.menuBar().addMenu("Help").addAction("Documentation")
    general.setShortcut("F1")
    general.triggered.connect(lambda: elsewhere.append(True))
    form = SettingsForm(describe(SessionSettings), SESSION)
    around.setCentralWidget(form)
    around.show()
    row = form.rows["decide_s"]
    QTest.mouseClick(row.help, Qt.MouseButton.LeftButton)
    QTest.keyClick(row.help, Qt.Key.Key_Space)
    for name in ("decide_s", "auto_start", "dropout"):
        editor = form.fields[name].editor
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_F1)
    assert names(opened) == ["decide_s", "decide_s", "decide_s", "auto_start", "dropout"]
    assert not elsewhere, "the window's own F1 is not pressed as well"


def test_what_stands_in_no_form_has_one_too(qtbot: QtBot, opened: list[str]) -> None:
    card = ParticipantListCard(lambda _: False)
    qtbot.addWidget(card)
    (mark,) = card.findChildren(SettingHelp)
    mark.click()
    assert names(opened) == ["participant_list"]


def test_without_a_manual_there_is_none(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for place in ("RESOURCES", "PARTS"):
        monkeypatch.setattr(f"ui.control.manual.{place}", tmp_path)
    form = SettingsForm(describe(PaymentSettings))
    qtbot.addWidget(form)
    form.show()
    assert not any(row.help.isVisible() for row in form.rows.values())
