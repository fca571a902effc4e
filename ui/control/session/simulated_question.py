"""The question how many simulated participants take free seats, with what follows from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.game.state import SessionState
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.setting_field import number_field
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_row
from ui.look.widgets import button, label

_WIDTH_PX = 460


def why_no_simulated(state: SessionState) -> str:
    """Why simulated participants cannot take seats now; empty if they can."""
    if state.plan.script.participant_list and state.plan.purpose != "pilot":
        return translate(
            "This session admits only people on its participant list; a pilot can have simulated "
            "participants."
        )
    if state.closed or not state.free_seats:
        return translate("No seat is free.")
    return ""


def consequence(state: SessionState, *, study_is_simulated: bool) -> str:
    """What simulated participants mean for the study."""
    if study_is_simulated:
        return translate("Everything in this study is marked as simulated.")
    people = translate(
        "The screens speak of other people: tell whoever plays with simulated participants."
    )
    if state.plan.purpose == "pilot":
        counts = translate("This is a pilot: none of its groups count for the study.")
    else:
        counts = translate("A group with a simulated participant does not count for the study.")
    return f"{counts} {people}"


class SimulatedQuestion(QDialog):
    """Asks for the number.

    Attributes:
        number: The number of simulated participants; at first a seat is left for each kiosk at
            which nobody has checked in yet.
        act: The button that continues.
        about: How many seats are free, and what simulated participants do.
    """

    def __init__(self, state: SessionState, warning: str, parent: QWidget) -> None:
        """Create the window; `exec` asks, and `follow` keeps it true meanwhile.

        Args:
            state: The session.
            warning: What simulated participants mean for the study.
            parent: Whose window waits for the answer.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("Simulated participants"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        free = state.free_seats
        empty_kiosks = sum(state.occupant(station) is None for station in state.stations)
        self.number = number_field(1, free)
        self.number.setValue(max(1, free - empty_kiosks))
        self.number.setAccessibleName(translate("Number of simulated participants"))
        self.about = label("")
        self.about.setMinimumWidth(_WIDTH_PX)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(translate("Let them sit down"), "primary", clicked=self.accept)
        self.act.setDefault(True)
        layout = dialog_column(
            self,
            label(translate("Simulated participants"), "heading"),
            self.about,
            label(warning, "danger"),
            in_row(label(translate("How many?")), self.number, Spare(), gap=3),
        )
        layout.addSpacing(SPACE[2])
        layout.addLayout(dialog_foot(cancel, self.act))
        self.number.setFocus()
        self.follow(state)

    def follow(self, state: SessionState) -> None:
        """Say how many seats are free now; people may sit down while the question is asked."""
        free, why_not = state.free_seats, why_no_simulated(state)
        self.number.setMaximum(max(1, free))
        for each in (self.number, self.act):
            allow_unless(each, why_not)
        self.about.setText(
            why_not
            or translate(
                "{n} seat(s) (is|are) free. Simulated participants need no kiosk: they take seats "
                "in the order in which the groups are filled, and play by themselves.",
                n=free,
            )
        )
