"""How a simulated person gives an answer at the widgets of a page beside the game."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from hcmd_lab.game.materials import Answer
from ui.kiosk.hand import press, usable


def fill(place: QWidget, answer: Answer) -> bool:
    """Give an answer as a person would, by clicking it or by typing it.

    Args:
        place: The item, or the page of a control question.
        answer: None leaves everything as it is.

    Returns:
        Whether there was something usable to give it with.
    """
    if answer is None:
        return True
    if isinstance(answer, str):
        text = usable(place, QPlainTextEdit, "typed_text")
        if text is not None:
            text.setPlainText(answer)
        return text is not None
    for name in (f"point_{answer}", f"option_{answer}"):
        button = usable(place, QAbstractButton, name)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setChecked(True)
            return True
    field = usable(place, QLineEdit, "typed_answer")
    if field is None:
        return False
    field.clear()
    for character in str(answer):
        press(field, Qt.Key.Key_unknown, character)
    return True
