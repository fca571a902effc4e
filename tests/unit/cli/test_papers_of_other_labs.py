"""Nobody is paid here for what was played in another lab, and no paper says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab_commands import Lab
from two_labs import Labs, people_played, two_labs

from hcmd_lab.study.recorded import LAB_FACT
from hcmd_lab.study.simulated import play_simulated


@pytest.fixture
def labs(tmp_path: Path) -> Iterator[Labs]:
    with two_labs(tmp_path) as opened:
        yield opened


@pytest.fixture
def theirs(labs: Labs) -> str:
    play_simulated(labs.here, "acquire", 1)
    labs.there.store.facts.set(LAB_FACT, "Haifa")
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    [code] = labs.here.labs()
    return code


@pytest.mark.parametrize(
    "command",
    [("payments", "--table"), ("payments", "--receipts"), ("attendance", "--table")],
)
def test_no_paper_of_another_lab_is_written(
    labs: Labs, theirs: str, lab: Lab, tmp_path: Path, command: tuple[str, str]
) -> None:
    name, option = command
    study, file = labs.here.store.folder.path, tmp_path / "written"
    code, _, err = lab(name, study, theirs, option, file)
    assert code == 2
    assert f"Session {theirs} was played in another lab" in err
    assert not file.exists()
    people_played(labs.here)
    assert lab(name, study, option, file)[0] == 0
    assert file.exists()


def test_the_sums_of_another_lab_are_told_as_that_lab_s(labs: Labs, theirs: str, lab: Lab) -> None:
    study = labs.here.store.folder.path
    words = "Played in another lab (Haifa), which pays its participants."
    assert words in lab("payments", study, theirs)[1]
    assert words not in lab("payments", study)[1]
    told = json.loads(lab("payments", study, theirs, "--json")[1])
    assert told["other_lab"] == "Haifa"
    assert json.loads(lab("payments", study, "--json")[1])["other_lab"] == ""


def test_who_was_expected_in_another_lab_is_not_said_to_be_known(
    labs: Labs, theirs: str, lab: Lab
) -> None:
    code, out, err = lab("attendance", labs.here.store.folder.path, theirs)
    assert (code, out) == (2, "")
    assert "that lab knows who was expected" in err
