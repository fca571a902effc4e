"""Whatever is done with a study, in whatever order, it stays whole, agrees with itself, goes on."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from plain_tables import write
from stubbed_training import run_stubbed

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.codes import new_code
from hcmd_lab.export.study_export import export_study
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.going_back import go_back, goals, plan_way_back, set_aside
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.remaking import remake
from hcmd_lab.study.report import study_report
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, prepare
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import is_whole
from hcmd_lab.study.taking_back import take_back
from hcmd_lab.study.whole import check_whole
from hcmd_lab.timestamps import utc_now

pytestmark = pytest.mark.timeout(600)

_SETTINGS: dict[str, object] = {
    "groups": [4, 4], "updates": [2, 2], "evaluation_groups": 4, "min_iterations": 1,
    "participants": "simulated",
}  # fmt: skip

_PLAYS = (Step.ACQUIRE, Step.EVALUATE)


def _games(number: int) -> Iterator[list[str]]:
    """Two groups that got equal parts of the fund; other ones by number."""
    for group, stage, each in product((1, 2), (1, 2, 3), range(1, 11)):
        given = [(number + group + stage * each + seat) % 3 for seat in range(4)]
        payout = f"{0.4 * sum(given):.1f}"
        for seat in range(4):
            own = str(10 if seat == 0 else 4)
            yield [
                str(group), str(stage), str(each), str(seat), own, str(given[seat]), payout, "1",
            ]  # fmt: skip


class EveryAct(RuleBasedStateMachine):
    """The acts of a study; training is computed at once, without a network."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="every-act-"))
        self.imports = 0
        self.study: Study

    @initialize()
    def begin(self) -> None:
        store = make_study(self.folder / "study", make_settings("quick", _SETTINGS))
        self.study = Study(store, run_stubbed)
        list(self.study.perform(Step.INITIALISE))

    def teardown(self) -> None:
        self.study.store.close()
        shutil.rmtree(self.folder)

    # --- acts --------------------------------------------------------------------------------

    @rule(groups=st.integers(1, 4))
    @precondition(lambda self: self.study.status().allows(Step.ACQUIRE))
    def acquire(self, groups: int) -> None:
        play_simulated(self.study, "acquire", groups)

    @rule()
    @precondition(lambda self: self.study.status().step in _PLAYS)
    def play_what_is_missing(self) -> None:
        now = self.study.status()
        if now.groups_missing:
            purpose = "acquire" if now.step is Step.ACQUIRE else "evaluate"
            play_simulated(self.study, purpose, now.groups_missing)

    @rule()
    @precondition(lambda self: self.study.status().step is not Step.DONE)
    def pilot(self) -> None:
        play_simulated(self.study, "pilot", 1)

    @rule()
    @precondition(lambda self: self.imports < 2)
    def bring_games(self) -> None:
        self.imports += 1
        file = write(self.folder / f"{self.imports}.csv", list(_games(self.imports)))
        now = self.study.status()
        import_csv(
            self.study.store, file, "plain", self.study.game, now.iteration, utc_now(), new_code()
        )

    @rule()
    def take_an_import_back(self) -> None:
        groups = self.study.store.tables.groups()
        codes = {row.session for row in groups if row.source == "imported" and row.status != "void"}
        if codes:
            take_back(self.study, min(codes), "the wrong file")

    @rule()
    @precondition(lambda self: self.study.status().step not in (*_PLAYS, Step.DONE))
    def train(self) -> None:
        list(self.study.perform(self.study.status().step))

    @rule()
    @precondition(lambda self: self.study.status().step is Step.EVALUATE)
    def evaluate(self) -> None:
        if not self.study.status().groups_missing:
            list(self.study.perform(Step.EVALUATE))

    @rule(new_seed=st.booleans())
    @precondition(lambda self: self.study.status().again is not None)
    def take_anew(self, new_seed: bool) -> None:
        again = self.study.status().again
        assert again is not None
        list(self.study.perform(again, anew=Anew(new_seed=new_seed)))

    @rule(number=st.integers(0, 8), keep_data=st.booleans())
    @precondition(lambda self: bool(goals(self.study)))
    def return_to_a_step(self, number: int, keep_data: bool) -> None:
        possible = goals(self.study)
        goal = possible[number % len(possible)]
        way = plan_way_back(self.study, goal)
        go_back(self.study, way, "an accident", keep_data=keep_data)
        after = self.study.status()
        assert after.iteration <= goal.iteration
        assert not after.allows(goal.step) or after.step is not Step.DONE

    @rule()
    def lose_a_network(self) -> None:
        files = sorted(self.study.store.folder.checkpoints.glob("*.safetensors"))
        files[-1].unlink()
        for made in remake(self.study, run_stubbed):
            assert getattr(made, "is_identical", True), made

    @rule()
    def go_on_in_another_lab(self) -> None:
        bundle = self.folder / "study.hcmd"
        make_bundle(self.study, bundle)
        read = read_bundle(bundle)
        assert plan_merge(self.study, read).is_empty
        copy = self.folder / "copy"
        start_study(read, copy)
        with Store.open(copy) as store:
            there = Study(store)
            assert str(there.status().sentence) == str(self.study.status().sentence)
            assert there.status().step is self.study.status().step
            ours, theirs = set_aside(self.study), set_aside(there)
            assert (len(ours.runs), ours.groups, ours.data) == (
                len(theirs.runs), theirs.groups, theirs.data,
            )  # fmt: skip
            assert there.mechanisms.trained_tables() == self.study.mechanisms.trained_tables()
            assert check_whole(there) == []
        shutil.rmtree(copy)

    # --- what holds after each of them -------------------------------------------------------

    @invariant()
    def is_whole_and_agrees(self) -> None:
        if not hasattr(self, "study"):
            return
        study = self.study
        assert check_whole(study) == []
        assert is_whole(study.log())
        facts, aside = study.facts(), set_aside(study)
        counted = sum(facts.acquired.values()) + facts.evaluation_groups
        assert counted == sum(count.counts for _, count in study.group_counts())
        assert study.model_data(2).groups == len(study.to_model(2))
        report = study_report(study)
        assert report.set_aside == aside
        assert len(report.trained_names) == len(study.mechanisms.trained_tables())
        names = [row.name for row in study.store.learned.mechanisms()]
        assert len(names) == len(set(names)), "a name stands for one mechanism"
        folder = self.folder / "export"
        export_study(study.store, folder)
        with (folder / "groups.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        told = [row for row in rows if row["group.status"] == "complete"]
        assert sum(not row["session.set_aside"] for row in told) == counted
        assert sum(bool(row["session.set_aside"]) for row in told) == aside.groups

    @invariant()
    def goes_on(self) -> None:
        if not hasattr(self, "study"):
            return
        now = self.study.status()
        if now.step in _PLAYS:
            purpose = "acquire" if now.step is Step.ACQUIRE else "evaluate"
            if now.groups_missing:
                assert self.study.conditions(purpose, 1)
                return
        if now.step not in (Step.ACQUIRE, Step.DONE):
            prepared = prepare(self.study, now.step)
            shutil.rmtree(prepared.folder)


TestEveryAct = EveryAct.TestCase
TestEveryAct.settings = settings(
    max_examples=4, stateful_step_count=10, derandomize=True, deadline=None
)
