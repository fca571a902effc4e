"""Each dialog of the control window that asks, as the window makes it for an open study."""

from collections.abc import Callable
from pathlib import Path

from network_lab import HOME
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.game import events as ev
from hcmd_lab.game.payment_list import payment_rows
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.state import SessionState
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
from ui.control.session.ask_text import TextQuestion
from ui.control.session.attendance_question import AttendanceQuestion
from ui.control.session.participant_list_desk import ParticipantListDesk
from ui.control.session.participant_list_question import ParticipantListQuestion
from ui.control.session.payment_question import PaymentQuestion
from ui.control.session.simulated_question import SimulatedQuestion
from ui.control.study.add_iteration import IterationDialog
from ui.control.study.go_back_dialog import GoBackDialog
from ui.control.study.power_dialog import PowerDialog
from ui.control.study.registration_dialog import RegistrationDialog
from ui.control.study.take_again_dialog import TakeAgainDialog
from ui.control.support_dialog import SupportDialog
from ui.control.training.explain_dialog import ExplainDialog
from ui.control.update_dialog import UpdateDialog
from ui.look.bounded_line import BoundedLine

Make = Callable[[Desk, QWidget], QDialog]


def place(desk: Desk) -> Path:
    return desk.study.store.folder.path


def host(desk: Desk, *listed: str) -> None:
    """Host a pilot with a participant list, whose first participant came and was turned away."""
    rules = parse_rules({"participant_list": True, "show_up_fee": 4.0}, GAME_ALONE)
    desk.open_session("pilot", 2, rules, participant_list=listed, address=HOME, port=0, exit_pin="")
    assert desk.host is not None
    desk.host.runner.do(ev.TurnedAway, "away0001", listed[0], "every seat is taken")


def state(desk: Desk) -> SessionState:
    assert desk.session_state is not None
    return desk.session_state


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

OF_A_SESSION: dict[type[QDialog], Make] = {
    ParticipantListDesk: ParticipantListDesk,
    PaymentQuestion: lambda desk, window: PaymentQuestion(
        payment_rows(state(desk))[0], "EUR", window
    ),
    SimulatedQuestion: lambda desk, window: SimulatedQuestion(state(desk), "Warning", window),
}
"""Those that ask while a session is hosted."""
