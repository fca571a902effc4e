"""Enter presses the button that has the focus, as Space does, and makes no choice.

Qt gives Enter to default buttons alone. Any other button would pass it on to its page, which
confirms: Enter on *Back* would turn the page forwards.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget


def let_enter_press(root: QWidget) -> None:
    """Let Enter press every button that a widget has by now; not for what stands in a dialog."""
    for each in root.findChildren(QPushButton):
        each.setAutoDefault(True)


class EnterBehind(QObject):
    """Leaves Enter to the page behind an answer that can be chosen, on every desktop.

    Under GNOME every button takes Enter: a choice that has been made by its digit could not be
    confirmed, and Enter that was meant for the page before would answer the first question.
    """

    def __init__(self, choice: QAbstractButton) -> None:
        super().__init__(choice)
        choice.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let a choice overlook Enter."""
        del watched
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        event.ignore()
        return True
