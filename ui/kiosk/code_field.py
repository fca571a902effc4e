"""A forgiving field for the pairing code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hcmd_lab.network.pairing import ALPHABET, FINGERPRINT_CHARACTERS, PIN_CHARACTERS
from hcmd_lab.typed_text import as_keys_type_it

_LENGTH = FINGERPRINT_CHARACTERS + PIN_CHARACTERS
_GROUP = 4
_READ_AS = {"O": "0", "I": "1", "L": "1"}


class CodeField(QLineEdit):
    """Formats sixteen characters as 7Q4M-X2KD-90AB-C3FT, whatever case and dashes are typed.

    Signals:
        completed(): The last character was typed.
    """

    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhUppercaseOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.textEdited.connect(self._arrange)

    @property
    def is_complete(self) -> bool:
        """Whether all characters have been typed."""
        return len(_characters(self.text())) == _LENGTH

    def _arrange(self, text: str) -> None:
        before = _characters(text[: self.cursorPosition()])[:_LENGTH]
        arranged = _grouped(_characters(text)[:_LENGTH])
        if arranged != text:
            self.setText(arranged)
            self.setCursorPosition(len(_grouped(before)))
        if self.is_complete and self.cursorPosition() == len(arranged):
            self.completed.emit()


def _characters(text: str) -> str:
    read = (_READ_AS.get(character, character) for character in as_keys_type_it(text).upper())
    return "".join(character for character in read if character in ALPHABET)


def _grouped(characters: str) -> str:
    starts = range(0, len(characters), _GROUP)
    return "-".join(characters[start : start + _GROUP] for start in starts)
