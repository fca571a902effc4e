"""The PIN for leaving a kiosk, hidden until it is asked for."""

from PySide6.QtWidgets import QPushButton, QWidget

from hcmd_lab.telling.translate import translate
from ui.look.tips import set_tip


class ExitPinButton(QPushButton):
    """Shows the PIN when it is pressed, and hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a PIN."""
        super().__init__(parent)
        self._pin = ""
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setCheckable(True)
        set_tip(self, translate("The PIN with which the experimenter leaves a kiosk"))
        self.toggled.connect(self._show)
        self.show_pin("")

    def show_pin(self, pin: str) -> None:
        """Take the exit PIN of a session, empty for none, and hide it."""
        self._pin = pin
        self.setChecked(False)
        self._show(False)

    def _show(self, wanted: bool) -> None:
        pin = self._pin or translate("none")
        shown, hidden = translate("Exit PIN {pin}", pin=pin), translate("Show exit PIN")
        self.setText(shown if wanted else hidden)
