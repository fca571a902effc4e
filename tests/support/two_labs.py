"""Two labs with one design, whose studies are open."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import msgspec
import pytest
from step_results import MODELLED, store_turn
from studies import WHEN, playable_study

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import CheckedIn
from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.learning.evaluation import evaluate
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.bundles import Additions
from hcmd_lab.vote_plan import Looks


@dataclass
class Labs:
    """Two labs whose studies are open."""

    here: Study
    there: Study
    folder: Path

    @classmethod
    def open(cls, folder: Path) -> "Labs":
        """Open those whose studies are in a folder."""
        here, there = (Study(Store.open(folder / name)) for name in ("first", "second"))
        return cls(here, there, folder)

    def close(self) -> None:
        self.here.store.close()
        self.there.store.close()

    def bundle(self, lab: Study, *, with_fingerprints: bool = False) -> Path:
        path = self.folder / "sent.hcmd"
        make_bundle(lab, path, with_fingerprints=with_fingerprints)
        return path

    def send(self, source: Study, target: Study, *, with_fingerprints: bool = False) -> Additions:
        file = self.bundle(source, with_fingerprints=with_fingerprints)
        planned = plan_merge(target, read_bundle(file))
        merge(target, planned)
        assert planned.is_empty is not bool(planned.additions)
        return planned.additions

    def rejected(self, source: Study, target: Study, words: str) -> None:
        before = contents(target)
        with pytest.raises(OperatorError, match=words):
            self.send(source, target)
        assert contents(target) == before


def contents(lab: Study) -> object:
    store = lab.store
    return (
        [(logged.session, logged.utc, logged.event) for logged in store.log.logged_events()],
        store.learned.mechanisms(),
        store.learned.runs(),
        store.private.audit(),
    )


def trained(labs: Labs, looks: Looks = Looks.FIXED, *, planned: bool = True) -> None:
    """Both labs have ended training, and planned the same two contrasts unless told otherwise.

    They have done nothing before: what takes their studies' places was made once.
    """
    labs.close()
    for name in ("first", "second"):
        shutil.rmtree(labs.folder / name)
    shutil.copytree(_made_trained(looks, planned), labs.folder, dirs_exist_ok=True)
    opened = Labs.open(labs.folder)
    labs.here, labs.there = opened.here, opened.there


@cache
def _shelf() -> "tempfile.TemporaryDirectory[str]":
    """Holds what is made once in this process."""
    return tempfile.TemporaryDirectory(prefix="two-labs-")


@cache
def _made_trained(looks: Looks, planned: bool) -> Path:
    folder = Path(_shelf().name) / f"{looks} {planned}"
    with two_labs(folder) as labs:
        _train(labs, looks, planned)
    return folder


def _train(labs: Labs, looks: Looks, planned: bool) -> None:
    for lab in (labs.here, labs.there):
        now = lab.settings
        once = replace(now, looks=looks, groups=now.groups[:1], updates=now.updates[:1])
        values = msgspec.to_builtins(once)
        lab.store.facts.set("settings", values)
        lab.settings = parse(StudySettings, values)
    play_simulated(labs.here, "acquire", 10)
    store_turn(labs.here.store)
    if planned:
        plan_contrast(labs.here, NEWEST, "liberal_egalitarian", 4)
        plan_contrast(labs.here, NEWEST, "libertarian", 4)
    labs.send(labs.here, labs.there)
    assert labs.there.status().step is Step.EVALUATE


def count_first(lab: Study, groups: int) -> EvaluateResult:
    """Let a lab play its first contrast and count its votes."""
    session = SimulatedSession(*lab.plan_session("evaluate", groups, GAME_ALONE, contrast=1))
    lab.store.log.append(session.code, session.play(), WHEN)
    prepared = steps.prepare(lab, Step.EVALUATE)
    *_, result = evaluate(prepared.job, prepared.folder, lab.store.folder.checkpoints, bool)
    assert isinstance(result, EvaluateResult)
    lab.keep(prepared, result)
    return result


def play_contrast(lab: Study, groups: int, contrast: int, utc: str = WHEN) -> str:
    """Let a lab play a contrast; returns the session's code."""
    session = SimulatedSession(*lab.plan_session("evaluate", groups, GAME_ALONE, contrast))
    lab.store.log.append(session.code, session.play(), utc)
    return session.code


def store_model(lab: Study, groups: int) -> None:
    """Put a result of MODEL into a study, as if it had been computed."""
    result = msgspec.structs.replace(MODELLED, groups=groups)
    job = InitialiseJob(seed=1, game=PAPER_GAME)
    lab.store.learned.add_run("model", 1, job, result, WHEN, WHEN)


@contextmanager
def two_labs(folder: Path) -> Iterator[Labs]:
    """Two labs, the second of which has made its study from a bundle of the first."""
    shutil.copytree(_made(), folder, dirs_exist_ok=True)
    with closing(Labs.open(folder)) as labs:
        yield labs


@cache
def _made() -> Path:
    folder = Path(_shelf().name) / "new"
    with Store.open(playable_study(folder / "first", 10)) as store:
        make_bundle(Study(store), folder / "design.hcmd")
    start_study(read_bundle(folder / "design.hcmd"), folder / "second")
    return folder


def people_played(lab: Study) -> str:
    """A session of people, as its log tells it."""
    rules = parse_rules({"show_up_fee": 5.0}, lab.default_rules)
    session = SimulatedSession(*lab.plan_session("acquire", 1, rules))
    events = [
        replace(event, is_bot=False) if isinstance(event, CheckedIn) else event
        for event in session.play()
    ]
    lab.store.log.append(session.code, events, WHEN)
    return session.code
