"""What the data panel tells of studies with bounds or with a warm start."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from studies import first_mechanism, keep_checkpoint

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import InitialiseJob, Origin
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from ui.control.data.contents import run_in_words
from ui.control.data.study_tasks import check


def bounded(folder: Path, share: float, origin: Origin | None = None) -> Store:
    """A study whose first mechanism gives everybody a sixth of the fund or more."""
    settings = make_settings("quick", {"minimum_share": share})
    store = Store.create(folder, {"settings": msgspec.to_builtins(settings)})
    store.learned.add_mechanism(first_mechanism(), {})
    store.facts.set("table of theta_0", first_mechanism().sha256)
    checkpoint = keep_checkpoint(folder, b"stands for a network")
    result = InitialiseResult(checkpoint=checkpoint, frozen="frozen.bin")
    utc = "2030-01-02T03:04:05.678+00:00"
    store.learned.add_run(
        "initialise", 0, InitialiseJob(game=PAPER_GAME, seed=1, origin=origin), result, utc, utc
    )
    return store


@pytest.mark.parametrize(("share", "is_kept"), [(0.16, True), (0.17, False)])
def test_the_check_holds_mechanisms_against_the_bounds(
    qapp: QApplication, tmp_path: Path, share: float, is_kept: bool
) -> None:
    del qapp
    with bounded(tmp_path / "study", share) as store:
        outcome = check(store, lambda done, total: None)
    assert ("keep to the study's restrictions" in outcome.sentence) == is_kept
    found = "θ₀: smallest share 0.1667, at least 0.17 required"
    assert (outcome.sentence == "The check found 1 problem with the study.") != is_kept
    assert list(outcome.findings) == ([] if is_kept else [found])


@pytest.mark.parametrize(
    ("simulated", "words"),
    [(True, "from “Rehearsal”, which is simulated."), (False, "from “Rehearsal”.")],
)
def test_the_steps_tell_where_the_first_mechanism_comes_from(
    qapp: QApplication, tmp_path: Path, simulated: bool, words: str
) -> None:
    del qapp
    origin = Origin(study="Rehearsal", iteration=1, simulated=simulated, checkpoint="0" * 64)
    with bounded(tmp_path / "study", 0.1, origin) as store:
        (run,) = store.learned.runs()
    assert words in run_in_words(run, {}, simulated=True)
