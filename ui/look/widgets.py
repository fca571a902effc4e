"""Basic widgets; their look is in `resources/style/family.qss`."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look.plain_label import PlainLabel
from ui.look.tokens import SPACE

TextRole = Literal[
    "display",
    "title",
    "heading",
    "body",
    "caption",
    "number",
    "head",
    "tail",
    "good",
    "danger",
    "mark",
]
ButtonKind = Literal["plain", "primary", "danger", "quiet"]

AT_LAST_DIGIT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
"""Of numbers that stand below each other: digits run from the left in every language."""


def label(text: str, role: TextRole = "body", *, wrap: bool = True) -> QLabel:
    """A label in a step of the type scale, always plain text.

    Args:
        text: The text.
        role: `display` 34 px, `title` 24 px, `heading` 16 px, `number` 28 px with equal digits,
            `caption` 12 px muted; `head`, `tail`, `good` and `danger` colour running text, `mark`
            a mark of what differs.
        wrap: Whether it may take several lines.
    """
    made = PlainLabel(text)
    made.setWordWrap(wrap)
    set_role(made, role)
    return made


def button(text: str, kind: ButtonKind = "plain", *, clicked: object = None) -> QPushButton:
    """A button; a screen has at most one of the kind `primary`; `clicked` is a slot or signal."""
    made = QPushButton()
    dress(made, text, kind, clicked)
    return made


def dress(made: QPushButton, text: str, kind: ButtonKind, clicked: object) -> None:
    """Give a button of any class what `button` gives."""
    made.setText(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(kind == "primary")
    if clicked is not None:
        made.clicked.connect(clicked)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet, even after it is shown."""
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Card(QFrame):
    """A surface with rounded corners that groups one topic; add to `body`.

    Attributes:
        body: The layout from top to bottom.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        """Create the card, with a heading if there is a title."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        self.body.setSpacing(SPACE[3])
        if title:
            self.body.addWidget(label(title, "heading"))
