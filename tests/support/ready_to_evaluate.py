"""A study of people that has come to EVALUATE, made in no time: its games were played elsewhere."""

import csv
from pathlib import Path

import msgspec
from step_results import COMPARED, MODELLED, OPTIMIZED, trained_mechanism
from studies import playable_study

from hcmd_lab.codes import new_code
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.foreseeing import gate, pass_over
from hcmd_lab.study.gate import Answer
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

_GROUPS = 4
_LONG_AGO = "2020-01-02T03:04:05.678+00:00"
_COLUMNS = ("group", "stage", "round", "seat", "endowment", "contribution", "payout")


def ready_to_evaluate(folder: Path, name: str) -> Path:
    """Make the study: no session of it was played here, and the next one compares two mechanisms.

    Args:
        folder: Where to make it.
        name: Of the study.
    """
    playable_study(folder, _GROUPS, "people")
    settings = make_settings("quick", {"name": name, "groups": [_GROUPS] * 2, "min_iterations": 1})
    converged = msgspec.structs.replace(COMPARED, converged=True, beats_all=False)
    with Store.open(folder) as store:
        store.facts.set("settings", msgspec.to_builtins(settings))
        games = _games(folder / "elsewhere.csv")
        import_csv(store, games, "plain", PAPER_GAME, 1, _LONG_AGO, new_code())
        store.learned.add_mechanism(trained_mechanism(), {})
        store.facts.set("table of theta_1", trained_mechanism().sha256)
        for step, result in (
            (Step.MODEL, MODELLED),
            (Step.OPTIMIZE, OPTIMIZED),
            (Step.CONVERGENCE, converged),
        ):
            job = InitialiseJob(seed=1, game=PAPER_GAME)
            store.learned.add_run(step.value, 1, job, result, _LONG_AGO, _LONG_AGO)
        study = Study(store)
        for finding in gate(study, trained_mechanism()).findings:
            if finding.answer is Answer.STOPS:
                pass_over(study, trained_mechanism(), finding.question, "a rehearsal")
    return folder


def _games(file: Path) -> Path:
    """Write games in which nobody gave anything."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(_COLUMNS)
        rows.writerows(
            (group, stage, number, seat, 10 if seat == 0 else 6, 0, 0)
            for group in range(1, _GROUPS + 1)
            for stage in (1, 2, 3)
            for number in range(1, PAPER_GAME.rounds + 1)
            for seat in range(PAPER_GAME.seats)
        )
    return file
