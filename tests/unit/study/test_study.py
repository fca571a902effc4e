import dataclasses
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest
from plain_tables import two_groups, write

from hcmd_lab.codes import new_code
from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE, parse_rules
from hcmd_lab.jobs.job_folder import RESUME_FILE
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Failure, Report, Stopped
from hcmd_lab.jobs.requests import (
    ConvergenceJob,
    EvaluateJob,
    InitialiseJob,
    Job,
    ModelJob,
    OptimizeJob,
)
from hcmd_lab.jobs.trained import ConvergenceResult, InitialiseResult, OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study import recorded, steps
from hcmd_lab.study.lacking import learned_later
from hcmd_lab.study.made_tables import load_tables
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import study_report
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.trained_names import names_at
from hcmd_lab.telling.played import not_learned
from hcmd_lab.texts.shipped import copy_texts
from hcmd_lab.timestamps import utc_now
from hcmd_lab.training import write_job

HALF = Interval(estimate=0.5, low=0.4, high=0.6)
ENTROPY = CrossEntropies(held_out=1.0, training=0.9, references={"uniform": 2.0})
CHANGES: dict[str, object] = {
    "participants": "simulated",
    "groups": [5, 5],
    "evaluation_groups": 5,
}


@cache
def numbered_table(number: int) -> bytes:
    return freeze(ClosedForm(f"number {number}", 0.5, 1 / number), PAPER_GAME).to_bytes()


class FakeRunner:
    """Answers every job at once with a plausible result, and remembers what was asked."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.data: dict[str, int] = {}
        self.answer: Report | None = None
        self.refuses = False

    def __call__(
        self, job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
    ) -> Iterator[Report]:
        del checkpoints, should_stop
        self.jobs.append(job)
        if (folder / "dataset.jsonl").exists():
            self.data[folder.name] = len(read_dataset(folder / "dataset.jsonl")[0])
        yield Progress(phase=JobPhase.SELF_PLAY, step=1, total=1)
        yield self.answer or self._result(job, folder)

    def _result(self, job: Job, folder: Path) -> Report:
        number = sum(isinstance(each, InitialiseJob | OptimizeJob) for each in self.jobs)
        match job:
            case InitialiseJob() | OptimizeJob():
                refused = self.refuses and isinstance(job, OptimizeJob)
                number -= refused
                (folder / "frozen.bin").write_bytes(numbered_table(number))
                if isinstance(job, InitialiseJob):
                    return InitialiseResult(checkpoint="c0", frozen="frozen.bin")
                return OptimizeResult(
                    checkpoint=f"c{number - 1}", frozen="frozen.bin", updates=job.updates,
                    ms_per_update=1.0, device="cpu", vote_share=HALF, signal_to_noise=1.0,
                    kept_at=0 if refused else None,
                )  # fmt: skip
            case ModelJob():
                return ModelResult(
                    checkpoint="m", dataset_sha256="d", groups=5, decisions=600, votes=20,
                    linear_size=8, lstm_size=4, epochs=10, l2=0.1, contribution=ENTROPY,
                    vote=ENTROPY,
                )  # fmt: skip
            case ConvergenceJob():
                size = len(job.policies)
                half = [[0.5] * size] * size
                return ConvergenceResult(
                    shares=half, standard_errors=half, nash=[1.0] * size,
                    alpha_rank=[1.0] * size, cycles=False, beats_all=True, advantage=HALF,
                    converged=False,
                )  # fmt: skip
            case EvaluateJob():
                return Failure(sentence=Sentence("no evaluation here"), operator=True)


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def study(tmp_path: Path, runner: FakeRunner) -> Iterator[Study]:
    settings = make_settings("quick", CHANGES)
    facts = {"settings": msgspec.to_builtins(settings)}
    with Store.create(tmp_path / "study", facts) as store:
        yield Study(store, runner)


def take(study: Study, *steps: Step) -> None:
    for step in steps:
        if step in (Step.ACQUIRE, Step.EVALUATE):
            purpose = "acquire" if step is Step.ACQUIRE else "evaluate"
            play_simulated(study, purpose, study.status().groups_missing)
        else:
            list(study.perform(step))


TURN = (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE)


def test_the_loop_runs_through_the_laboratory(study: Study, runner: FakeRunner) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    now = study.status()
    assert (now.step, now.groups_missing) == (Step.EVALUATE, 5)
    optimized = [job for job in runner.jobs if isinstance(job, OptimizeJob)]
    assert [job.policy for job in optimized] == ["c0", "c1"]
    compared = [job for job in runner.jobs if isinstance(job, ConvergenceJob)]
    assert [job.policies for job in compared] == [("c0", "c1"), ("c0", "c1", "c2")]
    names = [row.name for row in study.store.learned.mechanisms()]
    assert names == ["theta_0", "theta_1", "theta_2"]


def test_model_sees_the_data_of_all_iterations_so_far(study: Study, runner: FakeRunner) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    assert runner.data == {"model-1": 5, "model-2": 10}


def test_every_step_has_a_seed_of_its_own(study: Study, runner: FakeRunner) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    seeds = [job.seed for job in runner.jobs]
    assert len(set(seeds)) == len(seeds)


def test_jobs_are_computed_with_the_studys_settings(study: Study, runner: FakeRunner) -> None:
    study.settings = dataclasses.replace(
        study.settings,
        policy_width=7, minimum_share=0.05, linear_sizes=(5, 6), lstm_sizes=(3, 4),
        vote_penalties=(0.5,), max_epochs=11, splits=4, members=2, inputs="paper",
        pretraining="simulated", games=50, learning_rate=0.02, step_rule="worst", caution=2.5,
        repetitions=9, device="cpu", threads=3,
    )  # fmt: skip
    take(study, Step.INITIALISE, *TURN)
    copied = {
        name: value
        for job in runner.jobs
        for name, value in msgspec.structs.asdict(job).items()
        if name not in {"seed", "participants", "updates"} and hasattr(study.settings, name)
    }
    assert copied == {name: getattr(study.settings, name) for name in copied}
    assert set(copied) == {
        "policy_width", "restriction", "sizes", "vote_penalties", "max_epochs", "splits",
        "inputs", "pretraining", "members", "games", "learning_rate", "step_rule", "caution",
        "repetitions", "acquire", "compute",
    }  # fmt: skip
    (optimized,) = [job for job in runner.jobs if isinstance(job, OptimizeJob)]
    assert (optimized.updates, optimized.participants) == (study.settings.updates[0], "m")


def test_the_settings_ask_for_more_iterations_than_convergence(
    study: Study, runner: FakeRunner
) -> None:
    take(study, Step.INITIALISE, *TURN[:3])
    stop = runner._result(
        ConvergenceJob(game=PAPER_GAME, seed=1, policies=("c0",), participants="m"), Path()
    )
    runner.answer = msgspec.structs.replace(stop, converged=True)
    take(study, Step.CONVERGENCE)
    assert study.status().step is Step.ACQUIRE
    assert study.recommendations() == {1: Recommendation.GO_ON_AS_ASKED}


def test_a_refused_step_leaves_the_mechanism_that_goes_on(study: Study, runner: FakeRunner) -> None:
    take(study, Step.INITIALISE, *TURN)
    shortened = [job.shortened for job in runner.jobs if isinstance(job, ConvergenceJob)]
    assert shortened == [False]
    take(study, Step.ACQUIRE, Step.MODEL)
    before = study.mechanisms.newest()
    runner.refuses = True
    take(study, Step.OPTIMIZE)
    assert study.mechanisms.trained_tables()[1:] == [before, before]
    take(study, Step.CONVERGENCE)
    (job,) = [job for job in runner.jobs if isinstance(job, ConvergenceJob)][1:]
    assert job.shortened
    assert job.policies == ("c0", "c1", "c1")
    assert study.status().step is Step.EVALUATE
    _, policies = study.plan_session("evaluate", 4, GAME_ALONE)
    assert {policy.name for policy in policies.values()} == {"theta_1", "liberal_egalitarian"}
    assert study.mechanisms.names()[:2] == ["theta_1", "theta_0"]
    kept = study.store.learned.runs(Step.OPTIMIZE)[-1]
    names = ("theta_0", "theta_1", "theta_1")  # there is no theta_2
    assert names_at(study.store, kept) == study.mechanisms.trained_names() == names


def test_groups_that_come_after_model_are_not_said_to_be_learned_from(
    study: Study, tmp_path: Path
) -> None:
    take(study, Step.INITIALISE, Step.ACQUIRE, Step.MODEL)
    assert learned_later(study.status()) is None  # MODEL can still be taken again
    take(study, Step.OPTIMIZE)
    later = str(learned_later(study.status()))
    assert later.startswith("MODEL of iteration 1 has its result")
    assert study_report(study).late == 0
    file = write(tmp_path / "late.csv", two_groups())
    import_csv(study.store, file, "plain", study.game, 1, utc_now(), new_code())
    report = study_report(study)
    assert report.late == 2
    assert "2 of the groups acquired came after MODEL" in not_learned(report.late)
    take(study, Step.CONVERGENCE)
    assert study.status().step is Step.ACQUIRE
    assert learned_later(study.status()) is None  # MODEL of iteration 2 learns from all
    take(study, *TURN)
    assert study_report(study).late == 0
    assert learned_later(study.status()) is not None


def test_a_mechanism_of_another_game_opens_no_session(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(study, Step.INITIALISE)
    other = dataclasses.replace(PAPER_GAME, tail_endowments=(2, 4, 6, 8, 10, 12))
    monkeypatch.setattr(recorded, "game_of", lambda settings: other)
    with pytest.raises(OperatorError, match="made for another game"):
        study.plan_session("acquire", 6, GAME_ALONE)


def test_acquire_plays_the_newest_mechanism_against_itself(study: Study) -> None:
    take(study, Step.INITIALISE, *TURN)
    plan, policies = study.plan_session("acquire", 5, GAME_ALONE)
    newest = study.mechanisms.newest()
    assert study.store.learned.mechanism(newest).name == "theta_1"
    assert {group.mechanisms for group in plan.groups} == {(newest, newest)}
    assert set(policies) == {newest}
    assert plan.iteration == 2


def test_evaluate_plays_it_against_the_baseline_in_both_orders(study: Study) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    plan, policies = study.plan_session("evaluate", 10, GAME_ALONE)
    assert {policy.name for policy in policies.values()} == {"theta_2", "liberal_egalitarian"}
    orders = [group.mechanisms for group in plan.groups]
    assert orders.count(orders[0]) == orders.count(orders[0][::-1]) == 5


def test_conditions_are_foretold_before_the_baseline_is_made(study: Study) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    made = len(study.store.learned.mechanisms())
    foretold = study.conditions("evaluate", 7)
    assert len(study.store.learned.mechanisms()) == made
    plan, _ = study.plan_session("evaluate", 7, GAME_ALONE)
    assert tuple(group.tail_endowment for group in plan.groups) == foretold
    assert study.conditions("evaluate", 7) == foretold


def test_balance_goes_on_where_the_session_before_ended(study: Study) -> None:
    take(study, Step.INITIALISE)
    play_simulated(study, "acquire", 3)
    play_simulated(study, "acquire", 2)
    tails = [row.tail_endowment for row in study.store.tables.groups()]
    assert sorted(tails) == [2, 4, 6, 8, 10]


def test_a_pilot_counts_for_nothing(study: Study) -> None:
    take(study, Step.INITIALISE)
    play_simulated(study, "pilot", 5)
    assert study.status().groups == 0
    assert study.played(("acquire",)) == []


def test_a_script_brings_its_texts_and_equal_shares_for_practice(study: Study) -> None:
    take(study, Step.INITIALISE)
    rules = parse_rules({"instructions": True, "practice_rounds": 2, "coin_value": 0.1}, GAME_ALONE)
    plan, policies = study.plan_session("acquire", 5, rules)
    (practice,) = {group.practice_mechanism for group in plan.groups}
    assert policies[practice].name == "strict_egalitarian"
    assert len(plan.materials.sheet("en").instructions) == 4
    assert plan.materials.sheet("en").consent == ""
    assert "€0.10" in plan.materials.sheet("en").instructions[-1]
    assert plan.script.practice_rounds == 2


def test_a_text_that_is_not_right_stops_the_session(study: Study) -> None:
    take(study, Step.INITIALISE)
    copy_texts(study.store.folder.path, ["en"])
    (study.store.folder.path / "script" / "en" / "consent.md").write_text("{x}")
    with pytest.raises(OperatorError, match=r"consent\.md: .* is not a known placeholder"):
        study.plan_session("acquire", 5, parse_rules({"consent": True}, GAME_ALONE))
    study.plan_session("acquire", 5, parse_rules({"questionnaire": True}, GAME_ALONE))


def test_a_step_out_of_turn_is_refused(study: Study) -> None:
    with pytest.raises(OperatorError, match="needs its first mechanism"):
        study.plan_session("acquire", 5, GAME_ALONE)
    take(study, Step.INITIALISE)
    with pytest.raises(OperatorError, match="0 of 5 groups played"):
        list(study.perform(Step.MODEL))
    with pytest.raises(OperatorError, match="EVALUATE is not possible now"):
        study.plan_session("evaluate", 5, GAME_ALONE)


def test_evaluate_waits_for_its_groups(study: Study) -> None:
    take(study, Step.INITIALISE, *TURN, *TURN)
    with pytest.raises(OperatorError, match="0 of 5 groups compared"):
        list(study.perform(Step.EVALUATE))


def test_data_without_votes_cannot_be_optimized(study: Study, runner: FakeRunner) -> None:
    take(study, Step.INITIALISE, Step.ACQUIRE)
    result = runner._result(ModelJob(game=PAPER_GAME, seed=1), Path())
    runner.answer = msgspec.structs.replace(result, votes=0)
    take(study, Step.MODEL)
    with pytest.raises(OperatorError, match="MODEL had no votes that it could use"):
        list(study.perform(Step.OPTIMIZE))


def test_a_stopped_step_keeps_its_folder_and_has_no_result(
    study: Study, runner: FakeRunner
) -> None:
    runner.answer = Stopped(step=3)
    reports = list(study.perform(Step.INITIALISE))
    assert reports[-1] == Stopped(step=3)
    assert study.status().step is Step.INITIALISE
    assert (study.store.folder.jobs / "initialise-0").is_dir()


def test_a_finished_step_leaves_no_job_folder(study: Study) -> None:
    take(study, Step.INITIALISE)
    assert list(study.store.folder.jobs.iterdir()) == []


@pytest.mark.parametrize(
    ("failure", "error", "text"),
    [
        (
            Failure(sentence=Sentence("Too little memory."), operator=True),
            OperatorError,
            "Too little",
        ),
        (
            Failure(sentence=Sentence("bug"), operator=False, traceback="line 1"),
            RuntimeError,
            "line 1",
        ),
    ],
)
def test_a_failure_says_whose_fault_it_is(
    study: Study,
    runner: FakeRunner,
    failure: Failure,
    error: type[Exception],
    text: str,
) -> None:
    runner.answer = failure
    with pytest.raises(error, match=text):
        list(study.perform(Step.INITIALISE))
    assert study.status().step is Step.INITIALISE


def test_a_step_is_prepared_and_kept_apart(study: Study, runner: FakeRunner) -> None:
    prepared = steps.prepare(study, Step.INITIALISE)
    assert (prepared.step, prepared.iteration) == (Step.INITIALISE, 0)
    assert prepared.folder.is_dir()
    assert study.store.learned.runs() == []
    *_, result = runner(prepared.job, prepared.folder, Path(), lambda: False)
    assert isinstance(result, InitialiseResult)
    table = load_tables(prepared, result)
    assert table is not None
    assert table.mechanism.name == "theta_0"
    shutil.rmtree(prepared.folder)  # a table that was read already is not read again
    study.keep(prepared, result, table)
    assert study.mechanisms.newest() == table.mechanism.sha256
    assert study.status().step is Step.ACQUIRE


def test_what_may_be_computed_now_is_told_without_preparing_it(study: Study) -> None:
    study.require(Step.INITIALISE)
    take(study, Step.INITIALISE, *TURN, *TURN)
    with pytest.raises(OperatorError, match="MODEL is not possible now"):
        study.require(Step.MODEL)
    with pytest.raises(OperatorError, match="0 of 5 groups compared"):
        study.require(Step.EVALUATE)
    assert list(study.store.folder.jobs.iterdir()) == []


def test_a_step_that_was_begun_is_found_and_forgotten(study: Study, runner: FakeRunner) -> None:
    assert steps.begun_step(study) is None
    runner.answer = Stopped(step=3)
    take(study, Step.INITIALISE)
    folder = steps.job_folder(study, Step.INITIALISE)
    write_job(folder, runner.jobs[0])  # as the process's supervisor does
    assert steps.begun_step(study) is Step.INITIALISE
    assert not steps.is_saved(study, Step.INITIALISE)
    (folder / RESUME_FILE).touch()
    assert steps.is_saved(study, Step.INITIALISE)
    study.discard(Step.INITIALISE)
    assert steps.begun_step(study) is None
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_told(study: Study) -> None:
    jobs_folder = study.store.folder.jobs
    jobs_folder.rmdir()
    jobs_folder.touch()
    with pytest.raises(OperatorError, match="cannot be created"):
        steps.prepare(study, Step.INITIALISE)


def test_a_mechanism_that_breaks_the_restriction_is_not_taken(
    tmp_path: Path, runner: FakeRunner
) -> None:
    settings = make_settings("quick", {**CHANGES, "minimum_share": 0.2})
    facts = {"settings": msgspec.to_builtins(settings)}
    with Store.create(tmp_path / "bounded", facts) as store:
        bounded = Study(store, runner)
        with pytest.raises(OperatorError, match=r"smallest share 0\.1667, at least 0\.2 required"):
            list(bounded.perform(Step.INITIALISE))
        assert store.learned.mechanisms() == []
        assert bounded.status().step is Step.INITIALISE


def test_what_is_asked_of_mechanisms_is_told_of_each(tmp_path: Path, runner: FakeRunner) -> None:
    settings = make_settings("quick", {**CHANGES, "monotone": True})
    facts = {"settings": msgspec.to_builtins(settings)}
    with Store.create(tmp_path / "bounded", facts) as store:
        bounded = Study(store, runner)
        take(bounded, Step.INITIALISE, *TURN)
        told = [
            (name, verdict.kept)
            for name, verdict in bounded.mechanisms.verdicts(bounded.settings.restriction)
        ]
    assert told == [("theta_0", True), ("theta_1", True)]
