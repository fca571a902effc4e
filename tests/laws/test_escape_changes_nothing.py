"""Escape closes every dialog, whatever was typed and chosen in it, and nothing has come of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from dialog_classes import dialogs
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from told_studies import CASES, Bookshelf

from hcmd_lab.hosting.participant_file import parse_table
from hcmd_lab.storage.importers.column_map import ColumnMap
from hcmd_lab.study.status import Step
from ui.control.backups_dialog import BackupsDialog
from ui.control.confirm import Question
from ui.control.data.column_dialog import ColumnDialog
from ui.control.data.import_dialog import ImportDialog
from ui.control.data.package_question import PackageQuestion
from ui.control.data.privacy_desk import PrivacyDesk
from ui.control.desk import Desk
from ui.control.duplicate_dialog import DuplicateDialog
from ui.control.gate_dialog import GateDialog
from ui.control.mechanisms.ask_number import NumberQuestion
from ui.control.mechanisms.family_dialog import FamilyDialog
from ui.control.mechanisms.take_dialog import TakeDialog
from ui.control.new_study_dialog import NewStudyDialog
from ui.control.preferences import Preferences
from ui.control.session.ask_text import TextQuestion
from ui.control.session.attendance_question import AttendanceQuestion
from ui.control.session.participant_list_question import ParticipantListQuestion
from ui.control.study.add_iteration import IterationDialog
from ui.control.study.go_back_dialog import GoBackDialog
from ui.control.study.power_dialog import PowerDialog
from ui.control.study.registration_dialog import RegistrationDialog
from ui.control.study.take_again_dialog import TakeAgainDialog
from ui.control.support_dialog import SupportDialog
from ui.control.training.explain_dialog import ExplainDialog
from ui.control.update_dialog import UpdateDialog
from ui.control.window import ControlWindow
from ui.look.bounded_line import BoundedLine

Make = Callable[[Desk, QWidget], QDialog]


def place(desk: Desk) -> Path:
    return desk.study.store.folder.path


def said(_text: str) -> str:
    return ""


LIST = parse_table("label;seat\nAnn;1\nBen;2\n", "list.csv")

MADE: dict[type[QDialog], Make] = {
    BackupsDialog: lambda desk, window: BackupsDialog(desk, place(desk), window),
    Question: lambda _, window: Question(window, "Title", "Words", "Act", danger=True),
    ColumnDialog: lambda desk, window: ColumnDialog(["group"], ColumnMap(), place(desk), window),
    ImportDialog: lambda desk, window: ImportDialog(desk.study.game, desk.study.status(), window),
    PackageQuestion: lambda _, window: PackageQuestion(1, window),
    PrivacyDesk: PrivacyDesk,
    DuplicateDialog: lambda desk, window: DuplicateDialog(place(desk), "study", window),
    GateDialog: lambda desk, window: GateDialog(desk, "", window),
    NumberQuestion: lambda _, window: NumberQuestion(window, "Title", "Words", "Act", 9),
    FamilyDialog: lambda desk, window: FamilyDialog(desk.study.game, window, judge=said),
    TakeDialog: lambda desk, window: TakeDialog(place(desk), window, judge=said),
    NewStudyDialog: lambda _, window: NewStudyDialog(window),
    TextQuestion: lambda _, window: TextQuestion(window, "Title", "Words", "Act", BoundedLine(9)),
    AttendanceQuestion: lambda _, window: AttendanceQuestion(window),
    ParticipantListQuestion: lambda _, window: ParticipantListQuestion(
        LIST, lambda _label: False, window
    ),
    IterationDialog: lambda desk, window: IterationDialog(desk.study.settings, window),
    GoBackDialog: GoBackDialog,
    PowerDialog: lambda desk, window: PowerDialog(desk.study.game, window),
    RegistrationDialog: RegistrationDialog,
    TakeAgainDialog: lambda _, window: TakeAgainDialog(window, Step.OPTIMIZE, 9),
    SupportDialog: lambda desk, window: SupportDialog(place(desk), window),
    ExplainDialog: ExplainDialog,
    UpdateDialog: UpdateDialog,
}

OF_A_SESSION = {"ParticipantListDesk", "PaymentQuestion", "SimulatedQuestion"}
"""They ask while a session runs; each has tests of its own."""

TELLING = {
    "AboutDialog", "FaultDialog", "NotOpenedDialog", "ProblemDialog", "Projector", "RoomDialog",
    "ScriptPreview", "SessionReview",
}  # fmt: skip
"""They tell something, and have nothing that could be chosen."""

WORKING = {"BundleStartDialog"}
"""Escape ends its work, which has a test of its own."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Bookshelf:
    return Bookshelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shelf: Bookshelf) -> Iterator[ControlWindow]:
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.take(desk)
    made.show()
    (told,) = (each for each in CASES if each.name == "preferred, people")
    desk.open_study(shelf.study(told))
    yield made
    desk.close_study()


def kept(desk: Desk) -> tuple[list[str], set[Path]]:
    """All rows of the study, and its files."""
    store = desk.study.store
    rows = list(store._database.sqlite.conn.iterdump())
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
    known = {each.__name__ for each in MADE} | OF_A_SESSION | TELLING | WORKING
    assert {each.name for each in dialogs().values()} == known


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_escape_changes_nothing(window: ControlWindow, kind: type[QDialog]) -> None:
    desk = desk_of(window)
    before = kept(desk)
    dialog = MADE[kind](desk, window)
    dialog.open()
    heard = told_by(dialog)
    fill_in(dialog)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected.value
    assert heard == []
    assert kept(desk) == before
