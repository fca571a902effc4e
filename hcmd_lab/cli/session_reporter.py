"""Reports a session that is hosted without a window, in words or as JSON lines."""

import json
from typing import Any

from rich.text import Text

from hcmd_lab.cli.output import end_of_output, tell, write_out
from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import Alarm
from hcmd_lab.game.state import Phase
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.door import Knock, WhyKnocks
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.session_contents import Content, SessionContents
from hcmd_lab.telling.alarms import alarm_words, knock_words
from hcmd_lab.telling.session_contents import content_title, content_words, gap_words

_WAYS_IN: dict[WhyKnocks, str] = {
    WhyKnocks.CLOSED: "To let it in, end this command and go on with --resume and more --stations.",
    WhyKnocks.SAME_ADDRESS: "To let it in, end this command and go on with --resume and a higher "
    "--per-address.",
    WhyKnocks.OTHER_ADDRESS: "To let it in, end this command and go on with --resume and "
    "--any-address.",
    WhyKnocks.OLD_TOKEN: "To let it in, unpair the station with hcmd-lab kiosks release STATION, "
    "and pair it again with the code.",
}

_GOES_ON = Sentence(
    "What happens in the session cannot be told on standard output any more ({reason}). The "
    "session goes on."
)
_NOT_TOLD_OF_END = Sentence(
    "What the session has come to cannot be told on standard output ({reason}). It is saved."
)


class SessionReporter:
    """Reports the session's progress in words, or as JSON lines for a parent program.

    A session does not depend on who reads of it: once it is open, a reader that is gone or a disk
    that is full ends the reporting and nothing else.
    """

    def __init__(self, host: SessionHost, *, as_json: bool) -> None:
        """Report from now on.

        Args:
            host: The host of an open session.
            as_json: Whether as JSON, one object a line.
        """
        self._host = host
        self._as_json = as_json
        self._is_begun = self._is_over = False
        self._if_unread = _GOES_ON
        host.runner.group_ended.connect(self._group_ended)
        host.runner.happened.connect(self._happened)
        host.runner.storage_failed.connect(self._storage_failed)
        host.runner.storage_works.connect(self._storage_works)
        host.alarms.raised.connect(self._alarm)
        host.door_changed.connect(self._knocks)
        self._told_knocks: set[Knock] = set()

    def listening(self, contents: SessionContents | None, pin: str, *, resumed: bool) -> None:
        """Tell where the session can be reached, and what a new one contains.

        Args:
            contents: What a new session contains; None of one that continues.
            pin: The PIN to leave a kiosk; empty if only its hash is known.
            resumed: Whether the session had begun before.
        """
        host, told, missing = self._host, {}, {}
        if contents is not None:
            told = {each.value: content_words(contents, each) for each in Content}
            missing = {gap.value: gap_words(contents, gap) for gap in contents.gaps}
            if not self._as_json:
                for each in Content:
                    tell(f"{content_title(each)}: {told[each]}")
                for words in missing.values():
                    tell(Text(f"Note: {words}", "yellow"))
        self._tell(
            Text.assemble(
                f"Session {host.session} {'continues' if resumed else 'is open'} on port "
                f"{host.port}. Pairing code: ",
                (host.pairing_code, "bold"),
                ". PIN to leave a kiosk: ",
                (pin, "bold") if pin else "as before (only its hash is kept)",
            ),
            event="listening",
            session=host.session,
            port=host.port,
            code=host.pairing_code,
            exit_pin=pin,
            resumed=resumed,
            contents=told,
            missing=missing,
        )
        self._is_begun = True

    def finished(self) -> None:
        """Tell how many groups have ended, and how the session continues if some have not."""
        self._if_unread = _NOT_TOLD_OF_END
        state = self._host.runner.state
        ended = sum(group.ended for group in state.groups.values())
        self._tell(
            str(
                Sentence(
                    "Session {session}: {ended} of {n} group(s) ended.",
                    session=self._host.session,
                    ended=ended,
                    n=len(state.groups),
                )
            )
            + ("" if state.closed else " To continue it, add --resume."),
            event="finished",
            session=self._host.session,
            groups=ended,
            closed=state.closed,
        )

    def _happened(self, events: tuple[ev.SessionEvent, ...]) -> None:
        for event in events:
            if isinstance(event, ev.CheckedIn) and event.took_part_before:
                self._tell(
                    f"Station {event.station}: the participant has taken part before.",
                    event="took_part_before",
                    station=event.station,
                )
            elif isinstance(event, ev.CheckInRefused):
                self._tell(
                    f"Station {event.station}: a check-in was refused ({event.why}).",
                    event="check_in_refused",
                    station=event.station,
                    why=event.why,
                )

    def _alarm(self, alarm: Alarm) -> None:
        # What is repeated a thousand times is not printed a thousand times.
        if alarm.count.bit_count() == 1:
            words = alarm_words(alarm)
            self._tell(
                Text(f"Alarm: {words}", "red"),
                event="alarm",
                kind=alarm.kind,
                station=alarm.station,
                address=alarm.address,
                count=alarm.count,
                sentence=words,
            )

    def _knocks(self) -> None:
        """Say who waits at the door, and how they come in: nobody can be asked here."""
        for knock in self._host.door.knocks:
            if knock not in self._told_knocks:
                self._told_knocks.add(knock)
                words, way_in = knock_words(knock), _WAYS_IN[knock.why]
                self._tell(
                    Text(f"At the door: station {words}. {way_in}", "yellow"),
                    event="knock",
                    station=knock.station,
                    address=knock.address,
                    why=knock.why,
                    sentence=f"{words}. {way_in}",
                )

    def _group_ended(self, number: int) -> None:
        groups = self._host.runner.state.groups
        phase = groups[number].phase
        self._tell(
            f"Group {number} of {len(groups)} {_ended(phase)}.",
            event="group_ended",
            group=number,
            complete=phase is Phase.FINISHED,
        )

    def _storage_failed(self, sentence: Sentence) -> None:
        self._tell(Text(str(sentence), "red"), event="storage_failed", sentence=str(sentence))

    def _storage_works(self) -> None:
        sentence = "Everything is saved again."
        self._tell(Text(sentence, "green"), event="storage_works", sentence=sentence)

    def _tell(self, words: str | Text, **fields: Any) -> None:  # noqa: ANN401 - any JSON value
        if self._is_over:
            return
        try:
            if self._as_json:
                write_out(json.dumps(fields) + "\n")
            else:
                tell(words)
        except (BrokenPipeError, OperatorError) as error:
            if not self._is_begun:  # nobody knows the code
                raise
            self._is_over = True
            end_of_output(self._if_unread, error)


def _ended(phase: Phase) -> str:
    """How a group has ended, as the rest of a sentence."""
    if phase is Phase.VOID:
        return "has been declared void"
    if phase is Phase.UNFILLED:
        return "has closed before it started"
    return "is complete" if phase is Phase.FINISHED else "has ended early"
