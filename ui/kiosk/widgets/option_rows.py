"""Options in rows, each with a number key."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.choice_frame import paint_choice_frame
from ui.kiosk.widgets.enter_key import EnterBehind
from ui.kiosk.widgets.radio_mark import RadioMark
from ui.kiosk.widgets.typed_number import TypedChoice
from ui.look import SPACE, tokens
from ui.look.one_of import OneOf
from ui.look.widgets import label


class OptionRow(QAbstractButton):
    """One option: its number, a mark and a text that may span several lines."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        EnterBehind(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_wrong = False
        self._mark = RadioMark()
        self._words = label("")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE[3], SPACE[2], SPACE[4], SPACE[2])
        self._row.setSpacing(SPACE[3])
        self._row.addWidget(self._mark)
        self._row.addWidget(label(numbers.whole(number), "caption", wrap=False))
        self._row.addWidget(self._words, 1)
        self.toggled.connect(self._mark.set_chosen)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str) -> None:
        """Show this option."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def mark_wrong(self, wrong: bool) -> None:
        """Show whether this option was the wrong answer."""
        self._is_wrong = wrong
        self._mark.set_wrong(wrong)
        self.setAccessibleDescription(translate("Not right") if wrong else "")
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of the wrapped text."""
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Size of the content."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Minimum size of the content."""
        return self._row.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the frame."""
        colours = tokens()
        chosen = self.isChecked() and not self._is_wrong
        edge = colours.danger if self._is_wrong else colours.accent if chosen else colours.line
        paint_choice_frame(
            self,
            edge=edge,
            filling=colours.notice_wash if chosen else colours.surface,
            radius_px=8,
            strong=chosen or self._is_wrong,
        )


class OptionRows(QWidget):
    """Rows of which at most one is chosen; none is chosen at first.

    Signals:
        chosen(int): The number of an option, from 1.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = OneOf(self)
        self._typed = TypedChoice()
        self._group.idToggled.connect(self._tell)
        self._rows: list[OptionRow] = []
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[2])

    @property
    def value(self) -> int | None:
        """The number of the chosen option, from 1; None if none is."""
        number = self._group.checkedId()
        return number if number > 0 else None

    @property
    def first(self) -> QWidget:
        """The row focused first: the chosen one or the first."""
        return self._rows[(self.value or 1) - 1]

    @property
    def last(self) -> QWidget:
        """The last row there is; itself before the first options."""
        return self._rows[-1] if self._rows else self

    def show_options(self, options: tuple[str, ...]) -> None:
        """Show other options, none of them chosen."""
        while len(self._rows) < len(options):
            row = OptionRow(len(self._rows) + 1)
            row.setObjectName(f"option_{len(self._rows) + 1}")
            self._rows.append(row)
            self._group.add(row, len(self._rows))
            self._column.addWidget(row)
        for row, text in zip(self._rows, options, strict=False):
            row.say(text)
        for number, row in enumerate(self._rows, start=1):
            row.setVisible(number <= len(options))
        self._shown = len(options)
        self.clear()

    def mark_wrong(self, number: int | None) -> None:
        """Mark an option as the wrong answer; None marks none."""
        for each, row in enumerate(self._rows, start=1):
            row.mark_wrong(each == number)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose the option whose number is typed; returns whether there is one."""
        number = self._typed.press(event, 1, self._shown)
        if number is None:
            return False
        row = self._rows[number - 1]
        row.setChecked(True)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear(self) -> None:
        """Clear the choice."""
        self._group.clear()
        self._typed.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits choose; all other keys go to the page behind."""
        event.setAccepted(self.take_key(event))

    def _tell(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(number)
