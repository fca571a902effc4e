"""People at the door: who is expected, and who comes and cannot take part."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.codes import new_code
from hcmd_lab.errors import UsageError
from hcmd_lab.game import events as ev
from hcmd_lab.game.labels import MAX_CHARACTERS, find_label, require_label
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.ask_text import ask_text
from ui.control.session.experimenter_commands import EventDraft, perform
from ui.control.session.participant_list_desk import ParticipantListDesk


class Arrivals(QObject):
    """Shows the participant list of the hosted session, and notes who was turned away.

    Signals:
        failed(str): It could not be noted; a sentence.
        done(): It has been tried.
    """

    failed = Signal(str)
    done = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Work for this desk's session; questions open above the page."""
        super().__init__(page)
        self._desk = desk
        self._page = page

    def show_list(self) -> None:
        """Show who is expected and who has come."""
        participant_list = ParticipantListDesk(self._desk, self._page)
        participant_list.turn_away_requested.connect(self.turn_away)
        participant_list.finished.connect(participant_list.deleteLater)
        participant_list.open()

    def ask_whom_to_turn_away(self) -> None:
        """Record somebody who came but cannot take part, so that they are paid for coming."""
        name = ask_text(
            self._page,
            translate("Turn someone away"),
            translate("Label of the participant, who is paid the show-up fee, if there is one:"),
            translate("Turn away"),
            max_characters=MAX_CHARACTERS,
        )
        if name:
            self.turn_away(name)

    def turn_away(self, name: str) -> None:
        """Note that the person with a label was turned away, unless they are in the session."""
        host = self._desk.host
        if host is None:
            return
        try:
            name = require_label(name)
        except UsageError as error:
            self.failed.emit(translate(error))
            return
        labels = [person.label for person in host.runner.state.participants.values()]
        if (known := find_label(name, labels)) is not None:
            self.failed.emit(
                translate("{label} is in this session already, and in its payments.", label=known)
            )
            return
        reason = translate("every seat is taken")
        draft = EventDraft(ev.TurnedAway, (new_code(), name, reason))
        failure = perform(host.runner, (draft,))
        if failure:
            self.failed.emit(failure)
        self.done.emit()
