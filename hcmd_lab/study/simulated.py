"""A simulated study, computed in this process: sessions and training."""

from collections.abc import Callable, Iterator
from pathlib import Path

from hcmd_lab.game.played import Purpose
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.jobs.report import Report
from hcmd_lab.jobs.requests import Job
from hcmd_lab.study.status import played_in
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

_NO_LIMITS = SessionRules(SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0), NO_SCRIPT)


def play_missing_groups(study: Study) -> None:
    """Play all groups that the current step still needs, as one session."""
    now = study.status()
    purpose = played_in(now.step)
    if purpose is not None:
        play_simulated(study, purpose, now.groups_missing)


def play_simulated(study: Study, purpose: Purpose, groups: int) -> None:
    """Play groups of simulated people and store their session."""
    plan, policies = study.plan_session(purpose, groups, _NO_LIMITS)
    people = population_of(study.settings.people, study.settings.people_spread)
    simulated = SimulatedSession(plan, policies, people)
    study.store.log.append(simulated.code, simulated.play(), utc_now())


def run_here(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Report]:
    """Run a training job in this process; `training.run_job` uses a process of its own."""
    from hcmd_lab.learning.worker import execute  # noqa: PLC0415 - other commands need no torch

    return execute(job, folder, checkpoints, should_stop)
