"""The PIN for leaving a kiosk, hidden until it is asked for."""

from PySide6.QtWidgets import QPushButton, QWidget

from hcmd_lab.telling.translate import translate
from ui.look.tips import set_tip


class ExitPinButton(QPushButton):
    """Shows the PIN when it is pressed, and hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a PIN."""
        super().__init__(parent)
        self._shown = ""
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setCheckable(True)
        tip = translate(
            "The PIN with which the experimenter leaves a kiosk. It is kept only as a hash: after "
            "this program has ended it cannot be shown, but the wizard can set another one."
        )
        set_tip(self, tip)
        self.toggled.connect(self._show)
        self.show_pin("", is_set=False)

    def show_pin(self, pin: str, *, is_set: bool) -> None:
        """Take the exit PIN of a session, empty where it is not known, and hide it."""
        self._shown = pin or (translate("as before") if is_set else translate("none"))
        self.setChecked(False)
        self._show(False)

    def _show(self, wanted: bool) -> None:
        shown = translate("Exit PIN {pin}", pin=self._shown)
        hidden = translate("Show exit PIN")
        self.setText(shown if wanted else hidden)
