"""`hcmd-lab study`: make a study, show where it stands."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.table import Table

from hcmd_lab.cli import going_back
from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.irrevocable import DryRunOption, YesOption, require_agreement
from hcmd_lab.cli.output import (
    JsonOption,
    SetOption,
    StudyArgument,
    parse_changes,
    people,
    print_json,
    read_settings,
    show_progress,
    tell,
    warn_of_place,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.game.idle_settings import require_effect
from hcmd_lab.game.setting_values import current_names, parse
from hcmd_lab.game.settings import describe
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.shell_words import as_typed
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.unseen_changes import told_as_changed
from hcmd_lab.study.deleting import contents_of, move_to_bin
from hcmd_lab.study.going_back import set_aside
from hcmd_lab.study.making import duplicate_study, make_study
from hcmd_lab.study.presets import PRESETS, Preset, make_settings, with_preset
from hcmd_lab.study.remaking import Remade
from hcmd_lab.study.remaking import remake as remake_lost
from hcmd_lab.study.rows_of_the_log import told_as_altered
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling import counts
from hcmd_lab.telling.contents import contents_in_words
from hcmd_lab.telling.going_back import set_aside_in_words
from hcmd_lab.telling.groups import count_in_words, group_count_in_words
from hcmd_lab.telling.model_data import model_data_in_words
from hcmd_lab.telling.standing import standing_in_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.training import run_job

app = typer.Typer(
    help="Make studies, see where they stand, change their plan, go back.", no_args_is_help=True
)


SeedOption = Annotated[
    int | None, typer.Option(min=0, help="Seed of everything random.", show_default="1")
]


def asked_seed(seed: int | None) -> dict[str, object]:
    """The seed as a change of the settings; none if it was not asked for."""
    return {} if seed is None else {"seed": seed}


def create_or_continue(
    folder: Path, preset: str | None, usual: dict[str, object], changes: dict[str, object]
) -> None:
    """Create a study of simulated participants, or continue an existing one.

    Args:
        folder: The study's folder.
        preset: The preset that was asked for; None if none was.
        usual: What a new study has instead of the preset's values, unless it is changed.
        changes: What was asked for by itself.

    Raises:
        UsageError: The study that is there is one of people, or not the one that is asked for.
        OperatorError: It cannot be read, or a new one not be made.
    """
    if (folder / "study.db").is_file():
        with Store.read(folder) as store:
            settings = Study(store).settings
        if not settings.simulated:
            raise UsageError(
                "{folder} is a study of people, where simulated participants would not count; "
                "choose another folder.",
                folder=folder,
            )
        _require_same(folder, settings, preset, changes)
        people.print(f"Continuing the study {folder} and its own settings.", soft_wrap=True)
    else:
        made = {"participants": "simulated"} | usual | changes
        create_study(folder, preset or Preset.QUICK, made)


def _require_same(
    folder: Path, settings: StudySettings, preset: str | None, changes: dict[str, object]
) -> None:
    """Require that a study has what is asked of a new one: its settings are fixed.

    Raises:
        UsageError: It has not, or no study can have it.
    """
    asked = with_preset(preset, changes) if preset else current_names(StudySettings, changes)
    made = parse(StudySettings, asked)
    changed = current_names(StudySettings, changes)
    by_preset = {name for values in PRESETS.values() for name in values} if preset else set()
    for each in describe(StudySettings):
        if each.name in changed:
            wanted = each.check(changed[each.name])
        elif each.name in by_preset and each.name != "games":  # those follow from the game
            wanted = getattr(made, each.name)
        else:
            continue
        if wanted != (kept := getattr(settings, each.name)):
            raise UsageError(
                "{setting} is {kept} in the study {folder}, and not {wanted}; leave out what does "
                "not agree with the study to continue it, or choose another folder.",
                setting=each.name,
                kept=json.dumps(kept),
                folder=folder,
                wanted=json.dumps(wanted),
            )


def create_study(folder: Path, preset: str, changes: dict[str, object]) -> None:
    """Create a study folder from a preset with changes.

    Raises:
        OperatorError: The folder is taken, a setting is not valid, or the study cannot begin with
            the mechanism that it asks for.
    """
    settings = make_settings(preset, changes)
    require_effect(StudySettings, changes)
    make_study(folder, settings).close()
    warn_of_place(folder)


@app.command("new")
def new(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
    preset: Annotated[str, typer.Option(help=f"The preset to start from: {', '.join(Preset)}.")] = (
        Preset.STANDARD
    ),
    settings: Annotated[Path | None, typer.Option(help="A TOML file with settings.")] = None,
    warm_start: Annotated[
        Path | None,
        typer.Option(
            help="A study whose newest mechanism becomes the first one here (warm_start)."
        ),
    ] = None,
    changes: SetOption = None,
) -> None:
    """Create a study and its first mechanism: a random one, or one taken from another study."""
    from_file = read_settings(settings) if settings else {}
    start: dict[str, object] = {"warm_start": str(warm_start)} if warm_start else {}
    create_study(folder, preset, from_file | parse_changes(changes) | start)
    begin(folder)


@app.command("begin")
def begin(folder: StudyArgument) -> None:
    """Create the first mechanism (again part of `new`, if that was interrupted)."""
    with stops_on_interrupt() as stop, Store.open(folder) as store:
        study = Study(store)
        outcome = show_progress("First mechanism", study.perform(Step.INITIALISE, stop.is_set))
        if isinstance(outcome, Stopped):
            people.print(
                "The study is made, its first mechanism is not: it was stopped. hcmd-lab study "
                f"begin {as_typed(folder)} makes it.",
                soft_wrap=True,
            )
            raise typer.Exit(130)
        tell(f"Study {folder}: {study.status().sentence}")


@app.command("status")
def show_status(folder: StudyArgument, as_json: JsonOption = False) -> None:
    """Show where a study stands in the loop and what comes next."""
    with Store.read(folder) as store:
        study = Study(store)
        now, facts = study.status(), study.facts()
        standing = standing_in_words(study)
        recommendations = study.recommendations()
        groups = study.group_counts()
        data, lacks = study.model_data(now.iteration), study.lacking()
        aside = set_aside(study)
        changed, altered = told_as_changed(store.changed()), told_as_altered(store)
    if as_json:
        concluded = {
            "standing": now.standing,
            "recommendations": recommendations,
            "sentence": str(now.sentence),
            "news": None if now.news is None else str(now.news),
            "data": msgspec.to_builtins(data, str_keys=True)
            | {"empty_conditions": data.empty_conditions},
            "lacking": [str(each) for each in lacks],
            "changed": None if changed is None else str(changed),
            "altered": None if altered is None else str(altered),
            "set_aside": {
                "runs": [
                    {"run": run.id, "step": run.kind, "iteration": run.iteration}
                    for run in aside.runs
                ],
                "sessions": [session.code for session in aside.sessions],
                "groups": aside.groups,
                "data": aside.data,
                "sentences": set_aside_in_words(aside),
            },
            "counted": [
                {
                    "session": group.session,
                    "group": group.number,
                    "counts": count.counts,
                    "exclusion": count.exclusion,
                    "stations": count.stations,
                    "sentence": str(count_in_words(count)),
                }
                for group, count in groups
            ],
        }
        print_json(msgspec.to_builtins(now) | concluded)
        return
    table = Table(title=study.settings.name)
    for heading in ("Iteration", "Groups", "MODEL", "OPTIMIZE", "CONVERGENCE"):
        table.add_column(heading, justify="right")
    for iteration, target in enumerate(study.settings.groups, start=1):
        steps = (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE)
        done = ["done" if facts.has(step, iteration) else "" for step in steps]
        table.add_row(
            str(iteration), str(counts.of_planned(facts.acquired[iteration], target)), *done
        )
    tell(table)
    for wrong in (changed, altered):
        if wrong is not None:
            tell(str(wrong), style="red")
    tell(standing)
    if now.step in (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE):
        tell(model_data_in_words(data))
    for lack in lacks:
        tell(translate(lack))
    for line in set_aside_in_words(aside):
        tell(line)
    for group, count in groups:
        if count.exclusion is not None:
            words = group_count_in_words(group.number, count)
            tell(f"Session {group.session}, {words}")


@app.command("remake")
def remake(folder: StudyArgument, as_json: JsonOption = False) -> None:
    """Make missing or damaged checkpoints and tables again, from the log and the recorded jobs.

    They are taken only if they are bit-identical to what the study has recorded.
    """
    made: list[Remade] = []
    with stops_on_interrupt() as stop, Store.open(folder) as store:
        reports = remake_lost(Study(store), run_job, stop.is_set)
        outcome = show_progress("Making again", _noting(reports, made))
    if isinstance(outcome, Stopped):
        people.print("Stopped and saved; the same command continues it.")
        raise typer.Exit(130)
    if as_json:
        print_json(
            [
                {
                    "step": each.step,
                    "iteration": each.iteration,
                    "is_identical": each.is_identical,
                    "sentence": str(each.sentence),
                }
                for each in made
            ]
        )
    else:
        for each in made:
            tell(translate(each.sentence))
        if not made:
            tell("Nothing to make again: no checkpoint or table is missing or damaged.")
    if not all(each.is_identical for each in made):
        raise typer.Exit(1)


app.command("back")(going_back.back)


def _noting(
    reports: Iterable[Progress | Stopped | Remade], made: list[Remade]
) -> Iterator[Progress | Stopped]:
    """The reports that a bar shows; what was made goes to a list."""
    for report in reports:
        if isinstance(report, Remade):
            made.append(report)
        else:
            yield report


@app.command("duplicate")
def duplicate(
    study: StudyArgument,
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
    name: Annotated[str, typer.Option(help="Name of the new study; by default its folder's.")] = "",
    settings: Annotated[bool, typer.Option(help="Take over the settings.")] = True,
    texts: Annotated[bool, typer.Option(help="Take over the study's own texts.")] = True,
) -> None:
    """Create a study with the settings and texts of another one, without its data."""
    duplicate_study(
        study, folder, name or folder.name, with_settings=settings, with_texts=texts
    ).close()
    begin(folder)


@app.command("extend")
def extend(
    study: StudyArgument,
    groups: Annotated[
        int | None, typer.Option(help="Groups of the iteration; by default as in the last one.")
    ] = None,
    updates: Annotated[
        int | None, typer.Option(help="Updates of OPTIMIZE; by default as in the last one.")
    ] = None,
) -> None:
    """Add an iteration to the plan of a study whose training is not at its end."""
    with Store.open(study) as store:
        opened = Study(store)
        last = opened.settings
        opened.add_iteration(
            last.groups[-1] if groups is None else groups,
            last.updates[-1] if updates is None else updates,
        )
        tell(str(opened.status().sentence))


@app.command("more-groups")
def more_groups(
    study: StudyArgument,
    groups: Annotated[int, typer.Option(help="How many more groups are to play.")],
    contrast: Annotated[
        int | None,
        typer.Option(help="Number of the contrast that gets them, where several are undecided."),
    ] = None,
) -> None:
    """Add groups to the comparison of a study with a sequential plan, or to one contrast."""
    with Store.open(study) as store:
        opened = Study(store)
        opened.add_evaluation_groups(groups, contrast)
        tell(str(opened.status().sentence))


@app.command("delete")
def delete(
    study: StudyArgument,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Move a study with everything in it to the computer's bin."""
    act = str(contents_in_words(contents_of(study)))
    if dry_run:
        tell(act)
        return
    require_agreement(act, "Move it to the bin?", yes=yes)
    move_to_bin(study)
    tell(f"The study {study} is in the bin.")
