"""The log pane: the latest events in words, with session times."""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from hcmd_lab.game import events as ev
from hcmd_lab.game.events import Event
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.telling.times import session_time
from hcmd_lab.telling.translate import translate
from ui.control.session.event_words import event_words, is_step
from ui.look.layouts import Spare, in_column, in_row
from ui.look.widgets import button

_MAX_LINES = 500
_MIN_HEIGHT_PX = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the log; `is_step` if it belongs to the ordinary course of the game."""

    at_ms: int
    words: str
    is_step: bool


def _told(events: Collection[Event], state: SessionState) -> list[_Line]:
    """Events in words, and after the last page of a group that it is complete."""
    last = {each.group: each for each in events if isinstance(each, ev.Advanced)}
    lines = []
    for event in events:
        lines.append(_Line(event.at_ms, event_words(event, state), is_step(event)))
        if isinstance(event, ev.Advanced) and last[event.group] is event:
            group = state.groups.get(event.group)
            if group is not None and group.phase is Phase.FINISHED:
                complete = translate("Group {group} is complete", group=event.group)
                lines.append(_Line(event.at_ms, complete, is_step=False))
    return lines


class LogPane(QWidget):
    """List of the latest events, newest at the bottom.

    Attributes:
        steps: Whether each choice of the participants is listed too.
        lines: The list; its end stays in view unless the user has scrolled up.
        latest: Leads back to the end.
    """

    def __init__(
        self, parent: QWidget | None = None, *, max_lines: int | None = _MAX_LINES
    ) -> None:
        """Start empty.

        Args:
            parent: Owner in the sense of Qt.
            max_lines: Number of events that are kept; None keeps all.
        """
        super().__init__(parent)
        self._events: deque[_Line] = deque(maxlen=max_lines)
        self._waiting: deque[Event] = deque(maxlen=max_lines)
        self.steps = QCheckBox(translate("Every choice"))
        self.steps.toggled.connect(self._write_anew)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setMaximumBlockCount(max_lines or 0)
        self.lines.setAccessibleName(translate("Log of the session"))
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(_MIN_HEIGHT_PX)
        self._follows = True
        bar = self.lines.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self._set_following(value == bar.maximum()))
        bar.rangeChanged.connect(self._keep_end_in_view)
        self.latest = button(translate("To the latest"), "quiet", clicked=self._show_end)
        self.latest.hide()
        top = in_row(self.steps, Spare(), self.latest)
        in_column(top, self.lines, of=self, gap=2)

    def clear(self) -> None:
        """Clear the list for a new session."""
        self._events.clear()
        self._waiting.clear()
        self.lines.clear()

    def add(self, events: Iterable[Event]) -> None:
        """Queue events; the next `write` lists them."""
        self._waiting.extend(events)

    def write(self, state: SessionState) -> None:
        """List all queued events at once."""
        if not self._waiting:
            return
        new = _told(self._waiting, state)
        self._waiting.clear()
        self._events.extend(new)
        self._append(new)

    def _append(self, entries: Iterable[_Line]) -> None:
        shown = [each for each in entries if self.steps.isChecked() or not each.is_step]
        if shown:
            lines = (f"{session_time(each.at_ms)}  {each.words}" for each in shown)
            self.lines.appendPlainText("\n".join(lines))

    def _set_following(self, follows: bool) -> None:
        """Follow new lines unless the user has scrolled up."""
        self._follows = follows
        self.latest.setVisible(not follows)

    def _keep_end_in_view(self, _low: int, high: int) -> None:
        if self._follows:
            self.lines.verticalScrollBar().setValue(high)

    def _show_end(self) -> None:
        self.lines.verticalScrollBar().setValue(self.lines.verticalScrollBar().maximum())

    def _write_anew(self) -> None:
        self.lines.clear()
        self._append(self._events)
