"""`hcmd-lab serve`: host a session without a window."""

import gc
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from PySide6.QtCore import QCoreApplication, QTimer
from rich.text import Text

from hcmd_lab.cli.event_loop import run_event_loop
from hcmd_lab.cli.kiosks import AnnounceOption, IdentityOption
from hcmd_lab.cli.label_options import (
    ColumnOption,
    HeadingOption,
    read_with_options,
    table_words,
)
from hcmd_lab.cli.output import (
    SessionSetOption,
    StudyArgument,
    parse_changes,
    people,
    read_settings,
    tell,
    write_out,
)
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import read_text
from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import Alarm
from hcmd_lab.game.played import PURPOSES, Purpose
from hcmd_lab.game.session_rules import SessionRules, parse_rules
from hcmd_lab.game.state import Phase
from hcmd_lab.hosting.exit_pins import ExitPins
from hcmd_lab.hosting.session_host import DoorRules, SessionHost
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.door import Knock, WhyKnocks
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.session_contents import Content, SessionContents, session_contents
from hcmd_lab.study.setting_kinds import reject_study_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import played_in
from hcmd_lab.study.study import Study
from hcmd_lab.telling.alarms import alarm_words, knock_words
from hcmd_lab.telling.session_contents import content_title, content_words, gap_words

_LINGER_MS = 3000
EXIT_PIN = "HCMD_LAB_EXIT_PIN"


def serve(
    study: StudyArgument,
    purpose: Annotated[
        str, typer.Option(help="acquire, evaluate or pilot; by default what the study needs now.")
    ] = "",
    groups: Annotated[
        int | None,
        typer.Option(
            min=1, help="Groups to play; by default as many as are missing.", show_default=False
        ),
    ] = None,
    contrast: Annotated[
        int | None,
        typer.Option(
            help="Number of the contrast to play, from `hcmd-lab contrast list`; by default those "
            "that need groups, in turn.",
            show_default=False,
        ),
    ] = None,
    address: Annotated[
        str, typer.Option(help="Network address to listen on; 127.0.0.1 is for this computer only.")
    ] = ALL_NETWORKS,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = DEFAULT_PORT,
    settings: Annotated[
        Path | None, typer.Option(help="A TOML file with settings of the session.")
    ] = None,
    changes: SessionSetOption = None,
    participant_list: Annotated[
        Path | None,
        typer.Option(
            "--participant-list",
            "--guests",
            help="Only labels of this list can check in (switches participant_list on).",
        ),
    ] = None,
    label_column: ColumnOption = "",
    heading: HeadingOption = None,
    identity: IdentityOption = None,
    exit_pin_file: Annotated[
        Path | None,
        typer.Option(
            help="A file with the PIN to leave a kiosk, 4 to 12 digits; also taken from the "
            f"environment variable {EXIT_PIN}. By default the study's last one, or a new one, "
            "which is shown.",
            show_default=False,
        ),
    ] = None,
    announce: AnnounceOption = True,
    stations: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Stations expected: no more are paired then. By default one for each seat.",
            show_default=False,
        ),
    ] = None,
    per_address: Annotated[
        int,
        typer.Option(min=1, help="Stations that may be paired from one computer's address."),
    ] = 1,
    any_address: Annotated[
        bool,
        typer.Option(
            "--any-address",
            help="Let paired stations in also from another address than last time.",
        ),
    ] = False,
    bots: Annotated[
        str,
        typer.Option(
            help="Stations at which simulated participants may sit, like 1,2,3, or all; where all "
            "people are simulated they may sit anywhere."
        ),
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue the unfinished session where it stopped.")
    ] = False,
    abandon: Annotated[
        bool,
        typer.Option(
            "--abandon", help="End the unfinished session, with pay for the rounds played so far."
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print events as JSON, one per line.")
    ] = False,
) -> None:
    """Host a new session or, with --resume, the unfinished one."""
    application = QCoreApplication.instance() or QCoreApplication([])
    from_file = read_settings(settings) if settings else {}
    labels: tuple[str, ...] = ()
    if participant_list:
        table = read_with_options(participant_list, label_column, heading)
        people.print(table_words(table), soft_wrap=True)
        labels = table.labels()
    listed = {"participant_list": True} if participant_list else {}
    given = from_file | parse_changes(changes) | listed
    reject_study_settings(given, StudySettings)
    with Store.open(study) as store:
        opened = Study(store)
        rules = parse_rules(given, _without_help(opened.default_rules))
        pins = ExitPins(store)
        pins.set(_given_pin(exit_pin_file))
        host = SessionHost(
            opened,
            address,
            exit_pin_hash=pins.require(),
            identity=identity,
            announce=announce,
            rules=DoorRules(stations, per_address, any_address, _bots(bots)),
        )
        unfinished = host.unfinished_session()
        contents = None
        _require_choice(store, unfinished, resume=resume, abandon=abandon)
        if unfinished is None:
            _require_nobody_to_ask(rules, opened)
            wanted = _purpose(purpose, opened)
            number = groups or opened.groups_wanted or 1
            contents = session_contents(opened, wanted, number, rules, labels, contrast)
            host.open_session(wanted, number, rules, port, labels, contrast)
        else:
            _require_nothing_new(
                {
                    "--purpose": purpose,
                    "--groups": groups,
                    "--contrast": contrast,
                    "--settings": settings,
                    "--set": changes,
                    "--participant-list": participant_list,
                }
            )
            host.resume_session(unfinished, port)
            if abandon:
                host.abandon()
        reporter = _Reporter(host, as_json)
        reporter.listening(contents, pins.known, resumed=unfinished is not None)
        _run(application, host)
        reporter.finished()
        host.close()
        store.back_up(Occasion.SESSION)


def _given_pin(file: Path | None) -> str:
    """The PIN from a file or the environment, which no list of processes shows; empty for none."""
    if file is None:
        return os.environ.get(EXIT_PIN, "")
    pin = read_text(file, str(file)).strip()
    if not pin:
        raise UsageError("{file} has no PIN; write 4 to 12 digits into it.", file=file)
    return pin


def _bots(text: str) -> frozenset[str] | None:
    """The stations where simulated participants may sit; None for all."""
    return None if text == "all" else frozenset(filter(None, map(str.strip, text.split(","))))


def _require_choice(store: Store, unfinished: str | None, *, resume: bool, abandon: bool) -> None:
    """Require an explicit choice about an unfinished session, perhaps of another day."""
    if unfinished is None:
        if resume or abandon:
            raise UsageError(
                "The study has no unfinished session; leave out --resume and --abandon."
            )
        return
    if not resume and not abandon:
        opened = store.sessions.get(unfinished).opened_utc
        raise UsageError(
            "Session {session}, opened on {day}, has not ended; continue it with --resume, or end "
            "it and pay for the rounds played so far with --abandon.",
            session=unfinished,
            day=opened[:10],
        )


def _require_nothing_new(given: Mapping[str, object]) -> None:
    """Require that nothing is asked of an unfinished session that it cannot take any more."""
    for option, value in given.items():
        if value:
            raise UsageError(
                "An unfinished session keeps its purpose, groups, settings and participant list; "
                "leave out {option}.",
                option=option,
            )


def _without_help(rules: SessionRules) -> SessionRules:
    """The defaults, less the control questions, at which people wait for the experimenter."""
    return replace(rules, script=replace(rules.script, control_questions=False))


def _require_nobody_to_ask(rules: SessionRules, study: Study) -> None:
    """Reject settings that need an experimenter's window, which this command lacks."""
    script = rules.script
    waiting = {
        "auto_start": not rules.settings.auto_start,
        "gate_instructions": script.gate_instructions,
        "gate_questionnaire": script.gate_questionnaire,
        # Simulated participants find the right answers without help.
        "control_questions": script.control_questions and not study.settings.simulated,
    }
    for setting, waits in waiting.items():
        if waits:
            raise UsageError(
                "With the setting {setting}, participants wait for the experimenter, whom this "
                "command cannot ask; host the session in the control window, with hcmd-lab open, "
                "or change the setting.",
                setting=setting,
            )


def _purpose(purpose: str, study: Study) -> Purpose:
    if not purpose:
        needed = played_in(study.status().step)
        if needed is None:
            raise OperatorError.of(study.status().sentence)
        return needed
    for known in PURPOSES:
        if purpose == known:
            return known
    raise UsageError(
        "A session's purpose is acquire, evaluate or pilot, not {purpose}.", purpose=purpose
    )


def _run(application: QCoreApplication, host: SessionHost) -> None:
    """Run until the session has ended and its stations know it, or until a signal arrives."""
    host.runner.session_ended.connect(lambda: QTimer.singleShot(_LINGER_MS, application.quit))
    host.all_stations_left.connect(application.quit)
    # What is loaded now stays; a collection while people play need not look through it.
    gc.collect()
    gc.freeze()
    if not host.runner.state.closed:
        run_event_loop(application)


_WAYS_IN: dict[WhyKnocks, str] = {
    WhyKnocks.CLOSED: "To let it in, end this command and go on with --resume and more --stations.",
    WhyKnocks.SAME_ADDRESS: "To let it in, end this command and go on with --resume and a higher "
    "--per-address.",
    WhyKnocks.OTHER_ADDRESS: "To let it in, end this command and go on with --resume and "
    "--any-address.",
    WhyKnocks.OLD_TOKEN: "To let it in, unpair the station with hcmd-lab kiosks release, and pair "
    "it again with the code.",
}


class _Reporter:
    """Reports the session's progress in words, or as JSON lines for a parent program."""

    def __init__(self, host: SessionHost, as_json: bool) -> None:
        self._host = host
        self._as_json = as_json
        host.runner.group_ended.connect(self._group_ended)
        host.runner.happened.connect(self._happened)
        host.runner.storage_failed.connect(self._storage_failed)
        host.alarms.raised.connect(self._alarm)
        host.door_changed.connect(self._knocks)
        self._told_knocks: set[Knock] = set()

    def listening(self, contents: SessionContents | None, pin: str, *, resumed: bool) -> None:
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

    def finished(self) -> None:
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

    def _tell(self, words: str | Text, **fields: Any) -> None:  # noqa: ANN401 - any JSON value
        if self._as_json:
            write_out(json.dumps(fields) + "\n")
        else:
            tell(words)


def _ended(phase: Phase) -> str:
    """How a group has ended, as the rest of a sentence."""
    if phase is Phase.VOID:
        return "has been declared void"
    if phase is Phase.UNFILLED:
        return "has closed before it started"
    return "is complete" if phase is Phase.FINISHED else "has ended early"
