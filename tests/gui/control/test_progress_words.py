"""What is said of a step that runs."""

import pytest

from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.study.status import Step
from ui.control.training.progress_words import share_done, share_in_words


@pytest.mark.parametrize("phase", JobPhase)
@pytest.mark.parametrize("step", [Step.INITIALISE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE])
@pytest.mark.parametrize("done", [9960, 9999, 10_000])
def test_what_runs_is_not_said_to_be_done(step: Step, phase: JobPhase, done: int) -> None:
    progress = Progress(phase, done, 10_000)
    assert "100" not in share_in_words(step, progress)
    assert share_done(step, progress) < 1


def test_the_tables_of_optimize_are_told_apart_from_its_training() -> None:
    assert share_in_words(Step.OPTIMIZE, Progress(JobPhase.SELF_PLAY, 50, 200)) == (
        "OPTIMIZE: 25% done"
    )
    assert share_in_words(Step.OPTIMIZE, Progress(JobPhase.FREEZING, 50, 200)) == (
        "OPTIMIZE: trained, 25% of its tables for sessions done"
    )
    assert share_in_words(Step.OPTIMIZE, None) == "OPTIMIZE is starting"


def test_how_far_the_counting_of_votes_is_nobody_says() -> None:
    progress = Progress(JobPhase.COUNTING, 1, 1)
    assert share_in_words(Step.EVALUATE, progress) == "EVALUATE: Counting votes"
    assert share_done(Step.EVALUATE, progress) == 0
