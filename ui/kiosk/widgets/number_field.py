"""A field for a whole number that keeps what was typed."""

import re
from typing import cast

from PySide6.QtCore import QEvent, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from hcmd_lab.typed_text import plain_digits
from ui.kiosk.widgets.scale import limit_width

_TYPED = "-?[0-9]{0,6}([.,][0-9]{0,6})?"
"""At most the protocol's maximum. A point that was dropped would make 320 of 32.0."""

_WHOLE = re.compile("(-?[0-9]+)([.,]0{0,2})?")
"""Three noughts behind a comma may be thousands."""


class NumberField(QLineEdit):
    """A field for digits of any script, a sign and a decimal point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_Digits(QRegularExpression(_TYPED), self))
        limit_width(self, 140)
        self._align()

    @property
    def value(self) -> int | None:
        """The number; None for an empty field, a sign alone and what is not whole."""
        whole = _WHOLE.fullmatch(self.text())
        return None if whole is None else int(whole[1])

    @property
    def is_not_whole(self) -> bool:
        """Whether there are digits that are no whole number."""
        return self.value is None and any(each.isdecimal() for each in self.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the direction of writing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Keep digits where the empty field had its cursor: they have no direction."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class _Digits(QRegularExpressionValidator):
    """Writes digits and the point of other scripts, as an Arabic keyboard has them, plainly."""

    def validate(self, typed: str, at: int) -> tuple[QValidator.State, str, int]:
        """Judge a text, and say how it is written."""
        return cast("tuple[QValidator.State, str, int]", super().validate(plain_digits(typed), at))
