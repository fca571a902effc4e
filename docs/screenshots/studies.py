"""A study of simulated people, computed with small settings and kept at several moments."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hcmd_lab.game.played import Purpose
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

PLACE = Path("HCMD studies")
"""Where the studies lie, seen from the folder in which the pictures are taken."""

MODELLING, OPTIMIZING, MIDDLE, COMPLETE = (
    PLACE / name for name in ("first-model", "first-mechanism", "investment-game", "summer-term")
)
"""The study before MODEL, before OPTIMIZE, before the second turn's sessions, and at its end."""

_KEPT = {
    (1, Step.MODEL): MODELLING,
    (1, Step.OPTIMIZE): OPTIMIZING,
    (2, Step.ACQUIRE): MIDDLE,
    (2, Step.DONE): COMPLETE,
}
_TOLD = "told-{step}.json"
_SETTINGS: dict[str, object] = {
    "participants": "simulated",
    "name": "Public Investment Game",
    "groups": [15, 15],
    "games": 100,
    "updates": [80, 80],
    "max_epochs": 60,
    "device": "cpu",
}
_SIMULATED_AT = "2025-05-{day:02}T09:00:00+00:00"


def make_studies() -> None:
    """Compute the study in the present folder."""
    folder = PLACE / "growing"
    PLACE.mkdir()
    settings = make_settings("quick", _SETTINGS)
    Store.create(folder, {"settings": msgspec.to_builtins(settings)}).close()
    while True:
        with Store.open(folder) as store:
            now = Study(store).status()
        if (now.iteration, now.step) in _KEPT and not _is_played(now.step, now.groups):
            shutil.copytree(folder, _KEPT[now.iteration, now.step], dirs_exist_ok=True)
        if now.step is Step.DONE:
            return
        with Store.open(folder) as store:
            _take_step(Study(store, run_here))


def told(step: Step) -> list[Progress]:
    """What the first turn's step told while it was computed."""
    content = Path(_TOLD.format(step=step.value)).read_bytes()
    return msgspec.json.decode(content, type=list[Progress])


def _is_played(step: Step, groups: int) -> bool:
    return step is Step.ACQUIRE and groups > 0


def _take_step(study: Study) -> None:
    now = study.status()
    if now.groups_missing:
        _play(study, "acquire" if now.step is Step.ACQUIRE else "evaluate", now.groups_missing)
        return
    reports = list(_progress(study, now.step))
    if now.iteration == 1:
        Path(_TOLD.format(step=now.step.value)).write_bytes(msgspec.json.encode(reports))


def _progress(study: Study, step: Step) -> Iterator[Progress]:
    for report in study.perform(step):
        if isinstance(report, Progress):
            yield report


def _play(study: Study, purpose: Purpose, groups: int) -> None:
    untimed = SessionRules(SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0), NO_SCRIPT)
    plan, policies = study.plan_session(purpose, groups, untimed)
    session = SimulatedSession(plan, policies)
    day = 5 + len(study.store.tables.sessions())
    study.store.log.append(session.code, session.play(), _SIMULATED_AT.format(day=day))
