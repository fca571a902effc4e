"""The menu Groups: one more opens, or those close that too few people came for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.regroup import close_unfilled
from hcmd_lab.game.state import IllegalEventError, SessionState
from hcmd_lab.hosting.session_runner import MakeEvents
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.session.control_texts import group_names
from ui.control.session.draft import max_groups
from ui.control.session.experimenter_commands import as_sentence
from ui.look.allowing import allow_unless


class GroupMenu(QMenu):
    """Opens another group, and closes unfilled ones.

    Signals:
        failed(str): Something could not be done; a sentence.
        done(str): Something was done; a few words.

    Attributes:
        add: Opens another group.
        close_unfilled: Closes the groups that cannot be filled, after a question.
    """

    failed = Signal(str)
    done = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the menu for the desk's session."""
        super().__init__(parent)
        self._desk = desk
        self.setToolTipsVisible(True)
        self.add = self.addAction(translate("&Open another group"))
        self.add.triggered.connect(self._add)
        self.close_unfilled = self.addAction(translate("&Close unfilled groups…"))
        self.close_unfilled.triggered.connect(self._close)

    def show_state(self, state: SessionState) -> None:
        """Enable what can be done now."""
        playing = sum(not group.ended for group in state.groups.values())
        seats = state.plan.game.seats
        most = max_groups(seats)
        closed = translate("The session is closed.") if state.closed else ""
        enough = ""
        if playing >= most:
            enough = translate("A session has at most {most} groups at a time.", most=most)
        opens = translate("{n} more (person|people) can check in.", n=seats)
        allow_unless(self.add, closed or enough, tip=opens)
        none = ""
        if not close_unfilled(state, state.clock_ms):
            none = translate("Every group that has not started can still be filled.")
        fills = translate(
            "Whoever waits fills whole groups, or is paid the show-up fee, if there is one, "
            "and goes home."
        )
        allow_unless(self.close_unfilled, closed or none, tip=fills)

    def _add(self) -> None:
        study = self._desk.study
        host = self._desk.host
        made = self._do(
            lambda state, now_ms: [
                ev.GroupAdded(now_ms, len(state.groups) + 1, study.another_group(state))
            ]
        )
        if made and host is not None:
            number = len(host.runner.state.groups)
            self.done.emit(translate("Group {group} was opened.", group=number))

    def _close(self) -> None:
        host = self._desk.host
        if host is None:
            return
        asked = close_unfilled(host.runner.state, host.runner.now_ms)
        sentence, title = _consequences(asked), translate("Close unfilled groups?")
        if not asked or not confirm(self, title, sentence, translate("Close the groups")):
            return
        made = self._do(
            lambda state, now_ms: now if _same(now := close_unfilled(state, now_ms), asked) else []
        )
        if made:
            closed = [event.group for event in made if isinstance(event, ev.GroupEnded)]
            self.done.emit(
                translate("Closed: {groups}", groups=group_names(closed)) if closed else sentence
            )
        elif made is not None:
            self.failed.emit(
                translate(
                    "Somebody has come or gone meanwhile. Nothing was done; look again and decide."
                )
            )

    def _do(self, events: MakeEvents) -> list[ev.SessionEvent] | None:
        """The events that happened; None if they failed."""
        host = self._desk.host
        if host is None:
            return None
        try:
            return host.runner.do_together(events)
        except IllegalEventError as error:
            self.failed.emit(as_sentence(translate(error)))
        except OperatorError as error:
            self.failed.emit(translate(error))
        return None


def _same(one: Sequence[ev.SessionEvent], other: Sequence[ev.SessionEvent]) -> bool:
    return [replace(e, at_ms=0) for e in one] == [replace(e, at_ms=0) for e in other]


def _consequences(events: Sequence[ev.SessionEvent]) -> str:
    """What closing would do, in words."""
    closed = [event.group for event in events if isinstance(event, ev.GroupEnded)]
    moved = sum(isinstance(event, ev.Moved) for event in events)
    released = sum(isinstance(event, ev.Released) for event in events)
    said = []
    if closed:
        said.append(translate("Closed before it starts: {groups}.", groups=group_names(closed)))
    if moved:
        said.append(translate("{n} participant(s) (moves|move) to another group.", n=moved))
    if released:
        said.append(
            translate(
                "{n} participant(s) (is|are) told that there is no group to play in, and "
                "(receives|receive) the show-up fee, if there is one.",
                n=released,
            )
        )
    return " ".join(said)
