"""Stored jobs keep their JSON, whatever the fields are called in the program."""

import msgspec
import pytest

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import ConvergenceJob, InitialiseJob, Job, ModelJob, OptimizeJob
from hcmd_lab.restriction import Restriction

_ENDING = (
    '"game":{"rounds":10,"head_endowment":10,"tail_endowments":[2,4,6,8,10],"tails":3,'
    '"multiplier_percent":160},"compute":{"device":"auto","threads":0}}'
)

STORED: dict[str, Job] = {
    '{"type":"initialise","seed":7,"width":16,"restriction":{"minimum_share":0.05,"monotone":true,'
    '"reference":"none","reference_distance":1.0},"origin":null,': InitialiseJob(
        seed=7, policy_width=16, restriction=Restriction(0.05, True), game=PAPER_GAME
    ),
    '{"type":"model","seed":7,"sizes":[[8,4]],"l2_grid":[0.3,3.0],"max_epochs":120,"splits":2,'
    '"inputs":"full","members":1,"earlier":["ab"],': ModelJob(
        seed=7, sizes=((8, 4),), vote_penalties=(0.3, 3.0), max_epochs=120, splits=2,
        earlier=("ab",), game=PAPER_GAME,
    ),
    '{"type":"optimize","seed":7,"policy":"p","participants":"m","games":250,"updates":120,'
    '"learning_rate":0.003,"checkpoint_every":100,"evaluation_games":100,': OptimizeJob(
        seed=7, policy="p", participants="m", games=250, updates=120, learning_rate=0.003,
        repetitions=100, game=PAPER_GAME,
    ),
    '{"type":"convergence","seed":7,"policies":["p","q"],"participants":"m","repetitions":100,'
    : ConvergenceJob(
        seed=7, policies=("p", "q"), participants="m", repetitions=100, game=PAPER_GAME
    ),
}  # fmt: skip
"""JSON that studies of version 1.0 hold, up to the game, and the job it stands for."""


@pytest.mark.parametrize(("beginning", "job"), STORED.items())
def test_jobs_of_older_studies_are_read(beginning: str, job: Job) -> None:
    assert msgspec.json.decode(beginning + _ENDING, type=Job) == job


@pytest.mark.parametrize("job", STORED.values())
def test_a_job_is_read_as_it_was_written(job: Job) -> None:
    """What an earlier version began and stopped is another job to this one, and starts again."""
    assert msgspec.json.decode(msgspec.json.encode(job), type=Job) == job
