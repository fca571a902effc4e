import dataclasses

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.study.next_step import status
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step, StudyFacts

SETTINGS = StudySettings(groups=(4, 6), updates=(1, 1), evaluation_groups=5)


def facts(
    acquired: tuple[int, ...] = (),
    evaluation_groups: int = 0,
    converged: dict[int, bool] | None = None,
    **runs: set[int],
) -> StudyFacts:
    return StudyFacts(
        acquired=dict(enumerate(acquired, start=1)),
        runs={Step(name): frozenset(done) for name, done in runs.items()},
        converged=converged or {},
        evaluation_groups=evaluation_groups,
    )


BEGUN = {"initialise": {0}}
ONE_TURN = {**BEGUN, "model": {1}, "optimize": {1}, "convergence": {1}}
TWO_TURNS = {**BEGUN, "model": {1, 2}, "optimize": {1, 2}, "convergence": {1, 2}}


@pytest.mark.parametrize(
    ("known", "iteration", "step", "missing"),
    [
        (facts(), 1, Step.INITIALISE, 0),
        (facts(**BEGUN), 1, Step.ACQUIRE, 4),
        (facts((3,), **BEGUN), 1, Step.ACQUIRE, 1),
        (facts((4,), **BEGUN), 1, Step.MODEL, 0),
        (facts((4,), **BEGUN, model={1}), 1, Step.OPTIMIZE, 0),
        (facts((4,), **BEGUN, model={1}, optimize={1}), 1, Step.CONVERGENCE, 0),
        (facts((4,), converged={1: False}, **ONE_TURN), 2, Step.ACQUIRE, 6),
        (facts((4,), converged={1: True}, **ONE_TURN), 1, Step.EVALUATE, 5),
        (facts((4, 6), converged={1: False, 2: False}, **TWO_TURNS), 2, Step.EVALUATE, 5),
        (facts((4,), 5, converged={1: True}, **ONE_TURN), 1, Step.EVALUATE, 0),
        (facts((4,), 5, {1: True}, **ONE_TURN, evaluate={1}), 1, Step.DONE, 0),
    ],
)
def test_the_loop_goes_on_step_by_step(
    known: StudyFacts, iteration: int, step: Step, missing: int
) -> None:
    now = status(SETTINGS, known)
    assert (now.iteration, now.step, now.groups_missing) == (iteration, step, missing)


@pytest.mark.parametrize("least", [2, 7])
def test_the_loop_goes_on_until_the_least_number_of_iterations(least: int) -> None:
    settings = dataclasses.replace(SETTINGS, min_iterations=least)
    assert settings.iterations_in_any_case == 2
    once = facts((4,), converged={1: True}, **ONE_TURN)
    assert status(settings, once).step is Step.ACQUIRE
    twice = facts((4, 6), converged={1: True, 2: True}, **TWO_TURNS)
    assert status(settings, twice).step is Step.EVALUATE


def test_the_one_possible_step_is_allowed_and_every_other_refused() -> None:
    now = status(SETTINGS, facts((3,), **BEGUN))
    now.require(Step.ACQUIRE)
    for step in set(Step) - {Step.ACQUIRE}:
        with pytest.raises(OperatorError) as caught:
            now.require(step)
        assert str(caught.value) == (
            f"{step.upper()} is not possible now. "
            "Iteration 1 of at most 2: 3 of 4 groups played so far; run a session."
        )
