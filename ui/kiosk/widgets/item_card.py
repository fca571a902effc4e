"""A questionnaire item: question, answer, problem."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.game.questionnaire import check_answers
from hcmd_lab.telling import numbers
from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.item_inputs import make_input
from ui.look import SPACE
from ui.look.widgets import Card, label


class ItemCard(Card):
    """Card of one questionnaire item.

    Args:
        number: Its place, from 1.
        item: The item.

    Attributes:
        item: The same.

    Signals:
        checked(): An answer that was wrong has been changed.
    """

    checked = Signal()

    def __init__(self, number: int, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item = item
        self.setObjectName(f"item_{item.name}")
        self._input = make_input(item)
        self._input.setAccessibleName(item.text)
        self._input.changed.connect(self._on_changed)
        self._problem = label("", "danger")
        needed = translate("required") if item.required else translate("optional")
        head = QHBoxLayout()
        head.setSpacing(SPACE[3])
        text = label(f"{numbers.whole(number)}.  {item.text}", "heading")
        head.addWidget(text, 1)
        head.addWidget(label(needed, "caption", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        self.body.setSpacing(SPACE[2])
        self.body.addLayout(head)
        self.body.addWidget(self._input)
        self.body.addWidget(self._problem)
        self.clear()

    @property
    def answer(self) -> Answer:
        """The answer in the form in which it is handed in."""
        return self._input.answer

    @property
    def last(self) -> QWidget:
        """The last part of the answer that Tab leads to."""
        return next(
            part
            for part in reversed([self._input, *self._input.findChildren(QWidget)])
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        )

    @property
    def problem(self) -> str:
        """The problem shown now."""
        return self._problem.text()

    def clear(self) -> None:
        """Clear the answer."""
        self._input.clear()
        self._say("")

    def check(self) -> bool:
        """Validate the answer, show any problem, and return whether it is valid."""
        found = check_answers([self.item], {self.item.name: self.answer})
        words = "" if found is None else translate(found.sentence)
        self._say(f"{words[:1].upper()}{words[1:]}." if words else "")
        return found is None

    def take_focus(self) -> None:
        """Focus the answer."""
        self._input.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        if self._problem.text():
            self.check()
            self.checked.emit()

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._input.first.setAccessibleDescription(words)
