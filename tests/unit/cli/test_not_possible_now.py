"""What a command was rightly asked and the study does not allow now ends with 1, and not with 2."""

from pathlib import Path

import pytest
from counted_studies import counted_study
from lab_commands import Lab

from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings

NOT_NOW: dict[str, tuple[str, ...]] = {
    "an iteration": ("study extend",),
    "more groups": ("study extend", "--groups", "4"),
    "a registration": ("preregister",),
}
"""Of a study that is complete: the words of each are right, and would be taken earlier."""


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return counted_study(tmp_path_factory.mktemp("complete") / "study")


@pytest.mark.parametrize("asked", NOT_NOW.values(), ids=NOT_NOW)
def test_what_is_not_possible_now_ends_with_1(
    complete: Path, lab: Lab, asked: tuple[str, ...]
) -> None:
    command, *options = asked
    code, _, err = lab(*command.split(), complete, *options)
    assert "hcmd-lab: " in err
    assert code == 1, err


def test_a_study_without_a_step_cannot_go_back_now(tmp_path: Path, lab: Lab) -> None:
    assert lab("study", "new", tmp_path / "new", "--preset", "quick")[0] == 0
    code, _, err = lab("study", "back", tmp_path / "new", "--to", "model", "--dry-run")
    assert "has not taken any step yet" in err
    assert code == 1


@pytest.mark.parametrize("command", ["payments", "attendance"])
def test_a_study_without_a_session_has_nobody_to_pay_now(
    tmp_path: Path, lab: Lab, command: str
) -> None:
    make_study(tmp_path / "new", make_settings("quick", {})).close()
    code, _, err = lab(command, tmp_path / "new")
    assert "has no session that was played here" in err
    assert code == 1


@pytest.mark.parametrize(
    "asked", [("study", "extend", "--groups", "x"), ("study", "back", "--to", "?")]
)
def test_what_no_study_takes_ends_with_2(complete: Path, lab: Lab, asked: tuple[str, ...]) -> None:
    assert lab(*asked[:2], complete, *asked[2:])[0] == 2
