"""A finished step is drawn from what is stored as from what it told while it ran."""

import msgspec
from step_results import MODELLED, OPTIMIZED
from studies import WHEN

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Job, ModelJob, OptimizeJob
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.status import Step
from ui.control.training.history import TrainingHistory
from ui.control.training.plot_data import (
    band_words,
    contribution_picture,
    noise_picture,
    share_picture,
    vote_picture,
)
from ui.control.training.stored_course import stored_course

OPTIMIZE = OptimizeJob(seed=1, policy="p", participants="m", game=PAPER_GAME, repetitions=500)


def course(step: Step, job: Job, result: Result) -> TrainingHistory | None:
    return stored_course(step, RunRow(1, step.value, 2, job, result, WHEN, WHEN, {}))


def test_optimize_has_its_curve_its_band_and_the_groups_behind_both() -> None:
    told = course(Step.OPTIMIZE, OPTIMIZE, OPTIMIZED)
    assert told is not None
    assert (told.step, told.iteration) == (Step.OPTIMIZE, 2)
    equal, share, end = share_picture(OPTIMIZED, told).lines
    assert (list(share.xs), list(share.ys)) == ([0, 1000, 2000], [0.5, 0.52, 0.53])
    assert share.band[1] == 1.959964 * 0.01
    assert list(end.xs) == [2000]
    assert list(equal.ys) == [0.5]
    assert list(noise_picture(told).lines[0].ys) == [0.5, 0.25]
    assert "over 80 groups" in band_words(told)
    assert "over 2,500 groups" in band_words(told)


def test_model_has_its_curves_and_what_they_have_to_beat() -> None:
    told = course(Step.MODEL, ModelJob(seed=1, game=PAPER_GAME), MODELLED)
    assert told is not None
    drawn = [(line.text, list(line.ys)) for line in contribution_picture(told).lines]
    assert ("Held out, size 8/4", [1.9, 1.7, 1.6]) in drawn
    assert ("Fit to all groups", [1.9, 1.7, 1.6, 1.5]) in drawn
    assert sum(len(ys) == 1 for _, ys in drawn) == len(MODELLED.contribution.references)
    votes = vote_picture(told)
    assert [list(line.xs) for line in votes.curves] == [[0.1, 1.0]]
    assert [0.693] in [list(line.ys) for line in votes.lines]


def test_results_of_versions_that_stored_no_curves_have_no_course() -> None:
    for step, job, result in (
        (Step.MODEL, ModelJob(seed=1, game=PAPER_GAME), MODELLED),
        (Step.OPTIMIZE, OPTIMIZE, OPTIMIZED),
    ):
        assert course(step, job, msgspec.structs.replace(result, curves=())) is None
