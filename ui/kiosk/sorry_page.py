"""The page shown after a program error on the participant's screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.telling.translate import translate
from ui.kiosk.scaler import Scaler
from ui.kiosk.widgets.centred import centred
from ui.look import SPACE
from ui.look.widgets import label


class SorryPage(QWidget):
    """A calm message; the only thing to do here is leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = label(translate("Please raise your hand"), "display")
        words = label(
            translate(
                "This computer cannot show the next page. What you have confirmed is saved, and "
                "the experimenter will help you."
            )
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[6])
        rows.setSpacing(SPACE[3])
        rows.addStretch(2)
        for line in (title, words):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addLayout(centred(line, 560))
        rows.addStretch(3)
        self.setAccessibleName(f"{title.text()}. {words.text()}")
        Scaler(self)
