"""The exit dialog: asks for the PIN before the kiosk is left or set up anew."""

import math

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from hcmd_lab.telling import times
from hcmd_lab.telling.translate import translate
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.scaler import Scaler
from ui.kiosk.widgets.overlay import Overlay
from ui.look import SPACE
from ui.look.widgets import button, label

_IDLE_MS = 30_000
_TICK_MS = 250
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExitDialog(Overlay):
    """Overlay on the whole window that asks for the PIN; not a window of its own.

    Where no window manager runs, a second window would never get the keyboard.

    Args:
        window: Is covered.
        gate: Judges the PIN.
        other: What can be done instead of leaving; None for setting the station up, empty for
            nothing else.
        idle_ms: Time without a key press after which it closes automatically.

    Signals:
        leave_allowed(): The kiosk may be left.
        setup_allowed(): The kiosk may be set up anew, or whatever else can be done.
        opened(): It now covers the window.
        closed(): It has gone.
    """

    leave_allowed = Signal()
    setup_allowed = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        gate: ExitGate,
        *,
        other: str | None = None,
        idle_ms: int = _IDLE_MS,
    ) -> None:
        super().__init__(window)
        self._gate = gate
        self._wants_setup = False
        self._title = label(translate("Leave this station"), "title")
        self._words = label("")
        self._field = QLineEdit()
        self._field.setObjectName("exit_pin")
        self._field.setAccessibleName(translate("PIN"))
        self._field.setPlaceholderText(translate("PIN"))
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9]{0,12}"), self._field)
        )
        self._notice = label("", "danger")
        self._leave = button(translate("Leave"), "primary")
        self._leave.setObjectName("exit_leave")
        self._setup = button(translate("Set up this station") if other is None else other)
        self._setup.setVisible(other != "")
        self._setup.setObjectName("exit_setup")
        self._back = button(translate("Back"), "quiet")
        self._back.setObjectName("exit_back")
        self._arrange()
        self._field.textEdited.connect(self._update)
        self._field.returnPressed.connect(self._leave.click)
        self._leave.clicked.connect(self._ask_to_leave)
        self._setup.clicked.connect(self._ask_for_setup)
        self._back.clicked.connect(self.close_dialog)
        gate.tried.connect(self._on_tried)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle_ms)
        self._idle.timeout.connect(self.close_dialog)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._update)
        for widget in self._round_trip():
            widget.installEventFilter(self)
        Scaler(self)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[2])
        buttons.addWidget(self._back)
        buttons.addStretch()
        buttons.addWidget(self._setup)
        buttons.addWidget(self._leave)
        body = self.card.body
        body.addWidget(self._title)
        body.addWidget(self._words)
        body.addWidget(self._field)
        body.addWidget(self._notice)
        body.addSpacing(SPACE[2])
        body.addLayout(buttons)

    def open_dialog(self) -> None:
        """Open the overlay."""
        if not self.isHidden():
            return
        asks = not self._gate.is_free
        self._words.setText(
            translate("Enter the experimenter's PIN. What was confirmed here is saved.")
            if asks
            else translate("What was confirmed here is saved. The participant can come back to it.")
        )
        self._field.clear()
        self._field.setVisible(asks)
        self._say("")
        self.opened.emit()
        self.cover()
        self._idle.start()
        self._tick.start()
        self._update()
        if not asks:
            self.first = self._leave
        else:
            self.first = self._field if self._field.isEnabled() else self._back
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_dialog(self) -> None:
        """Return to the page behind."""
        if self.isHidden():
            return
        self._idle.stop()
        self._tick.stop()
        self._field.clear()
        self.uncover()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay open while keys are pressed."""
        if event.type() is QEvent.Type.KeyPress and not self.isHidden():
            self._idle.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes, Enter presses the focused button; no other key gets through."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_dialog()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Keep Tab inside the overlay."""
        inside = [w for w in self._round_trip() if w.isEnabled() and w.isVisible()]
        if not inside:
            return True
        focused = self.focusWidget()
        at = inside.index(focused) if focused in inside else -1
        following = inside[(at + (1 if forward else -1)) % len(inside)]
        following.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _round_trip(self) -> tuple[QWidget, ...]:
        return (self._field, self._leave, self._setup, self._back)

    def _ask_to_leave(self) -> None:
        self._ask(setup=False)

    def _ask_for_setup(self) -> None:
        self._ask(setup=True)

    def _ask(self, *, setup: bool) -> None:
        self._wants_setup = setup
        if self._gate.is_free:
            self._allow()
        elif self._gate.try_pin(self._field.text()):
            self._field.clear()
            self._say("")
            self._update()

    def _on_tried(self, right: bool) -> None:
        if self.isHidden():
            return
        if right:
            self._allow()
            return
        left = self._gate.tries_left
        if left:
            more = translate("You have {n} more (try|tries).", n=left)
            self._say(" ".join((translate("This PIN is wrong."), more)))
        self._update()
        if self._field.isEnabled():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        setup = self._wants_setup
        self.close_dialog()
        (self.setup_allowed if setup else self.leave_allowed).emit()

    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def _update(self) -> None:
        """Update the buttons for the PIN typed so far and any waiting time."""
        wait_s = math.ceil(self._gate.wait_s())
        if wait_s:
            self._say(
                translate(
                    "Too many wrong PINs. The next try is possible in {time}.",
                    time=times.clock(1000 * wait_s),
                )
            )
        elif not self._field.isEnabled():
            self._say("")
        was_closed = not self._field.isEnabled()
        self._field.setEnabled(not wait_s)
        may = self._gate.is_free or (not wait_s and len(self._field.text()) >= 4)
        self._leave.setEnabled(may)
        self._setup.setEnabled(may)
        if wait_s and self.focusWidget() is not self._back:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_closed and not wait_s:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
