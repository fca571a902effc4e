"""What a study tells of what came first is the same wherever its computer's clock was set."""

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import msgspec
import pytest
from stubbed_training import run_stubbed
from two_labs import count_first, play_contrast, trained, two_labs

from hcmd_lab.export.contrast_table import contrast_table
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study import making
from hcmd_lab.study.arena import drop_contrast, plan_contrast
from hcmd_lab.study.audit import audit
from hcmd_lab.study.contrasts import CONTRASTS_FACT, PlannedContrast
from hcmd_lab.study.going_back import find_goal, plan_way_back
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.registration import preregister
from hcmd_lab.study.resting import resting
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.deviations import deviations_in_words
from hcmd_lab.vote_plan import Looks

BEGINNING = datetime(2026, 5, 1, tzinfo=UTC)
CLOCKS = {"runs": timedelta(seconds=1), "is set back": timedelta(days=-1)}

SETTINGS: dict[str, object] = {
    "groups": [4, 4], "updates": [2, 3], "evaluation_groups": 4, "participants": "simulated",
}  # fmt: skip


@pytest.fixture(params=CLOCKS)
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every reading of the computer's clock is one step from the one before."""
    readings = count()

    def read() -> str:
        now = BEGINNING + next(readings) * CLOCKS[request.param]
        return now.isoformat(timespec="milliseconds")

    for name, module in list(sys.modules.items()):
        if name.startswith(("hcmd_lab.", "two_labs", "studies")) and hasattr(module, "utc_now"):
            monkeypatch.setattr(module, "utc_now", read)
    return str(request.param)


@pytest.fixture
def study(tmp_path: Path, clock: str) -> Iterator[Study]:
    assert clock
    settings = make_settings("quick", SETTINGS)
    with closing(make_study(tmp_path / "study", settings)) as store:
        opened = Study(store, run_stubbed)
        list(opened.perform(Step.INITIALISE))
        yield opened


def take_iteration(study: Study) -> RunRow:
    play_simulated(study, "acquire", study.status().groups_missing)
    for step in (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE):
        list(study.perform(step))
    return study.store.learned.runs()[-1]


def rests(study: Study, run: RunRow) -> list[str]:
    return list(map(str, resting(study.store, run)))


def test_what_came_since_a_step_rests_on_it(study: Study) -> None:
    plan_contrast(study, "libertarian", "strict_egalitarian", 4)
    preregister(study)
    run = take_iteration(study)
    assert rests(study, run) == []
    assert plan_way_back(study, find_goal(study, Step.CONVERGENCE, 1)).registration is None
    plan_contrast(study, "libertarian", "liberal_egalitarian", 4)
    assert rests(study, run) == ["The contrast of libertarian with liberal egalitarian is planned."]


def test_a_contrast_that_comes_after_a_step_is_not_one_that_was_dropped_before(
    study: Study,
) -> None:
    sides = "libertarian", "strict_egalitarian"
    plan_contrast(study, *sides, 4)
    drop_contrast(study, 1)
    run = take_iteration(study)
    assert rests(study, run) == []
    # As a bundle brings that of the settings: this study's log says nothing of it.
    came = PlannedContrast(*sides, 4, "2099-01-01T00:00:00.000+00:00")
    study.store.facts.set(CONTRASTS_FACT, msgspec.to_builtins([came]))
    assert rests(study, run) == [
        "The contrast of libertarian with strict egalitarian is planned.",
    ]


def test_a_plan_that_was_frozen_since_goes_with_the_step(study: Study) -> None:
    run = take_iteration(study)
    preregister(study)
    assert rests(study, run) == ["The comparison has been registered since."]
    assert plan_way_back(study, find_goal(study, Step.CONVERGENCE, 1)).registration is not None


def add_iteration(study: Study) -> None:
    """Note that one was added, as `Study.add_iteration` does where training may go on."""
    notes = [*study.added_iterations(), making.added_iteration(3, 4, 2)]
    study.store.facts.set("added iterations", notes)


def test_an_iteration_that_was_added_since_rests_on_a_step(study: Study) -> None:
    add_iteration(study)
    run = take_iteration(study)
    assert rests(study, run) == []
    add_iteration(study)
    assert rests(study, run) == ["An iteration has been added since."]


@pytest.mark.usefixtures("clock")
def test_votes_that_were_counted_before_a_contrast_was_planned(tmp_path: Path) -> None:
    with two_labs(tmp_path) as labs:
        trained(labs, Looks.SEQUENTIAL)
        here = labs.here
        preregister(here)
        plan_contrast(here, "libertarian", "strict_egalitarian", 4)
        count_first(here, 4)
        plan_contrast(here, "liberal_egalitarian", "strict_egalitarian", 4)
        rows = list(contrast_table(here.contrasts()).rows([]))
        counted = [row["contrast.counted_before"] for row in rows]
        assert counted == [0, 0, 0, 1]
        told = deviations_in_words(audit(here).deviations)
        late = "had been counted"
        assert [late in line for line in told if "was not in the plan" in line] == [False, True]
        plan_contrast(labs.there, "liberal_egalitarian", "libertarian", 4)
        labs.send(labs.there, here)
        sides = [(each.mechanism, each.other) for each in here.planned_contrasts()]
        ours = [each for each in sides if each != ("liberal_egalitarian", "libertarian")]
        assert ours == [
            ("newest", "liberal_egalitarian"), ("newest", "libertarian"),
            ("libertarian", "strict_egalitarian"), ("liberal_egalitarian", "strict_egalitarian"),
        ], "the numbers of contrasts stay in the order of planning"  # fmt: skip


@pytest.mark.usefixtures("clock")
def test_groups_that_had_played_before_a_plan_was_frozen(tmp_path: Path) -> None:
    with two_labs(tmp_path) as labs:
        trained(labs)
        play_contrast(labs.here, 2, 1, "2026-04-30T00:00:00+00:00")
        labs.send(labs.here, labs.there)
        preregister(labs.here)
        # Our clock was ahead or back: these came afterwards, whatever it says.
        play_contrast(labs.here, 1, 1, "2000-01-01T00:00:00+00:00")
        play_contrast(labs.there, 1, 2, "2099-01-01T00:00:00+00:00")
        labs.send(labs.there, labs.here)
        (late,) = [each for each in audit(labs.here).deviations if each.kind == "late"]
        assert late.found == 2
