"""Tabs of the steps, each with its state."""

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.training.progress_words import COMPUTED

Standing = Literal["done", "running", "next", "later"]

_MARKS = {"done": "✓ ", "running": "▶ ", "next": "", "later": ""}
_BOLD_PX = 14


class StepTabs(QTabBar):
    """One tab per computed step.

    Signals:
        chosen(): Another step is looked at; read `step`.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the tabs."""
        super().__init__(parent)
        self._standings: dict[Step, Standing] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(translate("Step"))
        for step in COMPUTED:
            self.addTab(step.upper())
        self.currentChanged.connect(self.chosen)

    @property
    def step(self) -> Step:
        """The selected step."""
        return COMPUTED[self.currentIndex()]

    def choose(self, step: Step) -> None:
        """Select a step."""
        self.setCurrentIndex(COMPUTED.index(step))

    def mark(self, standings: dict[Step, Standing]) -> None:
        """Mark each tab with its step's state in the selected iteration."""
        if standings == self._standings:
            return
        self._standings = dict(standings)
        words = {
            "done": translate("Has a result"),
            "running": translate("Is being computed"),
            "next": translate("Is the next step"),
            "later": translate("Is not possible yet"),
        }
        for number, step in enumerate(COMPUTED):
            standing = standings[step]
            self.setTabText(number, f"{_MARKS[standing]}{step.upper()}")
            self.setTabToolTip(number, words[standing])
            self.setAccessibleTabName(number, f"{step.upper()}: {words[standing]}")

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Size with room for the chosen tab's bold text, which Qt does not include."""
        return super().tabSizeHint(index) + QSize(_BOLD_PX, 0)
