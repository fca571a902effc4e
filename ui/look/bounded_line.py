"""A line of text that keeps what is too long or not possible, and says what is wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from hcmd_lab.telling.translate import translate
from hcmd_lab.typed_text import tidied_line
from ui.look.widgets import label


class BoundedLine(QLineEdit):
    """A field that cuts nothing off: whoever pastes a long text sees that it does not fit.

    Args:
        most: Characters that fit.
        text: Stands there at first.
        judge: What is wrong with a text that fits, in words; empty if nothing is.

    Attributes:
        told: The words, to be placed below the field.
    """

    def __init__(
        self, most: int, text: str = "", *, judge: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(text)
        self._most = most
        self._judge = judge
        self.told = label("", "danger")
        self.told.hide()
        self.textChanged.connect(self.judge)

    @property
    def line(self) -> str:
        """The text as it is taken: one line without control characters or spaces around it.

        What stands in sentences afterwards must neither break them nor turn their direction.
        """
        return tidied_line(self.text()).strip()

    @property
    def is_right(self) -> bool:
        """Whether the text can be taken as it is."""
        return not self._problem()

    def why_not(self, if_empty: str = "") -> str:
        """Why the text cannot be taken: what is wrong with it, or this if nothing stands there."""
        return self._problem() or ("" if self.line else if_empty)

    def judge(self) -> None:
        """Show what is wrong now."""
        problem = self._problem()
        self.told.setText(problem)
        self.told.setVisible(bool(problem))

    def _problem(self) -> str:
        text = self.line
        if len(text) > self._most:
            return translate(
                "Too long: at most {most} characters fit, and these are {count}.",
                most=self._most, count=len(text),
            )  # fmt: skip
        return "" if self._judge is None else self._judge(text)
