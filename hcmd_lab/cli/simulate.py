"""`hcmd-lab simulate`: the whole loop with simulated people, in one process, without sockets."""

import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.output import (
    JsonOption,
    SetOption,
    parse_changes,
    people,
    print_json,
    show_progress,
    tell,
)
from hcmd_lab.cli.study import SeedOption, asked_seed, create_or_continue
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import Preset
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import summarise
from hcmd_lab.telling import counts
from hcmd_lab.telling.evaluation_results import evaluated


def simulate(
    preset: Annotated[
        str | None,
        typer.Option(help=f"The preset: {', '.join(Preset)}.", show_default=Preset.QUICK.value),
    ] = None,
    seed: SeedOption = None,
    study: Annotated[
        Path | None,
        typer.Option(help="Folder to keep the study in; a stopped study continues there."),
    ] = None,
    changes: SetOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run the loop with simulated people in one process; the same seed gives the same results."""
    with tempfile.TemporaryDirectory() if study is None else nullcontext() as temporary:
        folder = study or Path(str(temporary)) / "study"
        create_or_continue(folder, preset, {}, asked_seed(seed) | parse_changes(changes))
        with stops_on_interrupt() as stop, Store.open(folder) as store:
            opened = Study(store, run_here)
            while (now := opened.status()).step is not Step.DONE:
                if stop.is_set():
                    _stopped(study)
                take_step(opened, now, stop.is_set)
            summary = summarise(opened, timings=False)
    if as_json:
        print_json(summary)
        return
    for result in summary.evaluations:
        tell(evaluated(result, simulated=True))


def take_step(study: Study, now: StudyStatus, should_stop: Callable[[], bool]) -> None:
    """Take the step that the study is at now, or begin it, if it is to stop."""
    if now.groups_missing:
        missing = counts.groups(now.groups_missing)
        with people.status(f"Iteration {now.iteration}: playing {missing}"):
            play_missing_groups(study)
        return
    title = f"Iteration {now.iteration} {now.step.upper()}"
    show_progress(title, study.perform(now.step, should_stop))


def _stopped(kept_in: Path | None) -> NoReturn:
    went = "The same command continues it." if kept_in else "It was kept nowhere; see --study."
    people.print(f"The study is not complete. {went}")
    raise typer.Exit(130)
