"""Studies that begin with a mechanism of another one."""

import dataclasses
import hashlib
from pathlib import Path

import msgspec
import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.requests import InitialiseJob, OptimizeJob
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps, warm_start
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.simulated import run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.warm_start import checked, find, origin_of

CHANGES: dict[str, object] = {"policy_width": 4, "name": "Rehearsal", "participants": "simulated"}


def create(folder: Path, settings: StudySettings) -> Store:
    return Store.create(folder, {"settings": msgspec.to_builtins(settings)})


def pretend_training(study: Study) -> str:
    """Let the first policy pass for what OPTIMIZE made in iteration 1; returns its checkpoint."""
    store = study.store
    first = study.result(Step.INITIALISE, 0, InitialiseResult)
    store.facts.set("table of theta_1", study.mechanisms.newest())
    job = OptimizeJob(game=PAPER_GAME, seed=1, policy=first.checkpoint, participants="")
    result = OptimizeResult(
        checkpoint=first.checkpoint, frozen="frozen.bin", updates=1, ms_per_update=1, device="cpu",
        vote_share=Interval(estimate=0.5, low=0.4, high=0.6), signal_to_noise=1,
    )  # fmt: skip
    store.learned.add_run(Step.OPTIMIZE.value, 1, job, result, "", "")
    return first.checkpoint


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("other") / "rehearsal"
    with create(folder, make_settings("quick", CHANGES)) as store:
        study = Study(store, run_here)
        list(study.perform(Step.INITIALISE))
        pretend_training(study)
    return folder


def people(rehearsal: Path, **changes: object) -> StudySettings:
    asked = {"policy_width": 4, "warm_start": str(rehearsal), "name": "People", **changes}
    return make_settings("quick", asked)


def test_the_study_begins_with_the_other_ones_newest_mechanism(
    rehearsal: Path, tmp_path: Path
) -> None:
    with Store.read(rehearsal) as other:
        (trained,) = other.learned.mechanisms()
    with create(tmp_path / "study", people(rehearsal)) as store:
        study = Study(store, run_here)
        list(study.perform(Step.INITIALISE))
        (mechanism,) = store.learned.mechanisms()
        assert (mechanism.sha256, mechanism.name) == (trained.sha256, "theta_0")
        assert mechanism.provenance["origin"] == {
            "study": "Rehearsal", "iteration": 1, "simulated": True,
            "checkpoint": trained.checkpoint,
        }  # fmt: skip
        copied = store.folder.checkpoints / f"{trained.checkpoint}.safetensors"
        assert hashlib.sha256(copied.read_bytes()).hexdigest() == trained.checkpoint
        assert study.status().step is Step.ACQUIRE


def test_what_began_with_simulated_people_stays_marked(rehearsal: Path, tmp_path: Path) -> None:
    with create(tmp_path / "first", people(rehearsal)) as store:
        study = Study(store, run_here)
        list(study.perform(Step.INITIALISE))
        pretend_training(study)
    assert find(people(tmp_path / "first")).origin.simulated
    with create(tmp_path / "second", people(tmp_path / "first")) as store:
        study = Study(store, run_here)
        list(study.perform(Step.INITIALISE))
        origin = origin_of(study)
    assert origin is not None
    assert (origin.study, origin.simulated) == ("People", True)


def test_a_random_start_has_no_origin(rehearsal: Path) -> None:
    with Store.read(rehearsal) as store:
        study = Study(store)
        assert origin_of(study) is None
        job = store.learned.runs(Step.INITIALISE)[0].job
        assert isinstance(job, InitialiseJob)
        assert "origin" not in store.learned.mechanisms()[0].provenance


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"policy_width": 8}, "does not fit: it was made with different values of policy_width;"),
        ({"minimum_share": 0.1, "monotone": True}, "different values of minimum_share, monotone;"),
        ({"reference": "libertarian"}, "different values of reference;"),
    ],
)
def test_a_mechanism_outside_the_studys_bounds_is_refused(
    rehearsal: Path, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        checked(people(rehearsal, **changes))


def test_a_distance_without_a_reference_is_no_difference(rehearsal: Path) -> None:
    assert checked(people(rehearsal, reference_distance=0.5))


def test_a_mechanism_of_another_game_is_refused(
    rehearsal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_start, "game_of", lambda settings: Game(rounds=5))
    with pytest.raises(UsageError, match="made for a different game"):
        find(people(rehearsal))


def test_a_study_that_has_trained_nothing_is_refused(rehearsal: Path, tmp_path: Path) -> None:
    create(tmp_path / "empty", make_settings("quick", CHANGES)).close()
    with pytest.raises(UsageError, match="has not trained a mechanism yet"):
        checked(people(tmp_path / "empty"))
    with pytest.raises(UsageError, match="There is no study"):
        checked(people(tmp_path / "nowhere"))


def test_the_folder_is_kept_in_full(rehearsal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(rehearsal.parent)
    settings = dataclasses.replace(people(rehearsal), warm_start=rehearsal.name)
    assert checked(settings).warm_start == str(rehearsal)
    assert checked(dataclasses.replace(settings, warm_start="")).warm_start == ""


def test_a_damaged_or_missing_checkpoint_is_refused(rehearsal: Path, tmp_path: Path) -> None:
    start = find(people(rehearsal))
    whole = start.file.read_bytes()
    try:
        with create(tmp_path / "study", people(rehearsal)) as store:
            study = Study(store, run_here)
            start.file.write_bytes(whole[:-1] + b"?")
            with pytest.raises(OperatorError, match="is damaged"):
                steps.prepare(study, Step.INITIALISE)
            start.file.unlink()
            with pytest.raises(OperatorError, match="cannot be copied"):
                steps.prepare(study, Step.INITIALISE)
            assert list(store.folder.checkpoints.iterdir()) == []
    finally:
        start.file.write_bytes(whole)


def test_simulated_people_whom_the_models_knew_before_had_a_part_in_the_mechanism(
    tmp_path: Path,
) -> None:
    for pretraining, had_a_part in (("none", False), ("simulated", True)):
        folder = tmp_path / pretraining
        changes: dict[str, object] = {"policy_width": 4, "pretraining": pretraining}
        with create(folder, make_settings("quick", changes)) as store:
            study = Study(store, run_here)
            list(study.perform(Step.INITIALISE))
            pretend_training(study)
        assert find(people(folder)).origin.simulated is had_a_part
