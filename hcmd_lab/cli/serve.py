"""`hcmd-lab serve`: host a session without a window."""

import gc
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from PySide6.QtCore import QCoreApplication, QTimer

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
    warn_of_place,
)
from hcmd_lab.cli.session_reporter import SessionReporter
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import read_text
from hcmd_lab.game.played import PURPOSES, Purpose
from hcmd_lab.game.session_rules import SessionRules, parse_rules
from hcmd_lab.hosting.exit_pins import ExitPins
from hcmd_lab.hosting.session_host import DoorRules, SessionHost
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.session_contents import session_contents
from hcmd_lab.study.setting_kinds import reject_study_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import played_in
from hcmd_lab.study.study import Study

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
            help="Number of the contrast to play, from `hcmd-lab contrast list STUDY`; by default "
            "those that need groups, in turn.",
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
        warn_of_place(study)
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
            is_attended=False,
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
        reporter = SessionReporter(host, as_json=as_json)
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
