"""A study is called whole only if nothing of it is missing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from gated_studies import modelled_study
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole


def findings(folder: Path) -> list[str]:
    with Store.read(folder) as store:
        return [str(finding) for finding in check_whole(Study(store))]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    return folder


def lose(checkpoint: Path) -> None:
    checkpoint.unlink()


def rot(checkpoint: Path) -> None:
    checkpoint.write_bytes(b"rotten")


def test_a_whole_study(study: Path) -> None:
    assert findings(study) == []


@pytest.mark.parametrize(("harm", "word"), [(lose, "missing"), (rot, "damaged")])
def test_a_checkpoint(study: Path, harm: Callable[[Path], None], word: str) -> None:
    (checkpoint,) = (study / "checkpoints").glob("*.safetensors")
    harm(checkpoint)
    (found,) = findings(study)
    assert f"INITIALISE of iteration 0: its checkpoint {checkpoint.stem[:12]} is {word}" in found


def test_a_table(study: Path) -> None:
    with Store.open(study) as store:
        store.facts.set("table of theta_0", "f" * 64)
    (found,) = findings(study)
    assert found.startswith("the table of the mechanism of iteration 0 is missing; ")


def test_every_network_of_the_loop_is_asked_for(tmp_path: Path) -> None:
    study = modelled_study(tmp_path / "study", foreseen=None)
    told = " ".join(findings(study))
    assert "MODEL of iteration 1: its checkpoint m is missing" in told
    assert "OPTIMIZE of iteration 1: its checkpoint c1 is missing" in told


def test_the_number_on_paper_is_known_again_until_the_log_is_another(study: Path) -> None:
    with Store.open(study) as store:
        number = store.log.number()
        play_simulated(Study(store), "acquire", 1)
        assert store.log.holds(number)
        assert store.log.holds(f" {number}\n")
        event, _, digest = number.partition("-")
        for wrong in ("", event, f"{event}-", f"{int(event) - 1}-{digest}", f"-{digest}", "x-y"):
            assert not store.log.holds(wrong)
