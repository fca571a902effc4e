"""`hcmd-lab model`, `optimize`, `converge`, `evaluate`: the steps that compute."""

import signal
import threading
from typing import assert_never

import typer

from hcmd_lab.cli.counted import counted
from hcmd_lab.cli.output import JsonOption, StudyArgument, people, print_json, show_progress
from hcmd_lab.jobs import (
    ConvergenceResult,
    EvaluateResult,
    InitialiseResult,
    Interval,
    ModelResult,
    OptimizeResult,
    Result,
    Stopped,
)
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study


def model(study: StudyArgument, as_json: JsonOption = False) -> None:
    """MODEL: fit how people contribute and vote."""
    _perform(study, Step.MODEL, as_json)


def optimize(study: StudyArgument, as_json: JsonOption = False) -> None:
    """OPTIMIZE: train the mechanism by self-play to win votes."""
    _perform(study, Step.OPTIMIZE, as_json)


def converge(study: StudyArgument, as_json: JsonOption = False) -> None:
    """CONVERGENCE: does the newest mechanism still improve on the earlier ones?"""
    _perform(study, Step.CONVERGENCE, as_json)


def evaluate(study: StudyArgument, as_json: JsonOption = False) -> None:
    """EVALUATE: did new people prefer the mechanism to the baseline?"""
    _perform(study, Step.EVALUATE, as_json)


def _perform(study: StudyArgument, step: Step, as_json: bool) -> None:
    stop = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    with Store.open(study) as store:
        opened = Study(store)
        outcome = show_progress(step.upper(), opened.perform(step, stop.is_set))
        words = _describe(opened, outcome)
        sentence = str(opened.status().sentence)
    if outcome is None or isinstance(outcome, Stopped):
        people.print(f"{step.upper()} was stopped and saved; the same command goes on with it.")
        raise typer.Exit(130)
    if as_json:
        print_json(outcome)
    people.print(words, soft_wrap=True)
    people.print(sentence, soft_wrap=True)


def _describe(study: Study, outcome: Result | Stopped | None) -> str:
    if isinstance(outcome, ConvergenceResult):
        return study.verdict(len(outcome.shares) - 1)
    return "" if outcome is None or isinstance(outcome, Stopped) else describe(outcome)


def describe(result: Result) -> str:
    """A result in a sentence."""
    match result:
        case ModelResult():
            references = result.contribution.references
            return (
                f"Fitted to {counted(result.decisions, 'decision')} and "
                f"{counted(result.votes, 'vote')} of {counted(result.groups, 'group')}. "
                "Held-out cross-entropy per contribution "
                f"{result.contribution.held_out:.3f} "
                f"({_references(references)}); per vote {result.vote.held_out:.3f} "
                f"({_references(result.vote.references)})."
            )
        case OptimizeResult():
            return (
                f"{result.updates} updates at {result.ms_per_update:.1f} ms on {result.device}; "
                f"expected share of votes against the mechanism before: "
                f"{percent(result.vote_share)}."
            )
        case ConvergenceResult():
            return result.verdict
        case EvaluateResult():
            return (
                f"{result.mechanism} won {percent(result.share)} of "
                f"{counted(result.votes, 'vote')} against {result.baseline.replace('_', ' ')} in "
                f"{counted(result.groups, 'group')} "
                f"(p = {result.p_value:.3f}, sign-flip test over groups)."
            )
        case InitialiseResult():
            return "The first mechanism is drawn."
        case _:
            assert_never(result)


def percent(interval: Interval) -> str:
    """An interval of shares as percentages."""
    return f"{interval.estimate:.1%} (95% interval {interval.low:.1%} to {interval.high:.1%})"


def _references(references: dict[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:.3f}" for name, value in references.items())
