"""The demo's bar: what is going on, a button to hold it, and in the end what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.demo.demo_driver import DemoPilot
from ui.look.layouts import in_row
from ui.look.tips import set_tip
from ui.look.widgets import button, label


class DemoBar(QFrame):
    """Notice above the panels while the demo is running.

    Signals:
        seat_requested(): Play a seat.
        whole_requested(): Watch a whole study.
        study_requested(): Make a study.
    """

    seat_requested = Signal()
    whole_requested = Signal()
    study_requested = Signal()

    def __init__(self, pilot: DemoPilot, parent: QWidget | None = None) -> None:
        """Show the pilot's reports."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._pilot = pilot
        self.words = label(translate("The windows are being opened."))
        self.follow = QCheckBox(translate("&Follow"))
        set_tip(self.follow, translate("Show the panel where something is happening."))
        self.follow.setChecked(True)
        self.hold = button(translate("P&ause"))
        self.hold.setCheckable(True)
        self.hold.toggled.connect(self._on_hold)
        self.seat = button(translate("&Play a seat"), "primary", clicked=self.seat_requested)
        self.whole = button(translate("&Watch the whole study"), clicked=self.whole_requested)
        self.study = button(translate("&Make a study…"), clicked=self.study_requested)
        in_row(
            label(translate("Demo"), "heading", wrap=False), (self.words, 1), self.follow,
            self.hold, self.seat, self.whole, self.study, of=self, gap=3, margins=(4, 2, 4, 2),
        )  # fmt: skip
        pilot.told.connect(self.words.setText)
        pilot.begun.connect(self._show_running)
        pilot.finished.connect(self._show_acts)
        self._show_running()

    def _show_running(self) -> None:
        self._show(is_running=True)

    def _show_acts(self) -> None:
        self._show(is_running=False)

    def _show(self, *, is_running: bool) -> None:
        for part in (self.follow, self.hold):
            part.setVisible(is_running)
        for part in (self.seat, self.whole, self.study):
            part.setVisible(not is_running)

    def _on_hold(self, wait: bool) -> None:
        self.hold.setText(translate("&Continue") if wait else translate("P&ause"))
        self._pilot.wait(wait)
