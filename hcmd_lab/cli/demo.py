"""`hcmd-lab demo`: the whole loop on this computer, sessions over real sockets."""

import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.progress import track

from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.output import SetOption, parse_changes, people, show_progress, tell
from hcmd_lab.cli.study import SeedOption, asked_seed, create_or_continue
from hcmd_lab.display import has_display
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.processes import BotStations, HostProcess, lab_command, start_bot
from hcmd_lab.shell_words import as_typed
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import Preset
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import IterationSummary, StudySummary, summarise
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.system_libraries import Purpose, for_windows, require_libraries
from hcmd_lab.telling import counts
from hcmd_lab.telling.convergence_results import recommended
from hcmd_lab.telling.evaluation_results import evaluated
from hcmd_lab.telling.game import caution_in_words
from hcmd_lab.telling.optimize_results import expected_share
from hcmd_lab.telling.statistics import nats
from hcmd_lab.telling.verdict import simulated_verdict

SHORT: dict[str, object] = {
    "groups": [20],
    "updates": [600],
    "learning_rate": 1e-3,
    "evaluation_groups": 24,
    # As in a new study: a few groups that compare the mechanism with itself teach too little.
    "acquire": Acquire.INFORMATIVE.value,
    # Much like the random mechanism that training begins with, so that their votes show what
    # training has changed.
    "baseline": BaselineName.STRICT_EGALITARIAN.value,
}
"""Changes of the quick preset: a loop that is over within minutes on two cores."""

_INTERRUPTED = 130


def demo(
    study: Annotated[
        Path | None, typer.Option(help="Folder of the study; a stopped demo continues there.")
    ] = None,
    preset: Annotated[
        str,
        typer.Option(help=f"The preset: {', '.join(Preset)}; by default one short iteration."),
    ] = "",
    seed: SeedOption = None,
    changes: SetOption = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Also write the figures to this file.")
    ] = None,
    windows: Annotated[
        bool | None,
        typer.Option(
            "--windows/--headless",
            help="With or without windows; by default with, where there is a display.",
        ),
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Run at full speed instead of a speed to watch.")
    ] = False,
    close: Annotated[
        bool, typer.Option("--close", help="Close the windows when the study is complete.")
    ] = False,
) -> None:
    """Play the whole loop with simulated people at networked stations of one group, and learn.

    On a display it opens the control window and kiosks, at which seats can be taken over, and
    ends with a seat to play at, a longer study to watch and a study to make.
    """
    in_windows = has_display() if windows is None else windows
    # A demo that plays for minutes and then cannot draw its report has been for nothing.
    require_libraries(*(for_windows() if in_windows else (Purpose.ALL, Purpose.PICTURES)))
    folder = study or Path(tempfile.mkdtemp(prefix="hcmd-demo-")) / "study"
    usual = {"name": "Demo"} | ({} if preset else SHORT)
    asked = asked_seed(seed) | parse_changes(changes)
    create_or_continue(folder, preset or None, usual, asked)
    tell(f"Study: {folder}")
    if in_windows:
        _show(folder, fast, close)
        if _status(folder).step is not Step.DONE:
            _say_how_to_go_on(folder)
            return
    else:
        try:
            _run_without_windows(folder)
        except KeyboardInterrupt:
            _say_how_to_go_on(folder)
            raise
    from hcmd_lab.figures.report.writing import write_study_report  # noqa: PLC0415 - other commands draw nothing

    with Store.open(folder) as store:
        opened = Study(store)
        summary = summarise(opened, timings=True)
        report = write_study_report(opened)
        verdict = simulated_verdict(opened)
        names = opened.mechanisms.trained_names()
        caution = caution_in_words(opened.game, simulated=True)
    if json_file is not None:
        try:
            atomic_write(json_file, msgspec.json.format(msgspec.json.encode(summary), indent=2))
        except OSError as error:
            raise OperatorError(
                "The figures cannot be written to {path} ({reason}); {remedy}, or choose another "
                "folder.",
                path=json_file,
                reason=reason_of(error),
                remedy=remedy_of(error),
            ) from error
    _tell(summary, names)
    tell(verdict)
    if caution:
        tell(caution)
    tell(f"Report with pictures: {report}")


def _show(folder: Path, fast: bool, close: bool) -> None:
    """Run the demo in the control window; returns when the window is closed."""
    with Store.read(folder) as store:
        seed = ReadOnlyStudy(store).settings.seed
    options = ["--demo-fast"] * fast + ["--demo-close"] * close
    command = lab_command("open", str(folder), "--demo-seed", str(seed), *options)
    window = subprocess.Popen(command)  # noqa: S603 - our own program
    # Ctrl+C reaches the window too, which then closes the study in order.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = window.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if code in (_INTERRUPTED, -signal.SIGINT):  # asked to end, or not waited for
        _say_how_to_go_on(folder)
        raise KeyboardInterrupt
    if code:
        raise OperatorError(
            "The control window ended with code {code}; its output is above.",
            code=code,
        )


def _say_how_to_go_on(folder: Path) -> None:
    people.print(
        f"The study is not complete; continue with: hcmd-lab demo --study {as_typed(folder)}",
        soft_wrap=True,
    )


def _run_without_windows(folder: Path) -> None:
    while (now := _status(folder)).step is not Step.DONE:
        if now.groups_missing:
            _play(folder, now)
        else:
            _compute(folder, now)


def _status(folder: Path) -> StudyStatus:
    with Store.read(folder) as store:
        return Study(store).status()


def _compute(folder: Path, now: StudyStatus) -> None:
    with stops_on_interrupt() as stop, Store.open(folder) as store:
        title = f"Iteration {now.iteration} {now.step.upper()}"
        outcome = show_progress(title, Study(store).perform(now.step, stop.is_set))
    if isinstance(outcome, Stopped):
        raise KeyboardInterrupt


def _play(folder: Path, now: StudyStatus) -> None:
    """Play the missing groups with a host process and a station process for each seat."""
    with Store.read(folder) as store:
        study = ReadOnlyStudy(store)
        settings, seats = study.settings, study.game.seats
        interrupted = store.sessions.unfinished() is not None
    who = ("--people", settings.people, "--people-spread", str(settings.people_spread))
    resume = ["--resume"] if interrupted else []
    with HostProcess(folder, [*resume, "--port", "0"]) as host:
        state = folder / "keys" / "stations"

        def start(number: int) -> "subprocess.Popen[str]":
            choices = 1000 * (settings.seed + now.iteration) + number
            return start_bot(host, str(number), state, choices, *who)

        with BotStations(host, seats, start) as stations:
            ended = (report for report in host.reports() if report["event"] == "group_ended")
            title = f"Iteration {now.iteration} {now.step.upper()}: groups at {seats} stations"
            complete = sum(
                report["complete"]
                for report in track(ended, title, total=now.groups_missing, console=people)
            )
    if stations.problem:
        raise OperatorError(
            "A station of the demo could not be kept running: {problem} Run the demo again; it "
            "goes on where it was.",
            problem=stations.problem,
        )
    if not complete:
        raise OperatorError("The session ended without a complete group; run the demo again.")


def _tell(summary: StudySummary, names: Sequence[str] = ()) -> None:
    for turn in summary.iterations:
        said = turn.recommendation and recommended(turn.recommendation, turn.iteration)
        tell(
            f"Iteration {turn.iteration}: {counts.groups(turn.groups)}, "
            f"{counts.decisions(turn.decisions)}; "
            f"cross-entropy {nats(turn.contribution_cross_entropy.held_out)} per decision; "
            f"{counts.updates(turn.updates)}. "
            f"{_expected(turn, names)} {said}"
        )
    for result in summary.evaluations:
        tell(evaluated(result, simulated=summary.simulated))


def _expected(turn: IterationSummary, names: Sequence[str]) -> str:
    return expected_share(turn.vote_share, turn.iteration, turn.against, turn.kept_at, names)
