"""A study in every standing, with every kind of conclusion, made without training anything."""

import dataclasses
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import numpy as np
from step_results import COMPARED, EVALUATED, MODELLED, OPTIMIZED, trained_mechanism
from studies import WHEN, playable_study

from hcmd_lab.game.events import CheckedIn
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.inference.vote_shares import scores, share_interval
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

GROUPS = 4


def evaluation(*won: int) -> EvaluateResult:
    """EVALUATE's result of groups of four, of whose votes so many were for the mechanism."""
    votes = np.array(won), np.full(len(won), 4)
    return msgspec.structs.replace(
        EVALUATED,
        groups=len(won),
        votes=4 * len(won),
        share=share_interval(*votes),
        p_value=scores(*votes).p_value,
    )


PREFERRED = evaluation(3, 3, 3, 3, 3, 3)
LOST = evaluation(1, 1, 1, 1, 1, 1)
TIED = evaluation(4, 3, 3, 2, 3, 4, 1, 3, 3, 2)
IMPROVING = COMPARED
CONVERGED = msgspec.structs.replace(COMPARED, converged=True, beats_all=False)


@dataclass(frozen=True)
class Told:
    """A study that conclusions are told of.

    Attributes:
        name: Of the case.
        results: Of the training steps of iteration 1, as far as it has come.
        simulated: Who plays.
        acquired: Whether the groups of iteration 1 have played.
        evaluated: Whether those of EVALUATE have.
        changes: To the settings.
        is_new: Whether it has no mechanism yet.
    """

    name: str
    results: Mapping[Step, Result] = field(default_factory=dict)
    simulated: bool = False
    acquired: bool = True
    evaluated: bool = False
    changes: Mapping[str, object] = field(default_factory=dict)
    is_new: bool = False

    @property
    def newest(self) -> Step | None:
        """The step whose result is the newest."""
        return list(self.results)[-1] if self.results else None


def _turn(
    compared: ConvergenceResult, evaluated: EvaluateResult | None = None
) -> dict[Step, Result]:
    results: dict[Step, Result] = {
        Step.MODEL: MODELLED,
        Step.OPTIMIZE: OPTIMIZED,
        Step.CONVERGENCE: compared,
    }
    return results if evaluated is None else results | {Step.EVALUATE: evaluated}


BEFORE_EVALUATE = _turn(CONVERGED)
"""What a study holds in which groups of EVALUATE have played."""

CASES = [
    Told("new", is_new=True, acquired=False),
    Told("acquiring", acquired=False),
    Told("acquired"),
    Told("modelled", {Step.MODEL: MODELLED}),
    Told("optimized", {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED}),
    Told("goes on", _turn(IMPROVING)),
    Told("goes on as asked", _turn(CONVERGED), changes={"least_iterations": 2}),
    Told("stops", _turn(CONVERGED)),
    Told("stops at last", _turn(IMPROVING), changes={"groups": [GROUPS], "updates": [4]}),
    Told("compared", _turn(CONVERGED), evaluated=True),
    *(
        Told(f"{name}, {'simulated' if simulated else 'people'}", _turn(CONVERGED, result),
             simulated=simulated, evaluated=True)
        for name, result in (("preferred", PREFERRED), ("lost", LOST), ("tied", TIED))
        for simulated in (False, True)
    ),
]  # fmt: skip


class Bookshelf:
    """Makes the studies of cases; what takes time is played once and copied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._plays: dict[tuple[object, ...], Path] = {}

    def study(self, case: Told, *, without_newest: bool = False) -> Path:
        """A new study of a case, or the same before its newest result."""
        results = dict(case.results)
        if without_newest:
            results.popitem()
        self._made += 1
        path = self._folder / f"{self._made}"
        if case.is_new:
            Store.create(path, {"settings": self._settings(case)}).close()
            return path
        shutil.copytree(self._played(case), path)
        with Store.open(path) as store:
            store.facts.set("settings", self._settings(case))
            for step, result in results.items():
                if not (case.evaluated and step in BEFORE_EVALUATE):
                    add_result(store, step, result)
        return path

    def _settings(self, case: Told) -> object:
        kind = "simulated" if case.simulated else "people"
        changes: dict[str, object] = {
            "participants": kind, "groups": [GROUPS, GROUPS], "least_iterations": 1,
            "evaluation_groups": GROUPS,
        }  # fmt: skip
        return msgspec.to_builtins(make_settings("quick", changes | dict(case.changes)))

    def _played(self, case: Told) -> Path:
        kind = case.simulated, case.acquired, case.evaluated, repr(case.changes)
        if kind not in self._plays:
            self._plays[kind] = self._play(case, self._folder / f"played {len(self._plays)}")
        return self._plays[kind]

    def _play(self, case: Told, path: Path) -> Path:
        playable_study(path, GROUPS)
        with Store.open(path) as store:
            store.facts.set("settings", self._settings(case))
            store.learned.add_mechanism(trained_mechanism(), {})
            store.facts.set("table of theta_1", trained_mechanism().sha256)
            if case.acquired:
                play(Study(store), "acquire")
            if case.evaluated:
                for step, result in BEFORE_EVALUATE.items():
                    add_result(store, step, result)
                play(Study(store), "evaluate")
        return path


def play(study: Study, purpose: Purpose) -> None:
    """Play groups; in a study of people, nobody is said to be simulated."""
    rules = SessionRules(SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0), NO_SCRIPT)
    session = SimulatedSession(*study.plan_session(purpose, GROUPS, rules))
    is_simulated = study.settings.simulated
    events = [
        dataclasses.replace(event, is_bot=is_simulated) if isinstance(event, CheckedIn) else event
        for event in session.play()
    ]
    study.store.log.append(session.code, events, WHEN)


def add_result(store: Store, step: Step, result: Result) -> None:
    """Store a result as if it had been computed."""
    store.learned.add_run(step.value, 1, InitialiseJob(seed=1, game=PAPER_GAME), result, WHEN, WHEN)
