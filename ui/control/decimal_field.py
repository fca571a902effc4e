"""A field for a number with decimals, which reads both decimal points alike."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from hcmd_lab.typed_text import plain_digits
from ui.look.fields import LeavesWheel, keep_off_border

_TYPED = re.compile(r"(\d*)(?:[.,](\d*))?")


class DecimalField(LeavesWheel, QDoubleSpinBox):
    """A number not below zero; a point and a comma both part its decimals.

    Qt takes the other one for a mark between thousands, wherever it stands: whoever types 12.50
    where people write 12,50 would get 1250. Here no mark is between thousands, and a digit that
    there is no room for is not taken, so that what is shown is what is meant.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_off_border(self.lineEdit())

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take digits with one decimal point, of either kind."""
        typed = self._typed(text)
        found = _TYPED.fullmatch(typed)
        if found is None or len(found[2] or "") > self.decimals():
            return QValidator.State.Invalid, text, at
        if found[2] is not None and not self.decimals():
            return QValidator.State.Invalid, text, at
        if not any(found.groups()):
            return QValidator.State.Intermediate, text, at
        value = self.valueFromText(text)
        if value > self.maximum():
            return QValidator.State.Invalid, text, at
        if value < self.minimum():
            return QValidator.State.Intermediate, text, at
        return QValidator.State.Acceptable, text, at

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        """The number in what was typed."""
        typed = self._typed(text).replace(",", ".")
        return float(typed) if typed.strip(".") else self.minimum()

    def fixup(self, text: str) -> str:
        """Leave alone what is no number yet."""
        return text

    def _typed(self, text: str) -> str:
        """Without what stands around the number, in the digits 0 to 9."""
        return plain_digits(text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip())
