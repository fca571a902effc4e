"""A study's simulated people: chosen when it is made, and kept."""

from pathlib import Path
from unittest.mock import Mock

import msgspec
import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population
from hcmd_lab.game.populations import population_of
from hcmd_lab.jobs.requests import Pretraining
from hcmd_lab.replications import run_folder
from hcmd_lab.storage.store import Store
from hcmd_lab.study import simulated
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.study import Study

SIMULATED: dict[str, object] = {"participants": "simulated"}


def kept(folder: Path, changes: dict[str, object], *, old: bool = False) -> StudySettings:
    """The settings of a study as they are read again; an old one lacks those of the people."""
    stored = msgspec.to_builtins(make_settings("quick", changes))
    if old:
        del stored["people"], stored["people_spread"]
    with Store.create(folder / "study", {"settings": stored}) as store:
        return ReadOnlyStudy(store).settings


def test_a_new_study_has_the_calibrated_people(tmp_path: Path) -> None:
    assert kept(tmp_path, SIMULATED).people is People.CALIBRATED


def test_a_study_of_before_keeps_the_people_it_was_made_with(tmp_path: Path) -> None:
    settings = kept(tmp_path, SIMULATED, old=True)
    assert (settings.people, settings.people_spread) == (People.FIRST, 1.0)


def test_a_choice_is_kept(tmp_path: Path) -> None:
    chosen = SIMULATED | {"people": "reciprocal", "people_spread": 0.5}
    settings = kept(tmp_path, chosen)
    assert (settings.people, settings.people_spread) == (People.RECIPROCAL, 0.5)


def test_it_means_nothing_where_people_play(tmp_path: Path) -> None:
    assert kept(tmp_path, {"people": "noisier"}).people is People.CALIBRATED


def test_the_chosen_people_play(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[Population] = []

    def noted(plan: object, policies: object, population: Population) -> Mock:
        played.append(population)
        return Mock()

    monkeypatch.setattr(simulated, "SimulatedSession", noted)
    study = Mock(spec=Study)
    study.settings = make_settings(
        "quick", SIMULATED | {"people": "self_reliant", "people_spread": 2.0}
    )
    study.store = Mock()
    study.plan_session.return_value = (Mock(), Mock())
    simulated.play_simulated(study, "acquire", 4)
    assert played == [population_of(People.SELF_RELIANT, 2.0)]


def test_replications_of_before_are_not_mixed_with_other_people(tmp_path: Path) -> None:
    folder = run_folder.open_folder(tmp_path / "runs", "quick", SIMULATED)
    record = msgspec.json.decode(folder.record.read_bytes())
    del record["settings"]["people"]
    folder.record.write_bytes(msgspec.json.encode(record))
    with pytest.raises(UsageError, match=r"different settings \(people\)"):
        run_folder.open_folder(tmp_path / "runs", "quick", SIMULATED)
    run_folder.open_folder(tmp_path / "runs", "quick", SIMULATED | {"people": "first"})


def test_models_of_simulated_people_know_none_of_them_before(tmp_path: Path) -> None:
    asked: dict[str, object] = {"pretraining": "simulated"}
    assert kept(tmp_path / "a", asked).pretraining is Pretraining.SIMULATED
    assert kept(tmp_path / "b", SIMULATED | asked).pretraining is Pretraining.NONE
