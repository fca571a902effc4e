"""The demo's bar: what is going on, and a button to stop."""

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.demo.demo_driver import DemoPilot
from ui.look.layouts import in_row
from ui.look.widgets import button, label


class DemoBar(QFrame):
    """Notice above the panels while the demo is running."""

    def __init__(self, pilot: DemoPilot, parent: QWidget | None = None) -> None:
        """Show the pilot's reports."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._pilot = pilot
        row = in_row(
            label(translate("Demo"), "heading", wrap=False), of=self, gap=4, margins=(4, 2, 4, 2)
        )
        self.words = label(translate("The windows are being opened."))
        row.addWidget(self.words, stretch=1)
        self.follow = QCheckBox(translate("&Follow"))
        self.follow.setToolTip(translate("Show the panel where something is happening."))
        self.follow.setChecked(True)
        row.addWidget(self.follow)
        self.hold = button(translate("&Wait after this step"))
        self.hold.setCheckable(True)
        self.hold.toggled.connect(self._on_hold)
        row.addWidget(self.hold)
        pilot.told.connect(self.words.setText)
        pilot.finished.connect(self.hold.hide)

    def _on_hold(self, wait: bool) -> None:
        self.hold.setText(translate("&Continue") if wait else translate("&Wait after this step"))
        self._pilot.wait(wait)
