"""Common base of the pages: a view, a footer, inputs that can be locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.game.view import SeatView
from ui.kiosk.widgets.footer import Footer
from ui.look import SPACE


class KioskPage(QWidget):
    """One page of the participant's screen; add to `body`, including the footer.

    Args:
        footer: The foot of the page; a page without a button has one for notices.

    Attributes:
        goes_on_by_enter: Whether nothing is answered by its button.
        body: The layout of the page, from top to bottom.
        footer: Its button confirms the page, its notice says what went wrong.
        inputs: Other inputs on the page.
        first: Has the keyboard focus when the page appears; None leaves it at the page itself.
        heading: Text for the screen reader when the page appears.

    Signals:
        commanded(Command): What the participant wants of the host, still `UNSENT`.
        grown(): There are parts that were not there when the screen was brought to its scale.
        told(str): Something has appeared on the page that a screen reader is to say.
        stepped(): A press would do something else on this page from now on.
    """

    goes_on_by_enter = False

    commanded = Signal(object)
    grown = Signal()
    told = Signal(str)
    stepped = Signal()

    def __init__(self, footer: Footer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.footer = footer or Footer()
        self.inputs: tuple[QWidget, ...] = ()
        self.first: QWidget | None = None
        self.heading = ""
        self._view: SeatView | None = None
        self._locked = False
        self._pending = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads to what can be used alone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[3])

    def show_view(self, view: SeatView, *, fresh: bool) -> None:
        """Show a view.

        Args:
            view: A view of this page.
            fresh: Whether it is the first one of this page, round and person. Any other one
                leaves alone what the participant is doing.
        """
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Where Enter goes on, it does so wherever a click has left the keyboard on the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.goes_on_by_enter and is_enter and self.is_open and not event.isAutoRepeat():
            if self.footer.button.isVisible():
                self.footer.button.click()
        else:
            super().keyPressEvent(event)

    def set_locked(self, locked: bool) -> None:
        """Disable all inputs, or enable them again."""
        self._locked = locked
        self.update_inputs()

    def set_pending(self, pending: bool) -> None:
        """Show that the confirmed choice is being saved, and wait."""
        self._pending = pending
        self.update_inputs()

    @property
    def is_open(self) -> bool:
        """Whether the page's inputs are enabled."""
        return not (self._locked or self._pending)

    def update_inputs(self) -> None:
        """Enable or disable inputs according to the page's state."""
        for widget in self.inputs:
            widget.setEnabled(self.is_open)
        self.footer.set_locked(self._locked)
        self.footer.set_pending(self._pending)

    def take_focus(self) -> None:
        """Put the keyboard focus where users expect it."""
        usable = self.first is not None and self.first.isVisibleTo(self) and self.first.isEnabled()
        target = self.first if usable and self.first is not None else self
        self.setAccessibleName(self.heading)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_focus(self, widget: QWidget) -> bool:
        """Whether keys go to a widget, or would if its window were in front.

        `QWidget.hasFocus` denies it of every widget of a window that is not.
        """
        return self.window().focusWidget() is widget
