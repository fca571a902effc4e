"""Keys in every dialog: Escape closes it and nothing has come of it; Enter presses what has it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from dialog_classes import dialogs
from made_dialogs import MADE, OF_A_SESSION, host
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot
from told_studies import CASES, Bookshelf

from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.window import ControlWindow

TELLING = {
    "AboutDialog", "FaultDialog", "NotOpenedDialog", "ProblemDialog", "Projector", "RoomDialog",
    "ScriptPreview", "SessionReview",
}  # fmt: skip
"""They tell something, and have nothing that could be chosen."""

WORKING = {"BundleStartDialog"}
"""Escape ends its work, which has a test of its own."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shelf: Bookshelf) -> Iterator[ControlWindow]:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.show()
    (told,) = (each for each in CASES if each.name == "preferred, people")
    desk.open_study(shutil.copytree(shelf.study(told), tmp_path / "study"))
    yield made
    desk.close_study()


def kept(desk: Desk) -> tuple[list[str], set[Path]]:
    """All rows of the study, but for a session's time, and its files."""
    store = desk.study.store
    dumped = store._database.sqlite.conn.iterdump()
    rows = [row for row in dumped if not row.startswith('INSERT INTO "clock"')]
    return rows, {each for each in store.folder.path.rglob("*") if not each.name.endswith("-shm")}


def fill_in(dialog: QDialog) -> None:
    """Choose and type something else wherever that can be done."""
    for spin in dialog.findChildren(QAbstractSpinBox):
        spin.stepUp()
    for box in dialog.findChildren(QComboBox):
        box.setCurrentIndex(box.count() - 1)
        box.activated.emit(box.currentIndex())
    for button in dialog.findChildren(QAbstractButton):
        if button.isCheckable() and button.isVisible():
            button.click()
    for line in dialog.findChildren(QLineEdit):
        if not isinstance(line.parent(), QAbstractSpinBox | QComboBox):
            line.setFocus()
            QTest.keyClicks(line, " typed")


def told_by(dialog: QDialog) -> list[str]:
    """The signals that a dialog's own class declares, as they are emitted from now on."""
    heard: list[str] = []
    for name, declared in vars(type(dialog)).items():
        if isinstance(declared, Signal):
            getattr(dialog, name).connect(lambda *_, name=name: heard.append(name))
    return heard


def test_every_dialog_is_known() -> None:
    known = {each.__name__ for each in MADE | OF_A_SESSION} | TELLING | WORKING
    assert {each.name for each in dialogs().values()} == known


@pytest.mark.parametrize("kind", MADE | OF_A_SESSION, ids=lambda kind: kind.__name__)
def test_escape_changes_nothing(window: ControlWindow, kind: type[QDialog]) -> None:
    desk = desk_of(window)
    if kind in OF_A_SESSION:
        host(desk, "Ann", "Ben")
    before = kept(desk)
    dialog = (MADE | OF_A_SESSION)[kind](desk, window)
    dialog.open()
    heard = told_by(dialog)
    fill_in(dialog)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected.value
    assert heard == []
    assert kept(desk) == before


def review(desk: Desk, window: ControlWindow) -> SessionReview:
    session = desk.study.store.sessions.all()[0].code
    made = SessionReview(desk, session, window)
    made.show_page(ReviewPage.PAYMENTS)
    return made


@pytest.mark.parametrize("kind", {**MADE, **OF_A_SESSION, SessionReview: review})
def test_enter_presses_no_other_button_than_the_one_with_the_keyboard(
    window: ControlWindow, kind: type[QDialog]
) -> None:
    desk = desk_of(window)
    if kind in OF_A_SESSION:
        host(desk, "Ann", "Ben")
    dialog = {**MADE, **OF_A_SESSION, SessionReview: review}[kind](desk, window)
    dialog.open()
    pressed: list[QPushButton] = []
    buttons = [
        each for each in dialog.findChildren(QPushButton) if each.isVisible() and not each.menu()
    ]
    for button in buttons:
        button.clicked.disconnect()
        button.clicked.connect(lambda *_, button=button: pressed.append(button))
    for button in buttons:
        if not button.isEnabled():
            continue
        button.setFocus()
        pressed.clear()
        QTest.keyClick(button, Qt.Key.Key_Return)
        if button.property("kind") in (
            "primary",
            "danger",
        ):  # of a question, Enter is the safe side
            assert len(pressed) <= 1
        else:
            assert pressed == [button]
    dialog.reject()
