"""Inputs of questionnaire items: scale, number, options, text."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import tidied
from ui.kiosk.widgets.enter_key import EnterBehind
from ui.kiosk.widgets.left_behind import empty
from ui.kiosk.widgets.number_field import NumberField
from ui.kiosk.widgets.option_rows import OptionRows
from ui.kiosk.widgets.scale import limit_height
from ui.kiosk.widgets.typed_number import TypedChoice
from ui.look import SPACE
from ui.look.one_of import OneOf
from ui.look.widgets import label, set_role

MAX_POINTS = 11
"""Points of a scale that are shown as buttons; a longer one asks for the number."""


class ItemInput(QWidget):
    """Input for the answer to one item.

    Signals:
        changed(): The answer is another one.
    """

    changed = Signal()

    @property
    def answer(self) -> Answer:
        """The answer in the form in which it is handed in; None if there is none."""
        raise NotImplementedError

    @property
    def first(self) -> QWidget:
        """The widget that takes the keyboard focus."""
        raise NotImplementedError

    def clear(self) -> None:
        """Clear the answer."""
        raise NotImplementedError


def make_input(item: Item) -> ItemInput:
    """The input for an item."""
    match item.kind:
        case "likert":
            if item.high - item.low < MAX_POINTS:
                return ScaleInput(item)
            return NumberInput(item)
        case "number":
            return NumberInput(item)
        case "choice":
            return ChoiceInput(item)
        case "text":
            return TextInput(item)
        case _:
            assert_never(item.kind)


class ScaleInput(ItemInput):
    """Points in a row, between the names of the scale's ends; digits choose."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._low, self._high = item.low, item.high
        self._typed = TypedChoice()
        self._points = OneOf(self)
        ends = item.options or ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        left, right = label(ends[0], "caption"), label(ends[-1], "caption")
        left.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(left, 1)
        for number in range(item.low, item.high + 1):
            point = QPushButton(numbers.whole(number))
            point.setObjectName(f"point_{number}")
            point.setProperty("kind", "point")
            point.setCheckable(True)
            point.setAccessibleName(self._name_of(number, item))
            EnterBehind(point)
            # Button groups use ids, and ids below zero have a special meaning in Qt.
            self._points.add(point, number - item.low)
            row.addWidget(point)
        row.addWidget(right, 1)
        self._points.idToggled.connect(self.changed)

    @property
    def answer(self) -> Answer:
        """The chosen point."""
        place = self._points.checkedId()
        return place + self._low if place >= 0 else None

    @property
    def first(self) -> QWidget:
        """The chosen point, or the first one."""
        return self._points.checkedButton() or self._points.buttons()[0]

    def clear(self) -> None:
        """Clear the choice."""
        self._points.clear()
        self._typed.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits choose the point with their number."""
        number = self._typed.press(event, self._low, self._high)
        if number is None:
            event.ignore()
            return
        point = self._points.button(number - self._low)
        point.setChecked(True)
        point.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_of(self, number: int, item: Item) -> str:
        name = numbers.whole(number)
        ends = {item.low: item.options[:1], item.high: item.options[-1:]}.get(number, ())
        return ", ".join((name, *ends))


class NumberInput(ItemInput):
    """A field for a whole number, with the possible range next to it."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._field = NumberField()
        self._field.setObjectName("typed_answer")
        self._field.setAccessibleName(item.text)
        self._field.textChanged.connect(self.changed)
        self._field.returnPressed.connect(self.focusNextChild)
        span = label(_span(item), "caption")
        self._field.setAccessibleDescription(span.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[3])
        row.addWidget(self._field, 1)
        row.addWidget(span, 2)

    @property
    def answer(self) -> Answer:
        """The number; a sign alone is not a valid answer."""
        return self._field.value if self._field.value is not None else self._field.text() or None

    @property
    def first(self) -> QWidget:
        """The field."""
        return self._field

    def clear(self) -> None:
        """Clear the field."""
        empty(self._field)


class ChoiceInput(ItemInput):
    """Options, one below the other."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._options = OptionRows()
        self._options.show_options(item.options)
        self._options.chosen.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._options)

    @property
    def answer(self) -> Answer:
        """The number of the chosen option, from 1."""
        return self._options.value

    @property
    def first(self) -> QWidget:
        """The chosen option, or the first one."""
        return self._options.first

    def clear(self) -> None:
        """Clear the choice."""
        self._options.clear()


class TextInput(ItemInput):
    """A field for a few lines of text, with a counter; Tab leaves it."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._field = QPlainTextEdit()
        self._field.setObjectName("typed_text")
        self._field.setAccessibleName(item.text)
        self._field.setTabChangesFocus(True)
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        limit_height(self._field, 96)
        self._field.textChanged.connect(self._count)
        self._field.textChanged.connect(self.changed)
        self._counter = label("", "caption")
        self._counter.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._field)
        column.addWidget(self._counter)
        self._count()

    @property
    def answer(self) -> Answer:
        """The text; None if it is empty."""
        return tidied(self._field.toPlainText()) or None

    @property
    def first(self) -> QWidget:
        """The field."""
        return self._field

    def clear(self) -> None:
        """Clear the field."""
        self._field.clear()

    def _count(self) -> None:
        count = len(tidied(self._field.toPlainText()))
        set_role(self._counter, "danger" if count > MAX_TEXT_CHARACTERS else "caption")
        self._counter.setText(
            translate(
                "{count} of {most} characters",
                count=numbers.whole(count),
                most=numbers.whole(MAX_TEXT_CHARACTERS),
            )
        )


def _span(item: Item) -> str:
    """The possible range in words; the ends of a long scale have names."""
    low, high = numbers.whole(item.low), numbers.whole(item.high)
    if item.options:
        low, high = f"{low} ({item.options[0]})", f"{high} ({item.options[-1]})"
    return translate("from {low} to {high}", low=low, high=high)
