"""`hcmd-lab model`, `optimize`, `converge`, `evaluate`: the steps that compute."""

from typing import Annotated

import msgspec
import typer

from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.cli.output import JsonOption, StudyArgument, people, print_json, show_progress, tell
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.resting import resting
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, begun_step, is_saved
from hcmd_lab.study.study import Study
from hcmd_lab.telling.checks import prediction_told
from hcmd_lab.telling.going_on import going_on
from hcmd_lab.telling.model_data import model_data_in_words
from hcmd_lab.telling.objectives import objectives_in_words
from hcmd_lab.telling.results import result_in_words
from hcmd_lab.telling.translate import translate

AgainOption = Annotated[
    bool,
    typer.Option(
        "--again",
        help="Take the step anew, with the data as they are now; its earlier result is kept.",
    ),
]


NewSeedOption = Annotated[
    bool,
    typer.Option(
        "--new-seed",
        help="Draw anew: with the seed that it had, the same data and settings give the same "
        "result, bit by bit, on the same device.",
    ),
]


def model(
    study: StudyArgument,
    again: AgainOption = False,
    new_seed: NewSeedOption = False,
    as_json: JsonOption = False,
) -> None:
    """MODEL: fit how people contribute and vote."""
    _perform(study, Step.MODEL, as_json, again=again, anew=_asked(new_seed))


def optimize(
    study: StudyArgument,
    again: AgainOption = False,
    new_seed: NewSeedOption = False,
    updates: Annotated[
        int | None,
        typer.Option(
            help="Another number of updates than planned, where it is taken anew.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """OPTIMIZE: train the mechanism by self-play to win votes."""
    _perform(study, Step.OPTIMIZE, as_json, again=again, anew=_asked(new_seed, updates))


def converge(
    study: StudyArgument,
    again: AgainOption = False,
    new_seed: NewSeedOption = False,
    as_json: JsonOption = False,
) -> None:
    """CONVERGENCE: does the newest mechanism still improve on the earlier ones?"""
    _perform(study, Step.CONVERGENCE, as_json, again=again, anew=_asked(new_seed))


def _asked(new_seed: bool, updates: int | None = None) -> Anew | None:
    """How a step is to be taken anew, if otherwise than before."""
    return Anew(new_seed, updates) if new_seed or updates is not None else None


def evaluate(study: StudyArgument, as_json: JsonOption = False) -> None:
    """EVALUATE: which of two mechanisms did new people prefer?"""
    _perform(study, Step.EVALUATE, as_json)


def _perform(
    study: StudyArgument,
    step: Step,
    as_json: bool,
    *,
    again: bool = False,
    anew: Anew | None = None,
) -> None:
    with stops_on_interrupt() as stop, Store.open(study) as store:
        opened = Study(store)
        _require_meant(opened, step, again=again)
        iteration = opened.status().iteration_of(step)
        if step is Step.MODEL:
            people.print(model_data_in_words(opened.model_data(iteration)), soft_wrap=True)
        lacks = opened.lacking()
        for each in lacks:
            people.print(translate(each), soft_wrap=True)
        opened.require(step)  # a backup for nothing would take the place of an older one
        begun = begun_step(opened)
        if begun is not None and begun is not step:
            people.print(_given_up(begun, step), soft_wrap=True)
        store.back_up(Occasion.TRAINING)
        outcome = show_progress(step.upper(), opened.perform(step, stop.is_set, anew))
        is_stopped = outcome is None or isinstance(outcome, Stopped)
        saved = is_stopped and is_saved(opened, step)
        now, recommendation = opened.status(), opened.recommendations().get(iteration)
        simulated, names = opened.settings.simulated, opened.mechanisms.trained_names()
    if outcome is None or isinstance(outcome, Stopped):
        said = going_on(step, saved=saved)
        people.print(f"{step.upper()} was stopped; the same command starts it again. {said}")
        raise typer.Exit(130)
    if as_json:
        concluded = {"recommendation": recommendation} if step is Step.CONVERGENCE else {}
        plain = msgspec.to_builtins(outcome, str_keys=True)
        before = {"standing": now.standing, "lacking": [str(each) for each in lacks]}
        print_json(plain | concluded | before)
        return
    told = result_in_words(
        outcome, iteration, simulated=simulated, recommendation=recommendation, names=names
    )
    tell(told)
    if isinstance(outcome, ModelResult | EvaluateResult):
        for check in outcome.checks:
            tell(prediction_told(check))
    if isinstance(outcome, EvaluateResult) and (beside := objectives_in_words(outcome)):
        tell(beside)
    tell(translate(now.sentence))


def _given_up(begun: Step, step: Step) -> str:
    """What becomes of a step that has begun, when another one is taken in its place."""
    return (
        f"{begun.upper()} has begun and has no new result yet; what it has saved is deleted when "
        f"{step.upper()} has its result."
    )


def _require_meant(study: Study, step: Step, *, again: bool) -> None:
    """Ask for `--again` where a step has a result already, and reject it where it has none.

    Raises:
        UsageError: The one or the other.
    """
    now = study.status()
    if now.again is step and now.step is not step and not again:
        raise UsageError(
            "{step} has a result already. To take it anew, with the data as they are now, give "
            "--again; the earlier result is kept. {status}",
            step=step.upper(),
            status=now.sentence,
        )
    if again and now.again is not step:
        _require_unused(study, step)
        study.require(step)
        raise UsageError(
            "{step} has no result yet that could be taken again; leave --again out.",
            step=step.upper(),
        )


def _require_unused(study: Study, step: Step) -> None:
    """Check that nothing rests on the newest result of a step, if it has one.

    Raises:
        OperatorError: Something does; the sentence says what, and how to go back.
    """
    runs = study.store.learned.runs(step)
    found = list(resting(study.store, runs[-1])) if runs else []
    if found:
        raise OperatorError(
            "{step} cannot be taken again, because something rests on its result: {what} Going "
            "back to it (hcmd-lab study back STUDY --to {name}) sets all of that aside.",
            step=step.upper(),
            what=" ".join(map(str, found)),
            name=step.value,
        )
