"""Lets Enter press the button that has the focus, as Space does.

Qt gives Enter to default buttons alone. Any other button would pass it on to its page, which
confirms: Enter on *Back* would turn the page forwards.
"""

from PySide6.QtWidgets import QPushButton, QWidget


def let_enter_press(root: QWidget) -> None:
    """Let Enter press every button that a widget has by now; not for what stands in a dialog."""
    for each in root.findChildren(QPushButton):
        each.setAutoDefault(True)
