"""What a step has made is the mechanism that it told of, or it is not taken."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from step_results import MODELLED
from studies import first_mechanism

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.acquisition import Variation
from hcmd_lab.jobs.job_folder import variation_file
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.made_tables import load_tables
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

MADE = InitialiseResult(checkpoint="c0", frozen="frozen.bin")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    facts = {"settings": msgspec.to_builtins(make_settings("quick", {}))}
    with Store.create(tmp_path / "study", facts) as store:
        yield Study(store)


def test_a_table_has_the_name_that_the_step_gives_it(study: Study) -> None:
    prepared = steps.prepare(study, Step.INITIALISE)
    (prepared.folder / "frozen.bin").write_bytes(first_mechanism().to_bytes())
    made = load_tables(prepared, MADE)
    assert made is not None
    assert (made.mechanism.name, made.variations) == ("theta_0", {})
    assert made.mechanism.sha256 == first_mechanism().sha256


def test_a_table_that_cannot_be_read_is_told(study: Study) -> None:
    prepared = steps.prepare(study, Step.INITIALISE)
    with pytest.raises(OperatorError, match="run INITIALISE again"):
        study.keep(prepared, MADE)
    (prepared.folder / "frozen.bin").write_bytes(b"damaged")
    with pytest.raises(OperatorError, match="run INITIALISE again"):
        study.keep(prepared, MADE)
    assert study.status().step is Step.INITIALISE


def test_a_variation_that_is_not_the_one_that_was_made_is_refused(study: Study) -> None:
    prepared = steps.prepare(study, Step.INITIALISE)
    table = first_mechanism()
    for name in ("frozen.bin", *map(variation_file, Variation)):
        (prepared.folder / name).write_bytes(table.to_bytes())
    made = dict.fromkeys(Variation, table.sha256)
    found = load_tables(prepared, msgspec.structs.replace(MADE, variations=made))
    assert found is not None
    assert set(found.variations) == set(Variation)
    other = dict.fromkeys(Variation, "0" * 64)
    with pytest.raises(OperatorError, match="not the table that the step has made"):
        load_tables(prepared, msgspec.structs.replace(MADE, variations=other))


def test_a_step_that_made_no_mechanism_has_no_table(study: Study) -> None:
    prepared = steps.prepare(study, Step.INITIALISE)
    assert load_tables(prepared, MODELLED) is None
